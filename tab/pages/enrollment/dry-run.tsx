/** What the draft would do, in people, calls and time; only then can it be saved, with a reason. */
import { Button, Field, Input, Subtitle2, Text, makeStyles, tokens } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import type { z } from 'zod'
import { dryRunRules, putEnrollmentRules, type DryRun } from '../../../api/contract/enrollment-admin.ts'
import type { RuleSet } from '../../../api/contract/enrollment-rules.ts'
import { useApp } from '../../context.ts'
import { usePress } from '../../press.tsx'
import { durationOf } from './sentences.ts'

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '8px' },
  list: { margin: 0, paddingLeft: '20px', overflowWrap: 'anywhere' },
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
  field: { gridTemplateColumns: 'minmax(0, 1fr)' },
  wide: { minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground2 }
})

type Props = {
  readonly content: RuleSet
  readonly basedOn: number
  readonly onSaved: (version: z.output<typeof putEnrollmentRules.answer>) => void
  readonly onDiscard: () => void
}

export function DryRunPanel({ content, basedOn, onSaved, onDiscard }: Props): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const { enrollment } = words
  const { busy, run, problem } = usePress()
  const [shown, setShown] = useState<{ readonly of: RuleSet; readonly dry: DryRun }>()
  const [reason, setReason] = useState('')
  // Another change of the draft makes it another question, also while the answer is on its way.
  const dry = shown?.of === content ? shown.dry : undefined
  const show = (): void =>
    run(async () => setShown({ of: content, dry: await session.call(dryRunRules, { body: content }) }))
  const save = (): void =>
    run(async () => {
      onSaved(await session.call(putEnrollmentRules, { body: { basedOn, content, reason } }))
    })
  return (
    <div className={styles.column}>
      <Text weight="semibold">{enrollment.unsaved}</Text>
      <div className={styles.row}>
        <Button appearance={dry ? 'secondary' : 'primary'} disabled={busy} onClick={show}>
          {enrollment.dryRun}
        </Button>
        <Button appearance="subtle" disabled={busy} onClick={onDiscard}>
          {enrollment.discard}
        </Button>
      </div>
      {dry && (
        <>
          <Outcome dry={dry} />
          <Field label={enrollment.reason} className={styles.field}>
            <Input className={styles.wide} value={reason} onChange={(_event, { value }) => setReason(value)} />
          </Field>
          <div>
            <Button appearance="primary" disabled={busy || reason.trim() === ''} onClick={save}>
              {enrollment.save}
            </Button>
          </div>
        </>
      )}
      {problem}
    </div>
  )
}

export function Outcome({ dry }: { readonly dry: DryRun }): ReactNode {
  const styles = useStyles()
  const { enrollment } = useApp().words
  const words = enrollment.dry
  const { accounts, memberships, byHand } = dry.lasting
  const lasting = [
    ...(accounts > 0 ? [words.accounts(accounts)] : []),
    ...(memberships > 0 ? [words.memberships(memberships)] : []),
    ...(byHand > 0 ? [words.byHand(byHand)] : [])
  ]
  return (
    <section aria-label={words.title} aria-live="polite" className={styles.column}>
      <Subtitle2 as="h3">{words.title}</Subtitle2>
      {dry.gain.people + dry.lose.people + dry.redate === 0 && <Text>{words.nothing}</Text>}
      {dry.gain.people > 0 && <Side text={words.gain(dry.gain.people, dry.people)} side={dry.gain} />}
      {dry.lose.people > 0 && <Side text={words.lose(dry.lose.people, dry.people)} side={dry.lose} />}
      {dry.redate > 0 && <Text>{words.redate(dry.redate)}</Text>}
      {dry.calls > 0 && <Text>{words.cost(dry.calls, durationOf(dry.seconds, enrollment))}</Text>}
      {lasting.length === 0 ? (
        <Text className={styles.quiet}>{words.safe}</Text>
      ) : (
        <>
          <Text>{words.lasting}</Text>
          <ul className={styles.list}>
            {lasting.map(text => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Side({ text, side }: { readonly text: string; readonly side: DryRun['gain'] }): ReactNode {
  const styles = useStyles()
  const { dry } = useApp().words.enrollment
  const rest = side.people - side.first.length
  return (
    <div>
      <Text>{text}</Text>
      <ul className={styles.list}>
        {side.first.map(({ personId, name, targets }) => (
          <li key={personId}>
            <Text size={200}>{`${name}: ${targets.join(', ')}`}</Text>
          </li>
        ))}
        {rest > 0 && (
          <li>
            <Text size={200}>{dry.more(rest)}</Text>
          </li>
        )}
      </ul>
    </div>
  )
}
