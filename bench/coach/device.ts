/** A person's device that follows their stream, and checks what it is told: in order, whole, nothing twice. */
import type { Turn } from '../../api/contract/coach.ts'
import type { CoachEvent } from '../../api/contract/coach-stream.ts'

export type Device = AsyncDisposable & {
  /** When the first words of the answer to this turn arrived. */
  readonly first: ReadonlyMap<string, number>
  /** Answers that ended, by the turn they answer. */
  readonly ended: ReadonlyMap<string, Turn>
  /** In the order in which they arrived. */
  readonly asked: readonly string[]
  readonly disordered: () => number
}

export async function openDevice(url: string, token: string): Promise<Device> {
  const stop = new AbortController()
  const response = await fetch(`${url}/v1/me/stream`, {
    headers: { authorization: `Bearer ${token}` },
    signal: stop.signal
  })
  if (!response.ok || !response.body) throw new Error(`the stream answered ${response.status}`)
  const first = new Map<string, number>()
  const ended = new Map<string, Turn>()
  const asked: string[] = []
  /** The turn that each answer belongs to, and what was heard of it. */
  const answers = new Map<string, { readonly turnId: string; text: string; parts: number }>()
  let disordered = 0
  let place = 0

  const hear = (event: CoachEvent, at: number): void => {
    if (event.kind === 'reset') disordered += 1
    if (event.kind === 'part') {
      const answer = answers.get(event.messageId)
      if (!answer || event.ordinal !== answer.parts) disordered += 1
      else {
        answer.text += event.text
        answer.parts += 1
        if (!first.has(answer.turnId)) first.set(answer.turnId, at)
      }
    }
    if (event.kind === 'turn') hearTurn(event.turn, at)
  }
  const hearTurn = (turn: Turn, at: number): void => {
    if (turn.from === 'person') {
      if (!turn.turnId || asked.includes(turn.turnId)) disordered += 1
      else asked.push(turn.turnId)
      return
    }
    const answer = answers.get(turn.messageId) ?? { turnId: asked.at(-1) ?? '', text: '', parts: 0 }
    // Told again while it is being made: it begins anew.
    if (turn.state === 'answering') answers.set(turn.messageId, { ...answer, text: '', parts: 0 })
    else {
      if (!turn.text.startsWith(answer.text) || ended.has(answer.turnId)) disordered += 1
      if (!first.has(answer.turnId)) first.set(answer.turnId, at)
      ended.set(answer.turnId, turn)
    }
  }
  const read = async (body: ReadableStream<Uint8Array>): Promise<void> => {
    const decoder = new TextDecoder()
    let text = ''
    for await (const bytes of body) {
      const at = performance.now()
      text += decoder.decode(bytes, { stream: true })
      const frames = text.split('\n\n')
      text = frames.pop() ?? ''
      for (const frame of frames) {
        const data = /^data: (?<data>.*)$/mu.exec(frame)?.groups?.['data']
        const id = Number(/^id: (?<id>.*)$/mu.exec(frame)?.groups?.['id'] ?? Number.NaN)
        if (data) hear(JSON.parse(data) as CoachEvent, at)
        if (id < place) disordered += 1
        if (id > place) place = id
      }
    }
  }
  const reading = read(response.body).catch(() => undefined)
  return {
    first,
    ended,
    asked,
    disordered: () => disordered,
    [Symbol.asyncDispose]: async () => {
      stop.abort()
      await reading
    }
  }
}
