/** What the app asks Microsoft for: one permission a step, what it buys, and where the company stands. */
import { Badge, Card, Subtitle2, Text, Title3 } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { getPermissions, type PermissionStep } from '../../../api/contract/permissions.ts'
import { useApp } from '../../context.ts'
import { Loading, useLoaded } from '../../load.tsx'
import { usePaperStyles } from './styles.ts'

export function Permissions(): ReactNode {
  const styles = usePaperStyles()
  const { session, words } = useApp()
  const said = words.permissions
  const loaded = useLoaded(() => session.call(getPermissions))
  return (
    <Card>
      <Title3 as="h2">{said.title}</Title3>
      <div className={styles.column}>
        <Text>{said.intro}</Text>
        <Loading loaded={loaded}>
          {({ steps, available }) => (
            <>
              {!available && <Text>{said.notAvailable}</Text>}
              <ol className={styles.steps}>
                <li className={styles.step}>
                  <Subtitle2 as="h3">{said.base}</Subtitle2>
                  <Text>{said.baseBody}</Text>
                </li>
                {steps.map(step => (
                  <Step key={step.permission} step={step} />
                ))}
              </ol>
            </>
          )}
        </Loading>
      </div>
    </Card>
  )
}

function Step({ step }: { readonly step: PermissionStep }): ReactNode {
  const styles = usePaperStyles()
  const { words } = useApp()
  const said = words.permissions
  const { buys, without, where } = said.steps[step.permission]
  return (
    <li className={styles.step}>
      <div className={styles.row}>
        <Subtitle2 as="h3" className={styles.name}>
          {step.permission}
        </Subtitle2>
        <Badge appearance="outline" color={step.allowed ? 'brand' : 'informative'}>
          {step.allowed ? said.allowed : said.off}
        </Badge>
      </div>
      <Text size={200} className={styles.quiet}>
        {said[step.kind]}
      </Text>
      <Text>{`${said.buys}: ${buys}`}</Text>
      <Text>{`${said.without}: ${without}`}</Text>
      <Text>{`${where}.`}</Text>
      <details>
        <summary>{said.calls}</summary>
        <ul className={styles.list}>
          {step.calls.map(({ method, path }) => (
            <li key={method + path} className={styles.name}>
              <code>{`${method} ${path}`}</code>
            </li>
          ))}
        </ul>
      </details>
    </li>
  )
}
