/** All figures of a report by area, each with its one definition on demand and a bar where it is a number. */
import { Card, InfoLabel, Subtitle2, Text, Subtitle1, makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { figureAreaSchema, type Figure, type ReportView } from '../../../api/contract/reports.ts'
import { Bar } from './bar.tsx'
import { CellText } from './cell.tsx'
import { useReportWords } from './words.ts'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column' },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 1fr) minmax(0, 1fr)',
    columnGap: '12px',
    alignItems: 'center',
    paddingTop: '6px',
    paddingBottom: '6px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 480px)': { gridTemplateColumns: 'minmax(0, 1fr) minmax(auto, 45%)', rowGap: '2px' }
  },
  name: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
  bar: { '@media (max-width: 480px)': { gridColumn: '1 / -1' } },
  printed: { display: 'none', '@media print': { display: 'block' } }
})

export function Figures({ report }: { readonly report: ReportView }): ReactNode {
  const styles = useStyles()
  const said = useReportWords()
  const byArea = Map.groupBy(report.figures, ({ area }) => area)
  return (
    <Card>
      <Subtitle1 as="h2">{said.overview}</Subtitle1>
      <Text size={200} className={styles.quiet}>
        {said.overviewBody}
      </Text>
      {figureAreaSchema.options
        .filter(area => byArea.has(area))
        .map(area => (
          <section key={area} aria-label={said.areas[area]}>
            <Subtitle2 as="h3">{said.areas[area]}</Subtitle2>
            <ul className={styles.list}>
              {byArea.get(area)?.map(figure => (
                <li key={figure.key} className={styles.row}>
                  <Named figure={figure} whole={report.figures.find(({ key }) => key === figure.partOf)} />
                  <span>
                    <CellText cell={figure.cell} about={figure.name} />
                  </span>
                  <div className={styles.bar}>
                    <Bar cell={figure.cell} />
                  </div>
                </li>
              ))}
            </ul>
          </section>
        ))}
      <div className={styles.printed}>
        <Subtitle2 as="h3">{said.definitions}</Subtitle2>
        {report.figures.map(({ key, name, definition }) => (
          <Text key={key} block size={200}>
            {name}: {definition}
          </Text>
        ))}
      </div>
    </Card>
  )
}

type Named = { readonly figure: Figure; readonly whole: Figure | undefined }

function Named({ figure, whole }: Named): ReactNode {
  const styles = useStyles()
  const said = useReportWords()
  return (
    <span className={styles.name}>
      <InfoLabel info={figure.definition} infoButton={{ 'aria-label': said.definitionOf(figure.name) }}>
        {figure.name}
      </InfoLabel>
      {whole && (
        <Text size={200} className={styles.quiet}>
          {said.of(whole.name)}
        </Text>
      )}
    </span>
  )
}
