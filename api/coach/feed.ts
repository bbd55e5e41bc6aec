/** What happens in a person's conversations, in order, for whoever follows: on any device, in any process. */
import { marksOf } from '../channels/channels.ts'
import type { Turn } from '../contract/coach.ts'
import type { CoachEvent } from '../contract/coach-stream.ts'
import { personKey } from '../directory/directory.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { openTurn, sealFor, type Seal } from './seal.ts'
import { listParts } from './store-answers.ts'
import { newsSince, positionOf, type FeedRow } from './store-feed.ts'
import type { Key, MessageRow } from './store-messages.ts'

/** Rung with nothing when there is news, and with a message's id when its answer was ended from outside. */
export const bellOf = ({ organizationId, personId }: Key): string => `coach/${organizationId}/${personId}`

/** With the words so far of what is being answered, and what the person thought of each. */
export async function toTurns(
  trx: Trx,
  key: Key & { readonly seal: Seal },
  rows: readonly MessageRow[]
): Promise<Turn[]> {
  const { seal } = key
  const open = rows.filter(isOpen).map(({ id }) => id)
  const parts = Map.groupBy(open.length > 0 ? await listParts(trx, key, open) : [], ({ message_id }) => message_id)
  const said = rows.filter(({ author }) => author === 'coach').map(({ id }) => id)
  const marks = await marksOf(trx, { ...key, messageIds: said })
  return rows.map(row => {
    const soFar = parts.get(row.id) ?? []
    const turn = openTurn(seal, row, marks.get(row.id))
    return soFar.length > 0
      ? { ...turn, text: soFar.map(({ sealed }) => seal.open(sealed)).join(''), parts: soFar.length }
      : turn
  })
}

/** A cut answer keeps its parts until it is tried again. */
const isOpen = ({ state }: MessageRow): boolean => state === 'answering' || state === 'cut'

export const placeNow = (deps: Deps, key: Key): Promise<number> =>
  deps.db.for(key.organizationId)(trx => positionOf(trx, key))

export const sealOf = (deps: Deps, key: Key): Promise<Seal> =>
  deps.db.for(key.organizationId)(async trx => sealFor(deps, await personKey(trx, deps, key), key))

/** Events of one place belong together: whoever has the last of them has all. */
export type Step = { readonly place: number; readonly events: readonly CoachEvent[] }

const MOST = 200

/** What came after a place; empty when nothing did. */
export async function stepsSince(
  deps: Deps,
  { seal, after, ...key }: Key & { readonly seal: Seal; readonly after: number }
): Promise<readonly Step[]> {
  const { position, reset, rows } = await deps.db.read(key.organizationId)(db =>
    newsSince(db, key, { after, most: MOST })
  )
  if (reset) return [{ place: position, events: [{ kind: 'reset', position }] }]
  const steps = Map.groupBy(rows, ({ feed }) => Number(feed))
  const last = Number(rows.at(-1)?.feed)
  // The last place may not be whole where more was there than is read at once.
  const whole = rows.length < MOST || steps.size === 1 ? () => true : (place: number) => place < last
  return [...steps]
    .filter(([place]) => whole(place))
    .map(([place, group]) => ({ place, events: group.map(row => toEvent(seal, row)) }))
}

const toEvent = (seal: Seal, row: FeedRow): CoachEvent =>
  row.kind === 'turn'
    ? { kind: 'turn', turn: openTurn(seal, row, undefined) }
    : {
        kind: 'part',
        messageId: row.message_id,
        conversationId: row.conversation_id,
        ordinal: row.ordinal,
        text: seal.open(row.sealed)
      }
