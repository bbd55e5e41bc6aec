/** Shares of both groups by week, from zero. The table below it says the same, so it is a picture only. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { ExperimentLook } from '../../../api/contract/experiments.ts'
import { useApp } from '../../context.ts'
import { shareOf } from './numbers.ts'

const useStyles = makeStyles({
  chart: { display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: '8px', fontSize: tokens.fontSizeBase200 },
  scale: { display: 'flex', flexDirection: 'column', justifyContent: 'space-between', textAlign: 'right' },
  plot: { width: '100%', height: '160px', borderBottom: `1px solid ${tokens.colorNeutralStroke1}` },
  weeks: { gridColumn: 2, display: 'flex', justifyContent: 'space-between' },
  names: { gridColumn: 2, display: 'flex', gap: '16px', flexWrap: 'wrap', fontWeight: tokens.fontWeightSemibold },
  line: { fill: 'none', strokeWidth: '2.5px', vectorEffect: 'non-scaling-stroke' },
  nudged: { stroke: tokens.colorBrandForeground1 },
  held: { stroke: tokens.colorNeutralForeground2, strokeDasharray: '6 4' },
  name: { display: 'flex', gap: '6px', alignItems: 'center' },
  sample: { width: '28px', height: '4px' }
})

/** The plot is stretched to its place, so its own units are shares of it. */
const SIZE = 100

export function WeeksChart({ weeks }: { readonly weeks: ExperimentLook['weeks'] }): ReactNode {
  const styles = useStyles()
  const { words, locale } = useApp()
  const { week, with: withNudges, without } = words.experiments
  const lines = [
    { name: withNudges, look: styles.nudged, points: knownOf(weeks, 'nudged') },
    { name: without, look: styles.held, points: knownOf(weeks, 'held') }
  ]
  const top = nextTenth(Math.max(0, ...lines.flatMap(({ points }) => points.map(({ share }) => share))))
  const last = weeks.at(-1)?.week ?? 1
  if (top === 0 || last === 1) return null
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const pathOf = (points: readonly Point[]): string =>
    points
      .map((point, i) => {
        const x = (SIZE * (point.week - 1)) / (last - 1)
        return `${i === 0 ? 'M' : 'L'}${x} ${SIZE * (1 - point.share / top)}`
      })
      .join('')
  return (
    <div className={styles.chart} aria-hidden>
      <div className={styles.scale}>
        <span>{percent.format(top)}</span>
        <span>{percent.format(0)}</span>
      </div>
      <svg className={styles.plot} viewBox={`0 0 ${SIZE} ${SIZE}`} preserveAspectRatio="none">
        {lines.map(({ name, look, points }) => (
          <path key={name} d={pathOf(points)} className={mergeClasses(styles.line, look)} />
        ))}
      </svg>
      <div className={styles.weeks}>
        <span>{`${week} 1`}</span>
        <span>{`${week} ${last}`}</span>
      </div>
      <div className={styles.names}>
        {lines.map(({ name, look }) => (
          <span key={name} className={styles.name}>
            <svg className={styles.sample} viewBox="0 0 28 4">
              <path d="M0 2L28 2" className={mergeClasses(styles.line, look)} />
            </svg>
            {name}
          </span>
        ))}
      </div>
    </div>
  )
}

type Point = { readonly week: number; readonly share: number }

const knownOf = (weeks: ExperimentLook['weeks'], arm: 'nudged' | 'held'): readonly Point[] =>
  weeks.flatMap(({ week, [arm]: cell }) => {
    const share = shareOf(cell)
    return share === undefined ? [] : [{ week, share }]
  })

const nextTenth = (share: number): number => Math.ceil(share * 10) / 10
