/** A session that leaves no trace: its words live in the caller's window alone, sealed so that only they bring them back. */
import { z } from 'zod'
import { agreementOf } from '../channels/channels.ts'
import type { PrivateEvent } from '../contract/coach-stream.ts'
import type { Person } from '../directory/directory.ts'
import type { Organization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { createSealer } from '../platform/crypto.ts'
import { ProblemError } from '../platform/errors.ts'
import { HOUR } from '../platform/time.ts'
import { citedIn, UnfinishedError } from './answering.ts'
import { patiently } from './batches.ts'
import type { Engines } from './choose.ts'
import { languageOf, whoSpeaks } from './hearing.ts'
import type { Engine, EngineInput, Material, PlanWords } from './port.ts'
import type { Key } from './store-messages.ts'
import { answerOfPeople, assessTogether, carriedPause, hear, type Written } from './safety/safety.ts'
import { toolsFor } from './tools.ts'
import type { Locale } from './words.ts'

/** A window left open over lunch goes on; one of yesterday does not. */
const LASTS_MS = 2 * HOUR
const REMEMBERED_BYTES = 60_000

const sessionSchema = z.object({
  at: z.number(),
  messages: z.array(z.object({ from: z.enum(['person', 'coach']), text: z.string() })),
  state: z.unknown().optional(),
  /** What people's words said here: routes are not told twice. */
  told: z.array(z.string()).default([]),
  /** After a card about danger the session rests, until the person goes on. */
  pause: z.enum(['paused', 'asked', 'over']).optional()
})
type Session = z.output<typeof sessionSchema>

const fresh: Session = { at: 0, messages: [], state: undefined, told: [] }

/** The oldest go first: what is carried along stays small enough to be sent. */
function newest(messages: Session['messages']): Session['messages'] {
  const bytes = Buffer.byteLength(JSON.stringify(messages))
  return bytes <= REMEMBERED_BYTES || messages.length === 1 ? messages : newest(messages.slice(1))
}

type Said = Key & { readonly text: string; readonly sealed: string | undefined; readonly signal: AbortSignal }

/** Nothing of it is written, neither to the database nor to the log, which learns at most that an engine failed. */
export async function* answerPrivately(deps: Deps, said: Said, engines: Engines): AsyncGenerator<PrivateEvent> {
  const { organizationId, personId, text, sealed, signal } = said
  const who = await whoSpeaks(deps, said)
  const locale = languageOf(who)
  const agreed = (await agreementOf(deps, organizationId, personId)) === 'given'
  const keeper = keeperOf(deps, { organizationId, personId })
  const before = sealed ? keeper.open(sealed) : fresh
  const { written, session } = await heardByPeople(deps, { ...said, ...who, locale, agreed, session: before ?? fresh })
  if (written) {
    yield { kind: 'part', text: written.text }
    yield { ...endOf('human'), sealed: keeper.seal(session) }
    return
  }
  if (!agreed) {
    yield { kind: 'needsAgreement' }
    return
  }
  if (!before) {
    yield { kind: 'expired' }
    return
  }
  const messages = newest([...session.messages, { from: 'person', text }])
  const tools = { ...toolsFor(deps, said), ...KEEPS_NOTHING }
  const input: EngineInput = { locale, messages, context: NOTHING_KNOWN, state: session.state, tools, signal }
  const engine = await engines.choose(deps, { organizationId, personId, untraced: true })
  yield* withFallback(deps, { input, session, engine, engines, keeper })
}

const endOf = (from: 'coach' | 'human'): Omit<Extract<PrivateEvent, { kind: 'end' }>, 'sealed'> => ({
  kind: 'end',
  from,
  engine: null,
  degraded: false,
  plan: null,
  citations: []
})

type Heard = Said & {
  readonly person: Person
  readonly organization: Organization
  readonly locale: Locale
  readonly agreed: boolean
  readonly session: Session
}

/** In this process alone: what is said here goes to no other service. Read from the database, and nothing written. */
async function heardByPeople(
  deps: Deps,
  heard: Heard
): Promise<{ readonly written: Written | undefined; readonly session: Session }> {
  const { text, person, locale, agreed, session } = heard
  const earlier = session.messages.filter(({ from }) => from === 'person').map(each => each.text)
  const found = await assessTogether(deps, { heard: hear(text), earlier, classifier: undefined, language: locale })
  return deps.db.for(heard.organizationId)(async trx => {
    const pause = carriedPause(trx, heard, session.pause)
    const toldLately = async () => session.told
    const country = person.country ?? undefined
    const meeting = { ...heard, found, country, pause: agreed ? pause : undefined, toldLately }
    const written = await answerOfPeople(trx, meeting)
    // What alarmed is carried no further, and a dialogue that it ended begins anew.
    const state = written?.kind === 'crisis' ? undefined : session.state
    const told = written ? [...session.told, written.text] : session.told
    return { written, session: { ...session, state, told, pause: pause.now() } }
  })
}

/** Whoever talks without a trace changes nothing either; what they settle is handed to them to keep. */
const refuse = async (): Promise<never> => {
  throw new ProblemError(
    'conflict',
    'This session leaves no trace and keeps nothing. What is settled is handed to the person'
  )
}
/** What the page promises. */
const NOTHING_KNOWN = async (): Promise<[]> => []
const KEEPS_NOTHING = { makePlan: refuse, changePlan: refuse, closePlan: refuse }

type Keeper = { open(sealed: string): Session | undefined; seal(session: Omit<Session, 'at'>): string }
type Answering = {
  readonly input: EngineInput
  readonly session: Session
  readonly engine: Engine
  readonly engines: Engines
  readonly keeper: Keeper
}

async function* withFallback(deps: Deps, { engine, ...answering }: Answering): AsyncGenerator<PrivateEvent> {
  const { engines, input } = answering
  try {
    yield* sayAll({ ...answering, engine, degraded: false })
  } catch {
    if (input.signal.aborted) return
    deps.log.warn({ engine: engine.id }, 'engine failed')
    if (engine === engines.fallback) yield { kind: 'failed' }
    else {
      yield { kind: 'again' }
      yield* sayAll({ ...answering, engine: engines.fallback, degraded: true })
    }
  }
}

async function* sayAll({
  input,
  session,
  engine,
  engines,
  keeper,
  degraded
}: Answering & { readonly degraded: boolean }): AsyncGenerator<PrivateEvent> {
  let text = ''
  let plan: PlanWords | null = null
  let cited: readonly Material[] = []
  for await (const part of patiently(engine.answer(input), engines.patience)) {
    if (part.kind === 'plan') plan = part.plan
    cited = [...cited, ...citedIn(part)]
    if (part.kind === 'text') {
      text += part.text
      yield { kind: 'part', text: part.text }
    }
    if (part.kind !== 'end') continue
    if (text.trim() === '') throw new UnfinishedError(`"${engine.id}" ended without a word`)
    const messages = [...input.messages, { from: 'coach' as const, text }]
    const sealed = keeper.seal({ ...session, messages, state: part.state })
    yield { ...endOf('coach'), engine: engine.id, degraded, plan, citations: [...cited], sealed }
    return
  }
  throw new UnfinishedError(`"${engine.id}" stopped in the middle`)
}

/** Under a key of this use, bound to the person: neither a copied nor a changed session opens. */
function keeperOf({ config, realNow }: Deps, { organizationId, personId }: Key): Keeper {
  const sealer = createSealer([config.MASTER_KEY], 'private coaching session')
  const context = `${organizationId}/${personId}`
  return {
    seal: session => sealer.seal(context, JSON.stringify({ ...session, at: realNow().getTime() })),
    open: sealed => {
      const plain = sealer.open(context, sealed)
      if (plain === undefined) return undefined
      const session = sessionSchema.parse(JSON.parse(plain))
      return realNow().getTime() - session.at > LASTS_MS ? undefined : session
    }
  }
}
