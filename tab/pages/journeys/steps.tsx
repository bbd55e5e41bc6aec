/** The steps by week and day; one at a time is open to be changed. */
import { Button, Subtitle2, Text, makeStyles, tokens } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import { inOrder, type JourneyContent, type Step } from '../../../api/contract/journeys.ts'
import { useApp } from '../../context.ts'
import type { Words } from '../../words.ts'
import { StepForm } from './step-form.tsx'
import type { Choices } from './use-journey.ts'

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '8px', minWidth: 0 },
  list: { margin: 0, paddingLeft: '20px', display: 'flex', flexDirection: 'column', gap: '8px' },
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap', alignItems: 'center' },
  text: { overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 }
})

type Props = {
  readonly content: JourneyContent
  readonly language: string
  readonly choices: Choices
  readonly onChange: (content: JourneyContent) => void
}

export const nameOf = (step: Step, language: string, { journeys }: Pick<Words, 'journeys'>): string =>
  journeys.step(
    step.day,
    step.kind === 'course' ? journeys.course(step.courseName) : step.words[language]?.action.trim() || journeys.noWords
  )

export function Steps({ content, language, choices, onChange }: Props): ReactNode {
  const styles = useStyles()
  const { journeys } = useApp().words
  const [open, setOpen] = useState<string>()
  const put = (steps: readonly Step[]): void => onChange({ ...content, steps: [...steps] })
  const last = inOrder(content.steps).at(-1)
  const place = { week: Math.min(52, last ? last.week : 1), day: Math.min(7, last ? last.day + 1 : 2) }
  const add = (step: Step): void => {
    put([...content.steps, step])
    setOpen(step.stepId)
  }
  const weeks = Map.groupBy(inOrder(content.steps), ({ week }) => week)
  const line = { content, language, choices, open, setOpen, put }
  return (
    <div className={styles.column}>
      {content.steps.length === 0 && <Text>{journeys.noSteps}</Text>}
      {[...weeks].map(([week, steps]) => (
        <section key={week} className={styles.column}>
          <Subtitle2 as="h3">{journeys.week(week)}</Subtitle2>
          <ol className={styles.list}>
            {steps.map(step => (
              <Line key={step.stepId} step={step} {...line} />
            ))}
          </ol>
        </section>
      ))}
      <div className={styles.row}>
        <Button onClick={() => add({ kind: 'nudge', stepId: crypto.randomUUID(), ...place, minutes: 2, words: {} })}>
          {journeys.addNudge}
        </Button>
        <Button
          onClick={() =>
            add({
              kind: 'course',
              stepId: crypto.randomUUID(),
              ...place,
              courseId: '',
              courseName: '',
              begin: 3,
              finish: 10,
              done: true
            })
          }
        >
          {journeys.addCourse}
        </Button>
      </div>
    </div>
  )
}

type LineProps = Omit<Props, 'onChange'> & {
  readonly step: Step
  readonly open: string | undefined
  readonly setOpen: (stepId: string | undefined) => void
  readonly put: (steps: readonly Step[]) => void
}

function Line({ step, content, language, choices, open, setOpen, put }: LineProps): ReactNode {
  const styles = useStyles()
  const { words } = useApp()
  const { journeys } = words
  const name = nameOf(step, language, words)
  const { stepId } = step
  if (open === stepId)
    return (
      <li>
        <StepForm
          {...{ step, language, choices }}
          onChange={next => put(content.steps.map(each => (each.stepId === stepId ? next : each)))}
          onClose={() => setOpen(undefined)}
        />
      </li>
    )
  return (
    <li>
      <Text block className={styles.text}>
        {name}
      </Text>
      <div className={styles.row}>
        <Button size="small" appearance="subtle" aria-label={journeys.change(name)} onClick={() => setOpen(stepId)}>
          {journeys.changeShort}
        </Button>
        <Button
          size="small"
          appearance="subtle"
          aria-label={journeys.remove(name)}
          onClick={() => put(content.steps.filter(each => each.stepId !== stepId))}
        >
          {journeys.removeShort}
        </Button>
      </div>
    </li>
  )
}
