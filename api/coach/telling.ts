/** An utterance while it is taken in: who says it, where it goes, what is stored of it, and the rows that come of it. Pure but for ids and the clock. */
import type { Surface } from '../contract/coach.ts'
import type { Person } from '../directory/directory.ts'
import type { Organization } from '../organizations/organizations.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import type { Dialogue } from './dialogue.ts'
import type { Assessment } from './safety/assess.ts'
import type { Written } from './safety/safety.ts'
import type { Seal } from './seal.ts'
import type * as answers from './store-answers.ts'
import type { Entered } from './store-conversations.ts'
import type * as store from './store-messages.ts'
import type { Locale } from './words.ts'

export type Utterance = store.Key & {
  readonly text: string
  readonly surface: Surface
  /** Names this utterance for good: hearing it again, edited or not, answers with the turn stored the first time. */
  readonly sourceId: string
  /** Without it the newest conversation goes on. */
  readonly conversationId?: string | undefined
  /** The language the person chose; without it the directory's or the company's. */
  readonly locale?: string
}

/** An answer that somebody has to make now. */
export type Work = answers.Attempt & {
  readonly conversationId: string
  /** Where it begins, if that is known already. */
  readonly dialogue: Dialogue | undefined
  readonly locale: Locale
  /** Where the answer is read first. */
  readonly surface: Surface
  readonly organization: Organization
  readonly person: Person
}

export type Begun =
  | { readonly kind: 'turn'; readonly messageId: string; readonly work: Work }
  /** Made before, or by somebody else at this moment. */
  | { readonly kind: 'turn'; readonly messageId: string; readonly work: undefined }
  | { readonly kind: Written['kind']; readonly messageId: string }
  | { readonly kind: 'needsAgreement' }

export const answerId = (sourceId: string): string => `${sourceId}#answer`
/** Apart from the coach's answer: an edited message may have one already. */
export const writtenId = (sourceId: string, kind: Written['kind']): string => `${sourceId}#${kind}`
export const allIds = (sourceId: string): readonly string[] => [
  sourceId,
  answerId(sourceId),
  writtenId(sourceId, 'crisis'),
  writtenId(sourceId, 'human')
]

export type Who = { readonly person: Person; readonly organization: Organization }

export type Telling = Who & {
  readonly deps: Deps
  readonly trx: Trx
  readonly said: Utterance
  readonly seal: Seal
  readonly feed: number
  readonly conversation: Entered
  /** What is stored of this utterance already, by source. */
  readonly known: ReadonlyMap<string, store.MessageRow>
  readonly spoken: Locale
  readonly found: Assessment
  readonly agreed: boolean
}
export type Told = { readonly begun: Begun; readonly rows: readonly store.NewMessage[] }

type Words = {
  readonly author: 'person' | 'coach' | 'human'
  readonly text: string
  readonly sourceId: string
  readonly answering?: boolean
}

export const newMessage = (
  { deps, said, seal, feed, conversation }: Telling,
  { author, text, sourceId, answering = false }: Words
): store.NewMessage => ({
  id: deps.newId('message'),
  conversation_id: conversation.id,
  author,
  sealed: seal.text(text),
  surface: said.surface,
  source_id: sourceId,
  at: deps.now(),
  feed,
  answering
})

export const newWords = (telling: Telling): readonly store.NewMessage[] => {
  const { said, known } = telling
  if (known.has(said.sourceId)) return []
  return [newMessage(telling, { author: 'person', text: said.text, sourceId: said.sourceId })]
}
