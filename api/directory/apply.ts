/** One directory event, applied in one transaction: what it changes, who thereby joined or left, and their revocation. */
import type { DirectoryEvent, DirectoryUser } from '../vendors/workos.ts'
import { toDraft } from './person.ts'
import { reconcileJob } from './reconcile-job.ts'
import { settle, type Context } from './settle.ts'
import * as groups from './store-groups.ts'
import * as store from './store.ts'

export async function applyEvent(context: Context, event: DirectoryEvent): Promise<void> {
  const { deps, trx, organization } = context
  const { organizationId } = organization
  switch (event.event) {
    case 'dsync.user.created':
    case 'dsync.user.updated':
      await saveUser(context, event.data)
      return
    case 'dsync.user.deleted':
      await removeUser(context, event.data)
      return
    case 'dsync.group.created':
    case 'dsync.group.updated': {
      const { id, directoryId, name } = event.data
      await groups.saveGroup(trx, { organization_id: organizationId, id, directory_id: directoryId, name })
      await settleAll(context, await groups.membersOfGroup(trx, organizationId, id))
      return
    }
    case 'dsync.group.deleted':
      await settleAll(context, await groups.removeGroup(trx, organizationId, event.data.id))
      return
    case 'dsync.group.user_added':
    case 'dsync.group.user_removed': {
      const { user, group } = event.data
      const row = { organization_id: organizationId, group_id: group.id, directory_user_id: user.id }
      await groups.saveGroup(trx, {
        organization_id: organizationId,
        id: group.id,
        directory_id: group.directoryId,
        name: group.name
      })
      await (event.event === 'dsync.group.user_added'
        ? groups.addMembership(trx, row)
        : groups.removeMembership(trx, row))
      await settleAll(context, [user.id])
      return
    }
    case 'dsync.deleted':
    case 'dsync.deactivated':
      // One event for the whole directory; none follows for its people.
      for (const before of await store.peopleOfDirectory(trx, organizationId, event.data.id))
        await settle(context, { before, row: inactive(before, deps.now()), reason: 'directory_removed' })
      if (event.event === 'dsync.deleted') await groups.removeGroupsOfDirectory(trx, organizationId, event.data.id)
      return
    case 'dsync.activated':
      // Of a directory that was off before, no events tell who is back.
      if (await store.knowsDirectory(trx, organizationId, event.data.id))
        await deps.queue.enqueue(trx, reconcileJob.job({ organizationId }, { key: organizationId }))
      return
  }
}

/** Older news than what is stored changes nothing. @returns whether something changed. */
export async function saveUser(context: Context, user: DirectoryUser): Promise<boolean> {
  const { deps, trx, organization } = context
  const draft = toDraft(user)
  const before = await store.lockByIdp(trx, organization.organizationId, draft.idpId)
  if (before && before.source_updated_at > draft.sourceUpdatedAt) return false
  const change = {
    directory_id: user.directoryId,
    directory_user_id: user.id,
    ...store.columnsOf(draft),
    updated_at: deps.now()
  }
  const known =
    before ?? store.newPerson({ organizationId: organization.organizationId, id: deps.newId('person'), at: deps.now() })
  return settle(context, { before, row: { ...known, ...change } })
}

/** By the directory's own id: somebody who came back under a new one stays. */
async function removeUser(context: Context, user: DirectoryUser): Promise<void> {
  const { deps, trx, organization } = context
  await groups.removeMembershipsOf(trx, organization.organizationId, user.id)
  const before = await store.findByDirectoryUser(trx, organization.organizationId, user.id)
  if (!before) return
  const told = new Date(user.updatedAt)
  const sourceUpdatedAt = told > before.source_updated_at ? told : before.source_updated_at
  await settle(context, { before, row: { ...inactive(before, deps.now()), source_updated_at: sourceUpdatedAt } })
}

async function settleAll(context: Context, directoryUserIds: readonly string[]): Promise<void> {
  for (const id of directoryUserIds) await settleUser(context, id)
}

/** @returns whether something changed. */
export async function settleUser(context: Context, directoryUserId: string): Promise<boolean> {
  const before = await store.findByDirectoryUser(context.trx, context.organization.organizationId, directoryUserId)
  return before ? settle(context, { before, row: before }) : false
}

/** Who is no longer listed; as a deletion, but nobody told when. */
export async function deactivate(context: Context, directoryUserId: string): Promise<void> {
  const before = await store.findByDirectoryUser(context.trx, context.organization.organizationId, directoryUserId)
  if (before) await settle(context, { before, row: inactive(before, context.deps.now()) })
}

const inactive = (row: store.PersonRow, at: Date): store.PersonRow => ({ ...row, state: 'inactive', updated_at: at })
