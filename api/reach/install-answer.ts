/**
 * What Graph's answer to an installation means. Pure, and in one place: the words of refusals were read in documentation and in
 * other products' issue lists, never against a live tenant.
 */
import type { InstallProblem, InstallReason } from '../contract/reach.ts'
import { saidIn, type GraphReply } from '../vendors/graph-app.ts'

export type InstallAnswer =
  | { readonly kind: 'installed' }
  /** The chat is there and may be asked for. */
  | { readonly kind: 'already' }
  /** Of this person alone, and another try would end the same. */
  | { readonly kind: 'failed'; readonly reason: InstallReason }
  /** This one call went wrong. */
  | { readonly kind: 'again'; readonly waitMs: number | undefined }
  /** Nobody of the company could be installed now. `waitMs`: it may pass by itself. */
  | { readonly kind: 'hold'; readonly problem: InstallProblem; readonly waitMs?: number | undefined }

const THROTTLED_MS = 10_000

export function readInstall(reply: GraphReply): InstallAnswer {
  const said = saidIn(reply)
  switch (reply.status) {
    case 200:
    case 201:
    case 204:
      return { kind: 'installed' }
    case 409:
      return { kind: 'already' }
    case 401:
      return { kind: 'hold', problem: 'token_refused' }
    case 403:
      return forbidden(said)
    case 404:
      return missing(said)
    case 429:
      return { kind: 'hold', problem: 'down', waitMs: reply.waitMs ?? THROTTLED_MS }
    default:
      return reply.status >= 500 ? { kind: 'again', waitMs: reply.waitMs } : { kind: 'failed', reason: 'refused' }
  }
}

function forbidden(said: string): InstallAnswer {
  if (/missing (?:role|scope) permissions/iu.test(said)) return { kind: 'hold', problem: 'permission_missing' }
  if (/guest/iu.test(said)) return { kind: 'failed', reason: 'guest' }
  if (/polic|blocked/iu.test(said)) return { kind: 'failed', reason: 'policy' }
  return { kind: 'failed', reason: 'refused' }
}

/** Graph says 404 of the app, of the person, and of people who never opened Teams. */
function missing(said: string): InstallAnswer {
  if (/app (?:definition|is not)|appid|teamsapp/iu.test(said)) return { kind: 'hold', problem: 'not_in_catalog' }
  if (/provision|licen[sc]e|never signed/iu.test(said)) return { kind: 'failed', reason: 'no_teams' }
  return { kind: 'failed', reason: 'gone' }
}
