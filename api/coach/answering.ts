/** Makes an answer that was begun: runs the engine, stores its parts in order, and ends it, whatever happens. */
import { personKey } from '../directory/directory.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { SECOND, sleep } from '../platform/time.ts'
import { inBatches, patiently } from './batches.ts'
import type { Engines } from './choose.ts'
import { coachContext } from './coach-context.ts'
import { notesIn, REMEMBERED, wordsIn, type Dialogue } from './dialogue.ts'
import { bellOf } from './feed.ts'
import type { Work } from './telling.ts'
import { makePlan } from './plans.ts'
import type { Engine, EngineInput, EnginePart, Material, PlanWords } from './port.ts'
import { sealCitations, sealFor, type Seal } from './seal.ts'
import * as store from './store-answers.ts'
import { loadDialogue, saveDialogue } from './store-conversations.ts'
import { placeTaken, takePlace } from './store-feed.ts'
import { listMessages, type Place } from './store-messages.ts'
import { lockPlan } from './store.ts'
import { toolsFor } from './tools.ts'

/** What people see of an answer is at most this old. */
const EVERY_MS = 120
const BEAT_MS = 6 * SECOND

/** Never throws: what cannot be answered ends as failed, and can be tried again. */
export async function answer(deps: Deps, work: Work, engines: Engines): Promise<void> {
  const stop = new AbortController()
  const about = { message: work.messageId, attempt: work.attempt }
  const beat = setInterval(() => {
    const alive = deps.db.for(work.organizationId)(trx => store.extendLease(trx, work))
    alive.then(
      still => (still ? undefined : stop.abort()),
      (err: unknown) => deps.log.warn({ err, ...about }, 'answer’s lease not extended')
    )
  }, BEAT_MS)
  using _bell = deps.db.bells.on(bellOf(work), word => (word === work.messageId ? stop.abort() : undefined))
  try {
    const dialogue = await whenItsTurn(deps, work)
    await withFallback(deps, { work, dialogue, signal: stop.signal }, engines)
  } catch (err) {
    deps.log.error({ err, ...about }, 'answer failed')
    await fail(deps, work).catch((error: unknown) => deps.log.error({ err: error, ...about }, 'answer left open'))
  } finally {
    clearInterval(beat)
    stop.abort()
  }
}

/** Answers of one conversation are made one after the other: each begins where the one before left the dialogue. */
async function whenItsTurn(deps: Deps, work: Work): Promise<Dialogue> {
  if (work.dialogue) return work.dialogue
  for (;;) {
    const dialogue = await deps.db.for(work.organizationId)(async trx =>
      (await store.isBehind(trx, work, work.conversationId)) ? undefined : loadAll(deps, trx, work)
    )
    if (dialogue) return dialogue
    await sleep(EVERY_MS / 2)
  }
}

async function loadAll(deps: Deps, trx: Trx, work: Work): Promise<Dialogue> {
  const seal = sealFor(deps, await personKey(trx, deps, work), work)
  const notes = await loadDialogue(trx, work)
  const rows = await listMessages(trx, { ...work, limit: REMEMBERED })
  const before = rows.slice(
    0,
    Math.max(
      0,
      rows.findIndex(({ id }) => id === work.messageId)
    )
  )
  return { seal, messages: wordsIn(before, seal), state: notesIn(seal, notes) }
}

type Making = { readonly work: Work; readonly dialogue: Dialogue; readonly signal: AbortSignal }

/** Degrades openly: the scripted coach takes over from an engine that fails or is late, and the turn says so. */
async function withFallback(deps: Deps, making: Making, engines: Engines): Promise<void> {
  const { work, signal } = making
  const engine = await engines.choose(deps, { ...work, untraced: false })
  try {
    await make(deps, making, { engine, degraded: false, patience: engines.patience })
  } catch (err) {
    if (signal.aborted) return
    if (engine === engines.fallback) throw err
    deps.log.warn({ err, engine: engine.id, message: work.messageId }, 'engine failed, the scripted coach takes over')
    await make(deps, making, { engine: engines.fallback, degraded: true, patience: engines.patience })
  }
}

type Made = { readonly engine: Engine; readonly degraded: boolean; readonly patience: Engines['patience'] }

/** An engine that said nothing, or not to its end. */
export class UnfinishedError extends Error {
  override readonly name = 'UnfinishedError'
  readonly code = 'unfinished'
}

