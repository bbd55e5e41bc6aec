/** What somebody does elsewhere, step by step: the first sign-in, the app in Teams, HR's channel. */
import { Button, Text, makeStyles, tokens } from '@fluentui/react-components'
import { useContext, type ReactNode } from 'react'
import { useApp, useGoing } from '../../context.ts'
import { Loading } from '../../load.tsx'
import { Guide, Sheet } from './form.tsx'
import { SectionIds } from './section-ids.ts'
import { useCompany } from './use-company.ts'

const useStyles = makeStyles({
  code: {
    fontFamily: tokens.fontFamilyMonospace,
    padding: '8px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    overflowWrap: 'anywhere',
    userSelect: 'all'
  }
})

export function TryIt(): ReactNode {
  const styles = useStyles()
  const { words } = useApp()
  const loaded = useCompany()
  const said = words.tryIt
  return (
    <Sheet title={said.title} body={said.body}>
      <Loading loaded={loaded}>
        {({ settingUp }) =>
          settingUp ? (
            <>
              <Guide steps={said.steps} />
              <Text>{said.address}</Text>
              <code className={styles.code}>{`${location.origin}/tab/`}</code>
            </>
          ) : (
            <Text weight="semibold">{said.done}</Text>
          )
        }
      </Loading>
    </Sheet>
  )
}

/** The section that hands the package over. */
const PACK = 'itPack'

export function TeamsApp(): ReactNode {
  const { words } = useApp()
  const { show } = useGoing()
  const ids = useContext(SectionIds)
  const said = words.teamsApp
  return (
    <Sheet title={said.title} body={said.body}>
      <Guide steps={said.steps} />
      <Text>{said.asked}</Text>
      {ids.includes(PACK) && (
        <div>
          <Button onClick={() => show('setupPage', PACK)}>{said.pack}</Button>
        </div>
      )}
    </Sheet>
  )
}

export function HrChannel(): ReactNode {
  const { words } = useApp()
  return (
    <Sheet title={words.hrChannel.title} body={words.hrChannel.body}>
      <Guide steps={words.hrChannel.steps} />
    </Sheet>
  )
}
