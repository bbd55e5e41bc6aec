import { Button, Card, CardFooter, Text, makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { closePlanEndpoint, getPlans, type PlanView } from '../../api/contract/coach.ts'
import { formatMoment, useApp } from '../context.ts'
import { Loading, useLoaded } from '../load.tsx'
import { usePress } from '../press.tsx'

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: '12px' },
  quiet: { color: tokens.colorNeutralForeground2 }
})

export function PlansPage(): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const loaded = useLoaded(() => session.call(getPlans))
  return (
    <Loading loaded={loaded}>
      {({ plans }) => (
        <div className={styles.list}>
          {plans.length === 0 && <Text>{words.noPlans}</Text>}
          {plans.map(plan => (
            <PlanCard key={plan.planId} plan={plan} onChange={loaded.reload} />
          ))}
        </div>
      )}
    </Loading>
  )
}

type Props = { readonly plan: PlanView; readonly title?: string; readonly onChange: () => void }

export function PlanCard({ plan, title, onChange }: Props): ReactNode {
  const styles = useStyles()
  const app = useApp()
  const { session, words } = app
  const { busy, run, problem } = usePress()
  const close = (outcome: 'kept' | 'missed' | 'dropped'): void =>
    run(async () => {
      await session.call(closePlanEndpoint, { params: { planId: plan.planId }, body: { outcome } })
      onChange()
    })
  return (
    <Card>
      {title && (
        <Text size={200} className={styles.quiet}>
          {title}
        </Text>
      )}
      <Text size={400} weight="semibold">
        {words.ifThen(plan.cue, plan.action)}
      </Text>
      <Text size={200} className={styles.quiet}>
        {plan.state === 'open'
          ? plan.followUpAt && words.asksOn(formatMoment(plan.followUpAt, app))
          : `${words.planStates[plan.state]} · ${formatMoment(plan.madeAt, app)}`}
      </Text>
      {plan.state === 'open' && (
        <CardFooter>
          <Button disabled={busy} onClick={() => close('kept')}>
            {words.happened}
          </Button>
          <Button disabled={busy} onClick={() => close('missed')}>
            {words.notYet}
          </Button>
          <Button disabled={busy} appearance="subtle" onClick={() => close('dropped')}>
            {words.drop}
          </Button>
        </CardFooter>
      )}
      {problem}
    </Card>
  )
}
