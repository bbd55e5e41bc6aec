/** Who could not sign in any more once the site knows no other way in: checked as often as the admin likes, accepted by name, saved as a file. */
import {
  Button,
  Card,
  Checkbox,
  Field,
  Link,
  MessageBar,
  MessageBarBody,
  Select,
  Text,
  Textarea,
  Title3,
  makeStyles,
  tokens
} from '@fluentui/react-components'
import { useEffect, useState, type ReactNode } from 'react'
import type { z } from 'zod'
import {
  acceptCutover,
  checkCutover,
  exportCutover,
  getCutover,
  PLANS,
  type CutoverKind,
  type SitePlan
} from '../../../api/contract/cutover.ts'
import { formatMoment, useApp } from '../../context.ts'
import { Loading, useLoaded, useLookAgain } from '../../load.tsx'
import { usePress } from '../../press.tsx'

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '12px', minWidth: 0 },
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: '12px' },
  plain: { margin: 0, paddingLeft: '20px', overflowWrap: 'anywhere' },
  item: { display: 'flex', flexDirection: 'column', overflowWrap: 'anywhere', minWidth: 0 },
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap', alignItems: 'center' },
  field: { gridTemplateColumns: 'minmax(0, 1fr)' },
  wide: { minWidth: 0 },
  said: { overflowWrap: 'anywhere', whiteSpace: 'normal' },
  quiet: { color: tokens.colorNeutralForeground2 }
})

type Report = NonNullable<z.output<typeof getCutover.answer>['check']>
type Item = Report['items'][number]

const LOOK_MS = 2000

export function Cutover(): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const { cutover } = words
  const { busy, run, problem } = usePress()
  const loaded = useLoaded(() => session.call(getCutover))
  const [plan, setPlan] = useState<SitePlan>()
  const [checking, setChecking] = useState<{ readonly before: string | undefined }>()
  const { value, reload } = loaded
  const current = value?.check?.checkedAt
  const waits = checking !== undefined && checking.before === current
  useLookAgain(loaded, waits ? LOOK_MS : undefined)
  const chosen = plan ?? value?.check?.plan ?? 'unknown'
  const check = (): void =>
    run(async () => {
      await session.call(checkCutover, { body: { plan: chosen } })
      setChecking({ before: current })
    })
  return (
    <Card>
      <Title3 as="h2">{cutover.title}</Title3>
      <Text>{cutover.body}</Text>
      <Field label={cutover.plan} className={styles.field}>
        <Select
          value={chosen}
          onChange={(_event, { value: picked }) => setPlan(PLANS.find(each => each === picked) ?? 'unknown')}
        >
          {PLANS.map(each => (
            <option key={each} value={each}>
              {cutover.plans[each]}
            </option>
          ))}
        </Select>
      </Field>
      <div>
        <Button disabled={busy || waits || value === undefined} onClick={check}>
          {cutover.check}
        </Button>
      </div>
      <output>{waits ? cutover.checking : ''}</output>
      {problem}
      <Loading loaded={loaded}>
        {({ check: report }) =>
          report ? (
            <Found key={report.checkedAt} report={report} reload={reload} />
          ) : (
            <Text className={styles.quiet}>{cutover.never}</Text>
          )
        }
      </Loading>
    </Card>
  )
}

type FoundProps = { readonly report: Report; readonly reload: () => void }

function Found({ report, reload }: FoundProps): ReactNode {
  const styles = useStyles()
  const app = useApp()
  const { cutover } = app.words
  const [kind, setKind] = useState<CutoverKind>()
  const [round, setRound] = useState(0)
  const changed = (): void => {
    reload()
    setRound(before => before + 1)
  }
  const { ready, open, able, learners, accepted, left, kinds, checkedAt } = report
  return (
    <div className={styles.column}>
      <MessageBar intent={ready ? 'success' : 'warning'} layout="multiline">
        <MessageBarBody className={styles.said}>{ready ? cutover.ready : cutover.notReady(open)}</MessageBarBody>
      </MessageBar>
      <Text>{cutover.summary(formatMoment(checkedAt, app), able, learners, accepted, left)}</Text>
      {kinds.length > 0 && (
        <>
          <ul className={styles.plain} aria-label={cutover.kinds}>
            {kinds.map(each => (
              <li key={each.kind}>
                <Text>{cutover.kind(each.title, each.open, each.accepted)}</Text>
              </li>
            ))}
          </ul>
          <Field label={cutover.only} className={styles.field}>
            <Select
              value={kind ?? ''}
              onChange={(_event, { value }) => setKind(kinds.find(each => each.kind === value)?.kind)}
            >
              <option value="">{cutover.everything}</option>
              {kinds.map(each => (
                <option key={each.kind} value={each.kind}>
                  {each.title}
                </option>
              ))}
            </Select>
          </Field>
          <Items key={`${kind ?? ''} ${round}`} kind={kind} onDone={changed} />
        </>
      )}
      <File />
    </div>
  )
}

