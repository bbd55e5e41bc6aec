/** The control API from the window, and its events. */
import { createClient } from '../../api/contract/client.ts'
import { eventSchema, type SandboxEvent } from '../control/contract.ts'

const token = document.querySelector<HTMLMetaElement>('meta[name="sandbox-token"]')?.content ?? ''

export const call = createClient({ baseUrl: '', fetch: window.fetch.bind(window), token: async () => token })

/** Reconnects by itself; `onBreak` is called when the connection breaks and when it is back. */
export function listen(onEvent: (event: SandboxEvent) => void, onBreak: () => void): () => void {
  const source = new EventSource(`/sandbox/v1/events?token=${encodeURIComponent(token)}`)
  source.onopen = onBreak
  source.onerror = onBreak
  source.onmessage = ({ data }) => {
    const event = eventSchema.safeParse(JSON.parse(String(data)))
    if (event.success) onEvent(event.data)
  }
  return () => source.close()
}
