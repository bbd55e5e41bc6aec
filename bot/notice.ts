/** Short answers in our own words: no engine, no label. */
import type { Intent, Notice } from '../api/channels/channels.ts'
import { loadNudge } from '../api/nudges/nudges.ts'
import { day, type Reader } from './cards/card.ts'
import { textMessage } from './messages.ts'
import type { World } from './reader.ts'
import type { Outgoing } from './teams.ts'

type NoticeIntent = Extract<Intent, { kind: 'notice' }>
type Plain = Exclude<Notice, 'paused' | 'why'>

/** Those whose next step is the private tab carry its link. */
const WITH_LINK: ReadonlySet<Notice> = new Set(['privately', 'help'])

export function plainNotice(reader: Reader, words: Plain): Outgoing {
  const link = WITH_LINK.has(words) ? { title: reader.words.openTab, url: reader.tabLink() } : undefined
  return textMessage(reader.words.notice[words], link)
}

export async function noticeMessage(
  { deps }: World,
  reader: Reader,
  {
    organizationId,
    personId,
    intent
  }: { readonly organizationId: string; readonly personId: string; readonly intent: NoticeIntent }
): Promise<Outgoing> {
  const { words, nudgeId, until } = intent
  if (words === 'paused')
    return until ? textMessage(reader.words.notice.paused(day(reader, until))) : plainNotice(reader, 'stopped')
  if (words !== 'why') return plainNotice(reader, words)
  if (!nudgeId) return plainNotice(reader, 'nothingToExplain')
  return textMessage(reader.words.notice.why(await loadNudge(deps, { organizationId, personId, nudgeId })))
}
