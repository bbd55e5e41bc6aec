/** If-then plans: what is open first; each can be changed, closed, and taken to a calendar. */
import {
  Button,
  Card,
  CardFooter,
  Field,
  Input,
  Select,
  Text,
  Title3,
  makeStyles,
  tokens
} from '@fluentui/react-components'
import { useId, useState, type ReactNode } from 'react'
import {
  changePlanEndpoint,
  closePlanEndpoint,
  getPlans,
  planCalendar,
  type PlanView
} from '../../api/contract/coach.ts'
import { download } from '../download.ts'
import { formatMoment, useApp, useGoing } from '../context.ts'
import { Loading, useLoaded } from '../load.tsx'
import { NotHere } from '../not-here.tsx'
import { usePress } from '../press.tsx'
import { PlanSaid } from '../plan-said.tsx'
import { planWordsIn } from './plan-words.ts'

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: '12px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  words: { overflowWrap: 'anywhere' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  form: { display: 'flex', flexDirection: 'column', gap: '8px' }
})

export type Plan = PlanView & { readonly due: boolean }

export function PlansPage(): ReactNode {
  const styles = useStyles()
  const { session, words, locale } = useApp()
  const { item } = useGoing()
  const page = planWordsIn(locale)
  const loaded = useLoaded(() => session.call(getPlans))
  return (
    <Loading loaded={loaded}>
      {({ plans }) => (
        <div className={styles.list}>
          {item && !plans.some(({ planId }) => planId === item) && <NotHere item={item} said={page.notHere} />}
          {plans.length === 0 && <Text>{words.noPlans}</Text>}
          <PlanList title={page.openOnes} plans={plans.filter(isOpen)} onChange={loaded.reload} />
          <PlanList title={page.closedOnes} plans={plans.filter(plan => !isOpen(plan))} onChange={loaded.reload} />
        </div>
      )}
    </Loading>
  )
}

const isOpen = ({ state }: PlanView): boolean => state === 'open'

type ListProps = { readonly title: string; readonly plans: readonly Plan[]; readonly onChange: () => void }

function PlanList({ title, plans, onChange }: ListProps): ReactNode {
  if (plans.length === 0) return null
  return (
    <>
      <Title3 as="h2">{title}</Title3>
      {plans.map(plan => (
        <PlanCard key={plan.planId} plan={plan} onChange={onChange} />
      ))}
    </>
  )
}

type Props = { readonly plan: Plan; readonly title?: string; readonly onChange: () => void }

export function PlanCard({ plan, title, onChange }: Props): ReactNode {
  const styles = useStyles()
  const app = useApp()
  const { words } = app
  const said = useId()
  const [changing, setChanging] = useState(false)
  return (
    <Card id={plan.planId} {...(changing ? {} : { 'aria-labelledby': said })}>
      {title && (
        <Text size={200} className={styles.quiet}>
          {title}
        </Text>
      )}
      {changing ? (
        <ChangePlan
          plan={plan}
          onEnd={changed => {
            setChanging(false)
            if (changed) onChange()
          }}
        />
      ) : (
        <>
          <Text id={said} size={400} weight="semibold" className={styles.words}>
            {words.ifThen(plan.cue, plan.action)}
          </Text>
          <Text size={200} className={styles.quiet}>
            {isOpen(plan)
              ? plan.followUpAt && words[plan.due ? 'dueOn' : 'asksOn'](formatMoment(plan.followUpAt, app))
              : `${words.planStates[plan.state]} · ${formatMoment(plan.madeAt, app)}`}
          </Text>
          {isOpen(plan) && <OpenPlan plan={plan} onChange={onChange} onEdit={() => setChanging(true)} />}
        </>
      )}
    </Card>
  )
}

function OpenPlan({ plan, onChange, onEdit }: Props & { readonly onEdit: () => void }): ReactNode {
  const styles = useStyles()
  const { session, words, locale } = useApp()
  const { busy, run, problem } = usePress()
  const page = planWordsIn(locale)
  const params = { planId: plan.planId }
  const close = (outcome: 'kept' | 'missed' | 'dropped'): void =>
    run(async () => {
      await session.call(closePlanEndpoint, { params, body: { outcome } })
      onChange()
    })
  return (
    <>
      <CardFooter className={styles.buttons}>
        <Button disabled={busy} onClick={() => close('kept')}>
          {words.happened}
        </Button>
        <Button disabled={busy} onClick={() => close('missed')}>
          {words.notYet}
        </Button>
        <Button disabled={busy} appearance="subtle" onClick={() => close('dropped')}>
          {words.drop}
        </Button>
        <Button disabled={busy} appearance="subtle" aria-label={page.changeOf(plan.cue)} onClick={onEdit}>
          {page.change}
        </Button>
        {plan.followUpAt && (
          <Button
            disabled={busy}
            appearance="subtle"
            aria-label={page.calendarOf(plan.cue)}
            onClick={() => run(async () => download(await session.save(planCalendar, { params })))}
          >
            {page.calendar}
          </Button>
        )}
      </CardFooter>
      {problem}
    </>
  )
}

const MOMENTS = ['keep', 'today', 'tomorrow', 'three_days', 'next_week', 'never'] as const
type When = (typeof MOMENTS)[number]
const SHORTEST = 3

type ChangeProps = { readonly plan: Plan; readonly onEnd: (changed: boolean) => void }

function ChangePlan({ plan, onEnd }: ChangeProps): ReactNode {
  const styles = useStyles()
  const { session, locale } = useApp()
  const { busy, run, problem } = usePress()
  const [cue, setCue] = useState(plan.cue)
  const [action, setAction] = useState(plan.action)
  const [when, setWhen] = useState<When>('keep')
  const [said, setSaid] = useState('')
  const page = planWordsIn(locale)
  const short = [cue, action].some(each => each.trim().length < SHORTEST)
  const save = (): void =>
    run(async () => {
      const body = { cue, action, ...(when === 'keep' ? {} : { when }) }
      const heard = await session.call(changePlanEndpoint, { params: { planId: plan.planId }, body })
      setSaid(heard.said?.text ?? '')
      if (!heard.said) onEnd(true)
    })
  return (
    <div className={styles.form}>
      {said && <PlanSaid text={said} />}
      <Field label={page.cue}>
        <Input value={cue} maxLength={200} onChange={(_event, { value }) => setCue(value)} />
      </Field>
      <Field label={page.action} {...(short ? { validationMessage: page.short } : {})}>
        <Input value={action} maxLength={200} onChange={(_event, { value }) => setAction(value)} />
      </Field>
      <Field label={page.when}>
        <Select
          value={when}
          onChange={(_event, { value }) => setWhen(MOMENTS.find(moment => moment === value) ?? 'keep')}
        >
          {MOMENTS.map(moment => (
            <option key={moment} value={moment}>
              {page.moments[moment]}
            </option>
          ))}
        </Select>
      </Field>
      <div className={styles.buttons}>
        <Button appearance="primary" disabled={busy || short} onClick={save}>
          {page.save}
        </Button>
        <Button disabled={busy} onClick={() => onEnd(false)}>
          {page.cancel}
        </Button>
      </div>
      {problem}
    </div>
  )
}
