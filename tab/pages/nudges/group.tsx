/** One thing that a person decides: its heading, its fields, and beneath them what became of the last change. */
import { Button, Text, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useId, useRef, type ReactNode, type RefObject } from 'react'
import { useApp } from '../../context.ts'
import { Problem } from '../../press.tsx'
import type { Group as GroupName, Preferences } from './use-preferences.ts'

const useStyles = makeStyles({
  group: { display: 'flex', flexDirection: 'column', gap: '8px', alignItems: 'flex-start', minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  news: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' }
})

type Props = {
  readonly name: GroupName
  readonly title: string
  readonly body?: string
  readonly preferences: Preferences
  readonly children: ReactNode
}

export function Group({ name, title, body, preferences, children }: Props): ReactNode {
  const styles = useStyles()
  const heading = useId()
  const { ownNudges } = useApp().words
  const section = useRef<HTMLElement>(null)
  const news = preferences.news?.group === name ? preferences.news : undefined
  useKeptFocus(section, news)
  return (
    <section ref={section} tabIndex={-1} aria-labelledby={heading} className={styles.group}>
      <Text as="h3" size={400} weight="semibold" id={heading} style={{ margin: 0 }}>
        {title}
      </Text>
      {body && (
        <Text size={200} className={styles.quiet}>
          {body}
        </Text>
      )}
      {children}
      {/* There from the start, so that a screen reader hears what is put into it. */}
      <div className={styles.news}>
        <output>{news?.kind === 'done' && <Text size={200}>{news.said}</Text>}</output>
        {news?.kind === 'done' && news.undo && (
          <Button size="small" onClick={() => preferences.undo(news)}>
            {ownNudges.undo}
          </Button>
        )}
      </div>
      {news?.kind === 'failed' && <Problem said={news.said} />}
    </section>
  )
}

/** The pressed button may be gone with what it changed; whoever uses a keyboard goes on where they were. */
function useKeptFocus(section: RefObject<HTMLElement | null>, news: unknown): void {
  useEffect(() => {
    if (news && document.activeElement === document.body) section.current?.focus()
  }, [news, section])
}
