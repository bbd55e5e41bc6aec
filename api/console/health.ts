/** The light of each thing that the product leans on for a company. Pure. */
import type { ApiKeyView } from '../contract/api-keys.ts'
import type { CoachEngine } from '../contract/coach-engine.ts'
import type { ConnectedHealth } from '../contract/console-health.ts'

type Verdict = Pick<ConnectedHealth, 'light' | 'reason'>

const verdict = (light: Verdict['light'], reason: Verdict['reason']): Verdict => ({ light, reason })

export function siteHealth(site: { readonly problem: string | undefined } | undefined): Verdict {
  if (!site) return verdict('off', 'not_set_up')
  switch (site.problem) {
    case undefined:
      return verdict('green', 'well')
    case 'key_refused':
    case 'no_api':
      return verdict('red', 'key_refused')
    case 'renamed':
    case 'other_site':
      return verdict('red', 'site_renamed')
    case 'too_many':
    case 'maintenance':
      return verdict('amber', 'site_busy')
    default:
      return verdict('red', 'site_unreachable')
  }
}

type Teams = {
  readonly tenants: number
  /** Of them; each goes to whoever proves it. */
  readonly unproved: number
  readonly open: number
  /** What Microsoft said of our tokens when last asked. */
  readonly tokens: readonly string[]
}

export function teamsHealth({ tenants, unproved, open, tokens }: Teams): Verdict {
  if (tenants === 0) return verdict('off', 'no_tenant')
  if (tokens.includes('refused')) return verdict('red', 'token_refused')
  if (open === 0) return verdict('amber', 'nobody_yet')
  if (tokens.includes('unreachable')) return verdict('amber', 'microsoft_unreachable')
  if (unproved > 0) return verdict('amber', 'tenant_unproved')
  return verdict('green', 'well')
}

export function mailHealth(state: 'missing' | 'unreachable' | 'answers'): Verdict {
  if (state === 'missing') return verdict('off', 'mail_missing')
  return state === 'answers' ? verdict('green', 'well') : verdict('red', 'mail_unreachable')
}

export function engineHealth(engine: CoachEngine): Verdict {
  if (engine.kind === 'scripted') return verdict('green', 'scripted')
  if (!engine.check) return verdict('amber', 'not_checked')
  return engine.check.result === 'well' ? verdict('green', 'well') : verdict('red', 'engine_failing')
}

type Forwarding = {
  readonly active: boolean
  readonly waiting: number
  readonly refused: number
  readonly problem: string | null
}

export function forwardingHealth({ active, waiting, refused, problem }: Forwarding): Verdict {
  if (!active) return verdict('off', 'off')
  if (problem !== null) return verdict('red', 'waiting')
  if (refused > 0) return verdict('amber', 'forwarding_refused')
  return waiting > 0 ? verdict('amber', 'waiting') : verdict('green', 'well')
}

const isLive = ({ state }: Pick<ApiKeyView, 'state'>): boolean => state === 'active' || state === 'ending'

/** @param endedAfter an end before that is no news. */
export function keysHealth(
  keys: readonly Pick<ApiKeyView, 'state' | 'endedAt' | 'makerLeft'>[],
  endedAfter: Date
): Verdict {
  const endedLately = keys.some(
    ({ state, endedAt }) => state === 'expired' && endedAt !== null && new Date(endedAt) > endedAfter
  )
  if (endedLately) return verdict('amber', 'key_ended')
  if (!keys.some(isLive)) return verdict('off', 'no_keys')
  if (keys.some(({ state }) => state === 'ending')) return verdict('amber', 'key_ending')
  return keys.some(({ makerLeft }) => makerLeft) ? verdict('amber', 'key_maker_left') : verdict('green', 'well')
}
