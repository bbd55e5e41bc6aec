/** The admin's list of learning systems that may show the coach, and the line to paste there. */
import { Button, Card, Field, Text, Textarea, Title3, makeStyles, tokens } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import type { z } from 'zod'
import { getEmbed, putEmbed } from '../../api/contract/embed.ts'
import { useApp } from '../context.ts'
import { Loading, useLoaded } from '../load.tsx'
import { usePress } from '../press.tsx'

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '12px' },
  code: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    padding: '8px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    overflowWrap: 'anywhere',
    userSelect: 'all'
  },
  quiet: { color: tokens.colorNeutralForeground2 }
})

type View = z.output<typeof getEmbed.answer>

export function LearningSystems(): ReactNode {
  const { session, words } = useApp()
  const loaded = useLoaded(() => session.call(getEmbed))
  return (
    <Card>
      <Title3 as="h2">{words.learningSystems.title}</Title3>
      <Text>{words.learningSystems.body}</Text>
      <Loading loaded={loaded}>{view => <Origins loaded={view} />}</Loading>
    </Card>
  )
}

function Origins({ loaded }: { readonly loaded: View }): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const said = words.learningSystems
  const { busy, run, problem } = usePress()
  const [view, setView] = useState(loaded)
  const [text, setText] = useState(loaded.origins.join('\n'))
  const [saved, setSaved] = useState(false)
  const origins = text.split(/\s+/u).filter(Boolean)
  const save = (): void =>
    run(async () => {
      setSaved(false)
      const next = await session.call(putEmbed, { body: { origins } })
      setView(next)
      setText(next.origins.join('\n'))
      setSaved(true)
    })
  return (
    <div className={styles.column}>
      <Field label={said.origins} hint={said.hint}>
        <Textarea value={text} rows={3} onChange={(_event, { value }) => setText(value)} />
      </Field>
      <div>
        <Button disabled={busy || origins.join('\n') === view.origins.join('\n')} onClick={save}>
          {said.save}
        </Button>
      </div>
      {problem}
      {saved && <output>{said.saved}</output>}
      {view.origins.length > 0 && (
        <>
          <Text>{said.snippet}</Text>
          <code className={styles.code}>{view.snippet}</code>
          <Text className={styles.quiet}>{said.frame}</Text>
          <code className={styles.code}>{view.frameUrl}</code>
        </>
      )}
    </div>
  )
}
