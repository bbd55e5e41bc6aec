/** The activity feed: a neutral line that leads to the person's own page, and to what it is about there. */
import type { Config } from '../platform/config.ts'
import { createHash } from 'node:crypto'
import { saidIn, type GraphReply } from '../vendors/graph-app.ts'
import type { RungAnswer } from './rungs.ts'

/** Graph shows so many characters of the preview, and refuses longer addresses without saying so. */
const PREVIEW = 150
const SAFE_BITS = 53n

/** A link into Teams is the only kind of address that Graph takes here. */
const teamsLink = (appId: string, place: string): string =>
  `https://teams.microsoft.com/l/entity/${appId}/coach?context=${encodeURIComponent(JSON.stringify({ subEntityId: place }))}`

/** @param chain the same for a repeat, which then replaces what was there instead of standing beside it. */
export function feedEntry(
  { TEAMS_APP_ID, BOT_APP_ID }: Pick<Config, 'TEAMS_APP_ID' | 'BOT_APP_ID'>,
  {
    text,
    chain,
    place = 'nudges'
  }: { readonly text: string; readonly chain: string; readonly place?: string | undefined }
): Readonly<Record<string, unknown>> {
  return {
    topic: { source: 'text', value: text, webUrl: teamsLink(TEAMS_APP_ID ?? BOT_APP_ID, place) },
    // Needs no activity type of our own in the manifest.
    activityType: 'systemDefault',
    chainId: chainId(chain),
    previewText: { content: text.slice(0, PREVIEW) },
    templateParameters: [{ name: 'systemDefaultText', value: text }]
  }
}

const chainId = (chain: string): number =>
  Number(createHash('sha256').update(chain).digest().readBigUInt64BE() >> (64n - SAFE_BITS))

/** In one place: refusals of the feed were read in documentation, not met in a live tenant. */
export function readFeed(reply: GraphReply): RungAnswer {
  const { status, waitMs } = reply
  if (status < 300) return { kind: 'sent' }
  const said = saidIn(reply)
  if (status === 403)
    return {
      kind: 'failed',
      reason: /missing (?:role|scope)? ?permissions/iu.test(said) ? 'feed_permission' : 'feed_not_installed'
    }
  if (status === 401) return { kind: 'failed', reason: 'feed_token' }
  if (status === 404) return { kind: 'failed', reason: 'feed_no_person' }
  // A gateway that waited in vain may have handed it on.
  if (status === 504) return { kind: 'unclear' }
  if (status === 429 || status === 412 || status >= 500)
    return { kind: 'again', reason: `feed_later ${status}`, waitMs }
  return { kind: 'failed', reason: `feed_refused ${status}` }
}
