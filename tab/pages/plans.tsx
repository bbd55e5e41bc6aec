/** If-then plans: one is made, what is open comes first; each can be changed, closed, and taken to a calendar. */
import { Button, Card, CardFooter, Text, Title3, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useId, useRef, useState, type ReactNode, type RefObject } from 'react'
import { closePlanEndpoint, getPlans, type PlanView } from '../../api/contract/coach.ts'
import { formatMoment, useApp, useGoing } from '../context.ts'
import { Loading, useLoaded } from '../load.tsx'
import { NotHere } from '../not-here.tsx'
import { usePress } from '../press.tsx'
import { AskMoment, useCalendar } from './plan-calendar.tsx'
import { draftKey, hasDraft } from './plan-draft.ts'
import { ChangePlan, MakePlan } from './plan-form.tsx'
import { planWordsIn } from './plan-words.ts'

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: '12px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  words: { overflowWrap: 'anywhere' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' }
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
          <MakePlan onMade={loaded.reload} />
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
  const { words, personId, locale } = app
  const said = useId()
  const [{ changing, pressed }, setChanging] = useState(() => ({
    changing: isOpen(plan) && hasDraft(draftKey(personId, plan.planId)),
    pressed: false
  }))
  const buttons = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (pressed && !changing) buttons.current?.querySelector<HTMLElement>('[data-edit]')?.focus()
  }, [changing, pressed])
  const turn = (next: boolean): void => setChanging({ changing: next, pressed: true })
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
          pressed={pressed}
          onEnd={changed => {
            turn(false)
            if (changed) onChange()
          }}
        />
      ) : (
        <>
          <Text id={said} size={400} weight="semibold" className={styles.words}>
            {words.ifThen(plan.cue, plan.action)}
          </Text>
          {plan.cueAt && <Text size={200}>{planWordsIn(locale).cueAt(formatMoment(plan.cueAt, app))}</Text>}
          <Text size={200} className={styles.quiet}>
            {isOpen(plan)
              ? plan.followUpAt && words[plan.due ? 'dueOn' : 'asksOn'](formatMoment(plan.followUpAt, app))
              : `${words.planStates[plan.state]} · ${formatMoment(plan.madeAt, app)}`}
          </Text>
          {isOpen(plan) && <OpenPlan plan={plan} onChange={onChange} buttons={buttons} onEdit={() => turn(true)} />}
        </>
      )}
    </Card>
  )
}

type OpenProps = Props & { readonly buttons: RefObject<HTMLDivElement | null>; readonly onEdit: () => void }

function OpenPlan({ plan, onChange, buttons, onEdit }: OpenProps): ReactNode {
  const styles = useStyles()
  const { session, words, locale } = useApp()
  const page = planWordsIn(locale)
  const { busy, run, problem } = usePress(page.refusals)
  const toCalendar = useCalendar(plan)
  const [asking, setAsking] = useState(false)
  const params = { planId: plan.planId }
  const endAsking = (): void => {
    setAsking(false)
    buttons.current?.querySelector<HTMLElement>('[data-calendar]')?.focus()
  }
  const close = (outcome: 'kept' | 'missed' | 'dropped'): void =>
    run(async () => {
      await session.call(closePlanEndpoint, { params, body: { outcome } })
      onChange()
    })
  return (
    <>
      <CardFooter>
        <div ref={buttons} className={styles.buttons}>
          <Button disabled={busy} onClick={() => close('kept')}>
            {words.happened}
          </Button>
          <Button disabled={busy} onClick={() => close('missed')}>
            {words.notYet}
          </Button>
          <Button disabled={busy} appearance="subtle" onClick={() => close('dropped')}>
            {words.drop}
          </Button>
          <Button data-edit disabled={busy} appearance="subtle" aria-label={page.changeOf(plan.cue)} onClick={onEdit}>
            {page.change}
          </Button>
          <Button
            disabled={busy}
            appearance="subtle"
            data-calendar
            aria-label={page.calendarOf(plan.cue)}
            {...(plan.cueAt ? {} : { 'aria-expanded': asking })}
            onClick={() => (plan.cueAt ? run(toCalendar) : setAsking(!asking))}
          >
            {page.calendar}
          </Button>
        </div>
      </CardFooter>
      {problem}
      {asking && <AskMoment plan={plan} onEnd={endAsking} onChange={onChange} />}
    </>
  )
}
