/** Keeps up who did what, and divides people into parts. Everything within the transaction that holds the company's lock. */
import type { Deps } from '../platform/deps.ts'
import type { Trx } from '../platform/database.ts'
import { after, DAY, HOUR } from '../platform/time.ts'
import type { ReportKind } from '../contract/reports.ts'
import { smallestGroupWithin } from '../gate/gate.ts'
import { beginParts, chooseDimensions, DIMENSIONS } from './parts.ts'
import { DONE } from './sources.ts'
import { addChanges } from './store-activity.ts'
import {
  countedSizes,
  countPeople,
  drawAnew,
  groupsOfWaiting,
  insertParts,
  keepDivision,
  lockCounting,
  noteLeavers,
  setFolded,
  waitingSizes,
  type Counting
} from './store-counting.ts'

/** A transaction that began earlier may have committed later. */
const LATE = HOUR
const LONG_AGO = new Date(0)
/** Parts last; who is counted together changes once so many have left that numbers blur. */
const PARTS_LAST = 365 * DAY
const TOO_MANY_LEFT = 0.1

type Place = { readonly organizationId: string; readonly timezone: string }

/** Adds what changed since the last time: its cost is that of the changes. */
export async function addUp(deps: Pick<Deps, 'now'>, trx: Trx, { organizationId, timezone }: Place): Promise<Counting> {
  const counting = await lockCounting(trx, organizationId)
  const to = deps.now()
  const from = counting.foldedTo === null ? LONG_AGO : after(counting.foldedTo, -LATE)
  for (const query of DONE) await addChanges(trx, query, { organizationId, from, to, timezone })
  await setFolded(trx, organizationId, to)
  return { ...counting, foldedTo: to }
}

/** Notes who left, and lets parts begin where enough wait: at first, then once a month. */
export async function divide(
  deps: Pick<Deps, 'now' | 'newId'>,
  trx: Trx,
  {
    organizationId,
    kind,
    counting
  }: { readonly organizationId: string; readonly kind: ReportKind; readonly counting: Counting }
): Promise<Counting> {
  await noteLeavers(trx, organizationId)
  const standing = await countPeople(trx, organizationId)
  const isWornOut =
    standing.left > TOO_MANY_LEFT * standing.counted &&
    counting.drawnAt !== null &&
    deps.now().getTime() - counting.drawnAt.getTime() > PARTS_LAST
  if (isWornOut) await drawAnew(trx, organizationId)
  const isFirst = isWornOut || standing.counted === 0
  if (!isFirst && kind !== 'monthly') return counting
  return begin(deps, trx, { organizationId, counting, isFirst })
}

/** Newcomers enough to be divided by more than the company was so far are; nobody who is counted moves. */
async function begin(
  deps: Pick<Deps, 'now' | 'newId'>,
  trx: Trx,
  {
    organizationId,
    counting,
    isFirst
  }: { readonly organizationId: string; readonly counting: Counting; readonly isFirst: boolean }
): Promise<Counting> {
  const smallest = await smallestGroupWithin(trx, organizationId)
  const sizes = await groupsOfWaiting(trx, organizationId)
  const people = sizes.filter(({ dimension }) => dimension === 'country').reduce((sum, size) => sum + size.people, 0)
  const chosen = chooseDimensions(sizes, people, smallest)
  const before = isFirst ? [] : counting.dimensions
  const by = chosen.length > 0 ? chosen : before
  const waiting = await waitingSizes(trx, organizationId, by)
  const { parts, rest } = beginParts({ waiting, counted: await countedSizes(trx, organizationId), smallest })
  const begun = [...parts, ...(rest ? [null] : [])].map(each => ({ partId: deps.newId('part'), begun: each }))
  const at = deps.now()
  if (begun.length > 0) await insertParts(trx, { organizationId, dimensions: by, parts: begun, at })
  const dimensions = DIMENSIONS.filter(dimension => [...before, ...by].includes(dimension))
  const drawnAt = isFirst ? at : (counting.drawnAt ?? at)
  await keepDivision(trx, { organizationId, dimensions, at: drawnAt })
  return { ...counting, dimensions, drawnAt }
}
