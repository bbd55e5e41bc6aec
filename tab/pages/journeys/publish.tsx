/** What is still missing, and the way to a version that nobody changes any more. */
import { Card, Field, Input, Radio, RadioGroup, Text, Title3, makeStyles } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import { flawsOf, publishJourney } from '../../../api/contract/journeys.ts'
import type { Flaw } from '../../../api/contract/nudge-content.ts'
import { ConfirmButton } from '../../confirm.tsx'
import { useApp } from '../../context.ts'
import { usePress } from '../../press.tsx'
import type { Draft, JourneyView } from './use-journey.ts'

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: '20px', overflowWrap: 'anywhere' },
  field: { gridTemplateColumns: 'minmax(0, 1fr)' },
  wide: { minWidth: 0 }
})

type Props = {
  readonly view: JourneyView
  readonly draft: Draft
  readonly unsaved: boolean
  readonly onDone: () => void
}

export function Publish({ view, draft, unsaved, onDone }: Props): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const { journeys } = words
  const { busy, run, problem } = usePress()
  const [reach, setReach] = useState<'beginners' | 'everybody'>('beginners')
  const [note, setNote] = useState('')
  const [version, setVersion] = useState<number>()
  const flaws = flawsOf(draft.content)
  const publish = (): void =>
    run(async () => {
      const { journeyId, revision: basedOn } = view
      const made = await session.call(publishJourney, { params: { journeyId }, body: { basedOn, reach, note } })
      setVersion(made.version)
      setNote('')
      onDone()
    })
  return (
    <Card>
      <Title3 as="h2">{journeys.publish}</Title3>
      <Text>{journeys.publishBody}</Text>
      <Missing draft={draft} flaws={flaws} />
      {view.versions.length > 0 && (
        <Field label={journeys.reach}>
          <RadioGroup
            value={reach}
            onChange={(_event, { value }) => setReach(value === 'everybody' ? 'everybody' : 'beginners')}
          >
            <Radio value="beginners" label={journeys.reaches.beginners} />
            <Radio value="everybody" label={journeys.reaches.everybody} />
          </RadioGroup>
        </Field>
      )}
      <Field label={journeys.note} className={styles.field}>
        <Input className={styles.wide} maxLength={300} value={note} onChange={(_event, { value }) => setNote(value)} />
      </Field>
      {unsaved && <Text>{journeys.saveFirst}</Text>}
      <div>
        <ConfirmButton
          label={journeys.publishDo}
          title={journeys.publishAsk(draft.name)}
          body={journeys.publishAskBody(journeys.reaches[reach])}
          keep={journeys.notYet}
          disabled={busy || unsaved || flaws.length > 0 || !view.changed}
          onConfirm={publish}
        />
      </div>
      <output>{version ? journeys.published(version) : ''}</output>
      {problem}
    </Card>
  )
}

function Missing({ draft, flaws }: { readonly draft: Draft; readonly flaws: readonly Flaw[] }): ReactNode {
  const styles = useStyles()
  const { journeys } = useApp().words
  if (flaws.length === 0) return null
  const whereOf = ({ stepId, language }: Flaw): string => {
    const step = draft.content.steps.find(each => each.stepId === stepId)
    const place = step ? [`${journeys.week(step.week)}, ${journeys.step(step.day, '').replace(/: $/u, '')}`] : []
    return [...place, ...(language ? [language] : [])].join(', ')
  }
  return (
    <section aria-label={journeys.flawsTitle}>
      <Text block weight="semibold">
        {journeys.flawsTitle}
      </Text>
      <ul className={styles.list}>
        {flaws.map(flaw => (
          <li key={`${flaw.flaw}${flaw.stepId}${flaw.language}`}>
            <Text>{journeys.flaw(whereOf(flaw), journeys.flaws[flaw.flaw])}</Text>
          </li>
        ))}
      </ul>
    </section>
  )
}
