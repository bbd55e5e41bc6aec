/** The company's own lines and routes, and the plain word that nobody is notified. */
import { Button, Card, Text, Title3, makeStyles } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import {
  getSafetyPolicy,
  putSafetyPolicy,
  type CompanyLine,
  type CompanyRoute,
  type SafetyPolicy
} from '../../api/contract/safety.ts'
import { useApp } from '../context.ts'
import { Loading, useLoaded } from '../load.tsx'
import { usePress } from '../press.tsx'
import { LineFields, RouteFields } from './safety-fields.tsx'

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '12px' }
})

export function Safety(): ReactNode {
  const { session } = useApp()
  const loaded = useLoaded(() => session.call(getSafetyPolicy))
  return <Loading loaded={loaded}>{policy => <Editor policy={policy} />}</Loading>
}

const NEW_LINE: CompanyLine = { country: '*', name: '', contact: '' }
const NEW_ROUTE: CompanyRoute = { kind: 'ethics_line', topics: ['harassment'], name: { en: '', es: '' }, contact: '' }

/** With one entry changed, or without it. */
const withEntry = <T,>(list: readonly T[], at: number, entry: T | undefined): T[] =>
  list.flatMap((each, index) => (index === at ? (entry === undefined ? [] : [entry]) : [each]))

function Editor({ policy }: { readonly policy: SafetyPolicy }): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const said = words.safety
  const [draft, setDraft] = useState(policy)
  const [saved, setSaved] = useState(false)
  const { busy, run, problem } = usePress()
  const change = (next: Partial<SafetyPolicy>): void => {
    setSaved(false)
    setDraft(before => ({ ...before, ...next }))
  }
  const save = (): void =>
    run(async () => {
      setDraft(await session.call(putSafetyPolicy, { body: draft }))
      setSaved(true)
    })
  return (
    <Card>
      <Title3 as="h2">{said.title}</Title3>
      <div className={styles.column}>
        <Text>{said.intro}</Text>
        <Text weight="semibold">{said.nobody}</Text>
        <Text as="h3" weight="semibold" size={400}>
          {said.lines}
        </Text>
        {draft.lines.length === 0 && <Text>{said.noLines}</Text>}
        {draft.lines.map((line, at) => (
          <LineFields key={at} line={line} onChange={entry => change({ lines: withEntry(draft.lines, at, entry) })} />
        ))}
        <div>
          <Button onClick={() => change({ lines: [...draft.lines, NEW_LINE] })}>{said.addLine}</Button>
        </div>
        <Text as="h3" weight="semibold" size={400}>
          {said.routes}
        </Text>
        {draft.routes.length === 0 && <Text>{said.noRoutes}</Text>}
        {draft.routes.map((route, at) => (
          <RouteFields
            key={at}
            route={route}
            onChange={entry => change({ routes: withEntry(draft.routes, at, entry) })}
          />
        ))}
        <div>
          <Button onClick={() => change({ routes: [...draft.routes, NEW_ROUTE] })}>{said.addRoute}</Button>
        </div>
        <div>
          <Button appearance="primary" disabled={busy || !isWhole(draft)} onClick={save}>
            {said.save}
          </Button>
        </div>
        <output>{saved && said.saved}</output>
        {problem}
      </div>
    </Card>
  )
}

const isWhole = (policy: SafetyPolicy): boolean => putSafetyPolicy.body.safeParse(policy).success
