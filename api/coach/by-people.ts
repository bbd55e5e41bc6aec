/** Words of people before any engine: what is danger, a worry or a matter for others is answered by what people wrote. */
import { personKey } from '../directory/directory.ts'
import type { Deps } from '../platform/deps.ts'
import { HOUR } from '../platform/time.ts'
import type { Assessment } from './safety/assess.ts'
import { answerOfPeople, storedPause } from './safety/safety.ts'
import { sealFor } from './seal.ts'
import { deleteDialogue } from './store-conversations.ts'
import * as store from './store-messages.ts'
import {
  answerId,
  newMessage,
  newWords,
  writtenId,
  type Begun,
  type Telling,
  type Told,
  type Utterance
} from './telling.ts'

export const isDanger = ({ kind }: Assessment): boolean => kind === 'acute' || kind === 'other'

/** Before any engine. @returns nothing when the engine may answer. */
export async function answerByPeople(telling: Telling): Promise<Told | undefined> {
  const { deps, trx, said, known, person, organization, conversation, spoken, found, agreed } = telling
  const given = answeredByPeople(telling)
  if (given) return { begun: given, rows: [] }
  if (!isDanger(found) && known.has(answerId(said.sourceId))) return undefined
  const written = await answerOfPeople(trx, {
    ...said,
    found,
    organization,
    country: person.country ?? undefined,
    locale: spoken,
    pause: agreed ? storedPause(trx, { ...said, at: deps.now() }) : undefined,
    toldLately: () => saidLately(telling, 'human')
  })
  if (!written) return undefined
  const { kind, text } = written
  if (kind === 'crisis') await deleteDialogue(trx, { ...said, conversationId: conversation.id })
  const answer = newMessage(telling, { author: 'human', text, sourceId: writtenId(said.sourceId, kind) })
  // Before the agreement the person's words are not kept; ours are, because the card must reach them.
  return { begun: { kind, messageId: answer.id }, rows: [...(agreed ? newWords(telling) : []), answer] }
}

/** Heard again, edited or not: what was answered stays, unless it is danger now and was not before. */
function answeredByPeople({ said, known, found }: Telling): Begun | undefined {
  const kinds = found.kind === 'acute' ? (['crisis'] as const) : (['crisis', 'human'] as const)
  for (const kind of kinds) {
    const before = known.get(writtenId(said.sourceId, kind))
    if (before) return { kind, messageId: before.id }
  }
  return undefined
}

const LATELY_MS = 2 * HOUR
const LAST_TURNS = 8

type Lately = Pick<Telling, 'deps' | 'trx' | 'said' | 'seal'>

/** In the last turns: signs of danger may be scattered over messages, and routes are not told twice. */
async function saidLately({ deps, trx, said, seal }: Lately, by: 'person' | 'human'): Promise<readonly string[]> {
  const { organizationId, personId } = said
  const rows = await store.listMessages(trx, { organizationId, personId, limit: LAST_TURNS })
  const isLately = ({ at, author, source_id }: store.MessageRow): boolean =>
    author === by && deps.now().getTime() - at.getTime() < LATELY_MS && !source_id.startsWith(said.sourceId)
  return rows.filter(isLately).map(row => seal.open(row.sealed))
}

/** By the person, read before the turn begins. */
export const saidBefore = (deps: Deps, said: Utterance): Promise<readonly string[]> =>
  deps.db.for(said.organizationId)(async trx => {
    const seal = sealFor(deps, await personKey(trx, deps, said), said)
    return saidLately({ deps, trx, said, seal }, 'person')
  })
