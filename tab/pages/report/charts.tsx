/** A share over time, by Fluent's chart; a file of its own, because it is heavy and comes after the words. The table beside it says the same. */
import { LineChart, ResponsiveContainer } from '@fluentui/react-charts'
import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useApp } from '../../context.ts'

const useStyles = makeStyles({ place: { width: '100%', minWidth: 0, overflow: 'hidden' } })

type Point = { readonly at: Date; readonly share: number; readonly label: string }

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
