/** A plan as it is made or changed: its two halves, the moment that the cue stands for, and when to be asked. */
import { Button, Card, Field, Input, Select, Text, makeStyles } from '@fluentui/react-components'
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react'
import { changePlanEndpoint, keepPlan, type PlanView } from '../../api/contract/coach.ts'
import { useApp } from '../context.ts'
import { PlanSaid } from '../plan-said.tsx'
import { usePress } from '../press.tsx'
import {
  cueOnOf,
  draftKey,
  draftOf,
  hasDraft,
  isHalf,
  isShort,
  MOMENTS,
  newDraft,
  useDraft,
  wallOf,
  type Drafting,
  type PlanDraft,
  type Wall
} from './plan-draft.ts'
import { Moment } from './plan-moment.tsx'
import { planWordsIn } from './plan-words.ts'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '12px' },
  row: { display: 'flex', flexWrap: 'wrap', gap: '8px' }
})

type MakeProps = { readonly onMade: () => void }

const NEW = 'new'

/** Without a conversation. */
export function MakePlan({ onMade }: MakeProps): ReactNode {
  const { personId, locale } = useApp()
  const key = draftKey(personId, NEW)
  const [{ open, pressed }, setOpen] = useState(() => ({ open: hasDraft(key), pressed: false }))
  const [news, setNews] = useState({ made: false, said: '' })
  const place = useRef<HTMLDivElement>(null)
  const page = planWordsIn(locale)
  // The form is gone with the press: the keyboard goes on from here, unless people's words have it.
  useEffect(() => {
    if (pressed && !open && !news.said) place.current?.querySelector('button')?.focus()
  }, [open, pressed, news.said])
  const turn = (next: boolean): void => {
    setNews({ made: false, said: '' })
    setOpen({ open: next, pressed: true })
  }
  return (
    <>
      {news.said && <PlanSaid text={news.said} />}
      {open ? (
        <Card>
          <NewPlan
            draftKey={key}
            pressed={pressed}
            onSaid={said => setNews({ made: false, said })}
            onCancel={() => turn(false)}
            onMade={said => {
              turn(false)
              setNews({ made: true, said })
              onMade()
            }}
          />
        </Card>
      ) : (
        <div ref={place}>
          <Button onClick={() => turn(true)}>{page.make}</Button>
        </div>
      )}
      <output>{news.made && <Text>{page.made}</Text>}</output>
    </>
  )
}

type NewProps = {
  readonly draftKey: string
  readonly pressed: boolean
  readonly onSaid: (said: string) => void
  readonly onCancel: () => void
  readonly onMade: (said: string) => void
}

function NewPlan({ draftKey: key, pressed, onSaid, onCancel, onMade }: NewProps): ReactNode {
  const { session, locale } = useApp()
  const page = planWordsIn(locale)
  const drafting = useDraft(key, newDraft())
  const { busy, run, problem } = usePress(page.refusals)
  const save = (): void =>
    run(async () => {
      const { cue, action, when, planId } = drafting.draft
      const body = { planId, cue, action, when: when === 'keep' ? 'tomorrow' : when, cueOn: cueOnOf(drafting.draft) }
      const { plan, said } = await session.call(keepPlan, { body })
      if (!plan) return onSaid(said?.text ?? '')
      // Kept before, but the answer was lost: what was typed since goes into it.
      if (plan.cue !== cue.trim() || plan.action !== action.trim())
        await session.call(changePlanEndpoint, { params: { planId }, body: { cue, action } })
      drafting.forget()
      onMade(said?.text ?? '')
    })
  const cancel = (): void => {
    drafting.forget()
    onCancel()
  }
  return (
    <PlanForm
      {...{ drafting, pressed, busy, problem }}
      title={page.make}
      choices={MOMENTS}
      leave={page.leave}
      onSave={save}
      onCancel={cancel}
    />
  )
}

type ChangeProps = {
  readonly plan: PlanView
  readonly pressed: boolean
  readonly onEnd: (changed: boolean) => void
}

export function ChangePlan({ plan, pressed, onEnd }: ChangeProps): ReactNode {
  const { session, personId, locale, timezone } = useApp()
  const page = planWordsIn(locale)
  const drafting = useDraft(draftKey(personId, plan.planId), draftOf(plan, timezone))
  const { busy, run, problem } = usePress(page.refusals)
  const [said, setSaid] = useState('')
  const end = (changed: boolean): void => {
    drafting.forget()
    onEnd(changed)
  }
  const save = (): void =>
    run(async () => {
      const { cue, action, when } = drafting.draft
      const body = {
        cue,
        action,
        ...(when === 'keep' ? {} : { when }),
        ...(isMoved(plan, drafting.draft, timezone) ? { cueOn: cueOnOf(drafting.draft) } : {})
      }
      const heard = await session.call(changePlanEndpoint, { params: { planId: plan.planId }, body })
      setSaid(heard.said?.text ?? '')
      if (!heard.said) end(true)
    })
  return (
    <>
      {said && <PlanSaid text={said} />}
      <PlanForm
        {...{ drafting, pressed, busy, problem }}
        title={page.changeOf(plan.cue)}
        choices={['keep', ...MOMENTS]}
        leave={page.cancel}
        onSave={save}
        onCancel={() => end(false)}
      />
    </>
  )
}

function isMoved({ cueAt }: PlanView, { day, time }: Wall, timezone: string | undefined): boolean {
  const before = wallOf(cueAt, timezone)
  return before.day !== day || before.time !== time
}

type FormProps = {
  readonly drafting: Drafting
  readonly title: string
  readonly choices: readonly PlanDraft['when'][]
  readonly leave: string
  /** Opened by a press: the keyboard goes on in the first field. */
  readonly pressed: boolean
  readonly busy: boolean
  readonly problem: ReactNode
  readonly onSave: () => void
  readonly onCancel: () => void
}

function PlanForm(props: FormProps): ReactNode {
  const { drafting, title, choices, leave, pressed, busy, problem, onSave, onCancel } = props
  const styles = useStyles()
  const page = planWordsIn(useApp().locale)
  const [tried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const { draft, change } = drafting
  const hasMoment = cueOnOf(draft) !== null
  useEffect(() => {
    if (pressed) form.current?.querySelector('input')?.focus()
  }, [])
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (!busy && !isHalf(draft) && ![draft.cue, draft.action].some(isShort)) onSave()
  }
  const half = (part: 'cue' | 'action'): ReactNode => (
    <Field label={page[part]} {...(tried && isShort(draft[part]) ? { validationMessage: page.short } : {})}>
      <Input
        value={draft[part]}
        placeholder={page.examples[part]}
        maxLength={200}
        onChange={(_event, { value }) => change({ [part]: value })}
      />
    </Field>
  )
  return (
    <form ref={form} className={styles.form} aria-label={title} noValidate onSubmit={submit}>
      {half('cue')}
      {half('action')}
      <Moment wall={draft} legend={page.moment} wrong={tried && isHalf(draft) ? page.half : ''} onChange={change} />
      <Field label={page.when}>
        <Select
          value={draft.when}
          onChange={(_event, { value }) => change({ when: choices.find(each => each === value) ?? draft.when })}
        >
          {choices.map(each => (
            <option key={each} value={each}>
              {(hasMoment ? page.momentsAfter : page.moments)[each]}
            </option>
          ))}
        </Select>
      </Field>
      <div className={styles.row}>
        <Button type="submit" appearance="primary" disabled={busy}>
          {page.save}
        </Button>
        <Button disabled={busy} onClick={onCancel}>
          {leave}
        </Button>
      </div>
      {problem}
    </form>
  )
}
