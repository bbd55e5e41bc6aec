/** A chart once its code is there. Where that does not come, words and table stand without it. */
import { Text } from '@fluentui/react-components'
import { lazy, Suspense, type ReactNode } from 'react'
import { Boundary } from '../../boundary.tsx'
import { useReportWords } from './words.ts'

export const TrendChart = lazy(async () => ({ default: (await import('./charts.tsx')).TrendChart }))

export function Picture({ children }: { readonly children: ReactNode }): ReactNode {
  const said = useReportWords()
  return (
    <Boundary fallback={<Text>{said.chartFailed}</Text>}>
      <Suspense fallback={null}>{children}</Suspense>
    </Boundary>
  )
}
