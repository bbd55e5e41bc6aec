/** One directory event, applied in one transaction: what it changes, who thereby joined or left, and their revocation. */
import { record } from '../audit/audit.ts'
import { revokePerson } from '../oauth/revocation.ts'
import type { Organization } from '../organizations/organizations.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import type { DirectoryEvent, DirectoryUser } from '../vendors/workos.ts'
import { toDraft } from './person.ts'
import { standingOf, type Standing } from './standing.ts'
import * as store from './store.ts'

type Context = {
  readonly deps: Deps
  readonly trx: Trx
  readonly organization: Organization
  /** Real time at which the event was taken in: leavers' receipts count from here. */
  readonly receivedAt: Date
}

export async function applyEvent(context: Context, event: DirectoryEvent): Promise<void> {
  const { trx, organization } = context
  const { organizationId } = organization
  switch (event.event) {
    case 'dsync.user.created':
    case 'dsync.user.updated':
      await saveUser(context, event.data)
      return
    case 'dsync.user.deleted':
      await saveUser(context, { ...event.data, state: 'inactive' })
      return
    case 'dsync.group.created':
    case 'dsync.group.updated': {
      const { id, directoryId, name } = event.data
      await store.saveGroup(trx, { organization_id: organizationId, id, directory_id: directoryId, name })
      await settleAll(context, await store.membersOfGroup(trx, organizationId, id))
      return
    }
    case 'dsync.group.deleted':
      await settleAll(context, await store.removeGroup(trx, organizationId, event.data.id))
      return
    case 'dsync.group.user_added':
    case 'dsync.group.user_removed': {
      const { user, group } = event.data
      const row = { organization_id: organizationId, group_id: group.id, directory_user_id: user.id }
      await store.saveGroup(trx, { organization_id: organizationId, id: group.id, directory_id: group.directoryId, name: group.name })
      await (event.event === 'dsync.group.user_added' ? store.addMembership(trx, row) : store.removeMembership(trx, row))
      await settleAll(context, [user.id])
      return
    }
    case 'dsync.deleted':
      // One event for the whole directory; none follows for its people.
      for (const row of await store.peopleOfDirectory(trx, organizationId, event.data.id)) await deactivate(context, row)
      return
    case 'dsync.activated':
      return
  }
}

async function deactivate(context: Context, row: store.PersonRow): Promise<void> {
  await store.updatePerson(context.trx, keyOf(row), { state: 'inactive', updated_at: context.deps.now() })
  await settle(context, { ...row, state: 'inactive' }, row)
}

async function saveUser(context: Context, user: DirectoryUser): Promise<void> {
  const { deps, trx, organization } = context
  const { organizationId } = organization
  const draft = toDraft(user)
  const before = await store.lockByIdp(trx, organizationId, draft.idpId)
  if (before && before.source_updated_at > draft.sourceUpdatedAt) return
  const now = deps.now()
  const source = { directory_id: user.directoryId, directory_user_id: user.id }
  if (before) {
    const change = { ...store.columnsOf(draft), ...source, updated_at: now }
    await store.updatePerson(trx, keyOf(before), change)
    await settle(context, { ...before, ...change }, before)
    return
  }
  const row: store.PersonRow = {
    organization_id: organizationId,
    id: deps.newId('person'),
    ...source,
    ...store.columnsOf(draft),
    access: false,
    roles: [],
    left_at: null,
    created_at: now,
    updated_at: now
  }
  await store.insertPerson(trx, row)
  await settle(context, row, undefined)
}

async function settleAll(context: Context, directoryUserIds: readonly string[]): Promise<void> {
  for (const id of directoryUserIds) {
    const row = await store.findByDirectoryUser(context.trx, context.organization.organizationId, id)
    if (row) await settle(context, row, row)
  }
}

/** Compares what the person may do now with what they could before; joining, leaving and cohorts follow from it. */
async function settle(context: Context, row: store.PersonRow, before: store.PersonRow | undefined): Promise<void> {
  const { deps, trx, organization } = context
  const key = keyOf(row)
  const groups = row.directory_user_id ? await store.groupNamesOf(trx, key.organizationId, row.directory_user_id) : []
  const standing = standingOf(groups, organization)
  const could = before?.state === 'active' && before.access
  const can = row.state === 'active' && standing.access
  const change = { access: standing.access, roles: [...standing.roles] }
  await store.updatePerson(trx, key, { ...change, left_at: can ? null : could ? deps.now() : row.left_at })
  await settleCohorts(context, key, standing)
  if (can && !could) await join(context, key)
  if (could && !can) await leave(context, key, row.state === 'active' ? 'left_access_group' : 'deactivated')
  if (could && can && before) await deps.publish(trx, { type: 'person.changed', ...key })
}

async function join({ deps, trx }: Context, key: Key): Promise<void> {
  await record(trx, deps, { ...key, action: 'person.joined', actor: 'directory', detail: {} })
  await deps.publish(trx, { type: 'person.joined', ...key })
}

async function leave({ deps, trx, receivedAt }: Context, key: Key, reason: string): Promise<void> {
  await revokePerson(trx, { ...key, reason, at: receivedAt })
  await record(trx, deps, { ...key, action: 'person.left', actor: 'directory', detail: { reason } })
  await deps.publish(trx, { type: 'person.left', ...key, receivedAt: receivedAt.toISOString(), reason })
}

async function settleCohorts({ deps, trx }: Context, key: Key, { cohorts }: Standing): Promise<void> {
  const known = await store.cohortNamesOf(trx, key.organizationId, key.personId)
  for (const cohort of cohorts.filter(name => !known.includes(name))) {
    await store.addToCohort(trx, { ...key, cohort }, deps.now())
    await deps.publish(trx, { type: 'cohort.joined', ...key, cohortId: cohort })
  }
  for (const cohort of known.filter(name => !cohorts.includes(name))) {
    await store.removeFromCohort(trx, { ...key, cohort })
    await deps.publish(trx, { type: 'cohort.left', ...key, cohortId: cohort })
  }
}

type Key = { readonly organizationId: string; readonly personId: string }

const keyOf = (row: store.PersonRow): Key => ({ organizationId: row.organization_id, personId: row.id })
