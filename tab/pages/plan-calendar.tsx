/** A plan's way into any calendar: at its cue's moment, which is asked for where there is none. */
import { Button, makeStyles } from '@fluentui/react-components'
import { useState, type FormEvent, type ReactNode } from 'react'
import { changePlanEndpoint, planCalendar, type PlanView } from '../../api/contract/coach.ts'
import { useApp } from '../context.ts'
import { download } from '../download.ts'
import { usePress } from '../press.tsx'
import { cueOnOf, wallOf } from './plan-draft.ts'
import { Moment } from './plan-moment.tsx'
import { planWordsIn } from './plan-words.ts'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '12px' },
  row: { display: 'flex', flexWrap: 'wrap', gap: '8px' }
})

/** @returns saves the plan's file. */
export function useCalendar(plan: PlanView): () => Promise<void> {
  const { session } = useApp()
  return async () => download(await session.save(planCalendar, { params: { planId: plan.planId } }))
}

type Props = { readonly plan: PlanView; readonly onEnd: () => void; readonly onChange: () => void }

export function AskMoment({ plan, onEnd, onChange }: Props): ReactNode {
  const styles = useStyles()
  const { session, locale } = useApp()
  const page = planWordsIn(locale)
  const save = useCalendar(plan)
  const { busy, run, problem } = usePress(page.refusals)
  const [wall, setWall] = useState(wallOf(null, undefined))
  const [tried, setTried] = useState(false)
  const cueOn = cueOnOf(wall)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (!cueOn || busy) return
    run(async () => {
      await session.call(changePlanEndpoint, { params: { planId: plan.planId }, body: { cueOn } })
      await save()
      onChange()
      onEnd()
    })
  }
  return (
    <form className={styles.form} aria-label={page.calendarOf(plan.cue)} noValidate onSubmit={submit}>
      <Moment
        wall={wall}
        legend={page.askMoment}
        wrong={tried && !cueOn ? page.half : ''}
        onChange={part => setWall(before => ({ ...before, ...part }))}
      />
      <div className={styles.row}>
        <Button type="submit" disabled={busy}>
          {page.toCalendar}
        </Button>
        <Button appearance="subtle" disabled={busy} onClick={onEnd}>
          {page.leave}
        </Button>
      </div>
      {problem}
    </form>
  )
}