async function make(
  deps: Deps,
  { work, dialogue, signal }: Making,
  { engine, degraded, patience }: Made
): Promise<void> {
  const gone = new AbortController()
  const said: EngineInput = {
    locale: work.locale,
    messages: dialogue.messages,
    context: () => coachContext(deps, work),
    state: dialogue.state,
    tools: toolsFor(deps, work),
    signal: AbortSignal.any([signal, gone.signal])
  }
  const author = { engine: engine.id, degraded }
  if (degraded && !(await inPlace(deps, work, (trx, feed) => store.startOver(trx, work, { ...author, feed })))) return
  let [text, ordinal] = ['', 0]
  let cited: readonly Material[] = []
  try {
    for await (const batch of inBatches(patiently(engine.answer(said), patience), EVERY_MS)) {
      if (signal.aborted) return
      const words = batch.flatMap(part => (part.kind === 'text' ? [part.text] : [])).join('')
      text += words
      cited = [...cited, ...batch.flatMap(citedIn)]
      const end = batch.find(part => part.kind === 'end')
      if (end && text.trim() === '') throw new UnfinishedError(`"${engine.id}" ended without a word`)
      const plan = batch.find(part => part.kind === 'plan')?.plan
      const made = {
        ...author,
        ...(plan ? { plan_id: planOf(work) } : {}),
        ...(cited.length > 0 ? { cited: sealCitations(dialogue.seal, cited) } : {})
      }
      const going = await inPlace(deps, work, async (trx, feed) => {
        const { seal } = dialogue
        const [alive] = end
          ? await Promise.all([
              store.endAnswer(trx, work, { ...made, ...doneWith(seal, { end, text }), feed, parts: ordinal }),
              keepNotes(deps, trx, { work, seal, end })
            ])
          : await Promise.all([
              store.extendLease(trx, work, made),
              words ? store.insertPart(trx, work, { ordinal, sealed: seal.text(words), feed }) : undefined
            ])
        if (alive && plan) await keepPlan(deps, trx, { work, seal, plan })
        return alive
      })
      if (end || !going) return
      if (words) ordinal += 1
    }
  } finally {
    gone.abort()
  }
  throw new UnfinishedError(`"${engine.id}" stopped in the middle`)
}

export const citedIn = (part: EnginePart): readonly Material[] =>
  part.kind === 'citation' ? [{ title: part.title, materialId: part.materialId, quote: part.quote }] : []

class RefusedError extends Error {
  override readonly name = 'RefusedError'
  readonly code = 'refused'
}

/** In the person's own order of things, and told to whoever follows. Whose attempt is not the last any more changes nothing. */
async function inPlace(deps: Deps, work: Work, change: (trx: Trx, feed: Place) => Promise<boolean>): Promise<boolean> {
  try {
    await deps.db.piped(work.organizationId)(async trx => {
      const [, changed] = await Promise.all([
        takePlace(trx, work),
        change(trx, placeTaken(work)),
        deps.db.bells.ring(trx, bellOf(work), '')
      ])
      if (!changed) throw new RefusedError('somebody else ended this answer')
    })
    return true
  } catch (error) {
    if (error instanceof RefusedError) return false
    throw error
  }
}

type End = Extract<EnginePart, { readonly kind: 'end' }>

const doneWith = (seal: Seal, { end, text }: { readonly end: End; readonly text: string }) =>
  ({ state: 'done', sealed: seal.text(text), awaits: end.awaits }) as const

const keepNotes = (
  deps: Deps,
  trx: Trx,
  { work, seal, end }: { readonly work: Work; readonly seal: Seal; readonly end: End }
): Promise<void> => saveDialogue(trx, { ...work, sealed: seal.text(JSON.stringify(end.state ?? null)), at: deps.now() })

/** One an answer, named after it: another try keeps no second one. */
const planOf = ({ messageId }: Work): string => messageId.replace(/^[a-z]+_/u, 'pln_')

type Keeping = { readonly work: Work; readonly seal: Seal; readonly plan: PlanWords }

async function keepPlan(deps: Deps, trx: Trx, { work, seal, plan }: Keeping): Promise<void> {
  const planId = planOf(work)
  const { person, organization } = work
  if (!(await lockPlan(trx, { ...work, planId })))
    await makePlan(deps, trx, { said: work, person, organization, seal, plan, planId })
}

const fail = (deps: Deps, work: Work): Promise<boolean> =>
  inPlace(deps, work, async (trx, feed) => {
    const seal = sealFor(deps, await personKey(trx, deps, work), work)
    return store.endAnswer(trx, work, { state: 'failed', sealed: seal.text(''), cited: null, feed, parts: undefined })
  })
