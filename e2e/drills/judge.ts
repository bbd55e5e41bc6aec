/** What the stand-ins' logs say arrived: how often each thing that must happen once did happen. */
import type { Received } from '../../sandbox/harness/standin.ts'

export type Calls = readonly Pick<Received, 'method' | 'path' | 'status' | 'body'>[]

/** Each created thing with how often the vendor confirmed creating it. */
export function created(calls: Calls): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const call of calls) {
    const key = call.status >= 200 && call.status < 300 ? keyOf(call) : undefined
    if (key) found.set(key, (found.get(key) ?? 0) + 1)
  }
  return found
}

export const repeatsIn = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((sum, count) => sum + count - 1, 0)

function keyOf({ method, path, body }: Calls[number]): string | undefined {
  if (method !== 'POST') return undefined
  if (/\/(?:users|enrollments|group_users)$/u.test(path)) return `${path} ${body}`
  const conversation = /\/v3\/conversations\/([^/]+)\/activities/u.exec(path)?.[1]
  return conversation && isMessage(body) ? `${conversation} ${contentOf(body)}` : undefined
}

const isMessage = (body: string): boolean => body.includes('"type":"message"')

/** Text and cards; ids that differ between two sends of the same thing are left out. */
function contentOf(body: string): string {
  const { text, attachments } = JSON.parse(body) as { readonly text?: unknown; readonly attachments?: unknown }
  return JSON.stringify([text, attachments])
}
