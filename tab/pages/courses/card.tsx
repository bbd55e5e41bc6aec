import { Badge, Card, Link, ProgressBar, Text, makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { formatDay, useApp, type Shared } from '../../context.ts'
import type { Courses } from './use-courses.ts'

const useStyles = makeStyles({
  card: { overflowWrap: 'anywhere' },
  head: { display: 'flex', justifyContent: 'space-between', alignItems: 'flex-start', gap: '8px', flexWrap: 'wrap' },
  /** A badge is one line of fixed height; a longer state has to wrap at 320 px. */
  badge: { height: 'auto', whiteSpace: 'normal', textAlign: 'start' },
  quiet: { color: tokens.colorNeutralForeground2 },
  link: { alignSelf: 'flex-start' }
})

type Course = Courses[number]

export function CourseCard({ course }: { readonly course: Course }): ReactNode {
  const styles = useStyles()
  const app = useApp()
  const said = app.words.ownCourses
  const { kind, name, state, coming, progress, url, origin, because } = course
  const share = new Intl.NumberFormat(app.locale, { style: 'percent' }).format(progress)
  const lines = [...datesOf(course, app), said.origins[origin](because)]
  return (
    <Card className={styles.card}>
      <div className={styles.head}>
        <Text as="h3" size={400} weight="semibold" style={{ margin: 0 }}>
          {name}
        </Text>
        {coming && (
          <Badge className={styles.badge} appearance="tint" color="informative">
            {stateOf(coming, app)}
          </Badge>
        )}
      </div>
      {kind === 'course' && (!coming || progress > 0) && (
        <>
          <ProgressBar value={progress} aria-label={said.progressOf(name)} />
          <Text size={200}>{coming || state === 'ended' ? said.kept(share) : said.done(share)}</Text>
        </>
      )}
      {lines.map(line => (
        <Text key={line} size={200} className={styles.quiet}>
          {line}
        </Text>
      ))}
      {url && (
        <Link className={styles.link} inline href={url} target="_blank" rel="noreferrer" aria-label={said.openOf(name)}>
          {said.open}
        </Link>
      )}
    </Card>
  )
}

/** What is there already stands under a heading that says so. */
const stateOf = (coming: NonNullable<Course['coming']>, app: Shared): string =>
  coming.kind === 'starts'
    ? app.words.ownCourses.starts(formatDay(coming.at, app))
    : app.words.ownCourses.comingStates[coming.kind]

function datesOf({ coming, state, startsAt, endsAt, completedAt }: Course, app: Shared): readonly string[] {
  const said = app.words.ownCourses
  const day = (iso: string): string => formatDay(iso, app)
  const completed = completedAt ? [said.completedOn(day(completedAt))] : []
  if (coming) return [...completed, ...(endsAt ? [said.until(day(endsAt))] : [])]
  if (state === 'ended') return [...completed, ...(endsAt ? [said.endedOn(day(endsAt))] : [])]
  if (startsAt && endsAt) return [...completed, said.fromTo(day(startsAt), day(endsAt))]
  if (startsAt) return [...completed, said.from(day(startsAt))]
  return endsAt ? [...completed, said.until(day(endsAt))] : completed
}