type ItemsProps = { readonly kind: CutoverKind | undefined; readonly onDone: () => void }

/** Chosen by name, accepted with one reason. */
function Items({ kind, onDone }: ItemsProps): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const { cutover } = words
  const { busy, run, problem } = usePress()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [reason, setReason] = useState('')
  const decide = (body: z.input<typeof acceptCutover.body>): void =>
    run(async () => {
      await session.call(acceptCutover, { body })
      onDone()
    })
  const toggle = (itemKey: string, on: boolean): void =>
    setChosen(before => (on ? [...before, itemKey] : before.filter(each => each !== itemKey)))
  return (
    <>
      <ItemPage
        kind={kind}
        chosen={chosen}
        busy={busy}
        toggle={toggle}
        onWithdraw={itemKey => decide({ what: 'withdraw', itemKeys: [itemKey] })}
      />
      {chosen.length > 0 && (
        <>
          <Field label={cutover.reason} className={styles.field}>
            <Textarea value={reason} maxLength={500} onChange={(_event, { value }) => setReason(value)} />
          </Field>
          <div>
            <Button
              disabled={busy || reason.trim().length < 3}
              onClick={() => decide({ what: 'accept', itemKeys: [...chosen], reason })}
            >
              {cutover.accept(chosen.length)}
            </Button>
          </div>
        </>
      )}
      {problem}
    </>
  )
}

type ItemPageProps = {
  readonly kind: CutoverKind | undefined
  readonly after?: number
  readonly chosen: readonly string[]
  readonly busy: boolean
  readonly toggle: (itemKey: string, on: boolean) => void
  readonly onWithdraw: (itemKey: string) => void
}

function ItemPage({ after, ...props }: ItemPageProps): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const { cutover } = words
  const [more, setMore] = useState(false)
  const query = { ...(props.kind ? { kind: props.kind } : {}), ...(after === undefined ? {} : { after }) }
  const loaded = useLoaded(() => session.call(getCutover, { query }))
  return (
    <Loading loaded={loaded}>
      {({ check }) => (
        <>
          <ul className={styles.list}>
            {(check?.items ?? []).map(item => (
              <li key={item.itemKey} className={styles.item}>
                <One item={item} {...props} />
              </li>
            ))}
          </ul>
          {check?.next && !more && (
            <div>
              <Button onClick={() => setMore(true)}>{cutover.more}</Button>
            </div>
          )}
          {check?.next && more && <ItemPage after={check.next} {...props} />}
        </>
      )}
    </Loading>
  )
}

type OneProps = Omit<ItemPageProps, 'after' | 'kind'> & { readonly item: Item }

function One({ item, chosen, busy, toggle, onWithdraw }: OneProps): ReactNode {
  const styles = useStyles()
  const app = useApp()
  const { cutover } = app.words
  const name = [item.name, item.email].filter(Boolean).join(', ') || cutover.site
  return (
    <>
      {item.mayAccept && !item.accepted ? (
        <Checkbox
          label={name}
          aria-label={cutover.choose(name)}
          checked={chosen.includes(item.itemKey)}
          onChange={(_event, { checked }) => toggle(item.itemKey, checked === true)}
        />
      ) : (
        <Text weight="semibold">{name}</Text>
      )}
      <Text size={200}>{item.what}</Text>
      <Text size={200}>{`${cutover.remedy}: ${item.remedy}`}</Text>
      {item.accepted && (
        <div className={styles.row}>
          <Text size={200} className={styles.quiet}>
            {cutover.accepted(item.accepted.by, formatMoment(item.accepted.at, app), item.accepted.reason)}
          </Text>
          <Button
            size="small"
            disabled={busy}
            aria-label={cutover.withdrawOf(name)}
            onClick={() => onWithdraw(item.itemKey)}
          >
            {cutover.withdraw}
          </Button>
        </div>
      )}
    </>
  )
}

function File(): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const { cutover } = words
  const { busy, run, problem } = usePress()
  const [file, setFile] = useState<{ readonly name: string; readonly url: string }>()
  useEffect(() => () => (file ? URL.revokeObjectURL(file.url) : undefined), [file])
  const make = (): void =>
    run(async () => {
      const { name, content } = await session.save(exportCutover)
      setFile({ name, url: URL.createObjectURL(content) })
    })
  return (
    <>
      <div className={styles.row}>
        <Button disabled={busy} onClick={make}>
          {cutover.save}
        </Button>
        {file && (
          <output>
            <Link href={file.url} download={file.name}>
              {cutover.saveFile(file.name)}
            </Link>
          </output>
        )}
      </div>
      {problem}
    </>
  )
}
