/** Events of one company, applied in one transaction: neighbors that concern single people together, those that concern many in portions. */
import type { DirectoryEvent } from '../vendors/workos.ts'
import { noteDirectoryEvent } from './connections.ts'
import type { Moments, News } from './news.ts'
import type { Group } from './ledger.ts'
import { cleanText } from './person.ts'
import { reconcileJob } from './reconcile-job.ts'
import { inPortions, PORTION } from './portions.ts'
import { settleNews, type Context } from './settle.ts'
import * as groups from './store-groups.ts'
import * as store from './store.ts'

export async function applyEvents(context: Context, events: readonly DirectoryEvent[]): Promise<void> {
  let waiting: News[] = []
  const settleWaiting = async (): Promise<void> => {
    if (waiting.length > 0) await settleNews(context, waiting)
    waiting = []
  }
  for (const event of events) {
    const news = newsOf(event)
    if (news) waiting.push(news)
    else {
      await settleWaiting()
      await applyToMany(context, event)
    }
  }
  await settleWaiting()
}

/** Undefined for what concerns more than one person. */
function newsOf(event: DirectoryEvent): News | undefined {
  const moments = momentsOf(event)
  switch (event.event) {
    case 'dsync.user.created':
    case 'dsync.user.updated':
      return { kind: 'user', user: event.data, moments }
    case 'dsync.user.deleted':
      return { kind: 'userGone', entry: event.data.id, toldAt: new Date(event.data.updatedAt), moments }
    case 'dsync.group.user_added':
    case 'dsync.group.user_removed': {
      const { user, group } = event.data
      const isMember = event.event === 'dsync.group.user_added'
      return { kind: 'membership', entry: user.id, group: toGroup(group), isMember, moments }
    }
    default:
      return undefined
  }
}

async function applyToMany(context: Context, event: DirectoryEvent): Promise<void> {
  const { deps, trx, organization } = context
  const { organizationId } = organization
  const moments = momentsOf(event)
  switch (event.event) {
    case 'dsync.group.created':
    case 'dsync.group.updated': {
      const group = toGroup(event.data)
      const [renamed] = await groups.renamedOf(trx, organizationId, [group])
      await groups.saveGroups(trx, organizationId, [group])
      const wanted = { organizationId, groupId: group.id, limit: PORTION }
      await inPortions(
        after => groups.membersOfGroup(trx, { ...wanted, after }),
        entries => settleEntries(context, renamed ? 'renamed' : 'rules', { entries, moments })
      )
      return
    }
    case 'dsync.group.deleted': {
      const wanted = { organizationId, groupId: event.data.id, limit: PORTION }
      await inPortions(
        () => groups.takeMembersOut(trx, wanted),
        entries => settleEntries(context, 'rules', { entries, moments })
      )
      await groups.removeGroup(trx, organizationId, event.data.id)
      return
    }
    case 'dsync.deleted':
    case 'dsync.deactivated':
      await noteDirectoryEvent(context, event)
      await endDirectory(context, event.data.id, moments)
      if (event.event === 'dsync.deleted') await groups.removeGroupsOfDirectory(trx, organizationId, event.data.id)
      return
    case 'dsync.activated':
      await noteDirectoryEvent(context, event)
      // Of a directory that was off before, no events tell who is back.
      if (await store.knowsDirectory(trx, organizationId, event.data.id))
        await deps.queue.enqueue(trx, reconcileJob.job({ organizationId }, { key: organizationId }))
      return
    default:
      return
  }
}

/** One event for the whole directory; none follows for its people. */
export async function endDirectory(context: Context, directoryId: string, moments?: Moments): Promise<void> {
  const { organizationId } = context.organization
  const wanted = { organizationId, directoryId, limit: PORTION }
  await inPortions(
    after => groups.activeEntriesOf(context.trx, { ...wanted, after }),
    entries => settleEntries(context, 'directoryGone', { entries, moments })
  )
}

type Entries = { readonly entries: readonly string[]; readonly moments: Moments | undefined }

const settleEntries = async (
  context: Context,
  kind: 'rules' | 'renamed' | 'directoryGone',
  { entries, moments }: Entries
): Promise<void> =>
  void (await settleNews(
    context,
    entries.map(entry => ({ kind, entry, moments }))
  ))

type WireGroup = { readonly id: string; readonly directoryId: string; readonly name: string }

export const toGroup = ({ id, directoryId, name }: WireGroup): Group => ({ id, directoryId, name: cleanText(name) })

/** When the directory changed what the event tells of, if it says so, and when the event was made. */
function momentsOf({ createdAt, data }: DirectoryEvent): Moments {
  const changed = 'user' in data ? undefined : 'updatedAt' in data ? data.updatedAt : undefined
  return { at: readMoment(createdAt), changedAt: readMoment(changed) }
}

function readMoment(text: string | undefined): Date | undefined {
  const at = new Date(text ?? '')
  return Number.isNaN(at.getTime()) ? undefined : at
}
