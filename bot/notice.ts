/** Short answers in our own words: no engine, no label. */
import type { Intent, Notice } from '../api/channels/channels.ts'
import { loadNudge } from '../api/nudges/nudges.ts'
import { day, type Reader } from './cards/card.ts'
import { textMessage } from './messages.ts'
import type { World } from './reader.ts'
import type { Outgoing } from './teams.ts'

type NoticeIntent = Extract<Intent, { kind: 'notice' }>
type Plain = Exclude<Notice, 'paused' | 'why'>

/** Those whose next step is in the tab carry a link to its page; '' is the first one. */
const LINKS: Partial<Readonly<Record<Notice, string>>> = { privately: '', help: '', braked: 'setupPage' }

export function plainNotice(reader: Reader, words: Plain): Outgoing {
  const page = LINKS[words]
  const title = page ? reader.words.openPage : reader.words.openTab
  const link = page === undefined ? undefined : { title, url: reader.tabLink(page || undefined) }
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
