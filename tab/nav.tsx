/** The way between the pages; it comes after the first page, which does not wait for it. */
import { Button, Tab, TabList, makeStyles } from '@fluentui/react-components'
import { useEffect, type ReactNode } from 'react'
import { useApp } from './context.ts'
import type { PageName } from './page-names.ts'

const useStyles = makeStyles({
  // On a phone they are scrolled through; elsewhere none is out of sight.
  tabs: { flex: '1 1 auto', minWidth: 0, overflowX: 'auto', '@media (min-width: 640px)': { flexWrap: 'wrap' } },
  out: { margin: '0 8px' }
})

type Props = {
  readonly pages: readonly PageName[]
  readonly page: PageName
  readonly onShow: (page: unknown) => void
  readonly onSignOut: (() => void) | undefined
}

export function Nav({ pages, page, onShow, onSignOut }: Props): ReactNode {
  const styles = useStyles()
  const { words } = useApp()
  useEffect(() => {
    // On a phone most tabs are out of sight: the one whose page is open is not.
    document.getElementById(`tab-${page}`)?.scrollIntoView({ inline: 'center', block: 'nearest' })
  }, [page])
  return (
    <>
      <TabList selectedValue={page} onTabSelect={(_event, { value }) => onShow(value)} className={styles.tabs}>
        {pages.map(each => (
          <Tab key={each} value={each} id={`tab-${each}`} aria-controls="page">
            {words[each]}
          </Tab>
        ))}
      </TabList>
      {onSignOut && (
        <Button appearance="subtle" className={styles.out} onClick={onSignOut}>
          {words.signOut}
        </Button>
      )}
    </>
  )
}
