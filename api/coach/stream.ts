/** The person's stream: what is stored, told in order to each device that follows, from any process. */
import type { Response } from 'express'
import type { CoachEvent } from '../contract/coach-stream.ts'
import type { Deps } from '../platform/deps.ts'
import { SECOND, sleep } from '../platform/time.ts'
import { bellOf, placeNow, sealOf, stepsSince, toTurns } from './feed.ts'
import type { Seal } from './seal.ts'
import { findMessage, type Key } from './store-messages.ts'

/** Devices and windows of one person in one process; the oldest gives way. */
const MOST = 6
/** A bell that was missed costs no more than this. */
const LOOK_MS = 5 * SECOND
const BEAT_MS = 15 * SECOND
/** Whoever does not read is let go: they come back, and miss nothing. */
const DRAIN_MS = 20 * SECOND

type Following = Key & { readonly after: number | undefined; readonly res: Response; readonly ended: AbortSignal }

const open = new Map<string, readonly AbortController[]>()

export async function follow(deps: Deps, { after, res, ended, ...key }: Following): Promise<void> {
  const bell = bellOf(key)
  const replaced = new AbortController()
  const others = open.get(bell) ?? []
  others.slice(0, Math.max(0, others.length + 1 - MOST)).forEach(other => other.abort())
  open.set(bell, [...others, replaced])
  const over = AbortSignal.any([ended, replaced.signal])
  try {
    const seal = await sealOf(deps, key)
    const from = after ?? (await placeNow(deps, key))
    res.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      // A proxy that gathers would keep people waiting for words that are there.
      'x-accel-buffering': 'no'
    })
    res.write(`retry: 1000\nid: ${from}\n: open\n\n`)
    await tellUntil(deps, { ...key, seal, from, res, over })
    res.end()
  } finally {
    const left = (open.get(bell) ?? []).filter(each => each !== replaced)
    if (left.length > 0) open.set(bell, left)
    else open.delete(bell)
  }
}

type Telling = Key & {
  readonly seal: Seal
  readonly from: number
  readonly res: Response
  readonly over: AbortSignal
}

async function tellUntil(deps: Deps, { seal, from, res, over, ...key }: Telling): Promise<void> {
  let place = from
  let news = Promise.withResolvers<void>()
  let beaten = deps.realNow().getTime()
  const answering = new Set<string>()
  const gone = new Promise<void>(resolve => over.addEventListener('abort', () => resolve(), { once: true }))
  using _bell = deps.db.bells.on(bellOf(key), () => news.resolve())
  const say = async (text: string): Promise<void> => {
    beaten = deps.realNow().getTime()
    if (!res.write(text)) await drained(res, gone)
  }
  while (!over.aborted) {
    const heard = news.promise
    const steps = await stepsSince(deps, { ...key, seal, after: place })
    for (const step of steps) {
      if (over.aborted) return
      step.events.forEach(event => note(answering, event))
      await say(
        step.events.map((event, at) => frame(event, at === step.events.length - 1 ? step.place : undefined)).join('')
      )
      place = step.place
    }
    // More than is read at once may be there.
    if (steps.length > 1) continue
    const looked = await Promise.race([
      heard.then(() => false),
      gone.then(() => false),
      sleep(LOOK_MS).then(() => true)
    ])
    news = Promise.withResolvers()
    if (!looked || over.aborted) continue
    for (const turn of await cutAmong(deps, { ...key, seal }, answering)) {
      answering.delete(turn.messageId)
      await say(frame({ kind: 'turn', turn }, undefined))
    }
    if (deps.realNow().getTime() - beaten >= BEAT_MS) await say(': beat\n\n')
  }
}

/** An answer whose maker died changes by time alone: nobody rings for it. */
async function cutAmong(deps: Deps, key: Key & { readonly seal: Seal }, answering: ReadonlySet<string>) {
  if (answering.size === 0) return []
  return deps.db.for(key.organizationId)(async trx => {
    const rows = await Promise.all([...answering].map(messageId => findMessage(trx, { ...key, messageId })))
    return toTurns(
      trx,
      key,
      rows.filter(row => row?.state === 'cut').filter(row => row !== undefined)
    )
  })
}

function note(answering: Set<string>, event: CoachEvent): void {
  if (event.kind === 'part') answering.add(event.messageId)
  if (event.kind !== 'turn') return
  if (event.turn.state === 'answering') answering.add(event.turn.messageId)
  else answering.delete(event.turn.messageId)
}

const frame = (event: CoachEvent, place: number | undefined): string =>
  `${place === undefined ? '' : `id: ${place}\n`}event: ${event.kind}\ndata: ${JSON.stringify(event)}\n\n`

async function drained(res: Response, gone: Promise<void>): Promise<void> {
  const ready = new Promise<'ready'>(resolve => void res.once('drain', () => resolve('ready')))
  const waited = await Promise.race([ready, gone, sleep(DRAIN_MS)])
  if (waited !== 'ready') res.destroy()
}
