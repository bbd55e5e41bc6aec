/** The admin's console: an overview, and sections in groups. A section that was opened stays as it was left. */
import { Button, Caption1Strong, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Suspense, useState, type ReactNode } from 'react'
import { Boundary } from '../../boundary.tsx'
import { useApp, useGoing } from '../../context.ts'
import { Failure } from '../../failure.tsx'
import { Waiting } from '../../load.tsx'
import { SessionError } from '../../session.ts'
import { BrakeNotice } from '../brake.tsx'
import { mayOpenSection } from '../../section-holders.ts'
import { SectionIds } from './section-ids.ts'
import { OVERVIEW, SECTIONS } from './sections.tsx'

const NARROW = '@media (max-width: 899px)'
const useStyles = makeStyles({
  console: { display: 'flex', gap: '24px', alignItems: 'flex-start', [NARROW]: { display: 'block' } },
  nav: { flex: '0 0 220px', display: 'flex', flexDirection: 'column', gap: '12px', [NARROW]: { marginTop: '8px' } },
  shut: { [NARROW]: { display: 'none' } },
  toggle: { display: 'none', [NARROW]: { display: 'inline-flex' } },
  group: { display: 'flex', flexDirection: 'column', gap: '2px' },
  list: { listStyleType: 'none', margin: 0, padding: 0, '& button': { width: '100%' } },
  groupName: { color: tokens.colorNeutralForeground2, padding: '0 8px' },
  link: { justifyContent: 'flex-start', textAlign: 'left', fontWeight: tokens.fontWeightRegular },
  here: {
    fontWeight: tokens.fontWeightSemibold,
    boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`,
    borderRadius: 0
  },
  sections: { flex: '1 1 auto', minWidth: 0, [NARROW]: { marginTop: '12px' } },
  // Focused by whatever led here, never by hand.
  section: { display: 'flex', flexDirection: 'column', gap: '12px', outlineStyle: 'none' },
  away: { display: 'none' }
})

export function ConsolePage(): ReactNode {
  const styles = useStyles()
  const { words, roles } = useApp()
  const { item, show } = useGoing()
  const groups = SECTIONS.map(({ name, sections }) => ({
    name,
    sections: sections.filter(({ id }) => mayOpenSection(id, roles))
  })).filter(({ sections }) => sections.length > 0)
  const all = groups.flatMap(({ sections }) => sections)
  const ids = all.map(({ id }) => id)
  const here = all.find(({ id }) => id === item)?.id ?? all[0]?.id ?? OVERVIEW
  const mayDecide = all.some(({ id }) => id === OVERVIEW)
  const [visited, setVisited] = useState<readonly string[]>([here])
  if (!visited.includes(here)) setVisited([...visited, here])
  const [open, setOpen] = useState(false)
  const go = (id: string): void => {
    setOpen(false)
    show('setupPage', id)
  }
  return (
    <div className={mergeClasses('ci-console', styles.console)}>
      <Button
        className={styles.toggle}
        aria-expanded={open}
        aria-controls="console-sections"
        onClick={() => setOpen(!open)}
      >
        {words.console.sections}
      </Button>
      <nav
        id="console-sections"
        aria-label={words.console.sections}
        className={mergeClasses(styles.nav, !open && styles.shut)}
      >
        {groups.map(({ name: group, sections }) => (
          <div key={group} className={styles.group}>
            <Caption1Strong id={`console-${group}`} className={styles.groupName}>
              {words.console.groups[group]}
            </Caption1Strong>
            <ul aria-labelledby={`console-${group}`} className={styles.list}>
              {sections.map(({ id, title }) => (
                <li key={id}>
                  <Button
                    appearance="subtle"
                    size="small"
                    data-section={id}
                    aria-current={id === here ? 'page' : undefined}
                    className={mergeClasses(styles.link, id === here && styles.here)}
                    onClick={() => go(id)}
                  >
                    {title(words)}
                  </Button>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      <div className={styles.sections}>
        {here !== OVERVIEW && mayDecide && <BrakeNotice key={here} onOpen={() => go(OVERVIEW)} />}
        <SectionIds value={ids}>
          {all
            .filter(({ id }) => id === here || (visited.includes(id) && id !== OVERVIEW))
            .map(({ id, title, Content }) => (
              <section
                key={id}
                id={id}
                tabIndex={-1}
                aria-label={title(words)}
                className={id === here ? styles.section : styles.away}
              >
                <Boundary fallback={<NotLoaded />}>
                  <Suspense fallback={<Waiting words={words} />}>
                    <Content />
                  </Suspense>
                </Boundary>
              </section>
            ))}
        </SectionIds>
      </div>
    </div>
  )
}

/** A section whose code did not come: the others stay. */
function NotLoaded(): ReactNode {
  const { words } = useApp()
  const [failure] = useState(() => new SessionError(navigator.onLine ? 'failed' : 'offline'))
  return <Failure failure={failure} words={words} onRetry={() => location.reload()} />
}
