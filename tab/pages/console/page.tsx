/** The admin's console: an overview, and sections in groups. A section that was opened stays as it was left. */
import { Button, Caption1Strong, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Suspense, useState, type ReactNode } from 'react'
import { Boundary } from '../../boundary.tsx'
import { useApp, useGoing } from '../../context.ts'
import { Failure } from '../../failure.tsx'
import { Waiting } from '../../load.tsx'
import { SessionError } from '../../session.ts'
import { BrakeNotice } from '../brake.tsx'
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
  here: { fontWeight: tokens.fontWeightSemibold, backgroundColor: tokens.colorNeutralBackground1Selected },
  sections: { flex: '1 1 auto', minWidth: 0, [NARROW]: { marginTop: '12px' } },
  section: { display: 'flex', flexDirection: 'column', gap: '12px' },
  away: { display: 'none' }
})

const ALL = SECTIONS.flatMap(({ sections }) => sections)

const IDS = ALL.map(({ id }) => id)

export function ConsolePage(): ReactNode {
  const styles = useStyles()
  const { words } = useApp()
  const { item, show } = useGoing()
  const here = ALL.some(({ id }) => id === item) && item ? item : OVERVIEW
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
        {SECTIONS.map(({ name: group, sections }) => (
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
        {here !== OVERVIEW && <BrakeNotice key={here} onOpen={() => go(OVERVIEW)} />}
        <SectionIds value={IDS}>
          {ALL.filter(({ id }) => id === here || (visited.includes(id) && id !== OVERVIEW)).map(
            ({ id, title, Content }) => (
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
            )
          )}
        </SectionIds>
      </div>
    </div>
  )
}

/** A section whose code did not come: the others stay. */
function NotLoaded(): ReactNode {
  const { words } = useApp()
  const failure = new SessionError(navigator.onLine ? 'failed' : 'offline')
  return <Failure failure={failure} words={words} onRetry={() => location.reload()} />
}
