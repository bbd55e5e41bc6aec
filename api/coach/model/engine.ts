/** A language model as an engine of the coach: our prompt and the talk go in, its words come out as they are streamed. */
import { isStepCount, streamText } from 'ai'
import type { Clock } from '../../platform/time.ts'
import type { Log } from '../../platform/log.ts'
import type { Engine, EngineInput, EnginePart } from '../port.ts'
import type { Circuit } from './circuit.ts'
import { conversationOf } from './conversation.ts'
import { toModelError } from './failure.ts'
import { ModelError } from './model-error.ts'
import { PROMPTS } from './prompts/prompts.ts'
import type { OpenModel } from './provider.ts'
import { toolsOf, type Turn } from './tools.ts'

type Parts = Pick<Clock, 'realNow'> & {
  readonly id: string
  readonly open: () => Promise<OpenModel>
  readonly circuit: Circuit
  readonly log: Pick<Log, 'warn'>
}

/** Calls of one answer: two to look things up, one to settle, and then words. */
const MOST_CALLS = 4

export const createModelEngine = (parts: Parts): Engine => ({
  id: parts.id,
  answer: input => {
    const gone = new AbortController()
    const said = speak(parts, { ...input, signal: AbortSignal.any([input.signal, gone.signal]) })
    let over = false
    const next = async (): Promise<IteratorResult<EnginePart>> => {
      try {
        const step = await said.next()
        over = step.done === true || step.value.kind === 'end'
        return step
      } catch (err) {
        over = true
        throw err
      }
    }
    // A generator that waits for a silent service hears of nothing: whoever turns away ends the call here.
    const turnAway = async (): Promise<IteratorResult<EnginePart>> => {
      if (!over && !input.signal.aborted) parts.circuit.failed(new ModelError(parts.id, 'late'))
      gone.abort()
      return { done: true, value: undefined }
    }
    return { [Symbol.asyncIterator]: () => ({ next, return: turnAway }) }
  }
})

async function* speak(parts: Parts, input: EngineInput): AsyncGenerator<EnginePart> {
  const resting = parts.circuit.resting()
  if (resting) throw new ModelError(parts.id, resting)
  try {
    yield* answered(parts, input)
  } catch (err) {
    if (input.signal.aborted) return
    const error = toModelError(parts.id, err, parts.realNow())
    parts.circuit.failed(error)
    throw error
  }
}

async function* answered(parts: Parts, input: EngineInput): AsyncGenerator<EnginePart> {
  const kept: EnginePart[] = []
  const turn: Turn = {
    tools: input.tools,
    keep: part => void kept.push(part),
    plan: () => kept.find(part => part.kind === 'plan')?.plan,
    log: parts.log
  }
  let text = ''
  for await (const piece of wordsOf(parts, input, turn)) {
    // What is said before and after a look at something are two sentences.
    const words = text === '' ? piece.words.trimStart() : joined(text, piece)
    if (!words) continue
    text += words
    yield { kind: 'text', text: words }
  }
  if (input.signal.aborted) return
  if (text.trim() === '') throw new ModelError(parts.id, 'empty')
  parts.circuit.well()
  yield* kept
  yield { kind: 'end', state: null, awaits: turn.plan() ? 'rest' : 'reality' }
}

type Piece = { readonly words: string; readonly anew: boolean }

const joined = (before: string, { words, anew }: Piece): string =>
  anew && !/\s$/u.test(before) ? ` ${words.trimStart()}` : words

async function* wordsOf({ id, open }: Parts, input: EngineInput, turn: Turn): AsyncGenerator<Piece> {
  // Its notices go to the console and may quote what was said.
  globalThis.AI_SDK_LOG_WARNINGS = false
  const [{ model, ...limits }, facts] = await Promise.all([open(), input.context()])
  const { stream } = streamText({
    model,
    ...limits,
    instructions: PROMPTS[input.locale],
    messages: [...conversationOf(input.messages, facts)],
    tools: toolsOf(turn),
    toolCallConcurrency: 1,
    stopWhen: isStepCount(MOST_CALLS),
    prepareStep: ({ stepNumber }) => (stepNumber === MOST_CALLS - 1 ? { toolChoice: 'none' } : {}),
    // Who waits is answered by the scripted coach instead.
    maxRetries: 0,
    abortSignal: input.signal,
    telemetry: { isEnabled: false },
    // Thrown below; without this it is printed, words and all.
    onError: () => undefined
  })
  let anew = false
  for await (const part of stream) {
    if (part.type === 'error') throw part.error
    if (part.type === 'start-step') anew = true
    if (part.type === 'finish-step') refuseHalf(id, part)
    if (part.type !== 'text-delta') continue
    yield { words: part.text, anew }
    anew = false
  }
}

/** A filter, or a stream that ends without saying why, leaves half an answer. */
function refuseHalf(
  id: string,
  { finishReason, rawFinishReason }: { readonly finishReason: string; readonly rawFinishReason: string | undefined }
): void {
  if (finishReason === 'content-filter') throw new ModelError(id, 'filtered')
  if (finishReason === 'error' || rawFinishReason === undefined) throw new ModelError(id, 'broken')
}
