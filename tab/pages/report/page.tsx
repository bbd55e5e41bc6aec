/** HR's page: the finding in words first, then every figure, groups, what runs, whether it helps; earlier reports as they were. */
import {
  Card,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Button,
  Text,
  Title3,
  makeStyles
} from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import { getLatestReport, getReport, listReports, type ReportView } from '../../../api/contract/reports.ts'
import { useApp } from '../../context.ts'
import { Loading, useLoaded } from '../../load.tsx'
import { withCountryNames } from '../../report-shown.ts'
import { Breakdowns } from './breakdowns.tsx'
import { Figures } from './figures.tsx'
import { Finding } from './finding.tsx'
import { Lift, type ShowLook } from './lift.tsx'
import { Make } from './make.tsx'
import { Programs } from './programs.tsx'
import { Schedule } from './schedule.tsx'
import { Trend } from './trend.tsx'
import { Which } from './which.tsx'
import { useReportWords } from './words.ts'

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: '16px', alignItems: 'stretch', minWidth: 0 }
})

type Around = { readonly channels: ReactNode; readonly look: ShowLook }

export function Reports({ channels, look }: Around): ReactNode {
  const styles = useStyles()
  const { session } = useApp()
  const list = useLoaded(() => session.call(listReports))
  const [chosen, setChosen] = useState<string>()
  const [round, setRound] = useState(0)
  const made = (): void => {
    setChosen(undefined)
    setRound(before => before + 1)
    list.reload()
  }
  const newest = list.value?.reports[0]?.reportId
  return (
    <div className={styles.list}>
      <Loading loaded={list}>
        {({ reports }) => (
          <Which
            reports={reports}
            chosen={chosen ?? newest}
            onChoose={id => setChosen(id === newest ? undefined : id)}
          />
        )}
      </Loading>
      <Snapshot key={`${chosen ?? ''} ${round}`} id={chosen} look={look} onNewest={() => setChosen(undefined)} />
      <div className="ci-unprinted">
        <div className={styles.list}>
          <Make onMade={made} />
          <Schedule />
          {channels}
        </div>
      </div>
    </div>
  )
}

type Props = Pick<Around, 'look'> & { readonly id: string | undefined; readonly onNewest: () => void }

function Snapshot({ id, look, onNewest }: Props): ReactNode {
  const styles = useStyles()
  const { session } = useApp()
  const said = useReportWords()
  const loaded = useLoaded(async () =>
    id ? session.call(getReport, { params: { reportId: id } }) : (await session.call(getLatestReport)).report
  )
  return (
    <Loading loaded={loaded}>
      {report => (
        <div className={styles.list}>
          {id && (
            <MessageBar layout="multiline" className="ci-unprinted">
              <MessageBarBody>{said.earlier}</MessageBarBody>
              <MessageBarActions>
                <Button size="small" onClick={onNewest}>
                  {said.toNewest}
                </Button>
              </MessageBarActions>
            </MessageBar>
          )}
          {report ? <Report report={report} look={look} /> : <Nothing />}
        </div>
      )}
    </Loading>
  )
}

function Report({ report: told, look }: Pick<Around, 'look'> & { readonly report: ReportView }): ReactNode {
  const styles = useStyles()
  const report = withCountryNames(told, useApp().locale)
  return (
    <article className={`ci-report ${styles.list}`}>
      <Finding report={report} />
      <Figures report={report} />
      <Trend report={report} />
      <Breakdowns report={report} />
      <Programs report={report} />
      <Lift report={report} look={look} />
    </article>
  )
}

function Nothing(): ReactNode {
  const said = useReportWords()
  return (
    <Card>
      <Title3 as="h2">{said.empty}</Title3>
      <Text>{said.emptyBody}</Text>
    </Card>
  )
}
