/** People whom no directory names: an operator invited them, or they joined by themselves with a proven address. */
import type { CodeOrganization } from '../organizations/organizations.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { DAY } from '../platform/time.ts'
import type { Member } from './news.ts'
import type { PersonRow } from './row.ts'
import { settleNews, type Context } from './settle.ts'
import { loadSnapshot, savePeople } from './store-page.ts'
import { findPerson } from './store.ts'

type Change = { readonly organization: CodeOrganization; readonly actor: 'operator' | 'sign_in' }

/** Who comes back within this time is the same person; an address may be somebody else's later. */
const RETURN_MS = 30 * DAY

/** An address stands for an id at the provider. */
const idpIdOf = (email: string): string => `mail:${email}`

/** Adds the person, or changes what differs. @returns their id. */
export async function keepMemberWithin(
  deps: Deps,
  trx: Trx,
  { organization, actor, member }: Change & { readonly member: Member }
): Promise<string> {
  const idpId = idpIdOf(member.email)
  const wanted = { idpIds: [idpId], entries: [] }
  const { people } = await loadSnapshot(trx, organization.organizationId, wanted)
  const changed = people.filter(row => isLongGone(row, deps.now())).map(toFormer)
  await savePeople(trx, { added: [], changed })
  const { snapshot, outcome } = await settleNews(contextOf(deps, trx, { organization, actor }), [
    { kind: 'member', idpId, member }
  ])
  const [row] = [...outcome.people.map(saved => saved.row), ...snapshot.people]
  if (!row) throw new Error('a member was kept and is not there')
  return row.id
}

const isLongGone = ({ left_at: left }: PersonRow, now: Date): boolean =>
  left !== null && left.getTime() < now.getTime() - RETURN_MS

/** Keeps what is theirs and gives the address free. */
const toFormer = (row: PersonRow): PersonRow => ({ ...row, idp_id: `former:${row.id}` })

/** Takes away all that the person holds, as of a leaver. @returns false when nobody of this id is there. */
export async function removeMemberWithin(
  deps: Deps,
  trx: Trx,
  { organization, actor, personId }: Change & { readonly personId: string }
): Promise<boolean> {
  const found = await findPerson(trx, organization.organizationId, personId)
  if (!found) return false
  const { outcome } = await settleNews(contextOf(deps, trx, { organization, actor }), [
    { kind: 'member', idpId: found.idp_id, member: undefined }
  ])
  return outcome.happenings.some(({ kind }) => kind === 'left')
}

const contextOf = (deps: Deps, trx: Trx, { organization, actor }: Change): Context => ({
  deps,
  trx,
  organization,
  actor,
  receivedAt: deps.realNow()
})
