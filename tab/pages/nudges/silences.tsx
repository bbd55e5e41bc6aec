/** Ways to hear nothing: for a while, while away, for good. Each ends by itself or by one press, and can be undone. */
import { Button, Field, Input, Text, makeStyles } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import type { PreferenceChange } from '../../../api/contract/nudges.ts'
import { ConfirmButton } from '../../confirm.tsx'
import { formatDay, useApp } from '../../context.ts'
import type { ChoiceProps } from './choices.tsx'
import { addDays, startOfDay } from './days.ts'
import { Group } from './group.tsx'

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'flex-end' }
})

const LONGEST_DAYS = 365

type UntilProps = {
  readonly label: string
  readonly button: string
  readonly today: string
  readonly onChoose: (day: string) => void
}

/** From tomorrow on, for a year at most. */
function Until({ label, button, today, onChoose }: UntilProps): ReactNode {
  const styles = useStyles()
  const [day, setDay] = useState('')
  const [first, last] = [addDays(today, 1), addDays(today, LONGEST_DAYS)]
  const fits = day >= first && day <= last
  return (
    <div className={styles.row}>
      <Field label={label}>
        <Input type="date" min={first} max={last} value={day} onChange={(_event, { value }) => setDay(value)} />
      </Field>
      <Button disabledFocusable={!fits} onClick={() => onChoose(day)}>
        {button}
      </Button>
    </div>
  )
}

type SilenceProps = { readonly said: string; readonly button: string; readonly onEnd: () => void }

const Silence = ({ said, button, onEnd }: SilenceProps): ReactNode => (
  <>
    <Text weight="semibold">{said}</Text>
    <Button onClick={onEnd}>{button}</Button>
  </>
)

export function Pause({ value, preferences }: ChoiceProps): ReactNode {
  const app = useApp()
  const said = app.words.ownNudges
  const { timezone } = value.zone
  const wish = (pausedUntil: string | null, told?: string): void =>
    preferences.wish({ group: 'pause', change: { pausedUntil }, ...(told ? { said: told } : {}) })
  const day = (iso: string): string => formatDay(iso, { ...app, timezone })
  return (
    <Group name="pause" title={said.pause} body={said.pauseBody} preferences={preferences}>
      {value.pausedUntil ? (
        <Silence
          said={said.paused(day(value.pausedUntil))}
          button={said.resume}
          onEnd={() => wish(null, said.resumed)}
        />
      ) : (
        <Until
          label={said.pauseUntil}
          button={said.answers.pause}
          today={value.today}
          onChoose={chosen => wish(startOfDay(chosen, timezone).toISOString())}
        />
      )}
    </Group>
  )
}

export function Away({ value, preferences }: ChoiceProps): ReactNode {
  const app = useApp()
  const said = app.words.ownNudges
  const wish = (awayUntil: string | null, told?: string): void =>
    preferences.wish({ group: 'away', change: { awayUntil }, ...(told ? { said: told } : {}) })
  return (
    <Group name="away" title={said.away} body={said.awayBody} preferences={preferences}>
      {value.awayUntil ? (
        <Silence
          said={said.isAway(formatDay(value.awayUntil, { ...app, timezone: 'UTC' }))}
          button={said.back}
          onEnd={() => wish(null, said.isBack)}
        />
      ) : (
        <Until label={said.awayUntil} button={said.saveDay} today={value.today} onChoose={chosen => wish(chosen)} />
      )}
    </Group>
  )
}

export function Stop({ value, preferences }: ChoiceProps): ReactNode {
  const said = useApp().words.ownNudges
  const wish = (change: PreferenceChange, told: string): void => preferences.wish({ group: 'stop', change, said: told })
  return (
    <Group name="stop" title={said.stop} body={said.stopBody} preferences={preferences}>
      {value.stopped ? (
        <Silence said={said.stopped} button={said.start} onEnd={() => wish({ stopped: false }, said.started)} />
      ) : (
        <ConfirmButton
          label={said.stopButton}
          title={said.stopTitle}
          body={said.stopBody}
          keep={said.keep}
          onConfirm={() => wish({ stopped: true }, said.stopped)}
        />
      )}
    </Group>
  )
}
