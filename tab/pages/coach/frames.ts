/** Server-sent events of an answer that stays open: read with the page's own token, which an `EventSource` could not send. */
export type Frame = { readonly id: string | undefined; readonly data: string | undefined }

export async function* framesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Frame> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      text += decoder.decode(value, { stream: true })
      const frames = text.split('\n\n')
      text = frames.pop() ?? ''
      for (const frame of frames) yield { id: fieldOf(frame, 'id'), data: fieldOf(frame, 'data') }
    }
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}

const fieldOf = (frame: string, name: string): string | undefined =>
  frame
    .split('\n')
    .find(line => line.startsWith(`${name}: `))
    ?.slice(name.length + 2)
