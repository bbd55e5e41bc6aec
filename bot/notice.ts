/** Short answers in our own words: no engine, no label. */
import type { Intent, Notice } from '../api/channels/channels.ts'
import { tellDecided, tellGrounds, tellRecord } from '../api/contract/receipt.ts'
import { receiptOf } from '../api/nudges/nudges.ts'
import { day, type Reader } from './cards/card.ts'
import { textMessage } from './messages.ts'
import type { World } from './reader.ts'
import type { Outgoing } from './teams.ts'

type NoticeIntent = Extract<Intent, { kind: 'notice' }>
type Plain = Exclude<Notice, 'paused' | 'why' | 'fewer'>

/** Those whose next step is in the tab carry a link to its page; '' is the first one. */
const LINKS: Partial<Readonly<Record<Notice, string>>> = {
  privately: '',
  help: '',
  attachmentOnly: '',
  tooLong: '',
  braked: 'setupPage',
  webhookOff: 'setupPage'
}

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
  const { words, nudgeId, until, perWeek } = intent
  if (words === 'fewer') return textMessage(reader.words.notice.fewer(perWeek ?? 1))
  if (words === 'paused')
    return until ? textMessage(reader.words.notice.paused(day(reader, until))) : plainNotice(reader, 'stopped')
  if (words !== 'why') return plainNotice(reader, words)
  if (!nudgeId) return plainNotice(reader, 'nothingToExplain')
  const receipt = await receiptOf(deps, { organizationId, personId, nudgeId })
  const { nudge } = receipt
  const told = [...tellGrounds(nudge, reader.locale), ...tellRecord(receipt, reader.locale)]
  return textMessage(
    [
      reader.words.notice.why(nudge.action),
      ...told.map(({ term, said }) => `${term}: ${said.join('; ')}`),
      tellDecided(receipt, reader.locale)
    ].join('\n\n')
  )
}
