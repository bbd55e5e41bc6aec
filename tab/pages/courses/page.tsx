/** What a person learns: on the way, open, completed and ended, and how each came. */
import { Card, Text, Title3, makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useApp } from '../../context.ts'
import { Loading } from '../../load.tsx'
import { CourseCard } from './card.tsx'
import { reasonsOf } from './reasons.ts'
import { useCourses, type Courses } from './use-courses.ts'

const useStyles = makeStyles({
  group: { display: 'flex', flexDirection: 'column', gap: '12px', marginBottom: '12px' },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '12px' },
  quiet: { color: tokens.colorNeutralForeground2 }
})

export function CoursesPage(): ReactNode {
  const { words, locale } = useApp()
  const { loaded, arrived } = useCourses()
  const names = new Intl.ListFormat(locale).format(arrived)
  return (
    <>
      {/* There from the start, so that a screen reader hears what is put into it. */}
      <output>{arrived.length > 0 && <Text weight="semibold">{words.ownCourses.arrived(names)}</Text>}</output>
      <Loading loaded={loaded}>{courses => <Groups courses={courses} />}</Loading>
    </>
  )
}

const GROUPS = ['coming', 'open', 'completed', 'ended'] as const
type Group = (typeof GROUPS)[number]

function groupOf({ coming, state }: Courses[number]): Group {
  if (coming) return 'coming'
  return state === 'completed' || state === 'ended' ? state : 'open'
}

function Groups({ courses }: { readonly courses: Courses }): ReactNode {
  const styles = useStyles()
  const { words } = useApp()
  if (courses.length === 0) return <Nothing />
  const byGroup = Map.groupBy(courses, groupOf)
  return GROUPS.map(group => {
    const members = byGroup.get(group)
    return (
      members && (
        <section key={group} className={styles.group} aria-labelledby={`courses-${group}`}>
          <Title3 as="h2" id={`courses-${group}`}>
            {words.ownCourses.groups[group]}
          </Title3>
          {group === 'coming' && <Reasons courses={members} />}
          <ul className={styles.list}>
            {members.map(course => (
              <li key={`${course.kind}/${course.courseId}`}>
                <CourseCard course={course} />
              </li>
            ))}
          </ul>
        </section>
      )
    )
  })
}

/** Each reason once, however many courses wait for it. */
function Reasons({ courses }: { readonly courses: Courses }): ReactNode {
  const styles = useStyles()
  const { ownCourses } = useApp().words
  const reasons = reasonsOf(courses, ownCourses)
  return (
    <>
      {reasons.map(reason => (
        <Text key={reason}>{reason}</Text>
      ))}
      {reasons.length > 0 && (
        <Text size={200} className={styles.quiet}>
          {ownCourses.stay}
        </Text>
      )}
    </>
  )
}

function Nothing(): ReactNode {
  const { none, noneAsk } = useApp().words.ownCourses
  return (
    <Card>
      <Title3 as="h2">{none[0]}</Title3>
      <Text>{none[1]}</Text>
      <Text>{noneAsk}</Text>
    </Card>
  )
}
