/** One part of the page: a heading that a screen reader's list has, what it is about, and its state said where it changes. */
import { Text, Title3, makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

export const useKnownStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: '12px' },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '12px' },
  rows: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column' },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: '16px',
    paddingTop: '8px',
    paddingBottom: '8px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`
  },
  words: {
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
    flex: '1 1 220px',
    minWidth: 0,
    overflowWrap: 'anywhere'
  },
  buttons: { display: 'flex', gap: '8px', flexWrap: 'wrap', alignItems: 'center' },
  quiet: { color: tokens.colorNeutralForeground2 },
  table: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '12px', margin: 0 },
  term: { fontWeight: tokens.fontWeightSemibold },
  detail: { margin: 0 }
})

type Props = { readonly id: string; readonly title: string; readonly body?: string; readonly children: ReactNode }

export function Section({ id, title, body, children }: Props): ReactNode {
  const styles = useKnownStyles()
  return (
    <section className={styles.section} aria-labelledby={`known-${id}`}>
      <Title3 as="h2" id={`known-${id}`}>
        {title}
      </Title3>
      {body && <Text>{body}</Text>}
      {children}
    </section>
  )
}

/** Said aloud when it changes. */
export const Said = ({ children }: { readonly children: string }): ReactNode => (
  <output>{children && <Text>{children}</Text>}</output>
)
