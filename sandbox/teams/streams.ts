/** Streamed answers: one request a second, two minutes at most, each text holding what was shown before. */
import {
  badRequest,
  messageTooBig,
  streamNotHere,
  streamOutOfOrder,
  streamRefused,
  streamTooFast,
  type Answer
} from './answers.ts'
import type { Activity } from './model.ts'
import { z } from 'zod'

const SECOND = 1000
const LONGEST = 120 * SECOND

const infoSchema = z.object({
  type: z.literal('streaminfo'),
  streamId: z.string().optional(),
  streamType: z.enum(['informative', 'streaming', 'final']).default('streaming'),
  streamSequence: z.int().optional()
})
type Info = z.infer<typeof infoSchema>

type Stream = {
  readonly placeId: string
  readonly startedAt: number
  readonly lastAt: number
  readonly sequence: number
  readonly shown: string
  readonly end?: 'finished' | 'canceled'
}

export type StreamStep =
  | { readonly step: 'none' }
  | { readonly step: 'refused'; readonly answer: Answer }
  | { readonly step: 'start'; readonly type: 'informative' | 'streaming' }
  | { readonly step: 'continue'; readonly streamId: string; readonly type: 'informative' | 'streaming' }
  | { readonly step: 'final'; readonly streamId: string }

export type Streams = {
  /** Judges an activity; an accepted continuation or end is already noted. */
  readonly judge: (activity: Activity, place: StreamPlace) => StreamStep
  /** Opens the stream that `judge` allowed to start. */
  readonly open: (streamId: string, placeId: string, activity: Activity) => void
  /** The person pressed Stop. */
  readonly cancel: (streamId: string) => void
  readonly isOpen: (streamId: string) => boolean
  readonly on: (limits: boolean) => void
}
export type StreamPlace = { readonly placeId: string; readonly personal: boolean; readonly tooBig: boolean }

const refused = (answer: Answer): StreamStep => ({ step: 'refused', answer })

/** @param clock monotonic real time in milliseconds */
export function createStreams(limits: boolean, clock: () => number): Streams {
  const streams = new Map<string, Stream>()
  let limited = limits
  const proceed = (activity: Activity, info: Info, place: StreamPlace): StreamStep => {
    const { streamId } = info
    if (!streamId) return begin(activity, info)
    const stream = streams.get(streamId)
    const now = clock()
    const problem = stopped(stream, place, now) ?? tooSoon(stream, limited ? now : Number.POSITIVE_INFINITY)
    if (problem || !stream) return refused(problem ?? streamRefused('Content stream is not allowed'))
    const text = activity.text ?? ''
    const invalid = info.streamType === 'final' ? endProblem(activity, info) : chunkProblem(activity, info)
    if (invalid) return refused(badRequest(invalid))
    if (info.streamType !== 'final' && (info.streamSequence ?? 0) <= stream.sequence) return refused(streamOutOfOrder)
    if (info.streamType !== 'informative' && !text.includes(stream.shown)) {
      return refused(streamRefused('Request streamed content should contain the previously streamed content'))
    }
    const shown = info.streamType === 'informative' ? stream.shown : text
    const sequence = info.streamSequence ?? stream.sequence
    if (info.streamType === 'final') {
      streams.set(streamId, { ...stream, lastAt: now, shown, end: 'finished' })
      return { step: 'final', streamId }
    }
    streams.set(streamId, { ...stream, lastAt: now, shown, sequence })
    return { step: 'continue', streamId, type: info.streamType }
  }
  return {
    judge: (activity, place) => {
      const info = streamInfoOf(activity)
      if (!info) return { step: 'none' }
      if (!place.personal) return refused(streamNotHere)
      if (place.tooBig) return refused(info.streamId ? streamRefused('Message size too large') : messageTooBig)
      return proceed(activity, info, place)
    },
    open: (streamId, placeId, activity) => {
      const shown = streamInfoOf(activity)?.streamType === 'streaming' ? (activity.text ?? '') : ''
      const now = clock()
      streams.set(streamId, { placeId, startedAt: now, lastAt: now, sequence: 1, shown })
    },
    cancel: streamId => {
      const stream = streams.get(streamId)
      if (stream && !stream.end) streams.set(streamId, { ...stream, end: 'canceled' })
    },
    isOpen: streamId => {
      const stream = streams.get(streamId)
      return stream !== undefined && !stream.end && clock() - stream.startedAt <= LONGEST
    },
    on: next => {
      limited = next
    }
  }
}

function streamInfoOf(activity: Activity): Info | undefined {
  const entity = activity.entities?.find(({ type }) => type === 'streaminfo')
  return entity && infoSchema.safeParse(entity).data
}

function begin(activity: Activity, info: Info): StreamStep {
  if (info.streamType === 'final') return refused(badRequest('A final streaming activity needs a streamId'))
  if (info.streamSequence !== 1) return refused(badRequest('Start streaming activities should have streamSequence 1'))
  const problem = chunkProblem(activity, info)
  return problem ? refused(badRequest(problem)) : { step: 'start', type: info.streamType }
}

function chunkProblem(activity: Activity, info: Info): string | undefined {
  if (activity.type !== 'typing') return 'Streaming activities should be of type typing'
  if (!activity.text) return 'Start streaming activities should include text'
  if (info.streamSequence === undefined) return 'Streaming activities should include streamSequence'
  return activity.attachments?.length ? 'Attachments are allowed on the final streaming activity only' : undefined
}

function endProblem(activity: Activity, info: Info): string | undefined {
  if (activity.type !== 'message') return 'The final streaming activity should be of type message'
  return info.streamSequence === undefined ? undefined : 'streamSequence must not be set on the final activity'
}

function stopped(stream: Stream | undefined, place: StreamPlace, now: number): Answer | undefined {
  if (stream?.placeId !== place.placeId) return streamRefused('Content stream is not allowed')
  if (stream.end === 'canceled') return streamRefused('Content stream was canceled by user.')
  if (stream.end) return streamRefused('Content stream is not allowed on an already completed streamed message')
  return now - stream.startedAt > LONGEST
    ? streamRefused('Content stream finished due to exceeded streaming time.')
    : undefined
}

function tooSoon(stream: Stream | undefined, now: number): Answer | undefined {
  return stream && now - stream.lastAt < SECOND ? streamTooFast : undefined
}
