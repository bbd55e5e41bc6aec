/** Links of minutes to the set-up portal, one for each task. */
import { Button, Card, Link, Text, Title3, makeStyles } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import { openPortal, PORTAL_INTENTS } from '../../../api/contract/admin.ts'
import { useApp } from '../../context.ts'
import { usePress } from '../../press.tsx'

const useStyles = makeStyles({ row: { display: 'flex', gap: '8px', flexWrap: 'wrap' } })

export function Portal(): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const { setup } = words
  const { busy, run, problem } = usePress()
  const [opened, setOpened] = useState<{ readonly url: string; readonly name: string }>()
  const ask = (intent: (typeof PORTAL_INTENTS)[number]): void =>
    run(async () => {
      const { url } = await session.call(openPortal, { body: { intent } })
      setOpened({ url, name: setup.intents[intent] })
    })
  return (
    <Card>
      <Title3 as="h2">{setup.portal}</Title3>
      <Text>{setup.portalBody}</Text>
      <div className={styles.row}>
        {PORTAL_INTENTS.map(intent => (
          <Button key={intent} disabled={busy} onClick={() => ask(intent)}>
            {setup.intents[intent]}
          </Button>
        ))}
      </div>
      {opened && (
        <output>
          <Link href={opened.url} target="_blank" rel="noopener">
            {setup.goOn(opened.name)}
          </Link>
        </output>
      )}
      {problem}
    </Card>
  )
}
