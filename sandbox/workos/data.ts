import type { Standin } from '../harness/standin.ts'
import {
  newUlid,
  type Connection,
  type Directory,
  type DirectoryGroup,
  type DirectoryUser,
  type LoginAccount,
  type Organization,
  type WorkosEvent
} from './model.ts'

export type SsoCode = {
  readonly code: string
  readonly account: string
  readonly connectionId: string
  readonly redirectUri: string
  readonly challenge: string | undefined
  /** Real time, milliseconds; codes live ten minutes. */
  readonly until: number
}

export type Data = ReturnType<typeof openData>

export function openData(standin: Standin) {
  const { store } = standin
  const counters = store.collection<number>('counters')
  const next = (name: string): number => counters.set(name, (counters.get(name) ?? 0) + 1)
  return {
    organizations: store.collection<Organization>('organizations'),
    connections: store.collection<Connection>('connections'),
    directories: store.collection<Directory>('directories'),
    users: store.collection<DirectoryUser>('users'),
    groups: store.collection<DirectoryGroup>('groups'),
    /** `groupId/userId`. */
    memberships: store.collection<{ readonly groupId: string; readonly userId: string }>('memberships'),
    events: store.collection<WorkosEvent>('events'),
    accounts: store.collection<LoginAccount>('accounts'),
    codes: store.collection<SsoCode>('codes'),
    auditLogs: store.collection<unknown>('audit_logs'),
    now: (): string => standin.now().toISOString(),
    /** Event ids rise with real time and count, whatever the moved clock says. */
    eventId: (): string => `event_${newUlid(Date.now(), next('events'))}`,
    newId: (prefix: string): string => `${prefix}_${newUlid(Date.now(), next(prefix))}`
  }
}
