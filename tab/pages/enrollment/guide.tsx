/** Retiring the former sign-on, step by step: who, what shows that it worked, and the way back. */
import { Card, Subtitle2, Text, Title3, makeStyles } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useApp } from '../../context.ts'

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: '24px', display: 'flex', flexDirection: 'column', gap: '12px' },
  step: { display: 'flex', flexDirection: 'column', overflowWrap: 'anywhere' }
})

export function Guide(): ReactNode {
  const styles = useStyles()
  const { guide } = useApp().words
  return (
    <Card>
      <Title3 as="h2">{guide.title}</Title3>
      <Text>{guide.body}</Text>
      <ol className={styles.list}>
        {guide.steps.map(({ title, who, checked, back }) => (
          <li key={title}>
            <div className={styles.step}>
              <Subtitle2 as="h3">{title}</Subtitle2>
              <Text size={200}>{`${guide.who}: ${who}`}</Text>
              <Text size={200}>{`${guide.checked}: ${checked}`}</Text>
              <Text size={200}>{`${guide.back}: ${back}`}</Text>
            </div>
          </li>
        ))}
      </ol>
    </Card>
  )
}
