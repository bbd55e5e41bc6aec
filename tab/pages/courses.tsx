import { Badge, Card, Link, ProgressBar, Text, makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { getCourses } from '../../api/contract/enrollment.ts'
import { useApp } from '../context.ts'
import { Loading, useLoaded } from '../load.tsx'

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: '12px' },
  head: { display: 'flex', justifyContent: 'space-between', gap: '8px', flexWrap: 'wrap' },
  quiet: { color: tokens.colorNeutralForeground2 }
})

export function CoursesPage(): ReactNode {
  const styles = useStyles()
  const { session, words, locale } = useApp()
  const loaded = useLoaded(() => session.call(getCourses))
  const percent = (share: number) => new Intl.NumberFormat(locale, { style: 'percent' }).format(share)
  return (
    <Loading loaded={loaded}>
      {({ courses }) => (
        <div className={styles.list}>
          {courses.length === 0 && <Text>{words.noCourses}</Text>}
          {courses.map(course => (
            <Card key={course.courseId}>
              <div className={styles.head}>
                <Text size={400} weight="semibold">
                  {course.name}
                </Text>
                <Badge appearance="tint" color={course.state === 'completed' ? 'success' : 'informative'}>
                  {words.courseStates[course.state]}
                </Badge>
              </div>
              <ProgressBar value={course.progress} aria-label={words.done(percent(course.progress))} />
              <Text size={200} className={styles.quiet}>
                {words.done(percent(course.progress))} · {words.because(course.because)}
              </Text>
              {course.url && (
                <Link href={course.url} target="_blank" rel="noreferrer">
                  {words.openCourse}
                </Link>
              )}
            </Card>
          ))}
        </div>
      )}
    </Loading>
  )
}
