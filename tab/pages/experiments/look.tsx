/** What a look at an experiment says: the finding in words, figures beside their cost, a chart with its table. */
import { Card, Subtitle2, Text, Title3, makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { ExperimentLook, ExperimentView } from '../../../api/contract/experiments.ts'
import { formatDay, useApp } from '../../context.ts'
import { Rows } from '../../rows.tsx'
import { cellText, inPoints, liftText } from './numbers.ts'
import { WeeksChart } from './weeks-chart.tsx'

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2 }
})

export function Look({
  experiment,
  look
}: {
  readonly experiment: ExperimentView
  readonly look: ExperimentLook
}): ReactNode {
  const styles = useStyles()
  const app = useApp()
  const { experiments: words } = app.words
  const evidence = evidenceOf(look, app)
  return (
    <Card>
      <Title3 as="h2">{findingOf(look, app)}</Title3>
      {evidence && <Text>{evidence}</Text>}
      <Text size={200} className={styles.quiet}>
        {words.figures(formatDay(look.madeAt, app))}. {words.counted(cellText(look.people))}.
      </Text>
      {look.outcomes.length > 0 && (
        <Pairs
          title={words.table}
          rows={look.outcomes.map(each => ({
            ...each,
            name: words.outcomeShort[each.outcome],
            note: each.isPrimary ? words.primary : words.secondary
          }))}
        />
      )}
      {look.single && <Text>{words.single(liftText(look.single, app.words, app.locale))}</Text>}
      {look.weeks.length > 1 && (
        <>
          <Subtitle2 as="h3">{words.chart}</Subtitle2>
          <WeeksChart weeks={look.weeks} />
          <Text size={200} className={styles.quiet}>
            {words.decay}
          </Text>
          <Pairs title={words.chart} rows={look.weeks.map(each => ({ ...each, name: `${words.week} ${each.week}` }))} />
        </>
      )}
      {look.costs.length > 0 && (
        <>
          <Subtitle2 as="h3">{words.costTitle}</Subtitle2>
          <Text size={200} className={styles.quiet}>
            {words.costBody} {words.costRule(experiment.costPoints)}
          </Text>
          <Pairs title={words.costTitle} rows={look.costs.map(each => ({ ...each, name: words.costs[each.cost] }))} />
        </>
      )}
    </Card>
  )
}

type App = ReturnType<typeof useApp>

const primaryIn = (look: ExperimentLook) => look.outcomes.find(({ isPrimary }) => isPrimary)

function findingOf(look: ExperimentLook, { words, locale }: App): string {
  const { verdicts, outcomeShort } = words.experiments
  if (look.verdict !== 'helps' && look.verdict !== 'harms') return verdicts[look.verdict]
  const primary = primaryIn(look)
  if (!primary?.lift) return verdicts.not_enough
  return verdicts[look.verdict](outcomeShort[primary.outcome], inPoints(Math.abs(primary.lift.points), locale))
}

function evidenceOf(look: ExperimentLook, { words, locale }: App): string {
  const primary = primaryIn(look)
  if (!primary) return ''
  const { interval, notYetFor, outcomeShort } = words.experiments
  const { lift } = primary
  return [
    look.verdict === 'not_enough' ? notYetFor(outcomeShort[primary.outcome]) : '',
    lift ? interval(inPoints(lift.low, locale), inPoints(lift.high, locale), inPoints(look.surePercent, locale)) : ''
  ]
    .filter(Boolean)
    .join(' ')
}

type Pair = Pick<ExperimentLook['costs'][number], 'nudged' | 'held' | 'lift'> & {
  readonly name: string
  readonly note?: string
}

function Pairs({ title, rows }: { readonly title: string; readonly rows: readonly Pair[] }): ReactNode {
  const styles = useStyles()
  const { words, locale } = useApp()
  const { what, with: withNudges, without, difference } = words.experiments
  return (
    <Rows
      label={title}
      wide
      heads={[what, withNudges, without, difference]}
      rows={rows.map(({ name, note, nudged, held, lift }) => ({
        key: name,
        cells: [
          <>
            {name}
            {note && (
              <Text block size={200} className={styles.quiet}>
                {note}
              </Text>
            )}
          </>,
          cellText(nudged),
          cellText(held),
          liftText(lift, words, locale)
        ]
      }))}
    />
  )
}
