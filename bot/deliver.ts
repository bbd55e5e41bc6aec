/** Sends deliveries, many at a time: eligible now, paced, claimed right before they leave, marked by what Teams really said. */
import { loadDeliveries, type Waiting } from '../api/channels/channels.ts'
import { SECOND, sleep } from '../api/platform/time.ts'
import type { Gate } from './gate.ts'
import { outcomeOf } from './outcome.ts'
import { createKnowledge, draft, prepare, type Knowledge, type Later, type Prepared, type Send } from './prepare.ts'
import type { World } from './reader.ts'
import { say } from './say.ts'
import { createSettle, type Settle } from './settle.ts'
import { createSlots, type Slots } from './slots.ts'

export type Deliver = (page: {
  readonly organizationId: string
  readonly deliveryIds: readonly string[]
}) => Promise<void>

/** Sends of one process that are out, or whose outcome is not stored yet: what a crash leaves in doubt. */
const AT_ONCE = 50

export function createDeliver(world: World, gate: Gate): Deliver {
  const dispatch = { world, gate, slots: createSlots(AT_ONCE), settle: createSettle(world.deps) }
  return page => deliverPage(dispatch, page)
}

type Dispatch = { readonly world: World; readonly gate: Gate; readonly slots: Slots; readonly settle: Settle }
type PageDispatch = Dispatch & { readonly organizationId: string; readonly knowledge: Knowledge }
type Page = Parameters<Deliver>[0]

async function deliverPage(dispatch: Dispatch, { organizationId, deliveryIds }: Page): Promise<void> {
  const loaded = await loadDeliveries(dispatch.world.deps, { organizationId, ids: deliveryIds })
  let waiting = loaded.map(delivery => from({ delivery, ms: delivery.heldMs }))
  const knowledge = createKnowledge(dispatch.world, organizationId, loaded)
  const ends: Promise<unknown>[] = []
  while (waiting.length > 0) {
    const now = performance.now()
    const chunk = waiting.filter(({ at }) => at <= now).slice(0, dispatch.gate.block)
    const others = waiting.filter(each => !chunk.includes(each))
    if (chunk.length === 0) {
      await sleep(Math.ceil(Math.min(...others.map(({ at }) => at)) - now))
      continue
    }
    const deliveries = chunk.map(({ delivery }) => delivery)
    const begun = await begin({ ...dispatch, organizationId, knowledge }, deliveries)
    ends.push(...begun.ends)
    waiting = [...others, ...begun.later.map(from)]
    if (waiting.length > 0) await begun.nearlyOver()
  }
  // What is out ends before the queue hears of a fault: it would hand the same page to somebody else.
  const faults = (await Promise.all(ends)).filter(Boolean)
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} deliveries were not carried out`)
}

/** `at`: not before, by this process's own clock. */
const from = ({ delivery, ms }: Later) => ({ delivery, at: performance.now() + ms })

type Begun = Pick<Prepared, 'later' | 'nearlyOver'> & {
  /** Each resolves when its outcome is stored, or with what went wrong on our side. */
  readonly ends: readonly Promise<unknown>[]
}

async function begin(dispatch: PageDispatch, chunk: readonly Waiting[]): Promise<Begun> {
  const { slots, settle, organizationId } = dispatch
  const prepared = await ready(dispatch, chunk).catch((fault: unknown) => ({ ...NOTHING, faults: [fault] }))
  const sends = prepared.sends.map(each => sendOne(dispatch, each).finally(() => slots.give(1)))
  const stored = prepared.ended.map(each => settle(organizationId, each))
  return {
    ...prepared,
    ends: [...[...sends, ...stored].map(heard), ...prepared.faults.map(async fault => fault)]
  }
}

const NOTHING: Prepared = {
  sends: [],
  ended: [],
  later: [],
  nearlyOver: async () => undefined,
  faults: []
}

/** A chunk is composed while others are out, for that leaves nothing in doubt; a slot is held from the claim on. */
async function ready(dispatch: PageDispatch, chunk: readonly Waiting[]): Promise<Prepared> {
  const { slots } = dispatch
  const drafted = await draft(dispatch, chunk)
  const count = drafted.ones.length
  await slots.take(count)
  let used = 0
  try {
    const prepared = await prepare(dispatch, drafted)
    used = prepared.sends.length
    return prepared
  } finally {
    slots.give(count - used)
  }
}

/** Heard at once: a promise that fails before somebody waits for it would end the process. */
const heard = (work: Promise<void>): Promise<unknown> =>
  work.then(
    () => undefined,
    (fault: unknown) => fault
  )

async function sendOne({ world, gate, settle }: Dispatch, send: Send): Promise<void> {
  const { delivery, composed, attempt, unclear, turn } = send
  const { tenantId } = composed.place
  const answered = await turn()
  const another = async (): Promise<void> => void (await gate.turn(tenantId))
  const sent = await say(world, { delivery, composed, turn: another })
  // In parts it takes as long as the coach speaks.
  if (!composed.parts) answered()
  if (sent.kind === 'retry' && sent.reason === 'throttled')
    await gate.slowDown(tenantId, sent.waitMs ?? SECOND).catch((err: unknown) => {
      world.deps.log.warn({ err }, 'others not told that Teams throttles')
    })
  const outcome = outcomeOf({ delivery, attempt, unclear }, sent)
  await settle(delivery.organizationId, { ...outcome, delivery, unclear })
}
