/** What was sent is corrected or taken back: what to do, how many it would reach, and only then the question. */
import { Button, Card, Field, Select, Text, Title3, makeStyles } from '@fluentui/react-components'
import { useEffect, useState, type ReactNode } from 'react'
import type { z } from 'zod'
import {
  correctCampaign,
  CORRECTIONS,
  correctionSchema,
  dryRunCorrection,
  type CorrectionAsked
} from '../../../api/contract/corrections.ts'
import { ConfirmButton } from '../../confirm.tsx'
import { useApp } from '../../context.ts'
import { NudgeForm } from '../../nudge-form.tsx'
import { tellPeople } from '../../people-cell.ts'
import { usePress } from '../../press.tsx'
import { Corrections } from './corrections.tsx'
import { Figures } from './figures.tsx'
import type { CampaignView } from './use-campaign.ts'

const useStyles = makeStyles({
  field: { gridTemplateColumns: 'minmax(0, 1fr)' },
  wide: { minWidth: 0 },
  column: { display: 'flex', flexDirection: 'column', gap: '12px' }
})

type Props = { readonly view: CampaignView; readonly onChanged: () => void }
type DryRun = z.output<typeof dryRunCorrection.answer>

export function CorrectionCard({ view, onChanged }: Props): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const said = words.campaigns.corrections
  const { campaignId, content, revision: basedOn } = view
  const [kind, setKind] = useState<CorrectionAsked['kind']>('correct')
  const [text, setText] = useState(content.words)
  const [dry, setDry] = useState<DryRun>()
  const [made, setMade] = useState(0)
  const { busy, run, problem } = usePress(said.refused)
  // Another wish makes it another question.
  useEffect(() => setDry(undefined), [kind, text])
  const asked = correctionSchema.parse({ kind, words: text })
  const params = { campaignId }
  const look = (): void => run(async () => setDry(await session.call(dryRunCorrection, { params, body: asked })))
  const act = (): void =>
    run(async () => {
      await session.call(correctCampaign, { params, body: { basedOn, asked } })
      setDry(undefined)
      setMade(count => count + 1)
      onChanged()
    })
  return (
    <Card>
      <Title3 as="h2">{said.title}</Title3>
      <Text>{said.body}</Text>
      <Field label={said.how} className={styles.field}>
        <Select
          className={styles.wide}
          value={kind}
          onChange={(_event, { value }) => setKind(CORRECTIONS.find(each => each === value) ?? 'correct')}
        >
          {CORRECTIONS.map(each => (
            <option key={each} value={each}>
              {said.kinds[each]}
            </option>
          ))}
        </Select>
      </Field>
      {kind === 'correct' ? (
        Object.entries(text).map(([language, each]) => (
          <NudgeForm
            key={language}
            language={language}
            words={each}
            onChange={changed => setText(before => ({ ...before, [language]: changed }))}
          />
        ))
      ) : (
        <Text>{said.ends}</Text>
      )}
      <div>
        <Button disabled={busy} onClick={look}>
          {said.look}
        </Button>
      </div>
      {dry && (
        <section aria-label={said.title} aria-live="polite" className={styles.column}>
          <Figures
            caption={said.look}
            heads={[words.campaigns.figure, words.campaigns.people]}
            rows={(['cards', 'answered', 'otherWay'] as const).map(part => [said.parts[part], dry.parts[part]])}
          />
          <Blocks dry={dry} />
          {isReady(dry) && (
            <div>
              <ConfirmButton
                disabled={busy}
                label={said.act[kind]}
                title={said.ask[kind](content.name)}
                body={said.askBody(tellPeople(dry.parts.cards, words))}
                keep={said.keep}
                onConfirm={act}
              />
            </div>
          )}
        </section>
      )}
      {problem}
      <Corrections key={made} campaignId={campaignId} />
    </Card>
  )
}

const isReady = ({ flaws, missing }: DryRun): boolean => flaws.length === 0 && missing.length === 0

function Blocks({ dry }: { readonly dry: DryRun }): ReactNode {
  const { words } = useApp()
  if (isReady(dry)) return null
  const languages = [...dry.missing, ...dry.flaws.flatMap(({ language }) => language ?? [])]
  return <Text>{words.campaigns.corrections.missing([...new Set(languages)].join(', '))}</Text>
}
