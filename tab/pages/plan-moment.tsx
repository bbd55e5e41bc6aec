/** A day and a time by the person's own clock. */
import { Field, Input, Text, makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useApp } from '../context.ts'
import type { Wall } from './plan-draft.ts'
import { planWordsIn } from './plan-words.ts'

const useStyles = makeStyles({
  moment: { border: 0, margin: 0, padding: 0, minWidth: 0 },
  row: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  quiet: { color: tokens.colorNeutralForeground2 }
})

type MomentProps = {
  readonly wall: Wall
  readonly legend: string
  readonly wrong: string
  readonly onChange: (part: Partial<Wall>) => void
}

export function Moment({ wall, legend, wrong, onChange }: MomentProps): ReactNode {
  const styles = useStyles()
  const { locale, timezone } = useApp()
  const page = planWordsIn(locale)
  return (
    <fieldset className={styles.moment}>
      <legend>{legend}</legend>
      <div className={styles.row}>
        <Field label={page.day}>
          <Input type="date" value={wall.day} onChange={(_event, { value }) => onChange({ day: value })} />
        </Field>
        <Field label={page.time} {...(wrong ? { validationMessage: wrong } : {})}>
          <Input type="time" value={wall.time} onChange={(_event, { value }) => onChange({ time: value })} />
        </Field>
      </div>
      {timezone && (
        <Text size={200} className={styles.quiet}>
          {page.zone(timezone.replaceAll('_', ' '))}
        </Text>
      )}
    </fieldset>
  )
}
