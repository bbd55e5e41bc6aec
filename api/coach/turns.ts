/** What the person does with an answer: asks for it, stops it, tries it again, says what they think of it. */
import { keepFeedback } from '../channels/channels.ts'
import type { Mark, Surface, Turn } from '../contract/coach.ts'
import { personKey } from '../directory/directory.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import { SECOND, sleep } from '../platform/time.ts'
import { answer } from './answering.ts'
import type { Engines } from './choose.ts'
import { bellOf, toTurns } from './feed.ts'
import { begin, beginAgain } from './hearing.ts'
import { dangerIn } from './plan-danger.ts'
import type { Written } from './safety/safety.ts'
import { allIds } from './telling.ts'
import { sealFor, type Seal } from './seal.ts'
import { endAnswer, listParts } from './store-answers.ts'
import { placeTaken, takePlace } from './store-feed.ts'
import { findMessage, findSources, type Key, type MessageRow } from './store-messages.ts'

type OneKey = Key & { readonly messageId: string }
type Posted = Key & {
  readonly text: string
  readonly turnId: string
  readonly surface: Surface
  readonly conversationId: string | undefined
}
type Answered =
  | { readonly kind: 'turn' | 'crisis' | 'human'; readonly turns: readonly Turn[] }
  | { readonly kind: 'needsAgreement' }

/** Who asked is not kept waiting longer for a whole answer: the stream brings the rest. */
const AT_MOST_MS = 2 * SECOND

export async function takeTurn(deps: Deps, posted: Posted, engines: Engines): Promise<Answered> {
  const sourceId = `tab:${posted.turnId}`
  const begun = await begin(deps, { ...posted, sourceId })
  if (begun.kind === 'needsAgreement') return begun
  // The answer goes on when the one who asked has gone.
  if (begun.kind === 'turn' && begun.work) await Promise.race([answer(deps, begun.work, engines), sleep(AT_MOST_MS)])
  const turns = await deps.db.piped(posted.organizationId)(async trx => {
    const sourceIds = allIds(sourceId)
    const [found, key] = await Promise.all([findSources(trx, { ...posted, sourceIds }), personKey(trx, deps, posted)])
    const rows = sourceIds.flatMap(id => found.get(id) ?? [])
    return toTurns(trx, { ...posted, seal: sealFor(deps, key, posted) }, rows)
  })
  return { kind: begun.kind, turns }
}

async function turnsOf(deps: Deps, trx: Trx, key: Key, rows: readonly (MessageRow | undefined)[]) {
  const seal = sealFor(deps, await personKey(trx, deps, key), key)
  return toTurns(
    trx,
    { ...key, seal },
    rows.filter(row => row !== undefined)
  )
}

async function oneTurn(deps: Deps, trx: Trx, key: OneKey): Promise<Turn> {
  const [turn] = await turnsOf(deps, trx, key, [await findMessage(trx, key)])
  if (!turn) throw new ProblemError('not_found', 'This message no longer exists')
  return turn
}

/** Wherever it is being made; what was said so far stays. @throws ProblemError `not_found`. */
export const stopTurn = (deps: Deps, key: OneKey): Promise<Turn> =>
  deps.db.for(key.organizationId)(async trx => {
    await takePlace(trx, key)
    const row = await findMessage(trx, key)
    if (row?.state === 'answering' || row?.state === 'cut') {
      const seal = sealFor(deps, await personKey(trx, deps, key), key)
      const sealed = seal.text(await saidSoFar(trx, key, seal))
      await endAnswer(
        trx,
        { ...key, attempt: row.attempt },
        { state: 'stopped', sealed, feed: placeTaken(key), parts: undefined }
      )
      await deps.db.bells.ring(trx, bellOf(key), key.messageId)
    }
    return oneTurn(deps, trx, key)
  })

const saidSoFar = async (trx: Trx, key: OneKey, seal: Seal): Promise<string> =>
  (await listParts(trx, key, [key.messageId])).map(({ sealed }) => seal.open(sealed)).join('')

export async function retryTurn(deps: Deps, key: OneKey, engines: Engines): Promise<Turn> {
  const work = await beginAgain(deps, key)
  await Promise.race([answer(deps, work, engines), sleep(AT_MOST_MS)])
  return deps.db.for(key.organizationId)(trx => oneTurn(deps, trx, key))
}

/** Beside what people press in Teams. @returns what people's words say to danger in the text. @throws ProblemError `not_found`. */
export async function markTurn(
  deps: Deps,
  { mark, text, ...key }: OneKey & { readonly mark: Mark; readonly text: string }
): Promise<Written | undefined> {
  const row = await deps.db.for(key.organizationId)(trx => findMessage(trx, key))
  if (row?.author !== 'coach') throw new ProblemError('not_found', 'This message no longer exists')
  const said = await dangerIn(deps, key, text)
  await keepFeedback(deps, { ...key, reaction: mark, text: said?.kind === 'crisis' ? '' : text })
  return said
}
