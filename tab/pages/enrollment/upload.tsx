/** A file that the admin chooses and sends; one that cannot be read says what to do, and the next can be chosen at once. */
import { Button, MessageBar, MessageBarBody, makeStyles } from '@fluentui/react-components'
import { useRef, useState, type ReactNode } from 'react'
import { usePress } from '../../press.tsx'

const useStyles = makeStyles({
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap', alignItems: 'center' },
  text: { overflowWrap: 'anywhere', whiteSpace: 'normal' }
})

type Answer =
  | { readonly kind: 'taken'; readonly importId: string }
  | { readonly kind: 'refused'; readonly what: string; readonly remedy: string; readonly row: number | null }

type Props = {
  readonly words: {
    readonly choose: string
    readonly reading: string
    readonly tooLarge: string
    readonly refused: (what: string, row: number | null, remedy: string) => string
  }
  readonly accept: string
  readonly mostBytes: number
  readonly send: (name: string, body: Uint8Array<ArrayBuffer>) => Promise<Answer>
  readonly onTaken: (importId: string) => void
}

export function Upload({ words, accept, mostBytes, send, onTaken }: Props): ReactNode {
  const styles = useStyles()
  const { busy, run, problem } = usePress()
  const input = useRef<HTMLInputElement>(null)
  const [refused, setRefused] = useState('')
  const take = (file: File): void => {
    setRefused(file.size > mostBytes ? words.tooLarge : '')
    if (file.size > mostBytes) return
    run(async () => {
      const answer = await send(file.name, new Uint8Array(await file.arrayBuffer()))
      if (answer.kind === 'taken') onTaken(answer.importId)
      else setRefused(words.refused(answer.what, answer.row, answer.remedy))
    })
  }
  return (
    <>
      <div className={styles.row}>
        <Button disabled={busy} onClick={() => input.current?.click()}>
          {words.choose}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          accept={accept}
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? []
            // The same file, corrected, can be chosen again.
            currentTarget.value = ''
            if (file) take(file)
          }}
        />
        <output>{busy ? words.reading : ''}</output>
      </div>
      {refused && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody className={styles.text}>{refused}</MessageBarBody>
        </MessageBar>
      )}
      {problem}
    </>
  )
}
