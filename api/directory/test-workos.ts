/** The least of WorkOS that directory sync needs, over real HTTP: an ordered stream of events, served as the Events API does. */
import { createHmac } from 'node:crypto'
import express from 'express'
import { listen } from '../platform/serve.ts'

type Data = Readonly<Record<string, unknown>>
type WireEvent = {
  readonly id: string
  readonly object: 'event'
  readonly event: string
  readonly data: Data
  readonly created_at: string
}

export type TestStream = AsyncDisposable & {
  readonly url: string
  /** Appends to the stream; wakes nobody. */
  emit(event: string, data: Data): void
  directory(organizationId: string): TestDirectory
}

type TestDirectory = {
  user(idpId: string, more?: Data): Data
  addUser(idpId: string, more?: Data): void
  updateUser(idpId: string, more?: Data): void
  deleteUser(idpId: string, more?: Data): void
  addToGroup(idpId: string, group: string): void
  removeFromGroup(idpId: string, group: string): void
  /** The group keeps its id; events of its members carry the name they are given. */
  renameGroup(group: string, name: string): void
  end(event: 'dsync.deleted' | 'dsync.deactivated'): void
}

export async function startTestStream(): Promise<TestStream> {
  const events: WireEvent[] = []
  const app = express()
  app.get('/events', (req, res) => {
    const query = new URL(req.originalUrl, 'http://workos.test').searchParams
    const wanted = new Set(query.get('events')?.split(','))
    const start = events.findIndex(({ id }) => id === query.get('after')) + 1
    const data = events
      .slice(start)
      .filter(({ event }) => wanted.has(event))
      .slice(0, Number(query.get('limit')))
    if (query.get('order') !== 'asc') return void res.status(422).json({ message: 'newest first is never wanted here' })
    res.json({ object: 'list', data, list_metadata: { before: null, after: data.at(-1)?.id ?? null } })
  })
  const listening = await listen(app, { port: 0, host: '127.0.0.1' })
  const emit = (event: string, data: Data): void => {
    // Not in order of id: only the stream's own order counts.
    const id = `event_${String((events.length * 7919) % 10_007).padStart(6, '0')}`
    events.push({ id, object: 'event', event, data, created_at: at(events.length) })
  }
  return {
    url: `http://127.0.0.1:${listening.port}`,
    emit,
    directory: organizationId => createDirectory(organizationId, emit, () => at(events.length)),
    [Symbol.asyncDispose]: () => listening[Symbol.asyncDispose]()
  }
}

const at = (serial: number): string => new Date(Date.UTC(2026, 10, 23, 9, 0, serial)).toISOString()

function createDirectory(organizationId: string, emit: TestStream['emit'], now: () => string): TestDirectory {
  const directoryId = `directory_${organizationId}`
  const base = { directory_id: directoryId, organization_id: organizationId }
  const user = (idpId: string, more: Data = {}): Data => ({
    object: 'directory_user',
    id: `directory_user_${organizationId}_${idpId}`,
    ...base,
    idp_id: idpId,
    email: `${idpId}@Demo.test`,
    first_name: idpId,
    last_name: 'Demo',
    state: 'active',
    custom_attributes: {},
    raw_attributes: {},
    created_at: now(),
    updated_at: now(),
    ...more
  })
  const group = (key: string, name = key): Data => ({
    object: 'directory_group',
    id: `group_${organizationId}_${key}`,
    ...base,
    idp_id: key,
    name,
    raw_attributes: {},
    created_at: now(),
    updated_at: now()
  })
  const membership = (idpId: string, name: string): Data => ({
    directory_id: directoryId,
    user: user(idpId),
    group: group(name)
  })
  return {
    user,
    addUser: (idpId, more) => emit('dsync.user.created', user(idpId, more)),
    updateUser: (idpId, more) => emit('dsync.user.updated', user(idpId, more)),
    deleteUser: (idpId, more) => emit('dsync.user.deleted', user(idpId, more)),
    addToGroup: (idpId, name) => emit('dsync.group.user_added', membership(idpId, name)),
    removeFromGroup: (idpId, name) => emit('dsync.group.user_removed', membership(idpId, name)),
    renameGroup: (key, name) => emit('dsync.group.updated', group(key, name)),
    end: event =>
      emit(event, {
        object: 'directory',
        id: directoryId,
        organization_id: organizationId,
        state: 'inactive',
        name: 'Demo',
        type: 'okta scim v2.0',
        created_at: now(),
        updated_at: now()
      })
  }
}

/** @param time milliseconds, as WorkOS signs them. */
export function signWebhook(
  body: string,
  { secret, time }: { readonly secret: string; readonly time: number }
): string {
  return `t=${time}, v1=${createHmac('sha256', secret).update(`${time}.${body}`).digest('hex')}`
}
