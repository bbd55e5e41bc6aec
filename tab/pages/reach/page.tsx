/** The admin's page of reach: how many people each way reaches, what to do for the others, what is allowed, and the installation. */
import {
  Button,
  Card,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  Text,
  Title3,
  makeStyles,
  tokens
} from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { getCompanyReach, type CompanyReach } from '../../../api/contract/reach.ts'
import { useApp } from '../../context.ts'
import { Loading, useLoaded } from '../../load.tsx'
import { tellPeople } from '../../people-cell.ts'
import { ReachChecks } from './checks.tsx'
import { Installation } from './installation.tsx'
import { Allowed } from './allowed.tsx'

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: '12px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  gap: { display: 'flex', flexDirection: 'column', gap: '2px' }
})

export function ReachPage(): ReactNode {
  const styles = useStyles()
  const { session } = useApp()
  const loaded = useLoaded(() => session.call(getCompanyReach))
  return (
    <Loading loaded={loaded}>
      {reach => (
        <div className={styles.list}>
          <Ways reach={reach} refresh={loaded.reload} />
          <Allowed reach={reach} changed={loaded.reload} />
          <ReachChecks reach={reach} changed={loaded.reload} />
          <Installation reach={reach} changed={loaded.reload} />
        </div>
      )}
    </Loading>
  )
}

type Props = { readonly reach: CompanyReach; readonly refresh: () => void }

function Ways({ reach, refresh }: Props): ReactNode {
  const styles = useStyles()
  const { words } = useApp()
  const said = words.reach
  return (
    <Card>
      <Title3 as="h2">{said.title}</Title3>
      <Text className={styles.quiet}>{said.intro}</Text>
      <Table size="small" aria-label={said.title}>
        <TableHeader>
          <TableRow>
            <TableHeaderCell>{said.way}</TableHeaderCell>
            <TableHeaderCell>{said.people}</TableHeaderCell>
          </TableRow>
        </TableHeader>
        <TableBody>
          {reach.ways.map(({ way, count }) => (
            <TableRow key={way}>
              <TableCell>{said.ways[way]}</TableCell>
              <TableCell>{tellPeople(count, words)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <Text as="h3" weight="semibold">
        {said.cameTitle}
      </Text>
      <Text>
        {reach.cameBy.map(({ rung, count }) => `${said.rungs[rung]}: ${tellPeople(count, words)}`).join(' · ')}
      </Text>
      <Text as="h3" weight="semibold">
        {said.gapsTitle}
      </Text>
      {reach.gaps.map(({ gap, count }) => (
        <div key={gap} className={styles.gap}>
          <Text weight="semibold">
            {said.gaps[gap][0]}: {tellPeople(count, words)}
          </Text>
          <Text className={styles.quiet}>{said.gaps[gap][1]}</Text>
        </div>
      ))}
      <div>
        <Button size="small" onClick={refresh}>
          {said.refresh}
        </Button>
      </div>
    </Card>
  )
}
