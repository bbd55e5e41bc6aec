/** What a checked spreadsheet comes to: shown as a dry run, carried out exactly as shown, undone as a whole. */
import { createHash } from 'node:crypto'
import { record } from '../audit/audit.ts'
import type { Rule, RuleSet } from '../contract/enrollment-rules.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import type { Assignment } from './desired.ts'
import { dryRun } from './dry-run.ts'
import { isError, type Assigned } from './import-rows.ts'
import { isRuleOf, ruleOf, withoutRules } from './import-rules.ts'
import { check, decided, getImport, type Acting, type Checked, type Key } from './imports.ts'
import { withRules } from './rules.ts'
import { beginRun } from './runs.ts'
import { insertAssignments, withdrawAssignments, type AssignmentRow } from './store-assignments.ts'
import { decideImport } from './store-imports.ts'
import { insertVersion, type RuleVersion } from './store-rules.ts'

type Outcome = {
  readonly version: number
  readonly set: RuleSet
  readonly rules: readonly Rule[]
  readonly assigned: readonly Assigned[]
  /** Stands for exactly this. */
  readonly seen: string
}

const MOST_RULES = 200

function outcomeOf(
  { read, proposals, rules: current, now }: Checked,
  importId: string,
  chosen: readonly string[]
): Outcome {
  if (read.findings.some(({ problem }) => isError(problem)))
    throw new ProblemError('conflict', 'Some rows cannot be imported. Correct them in the file and upload it again')
  const picked = proposals.filter(({ proposalId }) => chosen.includes(proposalId))
  if (picked.length < new Set(chosen).size)
    throw new ProblemError('conflict', 'What can be a rule has changed meanwhile. Check the rows again')
  const rules = picked.map((proposal, place) => ruleOf(proposal, importId, place))
  const set = { ...current.set, rules: [...current.set.rules, ...rules] }
  if (set.rules.length > MOST_RULES)
    throw new ProblemError('conflict', `There can be ${MOST_RULES} rules. Choose fewer of the proposals`)
  const assigned = withoutRules(read.assigned, rules, { rules: set.rules, now })
  const said = [
    current.version,
    rules,
    assigned.map(({ row, person, target, startsAt, endsAt, reason }) => [
      row,
      person.personId,
      target,
      startsAt,
      endsAt,
      reason
    ])
  ]
  const seen = createHash('sha256').update(JSON.stringify(said)).digest('base64url')
  return { version: current.version, set, rules, assigned, seen }
}

type Chosen = Key & { readonly proposals: readonly string[] }

export async function dryRunImport(deps: Deps, { proposals, ...key }: Chosen) {
  const outcome = outcomeOf(await check(deps, key), key.importId, proposals)
  const more = Map.groupBy(outcome.assigned, ({ person }) => person.personId)
  const asIf = new Map(
    [...more].map(([personId, rows]) => [personId, rows.map(row => assignmentOf(row, key.importId, ''))])
  )
  const dry = await dryRun(deps, key.organizationId, outcome.set, { more: asIf })
  return { seen: outcome.seen, assignments: outcome.assigned.length, rules: outcome.rules.length, dry }
}

const assignmentOf = (
  { target, startsAt, endsAt, reason }: Assigned,
  importId: string,
  because: string
): Assignment => ({
  importId,
  target,
  startsAt,
  endsAt,
  because: reason || because
})

type CarryOut = Acting & Chosen & { readonly seen: string; readonly reason: string }

/** Assignments, rules, record and the start of the run commit together. @throws ProblemError `conflict`. */
export async function carryOutImport(deps: Deps, input: CarryOut): Promise<string> {
  const { organizationId, importId, actor, seen, reason } = input
  const checked = await check(deps, input)
  const outcome = outcomeOf(checked, importId, input.proposals)
  const { assigned, rules, set } = outcome
  if (outcome.seen !== seen) throw changed()
  return withRules(deps, organizationId, async (trx, latest) => {
    if (latest.version !== outcome.version) throw changed()
    const counts = { assignments: assigned.length, rules: rules.length }
    const decision = { organizationId, importId, from: 'open', to: 'imported', at: deps.now() } as const
    if (!(await decideImport(trx, { ...decision, set: { ...counts, reason } }))) throw decided()
    await insertAssignments(
      trx,
      assigned.map(row => toRow(row, input))
    )
    const version = rules.length > 0 ? await saveVersion(deps, trx, { latest, set, ...input }) : latest.version
    const detail = { importId, file: checked.row.file_name, ...counts, reason }
    await record(trx, deps, { organizationId, action: 'enrollment_import.imported', actor, detail })
    return beginRun(deps, trx, { organizationId, kind: 'import', version, author: actor })
  })
}

const changed = (): ProblemError =>
  new ProblemError(
    'conflict',
    'People, rules or courses have changed since you looked. Nothing was imported. Look again at what it would do'
  )

const toRow = (row: Assigned, { organizationId, importId, reason }: CarryOut): AssignmentRow => ({
  organization_id: organizationId,
  import_id: importId,
  person_id: row.person.personId,
  kind: row.target.kind,
  target_id: row.target.id,
  name: row.target.name,
  starts_at: row.startsAt,
  ends_at: row.endsAt,
  because: row.reason || reason,
  sheet_row: row.row
})

type NewVersion = {
  readonly organizationId: string
  readonly latest: RuleVersion
  readonly set: RuleSet
  readonly actor: string
  readonly reason: string
}

async function saveVersion(
  deps: Deps,
  trx: Trx,
  { organizationId, latest, set, actor, reason }: NewVersion
): Promise<number> {
  const version = latest.version + 1
  const next = { version, set, source: 'admin', author: actor, reason, savedAt: deps.now() } as const
  if (!(await insertVersion(trx, organizationId, next))) throw changed()
  await record(trx, deps, { organizationId, action: 'enrollment_rules.saved', actor, detail: { version, reason } })
  return version
}

const remaining = (set: RuleSet, importId: string): RuleSet => ({
  ...set,
  rules: set.rules.filter(rule => !isRuleOf(rule, importId))
})

/** What withdrawing the import would do to everybody. */
export async function dryRunUndo(deps: Deps, { organizationId, importId }: Key) {
  const { set } = await withRules(deps, organizationId, async (_trx, rules) => rules)
  return dryRun(deps, organizationId, remaining(set, importId), { without: importId })
}

/** Its assignments and whatever is left of its rules. @throws ProblemError `conflict` when it is not imported. */
export async function undoImport(deps: Deps, { organizationId, importId, actor }: Acting): Promise<string> {
  const { file_name: file } = await getImport(deps, { organizationId, importId })
  return withRules(deps, organizationId, async (trx, latest) => {
    const decision = { organizationId, importId, from: 'imported', to: 'undone', at: deps.now() } as const
    if (!(await decideImport(trx, decision))) throw decided()
    await withdrawAssignments(trx, organizationId, importId)
    const set = remaining(latest.set, importId)
    const reason = `The import of ${file} was undone`
    const version =
      set.rules.length < latest.set.rules.length
        ? await saveVersion(deps, trx, { organizationId, latest, set, actor, reason })
        : latest.version
    await record(trx, deps, { organizationId, action: 'enrollment_import.undone', actor, detail: { importId, file } })
    return beginRun(deps, trx, { organizationId, kind: 'undo', version, author: actor })
  })
}
