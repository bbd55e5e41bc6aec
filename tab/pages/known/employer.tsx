/** What the employer sees: the real report, past the same gate, and in words who sees what. */
import { Card, Text, Subtitle2 } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { getEmployerView } from '../../../api/contract/privacy.ts'
import type { Cell } from '../../../api/contract/cell.ts'
import type { ReportView } from '../../../api/contract/reports.ts'
import { useApp } from '../../context.ts'
import { Loading, useLoaded } from '../../load.tsx'
import { daysOf, withCountryNames } from '../../report-shown.ts'
import { FLOOR } from '../../../api/contract/parts.ts'
import { Section, useKnownStyles } from './section.tsx'
import { useKnownWords } from './words.ts'

export function Employer(): ReactNode {
  const styles = useKnownStyles()
  const { session } = useApp()
  const said = useKnownWords().employer
  const loaded = useLoaded(() => session.call(getEmployerView))
  return (
    <Section id="employer" title={said.title} body={said.body(loaded.value?.report?.smallestGroup ?? FLOOR)}>
      <Loading loaded={loaded}>
        {({ report, conversationDays }) => (
          <>
            {report ? <Report report={report} /> : <Text>{said.none}</Text>}
            <Text>{said.kept(conversationDays)}</Text>
          </>
        )}
      </Loading>
      <Subtitle2 as="h3">{said.who}</Subtitle2>
      <dl className={styles.table}>
        {said.roles.map(([who, what]) => (
          <div key={who}>
            <dt className={styles.term}>{who}</dt>
            <dd className={styles.detail}>{what}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}

const inWords = (cell: Cell): string => (cell.kind === 'shown' ? cell.label : cell.reason)
const saidOf = (cell: Cell | undefined): string => (cell ? inWords(cell) : '')

function Report({ report: told }: { readonly report: ReportView }): ReactNode {
  const styles = useKnownStyles()
  const app = useApp()
  const report = withCountryNames(told, app.locale)
  const said = useKnownWords().employer
  const nameOf = (figure: string | undefined) => report.figures.find(({ key }) => key === figure)?.name
  return (
    <Card>
      <Text weight="semibold">{report.finding}</Text>
      <Text size={200} className={styles.quiet}>
        {said.report} · {daysOf(report.period, app).join(' – ')}
      </Text>
      <dl className={styles.table}>
        {report.figures.map(({ key, name, cell }) => (
          <div key={key}>
            <dt className={styles.term}>{name}</dt>
            <dd className={styles.detail}>{inWords(cell)}</dd>
          </div>
        ))}
        {report.breakdowns.flatMap(({ figures, groups }) =>
          groups.map(group => (
            <div key={group.name}>
              <dt className={styles.term}>{said.ofGroup(group.name)}</dt>
              {[...Map.groupBy(group.cells.keys(), column => saidOf(group.cells[column]))].map(([text, columns]) => (
                <dd key={text} className={styles.detail}>
                  {columns.length < group.cells.length &&
                    `${columns.map(column => nameOf(figures[column])).join(', ')}: `}
                  {text}
                </dd>
              ))}
            </div>
          ))
        )}
      </dl>
    </Card>
  )
}
