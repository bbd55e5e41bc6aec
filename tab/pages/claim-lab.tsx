/** Paste what the provider sends; see which person comes of it, and keep it as a case. */
import {
  Button,
  Card,
  Field,
  Input,
  Select,
  Text,
  Textarea,
  Title3,
  makeStyles,
  tokens
} from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import type { z } from 'zod'
import {
  deleteClaimCase,
  LONGEST_PASTE,
  saveClaimCase,
  tryClaims,
  type listClaimCases
} from '../../api/contract/claims.ts'
import { useApp } from '../context.ts'
import { Loading, type Loaded } from '../load.tsx'
import { usePress } from '../press.tsx'
import { headingOf } from './claim-names.tsx'
import type { MappingEditor } from './use-mapping.ts'

/** As WorkOS names them; PingFederate by OpenID Connect is none of its own. */
const TYPES = {
  GenericOIDC: 'PingFederate, OpenID Connect (GenericOIDC)',
  PingFederateSAML: 'PingFederate, SAML (PingFederateSAML)',
  OktaOIDC: 'Okta, OpenID Connect (OktaOIDC)',
  OktaSAML: 'Okta, SAML (OktaSAML)',
  EntraIdOIDC: 'Entra ID, OpenID Connect (EntraIdOIDC)',
  AzureSAML: 'Entra ID, SAML (AzureSAML)',
  ADFSSAML: 'AD FS, SAML (ADFSSAML)',
  GenericSAML: 'SAML (GenericSAML)'
} as const

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '8px' },
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap', alignItems: 'flex-end' },
  // The longest kind is wider than a phone.
  field: { gridTemplateColumns: 'minmax(0, 1fr)' },
  select: { '& select': { minWidth: 0, textOverflow: 'ellipsis' } },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: { margin: 0, paddingLeft: '20px', overflowWrap: 'anywhere' }
})

type Verdict = z.output<typeof tryClaims.answer>

type Props = {
  readonly cases: Loaded<z.output<typeof listClaimCases.answer>>
  readonly use: MappingEditor['use']
}

export function ClaimLab({ cases, use }: Props): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const { lab } = words
  const [text, setText] = useState('')
  const [connectionType, setType] = useState('GenericOIDC')
  const [name, setName] = useState('')
  const [verdict, setVerdict] = useState<Verdict>()
  const { busy, run, problem } = usePress()
  // Cut off without a word, a paste would be read as something else.
  const tooLong = text.length > LONGEST_PASTE
  const look = (): void =>
    run(async () => setVerdict(await session.call(tryClaims, { body: { text, connectionType } })))
  const keep = (): void =>
    run(async () => {
      await session.call(saveClaimCase, { body: { name, text, connectionType } })
      setName('')
      cases.reload()
    })
  const drop = (caseId: string): void =>
    run(async () => {
      await session.call(deleteClaimCase, { params: { caseId } })
      cases.reload()
    })
  return (
    <Card>
      <Title3 as="h2">{lab.title}</Title3>
      <Text>{lab.body}</Text>
      <Field label={lab.type} className={styles.field}>
        <Select className={styles.select} value={connectionType} onChange={(_event, { value }) => setType(value)}>
          {Object.entries(TYPES).map(([type, label]) => (
            <option key={type} value={type}>
              {label}
            </option>
          ))}
        </Select>
      </Field>
      <Field
        label={lab.paste}
        validationState={tooLong ? 'error' : 'none'}
        validationMessage={tooLong ? lab.tooLong : null}
      >
        <Textarea
          rows={6}
          resize="vertical"
          value={text}
          spellCheck={false}
          onChange={(_event, { value }) => setText(value)}
        />
      </Field>
      <div>
        <Button appearance="primary" disabled={busy || tooLong || text.trim().length < 2} onClick={look}>
          {lab.look}
        </Button>
      </div>
      {problem}
      <div aria-live="polite">{verdict && <Outcome verdict={verdict} use={use} />}</div>
      {verdict && (
        <div className={styles.row}>
          <Field label={lab.name}>
            <Input value={name} maxLength={200} onChange={(_event, { value }) => setName(value)} />
          </Field>
          <Button disabled={busy || name.trim() === ''} onClick={keep}>
            {lab.keep}
          </Button>
        </div>
      )}
      <Title3 as="h3">{lab.cases}</Title3>
      <Loading loaded={cases}>
        {({ cases: kept }) => (
          <div className={styles.column}>
            {kept.length === 0 && <Text className={styles.quiet}>{lab.noCases}</Text>}
            {kept.map(each => (
              <div key={each.caseId} className={styles.row}>
                <Text>
                  {each.name} · {each.connectionType} · {each.holds ? lab.holds : lab.breaks}
                </Text>
                <Button
                  size="small"
                  disabled={busy}
                  aria-label={lab.dropCase(each.name)}
                  onClick={() => drop(each.caseId)}
                >
                  {lab.drop}
                </Button>
              </div>
            ))}
          </div>
        )}
      </Loading>
    </Card>
  )
}

function Outcome({ verdict, use }: { readonly verdict: Verdict; readonly use: Props['use'] }): ReactNode {
  const styles = useStyles()
  const { lab } = useApp().words
  const list = (items: readonly string[]): ReactNode => (
    <ul className={styles.list}>
      {items.map(item => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  )
  return (
    <div className={styles.column}>
      <Text weight="semibold">
        {verdict.access.allowed ? lab.allowed : lab.refused} {verdict.access.why}
      </Text>
      {list(verdict.mapped.map(({ attribute, value, claim }) => lab.mapped(lab.attributes[attribute], value, claim)))}
      {verdict.missing.length > 0 && (
        <Text>{lab.missing(verdict.missing.map(each => lab.attributes[each]).join(', '))}</Text>
      )}
      {verdict.suggestions.length > 0 && (
        <ul className={styles.list}>
          {verdict.suggestions.map(each => (
            <Suggestion key={each.attribute} suggestion={each} put={use(each.attribute)} />
          ))}
        </ul>
      )}
      {verdict.cohorts.length > 0 && <Text>{lab.cohorts(verdict.cohorts.join(', '))}</Text>}
      {verdict.courses.length > 0 && <Text>{lab.courses(verdict.courses.join(', '))}</Text>}
      {verdict.notes.map(note => (
        <Text key={note} size={200} className={styles.quiet}>
          {note}
        </Text>
      ))}
    </div>
  )
}

type SuggestionProps = {
  readonly suggestion: Verdict['suggestions'][number]
  readonly put: ReturnType<Props['use']>
}

function Suggestion({ suggestion: { attribute, claim, groupsAs }, put }: SuggestionProps): ReactNode {
  const { lab } = useApp().words
  const name = lab.attributes[attribute]
  const press = (): void => {
    put?.(claim, groupsAs)
    document.getElementById(headingOf(attribute))?.focus()
  }
  return (
    <li>
      {groupsAs ? lab.firstPart(name, claim) : lab.suggestion(name, claim)}{' '}
      {put && (
        <Button size="small" aria-label={lab.useFor(name, claim)} onClick={press}>
          {lab.use}
        </Button>
      )}
    </li>
  )
}
