/** What happens in a company's directory: each change is stored, becomes an event and wakes the webhook. */
import type { Data } from './data.ts'
import type { Emit } from './emit.ts'
import type { Directory, DirectoryGroup, DirectoryUser } from './model.ts'

export type NewUser = {
  readonly id?: string
  readonly directoryId: string
  readonly idpId: string
  readonly email?: string
  readonly firstName?: string
  readonly lastName?: string
  readonly state?: 'active' | 'inactive'
  readonly customAttributes?: Readonly<Record<string, unknown>>
  readonly rawAttributes?: Readonly<Record<string, unknown>>
}

export class WorkosStandinError extends Error {
  override readonly name = 'WorkosStandinError'
  readonly code = 'workos_standin'
}

export function createDirectoryControls(data: Data, emit: Emit) {
  const directory = (id: string): Directory =>
    need(data.directories.get(id), `no directory "${id}"; call addDirectory first`)
  const user = (id: string): DirectoryUser => need(data.users.get(id), `no directory user "${id}"`)
  const group = (id: string): DirectoryGroup => need(data.groups.get(id), `no directory group "${id}"`)
  const saveUser = (next: DirectoryUser, previous?: DirectoryUser): DirectoryUser => {
    data.users.set(next.id, next)
    if (previous) emit('dsync.user.updated', { ...next, previous_attributes: changed(previous, next) })
    else emit('dsync.user.created', next)
    return next
  }
  return {
    addDirectory: (added: {
      readonly id: string
      readonly organizationId: string
      readonly type: string
      readonly name: string
      readonly domain: string
    }): Directory => {
      const made: Directory = {
        object: 'directory',
        id: added.id,
        organization_id: added.organizationId,
        external_key: added.id,
        type: added.type,
        state: 'linked',
        name: added.name,
        domain: added.domain,
        created_at: data.now(),
        updated_at: data.now()
      }
      data.directories.set(made.id, made)
      emit('dsync.activated', { ...made, state: 'active', domains: [] })
      return made
    },
    /** One event; none follows for its people. */
    deleteDirectory: (id: string): void => {
      const gone = directory(id)
      data.directories.delete(id)
      emit('dsync.deleted', {
        object: 'directory',
        id,
        organization_id: gone.organization_id,
        type: gone.type,
        name: gone.name,
        state: 'deleting',
        created_at: gone.created_at,
        updated_at: data.now()
      })
    },
    upsertUser: (added: NewUser): DirectoryUser => {
      const home = directory(added.directoryId)
      const known = added.id
        ? data.users.get(added.id)
        : data.users.values().find(each => each.directory_id === home.id && each.idp_id === added.idpId)
      const name = [added.firstName, added.lastName].filter(Boolean).join(' ') || null
      const next: DirectoryUser = {
        object: 'directory_user',
        id: known?.id ?? added.id ?? data.newId('directory_user'),
        directory_id: home.id,
        organization_id: home.organization_id,
        idp_id: added.idpId,
        email: added.email ?? null,
        first_name: added.firstName ?? null,
        last_name: added.lastName ?? null,
        name,
        state: added.state ?? 'active',
        custom_attributes: added.customAttributes ?? {},
        raw_attributes: added.rawAttributes ?? {},
        created_at: known?.created_at ?? data.now(),
        updated_at: data.now()
      }
      return saveUser(next, known)
    },
    /** `deactivate` keeps the row as inactive; `delete` is what WorkOS does with inactive users by default. */
    removeUser: (id: string, how: 'deactivate' | 'delete'): void => {
      const before = user(id)
      if (how === 'deactivate') {
        saveUser({ ...before, state: 'inactive', updated_at: data.now() }, before)
        return
      }
      data.users.delete(id)
      for (const { groupId } of data.memberships.values().filter(({ userId }) => userId === id))
        data.memberships.delete(`${groupId}/${id}`)
      emit('dsync.user.deleted', { ...before, state: 'inactive', updated_at: data.now() })
    },
    reactivateUser: (id: string): void => {
      const before = user(id)
      saveUser({ ...before, state: 'active', updated_at: data.now() }, before)
    },
    addGroup: (added: {
      readonly id?: string
      readonly directoryId: string
      readonly name: string
    }): DirectoryGroup => {
      const home = directory(added.directoryId)
      const made: DirectoryGroup = {
        object: 'directory_group',
        id: added.id ?? data.newId('directory_group'),
        directory_id: home.id,
        organization_id: home.organization_id,
        idp_id: added.name,
        name: added.name,
        raw_attributes: { displayName: added.name },
        created_at: data.now(),
        updated_at: data.now()
      }
      data.groups.set(made.id, made)
      emit('dsync.group.created', made)
      return made
    },
    deleteGroup: (id: string): void => {
      const gone = group(id)
      data.groups.delete(id)
      for (const { userId } of data.memberships.values().filter(({ groupId }) => groupId === id))
        data.memberships.delete(`${id}/${userId}`)
      emit('dsync.group.deleted', gone)
    },
    addToGroup: (groupId: string, userId: string): void => {
      data.memberships.set(`${groupId}/${userId}`, { groupId, userId })
      const of = group(groupId)
      emit('dsync.group.user_added', { directory_id: of.directory_id, user: user(userId), group: of })
    },
    removeFromGroup: (groupId: string, userId: string): void => {
      data.memberships.delete(`${groupId}/${userId}`)
      const of = group(groupId)
      emit('dsync.group.user_removed', { directory_id: of.directory_id, user: user(userId), group: of })
    },
    users: (directoryId: string) => data.users.values().filter(each => each.directory_id === directoryId),
    groups: (directoryId: string) => data.groups.values().filter(each => each.directory_id === directoryId)
  }
}

const changed = (before: DirectoryUser, after: DirectoryUser): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(before).filter(
      ([key, value]) =>
        JSON.stringify(value) !== JSON.stringify(Object.entries(after).find(([name]) => name === key)?.[1])
    )
  )

function need<T>(found: T | undefined, message: string): T {
  if (found === undefined) throw new WorkosStandinError(message)
  return found
}
