/** Words of a person, stored before anything else, and the answer that they begin. What people wrote about danger is said before any engine. */
import { agreementOf, agreementWithin, requireAgreement } from '../channels/channels.ts'
import { findPersonKey, getPerson, personKey } from '../directory/directory.ts'
import { recentOrganization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import { meanwhile } from '../platform/time.ts'
import { notesIn, REMEMBERED, wordsIn, type Dialogue } from './dialogue.ts'
import { bellOf } from './feed.ts'
import { answerByPeople, isDanger, saidBefore } from './by-people.ts'
import { assessTogether, hear, hintsAtDanger, type Heard } from './safety/safety.ts'
import { sealFor } from './seal.ts'
import * as answers from './store-answers.ts'
import { enterConversation, touchConversation } from './store-conversations.ts'
import { takePlace } from './store-feed.ts'
import * as store from './store-messages.ts'
import {
  allIds,
  answerId,
  newMessage,
  newWords,
  type Begun,
  type Telling,
  type Told,
  type Utterance,
  type Who,
  type Work
} from './telling.ts'
import { goOnFrom, titleFor } from './topic.ts'
import { localeOf, type Locale } from './words.ts'

/** @throws ProblemError `forbidden`. */
export async function whoSpeaks(deps: Deps, key: store.Key): Promise<Who> {
  const [person, organization] = await Promise.all([
    getPerson(deps, key.organizationId, key.personId),
    recentOrganization(deps, key.organizationId)
  ])
  if (!person || person.state !== 'active') throw new ProblemError('forbidden', 'This account is closed')
  return { person, organization }
}

export const languageOf = ({ person, organization }: Who, chosen?: string): Locale =>
  localeOf(chosen ?? person.locale ?? organization.locale)

/** Stores the words and begins an answer, exactly once however often it is called. */
export async function begin(deps: Deps, said: Utterance): Promise<Begun> {
  const hearing = meanwhile(() => hear(said.text))
  const [who, heard, mayAsk] = await Promise.all([
    whoSpeaks(deps, said),
    hearing,
    hearing.then(heard => mayBeAskedAbout(deps, said, heard))
  ])
  const spoken = languageOf(who, said.locale)
  const found = await assessTogether(deps, {
    heard,
    earlier: mayAsk && hintsAtDanger(heard) ? await saidBefore(deps, said) : [],
    classifier: mayAsk ? deps.classifier : undefined,
    language: spoken
  })
  return deps.db.piped(said.organizationId)(async (trx, last) => {
    // An erasure takes the same place first: what it took back meanwhile is read after it, and nothing is kept under a new key.
    const [feed, agreement, key, entered, known] = await Promise.all([
      takePlace(trx, said),
      agreementWithin(trx, said),
      findPersonKey(trx, said),
      enterConversation(trx, said),
      store.findSources(trx, { ...said, sourceIds: allIds(said.sourceId) })
    ])
    const agreed = agreement === 'given'
    if (!agreed && !isDanger(found)) return { kind: 'needsAgreement' }
    const seal = sealFor(deps, key ?? (await personKey(trx, deps, said)), said)
    const conversation = await goOnFrom(deps, trx, { ...said, found: entered })
    const telling: Telling = { deps, trx, said, seal, feed, conversation, known, ...who, spoken, found, agreed }
    const [byPeople, dialogue] = await Promise.all([answerByPeople(telling), dialogueOf(telling)])
    const { begun, rows } = byPeople ?? (await beginAnswer(telling, dialogue))
    if (agreed) await followEdit(telling)
    const title = agreed ? titleFor(conversation, seal, said.text) : undefined
    last(store.insertMessages(trx, said, rows))
    last(touchConversation(trx, { ...said, conversationId: conversation.id, at: deps.now(), title }))
    last(deps.db.bells.ring(trx, bellOf(said), ''))
    return begun
  })
}

/** What somebody wrote leaves for nobody, and is put beside nothing earlier, before they agreed. Not read where neither could happen. */
const mayBeAskedAbout = async (deps: Deps, said: Utterance, heard: Heard): Promise<boolean> =>
  (deps.classifier !== undefined || hintsAtDanger(heard)) &&
  (await agreementOf(deps, said.organizationId, said.personId)) === 'given'

async function beginAnswer(telling: Telling, dialogue: Dialogue | undefined): Promise<Told> {
  const { trx, said, seal, feed, known, conversation } = telling
  const sourceId = answerId(said.sourceId)
  const before = known.get(sourceId)
  if (!before) {
    const answer = newMessage(telling, { author: 'coach', text: '', sourceId, answering: true })
    const about = { messageId: answer.id, conversationId: conversation.id, attempt: 1 }
    const begun = { kind: 'turn', messageId: answer.id, work: workOf(telling, { ...about, dialogue }) } as const
    return { begun, rows: [...newWords(telling), answer] }
  }
  const messageId = before.id
  if (before.state !== 'failed' && before.state !== 'cut')
    return { begun: { kind: 'turn', messageId, work: undefined }, rows: [] }
  const attempt = await answers.reopenAnswer(trx, { ...said, messageId, feed, sealed: seal.text('') })
  const about = { messageId, conversationId: before.conversation_id, attempt, dialogue: undefined }
  return { begun: { kind: 'turn', messageId, work: workOf(telling, about) }, rows: [] }
}

/** Read along, so that an answer begins without another look; not while one before it is in the making. */
async function dialogueOf({ trx, said, seal, conversation, known }: Telling): Promise<Dialogue | undefined> {
  if (conversation.busy || known.has(answerId(said.sourceId))) return undefined
  const rows = await store.listMessages(trx, { ...said, conversationId: conversation.id, limit: REMEMBERED })
  const messages = [...wordsIn(rows, seal), { from: 'person' as const, text: said.text }]
  return { seal, messages, state: notesIn(seal, conversation.notes) }
}

const workOf = (
  { said, person, organization, spoken }: Telling,
  about: Pick<Work, 'messageId' | 'conversationId' | 'attempt' | 'dialogue'>
): Work => ({
  organizationId: said.organizationId,
  personId: said.personId,
  ...about,
  locale: spoken,
  surface: said.surface,
  organization,
  person
})

/** What is kept follows an edit; the answer that was given stays. */
async function followEdit({ trx, said, seal, feed, known }: Telling): Promise<void> {
  const before = known.get(said.sourceId)
  if (before && seal.open(before.sealed) !== said.text)
    await store.rewriteMessage(trx, { ...said, messageId: before.id, sealed: seal.text(said.text), feed })
}

/** Takes up an answer that failed or was cut. @throws ProblemError `not_found`, `conflict`, `forbidden` without a yes that holds now. */
export async function beginAgain(deps: Deps, key: store.Key & { readonly messageId: string }): Promise<Work> {
  const { person, organization } = await whoSpeaks(deps, key)
  return deps.db.for(key.organizationId)(async trx => {
    const feed = await takePlace(trx, key)
    await requireAgreement(trx, key)
    const row = await store.findMessage(trx, key)
    if (!row || row.author !== 'coach') throw new ProblemError('not_found', 'This message no longer exists')
    if (row.state !== 'failed' && row.state !== 'cut')
      throw new ProblemError('conflict', 'This answer is there already, or on its way')
    const seal = sealFor(deps, await personKey(trx, deps, key), key)
    const attempt = await answers.reopenAnswer(trx, { ...key, feed, sealed: seal.text('') })
    await deps.db.bells.ring(trx, bellOf(key), '')
    return {
      organizationId: key.organizationId,
      personId: key.personId,
      messageId: key.messageId,
      attempt,
      conversationId: row.conversation_id,
      dialogue: undefined,
      locale: languageOf({ person, organization }),
      surface: row.surface,
      person,
      organization
    }
  })
}
