/** What is wrong with an uploaded file, place by place, with what to do; all of it can be saved as CSV. */
import { Button, Link, Text, makeStyles } from '@fluentui/react-components'
import { useEffect, useState, type ReactNode } from 'react'
import type { File } from '../../../api/contract/client.ts'
import { usePress } from '../../press.tsx'

const useStyles = makeStyles({
  list: {
    margin: 0,
    paddingLeft: '20px',
    overflowWrap: 'anywhere',
    display: 'flex',
    flexDirection: 'column',
    gap: '8px'
  },
  scroll: { maxHeight: '60vh', overflowY: 'auto' },
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap', alignItems: 'center' }
})

type Found = {
  /** Where it was found, in words. */
  readonly at: string
  readonly problem: string
  readonly severity: 'error' | 'note'
  readonly what: string
  readonly remedy: string
}

type Props = {
  readonly words: {
    readonly findings: string
    readonly note: (text: string) => string
    readonly more: (count: number) => string
    readonly save: string
    readonly saveFile: (name: string) => string
  }
  readonly found: readonly Found[]
  /** How many more there are than are shown. */
  readonly rest: number
  readonly save: () => Promise<File>
}

export function Findings({ words, found, rest, save }: Props): ReactNode {
  const styles = useStyles()
  const { busy, run, problem } = usePress()
  const [file, setFile] = useState<{ readonly name: string; readonly url: string }>()
  useEffect(() => () => (file ? URL.revokeObjectURL(file.url) : undefined), [file])
  const keep = (): void =>
    run(async () => {
      const { name, content } = await save()
      setFile({ name, url: URL.createObjectURL(content) })
    })
  return (
    <>
      {/* A box that scrolls has to be reached by keyboard. */}
      <section className={styles.scroll} aria-label={words.findings} tabIndex={0}>
        <ul className={styles.list}>
          {found.map(({ at, problem: kind, severity, what, remedy }) => (
            <li key={`${at} ${kind}`}>
              <Text weight="semibold">{at}</Text>
              <br />
              <Text size={200}>{severity === 'note' ? words.note(`${what}. ${remedy}`) : `${what}. ${remedy}`}</Text>
            </li>
          ))}
          {rest > 0 && <li>{words.more(rest)}</li>}
        </ul>
      </section>
      <div className={styles.row}>
        <Button disabled={busy} onClick={keep}>
          {words.save}
        </Button>
        {file && (
          <output>
            <Link href={file.url} download={file.name}>
              {words.saveFile(file.name)}
            </Link>
          </output>
        )}
      </div>
      {problem}
    </>
  )
}
