/** Says a text while it is still being made, by Teams' rules: pieces a second apart, each holding all before, two minutes at most. */
import type { Failure } from './failure.ts'
import type { Outgoing, Place, Sent, Teams } from './teams.ts'

export type StreamRules = {
  /** Teams takes one piece a second. */
  readonly gapMs: number
  /** Teams ends a stream after two minutes; the rest then comes as one message. */
  readonly longestMs: number
  readonly sleep: (ms: number) => Promise<void>
  /** Real milliseconds. */
  readonly clock: () => number
}

export type Streaming = {
  readonly place: Place
  readonly parts: AsyncIterable<string>
  /** The whole text as the message that stays, with label, buttons and attachments. */
  readonly finish: (text: string) => Outgoing
  /** Shown when the first part takes longer than a gap. */
  readonly waiting: string | undefined
  /** The message has an id from now on: whoever must go on after a crash finishes that one. */
  readonly onStart: (activityId: string) => Promise<void>
  /** Called before the message that stays, for whoever paces. */
  readonly turn: () => Promise<void>
  /** Asked before each piece: one that cannot go now is left out, for the next one holds it too. */
  readonly mayShow: () => Promise<boolean>
}

type Kind = 'informative' | 'streaming'

export async function stream(
  teams: Pick<Teams, 'send' | 'update'>,
  rules: StreamRules,
  wanted: Streaming
): Promise<Sent> {
  const { place, parts, finish } = wanted
  const source = parts[Symbol.asyncIterator]()
  let text = ''
  let started: { readonly streamId: string; readonly at: number } | undefined
  let sequence = 0
  let last = Number.NEGATIVE_INFINITY
  let open = true
  const piece = async (kind: Kind, shown: string): Promise<Sent | undefined> => {
    if (!(await wanted.mayShow())) return undefined
    const info = { streamType: kind, streamSequence: sequence + 1 }
    const sent = await teams.send(place, pieceOf(shown, info, started?.streamId))
    last = rules.clock()
    if (sent.kind === 'sent') sequence += 1
    if (isStopped(sent)) return { kind: 'sent', activityId: started?.streamId ?? '' }
    if (!started && sent.kind === 'unclear') return sent
    if (!started && sent.kind === 'sent' && sent.activityId) {
      started = { streamId: sent.activityId, at: last }
      await wanted.onStart(sent.activityId)
    } else if (sent.kind !== 'sent' && sent.kind !== 'retry') open = false
    return undefined
  }
  let next = source.next()
  if (wanted.waiting && (await isLate(next, rules))) {
    const ended = await piece('informative', wanted.waiting)
    if (ended) return ended
  }
  for (let part = await next; !part.done; part = await next) {
    text += part.value
    next = source.next()
    if (!open || rules.clock() - last < rules.gapMs) continue
    if (started && rules.clock() - started.at > rules.longestMs) open = false
    const ended = open ? await piece('streaming', text) : undefined
    if (ended) {
      await source.return?.()
      return ended
    }
  }
  const left = rules.gapMs - (rules.clock() - last)
  if (started && left > 0) await rules.sleep(left)
  return finishStream(teams, { ...wanted, activity: finish(text), streamId: started?.streamId, open })
}

type Ending = Pick<Streaming, 'place' | 'turn'> & {
  readonly activity: Outgoing
  readonly streamId: string | undefined
  /** Whether Teams may still take its end. */
  readonly open: boolean
}

/** The message that stays: as the stream's end, or in the place of what was streamed, or on its own. */
export async function finishStream(teams: Pick<Teams, 'send' | 'update'>, ending: Ending): Promise<Sent> {
  const { place, activity, streamId, open, turn } = ending
  await turn()
  if (!streamId) return teams.send(place, activity)
  if (open) {
    const sent = await teams.send(place, endOf(activity, streamId))
    if (sent.kind === 'sent' || isStopped(sent)) return { kind: 'sent', activityId: streamId }
    if (sent.kind !== 'refused') return sent
    await turn()
  }
  // Replacing it twice changes nothing, so a lost answer may be asked for again.
  const replaced = await teams.update(place, streamId, activity)
  return replaced.kind === 'done' ? { kind: 'sent', activityId: streamId } : fallback(teams, ending, replaced)
}

async function fallback(
  teams: Pick<Teams, 'send'>,
  { place, activity, turn }: Ending,
  failure: Failure
): Promise<Sent> {
  if (failure.kind !== 'refused') return failure
  await turn()
  return teams.send(place, activity)
}

/** The person pressed Stop: what was shown stays, and nothing is said again. */
export const isStopped = (sent: Sent): boolean => sent.kind === 'refused' && sent.detail.endsWith('stream_stopped')

async function isLate(first: Promise<unknown>, { gapMs, sleep }: StreamRules): Promise<boolean> {
  const late = Symbol('late')
  return (await Promise.race([first, sleep(gapMs).then(() => late)])) === late
}

type Info = { readonly streamType: Kind; readonly streamSequence: number }

export const pieceOf = (text: string, info: Info, streamId: string | undefined): Outgoing => ({
  type: 'typing',
  text,
  entities: [{ type: 'streaminfo', ...info, ...(streamId ? { streamId } : {}) }]
})

export const endOf = (activity: Outgoing, streamId: string): Outgoing => {
  const own: readonly unknown[] = Array.isArray(activity['entities']) ? activity['entities'] : []
  return { ...activity, entities: [...own, { type: 'streaminfo', streamType: 'final', streamId }] }
}

/** A text that is there already, as the sentences it consists of. */
export async function* sentencesOf(text: string, locale: string): AsyncGenerator<string> {
  for (const { segment } of new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(text)) yield segment
}
