/** One step as a form: where it stands, and what it says or which course it is about. */
import { Button, Checkbox, Field, Input, Select, Text, makeStyles } from '@fluentui/react-components'
import { useEffect, useRef, type ReactNode } from 'react'
import type { Step } from '../../../api/contract/journeys.ts'
import { useApp } from '../../context.ts'
import { NudgeForm } from '../../nudge-form.tsx'
import type { Choices } from './use-journey.ts'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '8px', border: 0, margin: 0, padding: 0, minWidth: 0 },
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
  field: { gridTemplateColumns: 'minmax(0, 1fr)' },
  wide: { minWidth: 0 }
})

type Props = {
  readonly step: Step
  readonly language: string
  readonly choices: Choices
  readonly onChange: (next: Step) => void
  readonly onClose: () => void
}

export function StepForm({ step, language, choices, onChange, onClose }: Props): ReactNode {
  const styles = useStyles()
  const { journeys } = useApp().words
  const form = useRef<HTMLFieldSetElement>(null)
  // What was pressed to open it is gone: the first field takes the focus.
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  return (
    <fieldset ref={form} className={styles.form}>
      <div className={styles.row}>
        <Whole label={journeys.weekField} value={step.week} most={52} onChange={week => onChange({ ...step, week })} />
        <Whole label={journeys.dayField} value={step.day} most={7} onChange={day => onChange({ ...step, day })} />
        {step.kind === 'nudge' && (
          <Whole
            label={journeys.minutes}
            value={step.minutes}
            most={60}
            onChange={minutes => onChange({ ...step, minutes })}
          />
        )}
      </div>
      {step.kind === 'nudge' ? (
        <NudgeForm
          language={language}
          words={step.words[language]}
          onChange={words => onChange({ ...step, words: { ...step.words, [language]: words } })}
        />
      ) : (
        <CourseFields step={step} choices={choices} onChange={onChange} />
      )}
      <div>
        <Button onClick={onClose}>{journeys.closeStep}</Button>
      </div>
    </fieldset>
  )
}

type WholeProps = {
  readonly label: string
  readonly value: number
  readonly most: number
  readonly onChange: (value: number) => void
}

function Whole({ label, value, most, onChange }: WholeProps): ReactNode {
  const styles = useStyles()
  return (
    <Field label={label} className={styles.field}>
      <Input
        type="number"
        className={styles.wide}
        min={1}
        max={most}
        value={String(value)}
        onChange={(_event, { value: typed }) => onChange(Math.max(1, Math.min(most, Math.trunc(Number(typed)) || 1)))}
      />
    </Field>
  )
}

type CourseStep = Extract<Step, { kind: 'course' }>
type CourseProps = Pick<Props, 'choices' | 'onChange'> & { readonly step: CourseStep }

function CourseFields({ step, choices, onChange }: CourseProps): ReactNode {
  const styles = useStyles()
  const { journeys } = useApp().words
  const known = choices.courses.some(({ courseId }) => courseId === step.courseId)
  const courses = known || !step.courseId ? choices.courses : [step, ...choices.courses]
  const choose = (courseId: string): void => {
    const courseName = courses.find(course => course.courseId === courseId)?.courseName ?? ''
    onChange({ ...step, courseId, courseName })
  }
  return (
    <>
      <Field label={journeys.whichCourse} hint={journeys.courseHint} className={styles.field}>
        <Select value={step.courseId} onChange={(_event, { value }) => choose(value)}>
          <option value="">{journeys.choose}</option>
          {courses.map(({ courseId, courseName }) => (
            <option key={courseId} value={courseId}>
              {courseName}
            </option>
          ))}
        </Select>
      </Field>
      {courses.length === 0 && <Text>{journeys.noCourses}</Text>}
      <Days label={journeys.begin} value={step.begin} most={60} onChange={begin => onChange({ ...step, begin })} />
      <Days label={journeys.finish} value={step.finish} most={120} onChange={finish => onChange({ ...step, finish })} />
      <Checkbox
        label={journeys.done}
        checked={step.done}
        onChange={(_event, { checked }) => onChange({ ...step, done: checked === true })}
      />
    </>
  )
}

type DaysProps = {
  readonly label: string
  readonly value: number | null
  readonly most: number
  readonly onChange: (value: number | null) => void
}

function Days({ label, value, most, onChange }: DaysProps): ReactNode {
  const styles = useStyles()
  const take = (typed: string): number | null =>
    typed === '' ? null : Math.max(1, Math.min(most, Math.trunc(Number(typed)) || 1))
  return (
    <Field label={label} className={styles.field}>
      <Input
        type="number"
        className={styles.wide}
        min={1}
        max={most}
        value={value === null ? '' : String(value)}
        onChange={(_event, { value: typed }) => onChange(take(typed))}
      />
    </Field>
  )
}
