/** What people wrote, said where a plan was typed: the lines come first, and stay until the person goes on. */
import { Badge, Card, Text, makeStyles } from '@fluentui/react-components'
import { useEffect, useRef, type ReactNode } from 'react'
import { useApp } from './context.ts'

const useStyles = makeStyles({
  words: { whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
  place: { outlineStyle: 'none' }
})

export function PlanSaid({ text }: { readonly text: string }): ReactNode {
  const styles = useStyles()
  const { words } = useApp()
  const place = useRef<HTMLDivElement>(null)
  // Whoever cannot see it appear is taken to it.
  useEffect(() => place.current?.focus(), [text])
  return (
    <div ref={place} role="alert" tabIndex={-1} className={styles.place}>
      <Card>
        <div>
          <Badge appearance="tint">{words.humanLabel}</Badge>
        </div>
        <Text className={styles.words}>{text}</Text>
      </Card>
    </div>
  )
}
