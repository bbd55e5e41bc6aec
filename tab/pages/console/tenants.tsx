/** The company's Microsoft 365 tenants: what each stands on, the way to prove one, and one that another company proved. */
import {
  Badge,
  Button,
  Link,
  MessageBar,
  MessageBarBody,
  Subtitle2,
  Text,
  makeStyles,
  tokens
} from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import type { z } from 'zod'
import { changeCompany } from '../../../api/contract/company.ts'
import { getTenants, proveTenant } from '../../../api/contract/tenants.ts'
import { ConfirmButton } from '../../confirm.tsx'
import { formatMoment, useApp } from '../../context.ts'
import { Loading, useLoaded } from '../../load.tsx'
import { usePress } from '../../press.tsx'

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '12px' },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '12px' },
  one: { display: 'flex', flexDirection: 'column', gap: '4px', overflowWrap: 'anywhere' },
  row: { display: 'flex', gap: '8px', alignItems: 'center', flexWrap: 'wrap' },
  quiet: { color: tokens.colorNeutralForeground2 }
})

type View = z.output<typeof getTenants.answer>
type Tenant = View['tenants'][number]

export function Tenants({ onChanged }: { readonly onChanged: () => void }): ReactNode {
  const { session } = useApp()
  const loaded = useLoaded(() => session.call(getTenants))
  const changed = (): void => {
    loaded.reload()
    onChanged()
  }
  return <Loading loaded={loaded}>{view => <Shown view={view} onChanged={changed} />}</Loading>
}

function Shown({ view, onChanged }: { readonly view: View; readonly onChanged: () => void }): ReactNode {
  const styles = useStyles()
  const app = useApp()
  const { microsoft: said } = app.words
  const { tenants, lost, mayProve, proof } = view
  const { busy, run, problem } = usePress(said.refusals)
  const [url, setUrl] = useState<string>()
  const prove = (tenantId?: string): void =>
    run(async () => setUrl((await app.session.call(proveTenant, { body: tenantId ? { tenantId } : {} })).url))
  const giveUp = (tenantId: string): void =>
    run(async () => {
      const entraTenantIds = tenants.map(each => each.tenantId).filter(each => each !== tenantId)
      await app.session.call(changeCompany, { body: { entraTenantIds } })
      onChanged()
    })
  const unproved = tenants.filter(({ ground }) => ground !== 'microsoft')
  const why = proof?.outcome ? said.outcomes[proof.outcome] : undefined
  return (
    <div className={styles.column}>
      <Subtitle2 as="h3">{said.tenants}</Subtitle2>
      {lost.map(({ tenantId, at }) => (
        <MessageBar key={tenantId} intent="warning" layout="multiline">
          <MessageBarBody>{said.lost(tenantId, formatMoment(at, app))}</MessageBarBody>
        </MessageBar>
      ))}
      {tenants.length === 0 && <Text>{said.noTenant}</Text>}
      <ul className={styles.list}>
        {tenants.map(tenant => (
          <li key={tenant.tenantId} className={styles.one}>
            <Text>{tenant.tenantId}</Text>
            <Ground tenant={tenant} />
            <div className={styles.row}>
              {tenant.ground !== 'microsoft' && mayProve && (
                <Button
                  size="small"
                  disabled={busy}
                  aria-label={said.proveIt(tenant.tenantId)}
                  onClick={() => prove(tenant.tenantId)}
                >
                  {said.prove}
                </Button>
              )}
              <ConfirmButton
                size="small"
                label={said.giveUp}
                ariaLabel={said.giveUpIt(tenant.tenantId)}
                title={said.giveUpTitle}
                body={said.giveUpBody}
                keep={said.keep}
                disabled={busy}
                onConfirm={() => giveUp(tenant.tenantId)}
              />
            </div>
          </li>
        ))}
      </ul>
      {unproved.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{said.unproved}</MessageBarBody>
        </MessageBar>
      )}
      {mayProve ? (
        <div className={styles.row}>
          <Button disabled={busy} onClick={() => prove()}>
            {tenants.length === 0 ? said.connect : said.add}
          </Button>
        </div>
      ) : (
        <Text>{said.notAvailable}</Text>
      )}
      {url && (
        <output className={styles.column}>
          <Link href={url} target="_blank" rel="noopener">
            {said.open}
          </Link>
          <Text className={styles.quiet}>{said.openHint}</Text>
        </output>
      )}
      {(url ?? proof?.open) && (
        <div>
          <Button size="small" onClick={onChanged}>
            {said.look}
          </Button>
        </div>
      )}
      {why && (
        <MessageBar intent={proof?.outcome === 'proved' ? 'success' : 'warning'} layout="multiline">
          <MessageBarBody>{why}</MessageBarBody>
        </MessageBar>
      )}
      {problem}
    </div>
  )
}

function Ground({ tenant: { ground, provedAt } }: { readonly tenant: Tenant }): ReactNode {
  const styles = useStyles()
  const app = useApp()
  const { microsoft: said } = app.words
  return (
    <div className={styles.row}>
      <Badge appearance="tint" color={ground === 'microsoft' ? 'success' : 'warning'}>
        {ground === 'microsoft' ? said.proved : said.notProved}
      </Badge>
      <Text className={styles.quiet}>
        {ground === 'microsoft' ? said.provedAt(formatMoment(provedAt ?? '', app)) : said.grounds[ground]}
      </Text>
    </div>
  )
}
