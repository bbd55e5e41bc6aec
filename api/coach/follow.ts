/** An answer as far as it is said, for a channel that shows it while it is made, in whichever process. */
import type { Deps } from '../platform/deps.ts'
import { SECOND, sleep } from '../platform/time.ts'
import { bellOf, sealOf } from './feed.ts'
import type { Seal } from './seal.ts'
import { listSaid } from './store-answers.ts'
import type { Key } from './store-messages.ts'
import { answerId } from './telling.ts'

/** A bell that was missed costs no more than this. */
const LOOK_MS = SECOND

export type SoFar = { readonly messageId: string; readonly text: string }

/**
 * The newest words of the answer to one utterance, whenever they are others than before; what comes while nobody asks is skipped. An
 * answer that is made anew begins anew. Ends with `over`.
 */
export async function* followAnswer(
  deps: Deps,
  { sourceId, over, ...key }: Key & { readonly sourceId: string; readonly over: AbortSignal }
): AsyncGenerator<SoFar, void> {
  let seal: Seal | undefined
  let before = ''
  let news = Promise.withResolvers<void>()
  const ended = new Promise<void>(resolve => over.addEventListener('abort', () => resolve(), { once: true }))
  using _bell = deps.db.bells.on(bellOf(key), () => news.resolve())
  for (;;) {
    await Promise.race([news.promise, ended, sleep(LOOK_MS)])
    if (over.aborted) return
    news = Promise.withResolvers()
    const said = await deps.db.read(key.organizationId)(db => listSaid(db, { ...key, sourceId: answerId(sourceId) }))
    const [first] = said
    if (!first) continue
    const opened = (seal ??= await sealOf(deps, key))
    const text = said.map(({ sealed }) => opened.open(sealed)).join('')
    if (text === before) continue
    before = text
    yield { messageId: first.message_id, text }
  }
}
