/** The person's own file: asked for, made while they are elsewhere, saved, erased. */
import { Button, Card, ProgressBar, Text } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import {
  askForExport,
  downloadExport,
  dropExport,
  listMyExports,
  type ExportView
} from '../../../api/contract/privacy.ts'
import { formatMoment, useApp } from '../../context.ts'
import { Loading, useLoaded, useLookAgain } from '../../load.tsx'
import { usePress } from '../../press.tsx'
import { Said, Section, useKnownStyles } from './section.tsx'
import { useKnownWords } from './words.ts'

const LOOK_AGAIN_MS = 1500

export function OwnFile(): ReactNode {
  const styles = useKnownStyles()
  const { session } = useApp()
  const said = useKnownWords().file
  const loaded = useLoaded(() => session.call(listMyExports))
  const { busy, run, problem } = usePress()
  const [done, setDone] = useState('')
  const exports = loaded.value?.exports ?? []
  const isMaking = exports.some(({ state }) => state === 'waiting')
  useLookAgain(loaded, isMaking ? LOOK_AGAIN_MS : undefined)
  const ask = (): void =>
    run(async () => {
      await session.call(askForExport)
      setDone('')
      loaded.reload()
    })
  const changed = (what: string): void => {
    setDone(what)
    loaded.reload()
  }
  return (
    <Section id="file" title={said.title} body={said.body}>
      <Loading loaded={loaded}>
        {() => (
          <>
            <ul className={styles.list} aria-label={said.title}>
              {exports.map(each => (
                <li key={each.exportId}>
                  <OneFile view={each} onChanged={changed} />
                </li>
              ))}
            </ul>
            <div>
              <Button disabled={busy || isMaking} onClick={ask}>
                {exports.length > 0 ? said.again : said.ask}
              </Button>
            </div>
          </>
        )}
      </Loading>
      <Said>{done}</Said>
      {problem}
    </Section>
  )
}

type Props = { readonly view: ExportView; readonly onChanged: (said: string) => void }

function OneFile({ view, onChanged }: Props): ReactNode {
  const styles = useKnownStyles()
  const app = useApp()
  const said = useKnownWords().file
  const { busy, run, problem } = usePress()
  const params = { exportId: view.exportId }
  const save = (): void =>
    run(async () => {
      const { name, content } = await app.session.save(downloadExport, { params })
      const link = document.createElement('a')
      link.href = URL.createObjectURL(content)
      link.download = name
      link.click()
      URL.revokeObjectURL(link.href)
      onChanged(said.saved)
    })
  const drop = (): void =>
    run(async () => {
      await app.session.call(dropExport, { params })
      onChanged(said.dropped)
    })
  return (
    <Card>
      <Text weight="semibold">{said.states[view.state]}</Text>
      <Text size={200} className={styles.quiet}>
        {said.asked(formatMoment(view.askedAt, app))}
        {view.state === 'ready' && ` · ${said.until(formatMoment(view.expiresAt, app))}`}
      </Text>
      {view.state === 'waiting' && (
        <>
          <ProgressBar value={view.partsDone} max={view.parts} aria-label={said.making(view.partsDone, view.parts)} />
          <Text>{said.making(view.partsDone, view.parts)}</Text>
        </>
      )}
      <div className={styles.buttons}>
        {view.state === 'ready' && (
          <Button disabled={busy} onClick={save}>
            {said.save}
          </Button>
        )}
        <Button appearance="subtle" disabled={busy} onClick={drop}>
          {said.drop}
        </Button>
      </div>
      {problem}
    </Card>
  )
}
