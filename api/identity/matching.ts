/** The rung between the directory and "Connect": an employee number that Microsoft and the directory both hold, where an admin switched it on. */
import { record } from '../audit/audit.ts'
import type { GraphAnswer } from '../contract/accounts.ts'
import { countEmployeeNumbers, findPersonByEmployeeNumberWithin } from '../directory/directory.ts'
import { getOrganization } from '../organizations/organizations.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { VendorError } from '../platform/errors.ts'
import { createMemo } from '../platform/memo.ts'
import { MINUTE, SECOND } from '../platform/time.ts'
import { GRAPH_SCOPE, type Graph, type SignedInEntry } from '../vendors/graph.ts'
import { consentedUrl } from './consented.ts'
import type { EntraIdentity } from './entra.ts'
import { linkWithin } from './people.ts'
import { accountsOf, findMatching, saveAnswer, saveMatching, wereParted, type Matching } from './store-accounts.ts'

export type Unlinked = {
  readonly organizationId: string
  readonly account: Pick<EntraIdentity, 'tid' | 'oid'>
  /** The account's own Teams token, which has been found valid. */
  readonly token: string
}

/** Joins the account if exactly one person fits. @returns whether it did; it never fails, because "Connect" is still there. */
export type Match = (unlinked: Unlinked) => Promise<boolean>

/** Somebody who cannot be matched presses "try again": Microsoft is asked once for that. */
const ASK_AGAIN_MS = 15 * SECOND

export function createMatching(deps: Deps, graph: Graph | undefined): Match {
  const asked = createMemo<boolean>(ASK_AGAIN_MS)
  return async unlinked => {
    const { organizationId, account } = unlinked
    if (!graph || !(await ownEntryAllowed(deps, organizationId))) return false
    return asked.get(`${account.tid}/${account.oid}`, () => match(deps, graph, unlinked))
  }
}

/** Whether the company's admin switched on that people's own entries are read. */
export const ownEntryAllowed = (deps: Deps, organizationId: string): Promise<boolean> =>
  deps.db.for(organizationId)(async trx => (await findMatching(trx, organizationId)).employeeNumber)

async function match(deps: Deps, graph: Graph, { organizationId, account, token }: Unlinked): Promise<boolean> {
  const entry = await ask(deps, graph, { organizationId, account, token })
  if (entry?.kind !== 'found') return false
  if (entry.oid.toLowerCase() !== account.oid.toLowerCase()) {
    deps.log.error({ organization: organizationId }, 'Graph told of another account than the token')
    return false
  }
  // Exactly as it stands, but for blanks around it: `007` is not `7`.
  const number = entry.employeeId?.trim()
  if (!number) return false
  return deps.db.for(organizationId)(trx => link(deps, trx, { organizationId, ...account, number }))
}

type Numbered = Pick<EntraIdentity, 'tid' | 'oid'> & { readonly organizationId: string; readonly number: string }

async function link(deps: Deps, trx: Trx, { number, ...account }: Numbered): Promise<boolean> {
  const { organizationId } = account
  const person = await findPersonByEmployeeNumberWithin(trx, organizationId, number)
  if (!person) return false
  const pair = { ...account, personId: person.personId }
  if (await wereParted(trx, pair)) return false
  // Of any tenant: who has an account already does not get a second one unasked.
  if ((await accountsOf(trx, organizationId, [person.personId])).length > 0) return false
  return (await linkWithin(deps, trx, { ...pair, because: 'employee_number' })) === 'linked'
}

/** Undefined when Microsoft does not answer. What came of it is kept for the admin. */
async function ask(
  deps: Deps,
  graph: Graph,
  { organizationId, account, token }: Unlinked
): Promise<SignedInEntry | undefined> {
  // Asked again: it may have been switched off meanwhile.
  const allowed = await ownEntryAllowed(deps, organizationId)
  if (!allowed) return undefined
  const entry = await graph.readMe({ tid: account.tid, assertion: token, allowed }).catch((err: unknown) => {
    if (!(err instanceof VendorError)) throw err
    deps.log.warn({ err, organization: organizationId }, 'Graph does not answer')
    return undefined
  })
  if (entry?.kind === 'refused') deps.log.warn({ why: entry.why, organization: organizationId }, 'Graph refused')
  await keepAnswer(deps, organizationId, answerOf(entry))
  return entry
}

function answerOf(entry: SignedInEntry | undefined): GraphAnswer {
  if (!entry) return 'unreachable'
  return entry.kind === 'found' ? 'granted' : entry.kind
}

/** Once a minute at most while it stays the same. */
const keepAnswer = (deps: Deps, organizationId: string, answer: GraphAnswer): Promise<void> =>
  deps.db.for(organizationId)(async trx => {
    const at = deps.realNow()
    const known = await findMatching(trx, organizationId)
    const fresh = known.answeredAt && at.getTime() - known.answeredAt.getTime() < MINUTE
    if (known.answer !== answer || !fresh) await saveAnswer(trx, organizationId, { answer, at })
  })

type Admin = { readonly organizationId: string; readonly personId: string }

/** What the admin sees: whether it is on, what Microsoft says, and how far the directory's numbers would carry. */
export async function matchingOf(deps: Deps, organizationId: string) {
  const { employeeNumber, answer, answeredAt } = await deps.db.for(organizationId)((trx): Promise<Matching> =>
    findMatching(trx, organizationId)
  )
  const [{ entraTenantIds }, numbers] = await Promise.all([
    getOrganization(deps, organizationId),
    countEmployeeNumbers(deps, organizationId)
  ])
  return {
    available: deps.config.TAB_CLIENT_SECRET !== undefined,
    employeeNumber,
    answer: answer ?? null,
    answeredAt: answeredAt?.toISOString() ?? null,
    consent: entraTenantIds.map(tenantId => ({ tenantId, url: consentUrl(deps, tenantId) })),
    numbers
  }
}

/** Where an admin of that tenant consents for everybody, to this one permission. */
function consentUrl({ config }: Pick<Deps, 'config'>, tenantId: string): string {
  const asked = new URLSearchParams({
    client_id: config.TAB_CLIENT_ID,
    scope: GRAPH_SCOPE,
    redirect_uri: consentedUrl(config.PUBLIC_URL)
  })
  return `${config.ENTRA_URL}/${tenantId}/v2.0/adminconsent?${asked}`
}

export const switchMatching = (
  deps: Deps,
  { organizationId, personId }: Admin,
  employeeNumber: boolean
): Promise<void> =>
  deps.db.for(organizationId)(async trx => {
    const before = await findMatching(trx, organizationId)
    if (before.employeeNumber === employeeNumber) return
    await saveMatching(trx, { organizationId, employeeNumber, by: personId, at: deps.realNow() })
    const action = employeeNumber ? 'account_matching.on' : 'account_matching.off'
    await record(trx, deps, { organizationId, action, actor: personId, detail: { rule: 'employee_number' } })
  })

/** Tries Microsoft with the admin's own token. */
export async function checkMatching(deps: Deps, graph: Graph | undefined, asked: Unlinked): Promise<void> {
  if (graph) await ask(deps, graph, asked)
}
