/**
 * A sign-in on its way is kept by the browser that began it: sealed, in a cookie. Whoever only asks for the sign-in page leaves
 * nothing in the database. What does not fit into a cookie is stored there like everything else.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { parseCookie, stringifySetCookie } from 'cookie'
import type { Deps } from '../platform/deps.ts'
import { createSealer } from '../platform/crypto.ts'
import type { Payload } from './store-payloads.ts'

export type SealedInteractions = {
  /** @returns undefined also for what was sealed for another interaction, or with a key that has been retired. */
  read(uid: string): Payload | undefined
  /** @returns false when it does not fit into a cookie. */
  keep(uid: string, payload: Payload, seconds: number): boolean
  clear(uid: string, payload: Payload): void
}

const NAME = '_interaction_sealed'
/** Proxies allow 4 kB for all headers of an answer. */
const LONGEST = 2600

export const interactionPath = (publicUrl: string, uid: string): string =>
  `${new URL(publicUrl).pathname.replace(/\/$/u, '')}/oidc/interaction/${encodeURIComponent(uid)}`

/** Where it is read next: by the pages of the sign-in, or, once it has a result, by the provider. */
const pathOf = (publicUrl: string, uid: string, { result, returnTo }: Payload): string =>
  result ? new URL(String(returnTo)).pathname : interactionPath(publicUrl, uid)

export function createSealedInteractions({ PUBLIC_URL, COOKIE_KEYS }: Deps['config']) {
  const sealer = createSealer(COOKIE_KEYS, 'oidc-interaction')
  const secure = new URL(PUBLIC_URL).protocol === 'https:'
  return (req: IncomingMessage, res: ServerResponse): SealedInteractions => {
    const known = new Map<string, Payload | undefined>()
    const set = (path: string, value: string, maxAge: number): void => {
      const cookie = stringifySetCookie({ name: NAME, value, path, maxAge, httpOnly: true, sameSite: 'lax', secure })
      res.appendHeader('set-cookie', cookie)
    }
    const open = (uid: string): Payload | undefined => {
      const text = sealer.open(uid, parseCookie(req.headers.cookie ?? '')[NAME] ?? '')
      return text === undefined ? undefined : (JSON.parse(text) as Payload)
    }
    return {
      read: uid => {
        if (!known.has(uid)) known.set(uid, open(uid))
        return known.get(uid)
      },
      keep: (uid, payload, seconds) => {
        const value = sealer.seal(uid, JSON.stringify(payload))
        if (value.length > LONGEST) return false
        known.set(uid, payload)
        set(pathOf(PUBLIC_URL, uid, payload), value, seconds)
        return true
      },
      clear: (uid, payload) => {
        known.set(uid, undefined)
        set(interactionPath(PUBLIC_URL, uid), '', 0)
        set(new URL(String(payload['returnTo'])).pathname, '', 0)
      }
    }
  }
}
