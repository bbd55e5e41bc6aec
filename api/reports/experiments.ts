/** Experiments as HR may see them: every figure has passed the gate, and a lift is told only where both of its figures are. */
import type { Cell } from '../contract/cell.ts'
import type { ExperimentLook, ExperimentOffer, ExperimentView } from '../contract/experiments.ts'
import { peopleWhoAgreed } from '../channels/channels.ts'
import { countPeopleWithAccess, getPerson } from '../directory/directory.ts'
import {
  experimentOffers,
  experimentsOf,
  experimentWords,
  HALT_LOOK,
  looksOf,
  WEEK,
  type KnownExperiment,
  type Offer,
  type Pair
} from '../nudges/nudges.ts'
import { getOrganization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { after } from '../platform/time.ts'
import { gateGroups, gateTotal, SMALLEST_GROUP } from './gate.ts'
import { reportWords, type ReportWords } from './words.ts'

type Key = { readonly organizationId: string; readonly personId: string }

export async function experimentsFor(deps: Deps, { organizationId, personId }: Key) {
  const [organization, person, known, { offers }, agreed, people] = await Promise.all([
    getOrganization(deps, organizationId),
    getPerson(deps, organizationId, personId),
    experimentsOf(deps, organizationId),
    experimentOffers(deps, organizationId),
    peopleWhoAgreed(deps, organizationId),
    countPeopleWithAccess(deps, organizationId)
  ])
  const locale = person?.locale ?? organization.locale
  const words = reportWords(locale)
  const all = { name: 'all', of: Math.max(people, agreed.size), count: agreed.size }
  return {
    experiments: known.map(each => toView(each, agreed.size, words)),
    agreed: gateTotal(all, SMALLEST_GROUP, words),
    offers: offers.map(each => toOffer(each, deps.now())),
    disclosure: experimentWords(locale).disclosure('{percent}')
  }
}

const toOffer = ({ points, week, ...design }: Offer, now: Date): ExperimentOffer => ({
  ...design,
  points: Number.isFinite(points) ? round(points) : null,
  foundAt: week === undefined ? null : after(now, week * WEEK).toISOString()
})

const round = (points: number): number => Math.round(points * 10) / 10

function toView(
  { experiment, endedAt, joined, latest }: KnownExperiment,
  agreed: number,
  words: ReportWords
): ExperimentView {
  const { experimentId, primary, holdoutPercent, sendPercent, weeks, costPoints, startedAt, haltedAt } = experiment
  return {
    experimentId,
    primary,
    holdoutPercent,
    sendPercent,
    weeks,
    costPoints,
    state: endedAt ? 'ended' : haltedAt ? 'halted' : 'running',
    startedAt: startedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    looksAt: looksOf(weeks).map(week => after(startedAt, week * WEEK).toISOString()),
    people: gateTotal({ name: 'all', of: Math.max(agreed, joined), count: joined }, SMALLEST_GROUP, words),
    look: latest ? toLook(latest, words) : null
  }
}

function toLook({ look, madeAt, result }: NonNullable<KnownExperiment['latest']>, words: ReportWords): ExperimentLook {
  const { joined, counted, single } = result
  const part = { name: 'all', of: joined.held + joined.nudged, count: counted.held + counted.nudged }
  const isSingleShown = single && Math.min(single.sentTo, single.leftOut) >= SMALLEST_GROUP
  const outcomes = result.outcomes.map(pair => ({
    outcome: pair.outcome,
    isPrimary: pair.isPrimary,
    ...gatePair(pair, words)
  }))
  const primary = outcomes.find(({ isPrimary }) => isPrimary)
  const isClaim = result.verdict === 'helps' || result.verdict === 'harms'
  return {
    madeAt: madeAt.toISOString(),
    number: look === HALT_LOOK ? null : look,
    verdict: isClaim && !primary?.lift ? 'not_enough' : result.verdict,
    surePercent: Math.round((1 - result.level) * 10_000) / 100,
    people: gateTotal(part, SMALLEST_GROUP, words),
    outcomes,
    weeks: result.weeks.map(pair => ({ week: pair.week, ...gatePair(pair, words) })),
    costs: result.costs.map(pair => ({ cost: pair.cost, ...gatePair(pair, words) })),
    single: isSingleShown ? inPoints(single) : null
  }
}

/** The two arms beside their total, as two groups of a report. */
function gatePair({ nudged, held, lift }: Pair, words: ReportWords) {
  const blank: Cell = { kind: 'blank', reason: words.groupTooSmall(SMALLEST_GROUP) }
  const total = { name: 'all', of: nudged.of + held.of, count: nudged.count + held.count }
  const groups = [
    { name: 'nudged', ...nudged },
    { name: 'held', ...held }
  ]
  const [first = blank, second = blank] = gateGroups({ total, groups, smallest: SMALLEST_GROUP }, words)
  return { nudged: first, held: second, lift: isExact(first) && isExact(second) ? inPoints(lift) : null }
}

const isExact = (cell: Cell): boolean => cell.kind === 'shown' && cell.exact

const inPoints = ({ difference, low, high }: Pair['lift']) => ({
  points: round(100 * difference),
  low: round(100 * low),
  high: round(100 * high)
})
