/** Pictures of shares, by Fluent's charts; a file of its own, because they are heavy and come after the words. The table beside each says the same. */
import { HorizontalBarChartWithAxis, LineChart, ResponsiveContainer } from '@fluentui/react-charts'
import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useApp } from '../../context.ts'

const useStyles = makeStyles({ place: { width: '100%', minWidth: 0, overflow: 'hidden' } })

export type Bar = { readonly name: string; readonly share: number; readonly label: string }

const ROW = 40
const AXIS = 70

export function BarsChart({ title, bars }: { readonly title: string; readonly bars: readonly Bar[] }): ReactNode {
  const styles = useStyles()
  const percent = usePercent()
  return (
    <div className={styles.place} style={{ height: `${bars.length * ROW + AXIS}px` }}>
      <ResponsiveContainer>
        <HorizontalBarChartWithAxis
          chartTitle={title}
          data={bars.map(({ name, share, label }) => ({
            x: share,
            y: name,
            legend: name,
            barLabel: label,
            color: tokens.colorBrandBackground,
            xAxisCalloutData: name,
            yAxisCalloutData: label,
            callOutAccessibilityData: { ariaLabel: `${name}: ${label}` }
          }))}
          hideLegend
          showYAxisLables
          showYAxisLablesTooltip
          barHeight={16}
          xMaxValue={1}
          xAxisTickCount={4}
          tickFormat="~%"
          culture={percent.locale}
        />
      </ResponsiveContainer>
    </div>
  )
}

export type Point = { readonly at: Date; readonly share: number; readonly label: string }

export function TrendChart({
  title,
  points
}: {
  readonly title: string
  readonly points: readonly Point[]
}): ReactNode {
  const styles = useStyles()
  const percent = usePercent()
  return (
    <div className={styles.place} style={{ height: '240px' }}>
      <ResponsiveContainer>
        <LineChart
          data={{
            chartTitle: title,
            lineChartData: [
              {
                legend: title,
                color: tokens.colorBrandBackground,
                data: points.map(({ at, share, label }) => ({
                  x: at,
                  y: share,
                  yAxisCalloutData: label,
                  callOutAccessibilityData: { ariaLabel: label }
                }))
              }
            ]
          }}
          hideLegend
          yMinValue={0}
          yMaxValue={1}
          yAxisTickCount={4}
          yAxisTickFormat={percent.format}
          culture={percent.locale}
          useUTC
        />
      </ResponsiveContainer>
    </div>
  )
}

function usePercent() {
  const { locale } = useApp()
  const format = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  return { locale, format: (share: number): string => format.format(share) }
}
