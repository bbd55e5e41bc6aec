/** What to show where something could not be loaded. */
import { Button, Text } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useCenter } from './center.ts'

type Props = { readonly title: string; readonly problem: string; readonly onRetry: () => void }

export function Failed({ title, problem, onRetry }: Props): ReactNode {
  return (
    <div className={useCenter()} role="alert">
      <Text size={400} weight="semibold" align="center">
        {title}
      </Text>
      <Text align="center">{problem}</Text>
      <Button onClick={onRetry}>Try again</Button>
    </div>
  )
}
