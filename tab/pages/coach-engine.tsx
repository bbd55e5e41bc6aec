/** Who answers as the coach: the scripted one, or a model of the company, with its settings, its check and the way back. */
import {
  Button,
  Card,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Select,
  Text,
  Title3,
  makeStyles,
  tokens
} from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import {
  checkCoachEngine,
  deleteCoachEngine,
  getCoachEngine,
  MODEL_PROVIDERS,
  putCoachEngine,
  type CoachEngine as Engine,
  type ModelProvider
} from '../../api/contract/coach-engine.ts'
import { ConfirmButton } from '../confirm.tsx'
import { formatMoment, useApp } from '../context.ts'
import { Loading, useLoaded } from '../load.tsx'
import { usePress } from '../press.tsx'

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '12px' },
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
  // Its longest option would make it wider than a phone.
  narrow: { minWidth: 0, width: '100%' },
  quiet: { color: tokens.colorNeutralForeground2 }
})

export function CoachEngine(): ReactNode {
  const { session, words } = useApp()
  const loaded = useLoaded(() => session.call(getCoachEngine))
  return (
    <Card>
      <Title3 as="h2">{words.coachEngine.title}</Title3>
      <Text>{words.coachEngine.intro}</Text>
      <Loading loaded={loaded}>{engine => <Setting loaded={engine} />}</Loading>
    </Card>
  )
}

type Model = Extract<Engine, { readonly kind: 'model' }>
type Draft = {
  readonly provider: ModelProvider
  readonly endpoint: string
  readonly model: string
  readonly key: string
}

const draftOf = (engine: Engine): Draft =>
  engine.kind === 'model'
    ? { provider: engine.provider, endpoint: engine.endpoint, model: engine.model, key: '' }
    : { provider: 'azure', endpoint: '', model: '', key: '' }

/** An empty key is none. */
const bodyOf = ({ key, ...rest }: Draft) => ({ ...rest, ...(key.trim() ? { key } : {}) })

function Setting({ loaded }: { readonly loaded: Engine }): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const said = words.coachEngine
  const [engine, setEngine] = useState(loaded)
  const [draft, setDraft] = useState(draftOf(loaded))
  const [done, setDone] = useState<'checking' | 'gone'>()
  const { busy, run, problem } = usePress(said.refusals)
  const isWhole =
    putCoachEngine.body.safeParse(bodyOf(draft)).success && (engine.kind === 'model' || draft.key.trim() !== '')
  const check = async (): Promise<void> => {
    setDone('checking')
    try {
      setEngine(await session.call(checkCoachEngine))
    } finally {
      setDone(undefined)
    }
  }
  const save = (): void =>
    run(async () => {
      const saved = await session.call(putCoachEngine, { body: bodyOf(draft) })
      setEngine(saved)
      setDraft(draftOf(saved))
      await check()
    })
  const goBack = (): void =>
    run(async () => {
      const scripted = await session.call(deleteCoachEngine)
      setEngine(scripted)
      setDraft(draftOf(scripted))
      setDone('gone')
    })
  return (
    <div className={styles.column}>
      <Standing engine={engine} />
      <Fields draft={draft} hasKey={engine.kind === 'model'} onChange={setDraft} />
      <div className={styles.row}>
        <Button appearance="primary" disabled={busy || !isWhole} onClick={save}>
          {said.save}
        </Button>
        {engine.kind === 'model' && (
          <>
            <Button disabled={busy} onClick={() => run(check)}>
              {said.check}
            </Button>
            <ConfirmButton
              label={said.back}
              title={said.backTitle(engine.model)}
              body={said.backBody}
              keep={said.backKeep}
              disabled={busy}
              onConfirm={goBack}
            />
          </>
        )}
      </div>
      <output>{done === 'checking' ? said.saving : done === 'gone' ? said.gone : ''}</output>
      {problem}
    </div>
  )
}

function Standing({ engine }: { readonly engine: Engine }): ReactNode {
  const { coachEngine: said } = useApp().words
  if (engine.kind === 'scripted') return <Text weight="semibold">{said.scripted}</Text>
  return (
    <>
      <Text weight="semibold">{engine.active ? said.active(engine.model) : said.waiting(engine.model)}</Text>
      <Checked engine={engine} />
    </>
  )
}

function Checked({ engine: { check, active } }: { readonly engine: Model }): ReactNode {
  const app = useApp()
  const styles = useStyles()
  const { coachEngine: said } = app.words
  if (!check) return null
  const { result } = check
  return (
    <>
      <MessageBar intent={result === 'well' ? 'success' : 'warning'} layout="multiline">
        <MessageBarBody>
          {result === 'well' ? (
            said.well(check, app.locale)
          ) : (
            <>
              <MessageBarTitle>{said.failed}</MessageBarTitle>
              {said.failures[result]} {active && said.keeps}
            </>
          )}
        </MessageBarBody>
      </MessageBar>
      <Text size={200} className={styles.quiet}>
        {said.at(formatMoment(check.at, app))}
      </Text>
    </>
  )
}

type FieldsProps = {
  readonly draft: Draft
  readonly hasKey: boolean
  readonly onChange: (draft: Draft) => void
}

function Fields({ draft, hasKey, onChange }: FieldsProps): ReactNode {
  const styles = useStyles()
  const { coachEngine: said } = useApp().words
  const { provider, endpoint, model, key } = draft
  return (
    <>
      <Field label={said.provider}>
        <Select
          select={{ className: styles.narrow }}
          value={provider}
          onChange={(_event, { value }) =>
            onChange({ ...draft, provider: MODEL_PROVIDERS.find(each => each === value) ?? provider })
          }
        >
          {MODEL_PROVIDERS.map(each => (
            <option key={each} value={each}>
              {said.providers[each]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={said.endpoint[provider]} hint={said.endpointHelp[provider]}>
        <Input
          type="url"
          value={endpoint}
          maxLength={300}
          onChange={(_event, { value }) => onChange({ ...draft, endpoint: value.trim() })}
        />
      </Field>
      <Field label={said.model[provider]}>
        <Input value={model} maxLength={120} onChange={(_event, { value }) => onChange({ ...draft, model: value })} />
      </Field>
      <Field label={said.key} hint={hasKey ? said.keyKept : said.keyNew}>
        <Input
          type="password"
          autoComplete="off"
          value={key}
          maxLength={500}
          onChange={(_event, { value }) => onChange({ ...draft, key: value })}
        />
      </Field>
    </>
  )
}
