/** Shows an answer while it is made, by Teams' rules. A courtesy: whatever fails here, the answer still comes. */
import { findAnswers, noteShown, type Inbound, type InboundKey } from '../api/channels/channels.ts'
import { followAnswer, loadTurn, stopTurn } from '../api/coach/coach.ts'
import type { World } from './reader.ts'
import { beginningMessage } from './messages.ts'
import { endOf, isStopped, pieceOf } from './stream.ts'

export type Live = {
  /** The answer has ended, in this message where there is one. @returns the activity that shows it, once Teams may take its end. */
  over(messageId?: string): Promise<string | undefined>
}

type Shown = {
  readonly key: InboundKey
  readonly inbound: Inbound
  readonly personId: string
  readonly sourceId: string
  /** Names the delivery of its end. */
  readonly name: string
}

/** How long others may go first before it is tried again. */
const BEHIND_MS = 300

/** What an earlier attempt began to show is not gone on with, for the words may be others: only its end follows. */
export function showLive(world: World, shown: Shown): Live {
  const { begunAs, activityId } = shown.inbound
  if (begunAs) return { over: async () => begunAs }
  const ended = new AbortController()
  const showing = createShowing(world, shown)
  const quietly = (work: Promise<void>): Promise<void> =>
    work.catch((err: unknown) => {
      world.deps.log.warn({ err, activity: activityId }, 'answer not shown while it was made')
    })
  const work = quietly(showing.show(ended.signal))
  return {
    over: async messageId => {
      ended.abort()
      await work
      if (messageId) await quietly(showing.settle(messageId))
      return showing.streamId()
    }
  }
}

function createShowing({ deps, teams, streaming: rules }: World, { key, inbound, personId, sourceId, name }: Shown) {
  const { organizationId, reference: place } = inbound
  let stream: { readonly id: string; readonly startedAt: number; readonly open: boolean } | undefined
  let [sequence, text] = [0, '']
  const isLate = (): boolean => stream !== undefined && rules.clock() - stream.startedAt > rules.longestMs
  const piece = async (messageId: string, next: string): Promise<'shown' | 'later' | 'over'> => {
    const info = { streamType: 'streaming', streamSequence: sequence + 1 } as const
    const sent = await teams.send(place, pieceOf(next, info, stream?.id))
    if (sent.kind !== 'sent') {
      if (stream && sent.kind !== 'retry') stream = { ...stream, open: false }
      if (isStopped(sent)) await stopTurn(deps, { organizationId, personId, messageId })
      return sent.kind === 'retry' ? 'later' : 'over'
    }
    sequence += 1
    text = next
    if (stream) return 'shown'
    if (!sent.activityId) return 'over'
    stream = { id: sent.activityId, startedAt: rules.clock(), open: true }
    await noteShown(deps, key, sent.activityId)
    return 'shown'
  }
  return {
    streamId: () => stream?.id,
    show: async (over: AbortSignal): Promise<void> => {
      for await (const soFar of followAnswer(deps, { organizationId, personId, sourceId, over })) {
        // Teams takes no other beginning, and nothing after two minutes: the whole answer then takes the place of what is shown.
        if (isLate() || !soFar.text.startsWith(text)) return
        let went = await piece(soFar.messageId, soFar.text)
        // Others go first: whoever speaks slowly says nothing else for a while, so these words are worth another try.
        while (went === 'later' && !over.aborted) {
          await rules.sleep(Math.max(rules.gapMs, BEHIND_MS))
          went = await piece(soFar.messageId, soFar.text)
        }
        if (went === 'shown') await rules.sleep(rules.gapMs)
        else return
      }
    },
    /** Where the answer begins otherwise than what is shown, that ends first: only a message that has ended can be replaced. */
    settle: async (messageId: string): Promise<void> => {
      if (!stream?.open || isLate()) return
      const turn = await loadTurn(deps, { organizationId, personId, messageId })
      if (turn.text.startsWith(text)) return
      // Somebody else went on while this process stood still.
      if ((await findAnswers(deps, { organizationId, personId, key: name })).length > 0) return
      await teams.send(place, endOf(beginningMessage(text), stream.id))
      await rules.sleep(rules.gapMs)
    }
  }
}
