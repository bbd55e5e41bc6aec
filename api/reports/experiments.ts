/** Experiments as HR may see them: every figure has passed the gate, and a lift is told only where both of its figures are. */
import type { Cell } from '../contract/cell.ts'
import type { ExperimentLook, ExperimentOffer, ExperimentView } from '../contract/experiments.ts'
import { getPerson } from '../directory/directory.ts'
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
import { smallestGroupWithin } from '../gate/gate.ts'
import { gateArms, gateGroup, type Manner } from './arms.ts'
import { findLatestReport } from './store.ts'
import { reportLanguage, reportWords, type ReportWords } from './words.ts'

/** A company's own system reads without a person. */
export type Reader = { readonly organizationId: string; readonly personId?: string }

/** As the tab speaks to them; the company's own where nobody is named. */
export async function localeOf(deps: Deps, { organizationId, personId }: Reader): Promise<string> {
  const person = personId === undefined ? undefined : await getPerson(deps, organizationId, personId)
  return person?.locale ?? (await getOrganization(deps, organizationId)).locale
}

/** Who agreed is told as the newest report tells it: from a number that is always up to date one could tell who just did. */
export async function experimentsFor(deps: Deps, reader: Reader) {
  const { organizationId } = reader
  const locale = await localeOf(deps, reader)
  const words = reportWords(locale)
  const { experiments, offers } = await experimentViews(deps, organizationId, words)
  const report = await deps.db.read(organizationId)(db =>
    findLatestReport(db, { organizationId, language: reportLanguage(locale) })
  )
  const told = report?.lift.experiment
  const blank: Cell = { kind: 'blank', reason: words.why('no_report', 0) }
  return {
    experiments: experiments.map(each =>
      each.experimentId === told?.experimentId ? { ...each, people: told.people } : each
    ),
    agreed: report?.figures.find(({ key }) => key === 'agreed')?.cell ?? blank,
    offers: [...offers],
    disclosure: experimentWords(locale).disclosure('{percent}')
  }
}

export async function experimentViews(
  deps: Deps,
  organizationId: string,
  words: ReportWords
): Promise<{ readonly experiments: readonly ExperimentView[]; readonly offers: readonly ExperimentOffer[] }> {
  const [known, { offers }, smallest] = await Promise.all([
    experimentsOf(deps, organizationId),
    experimentOffers(deps, organizationId),
    deps.db.for(organizationId)(trx => smallestGroupWithin(trx, organizationId))
  ])
  return {
    experiments: known.map(each => toView(each, { smallest, words })),
    offers: offers.map(each => toOffer(each, deps.now()))
  }
}

const toOffer = ({ points, week, ...design }: Offer, now: Date): ExperimentOffer => ({
  ...design,
  points: Number.isFinite(points) ? round(points) : null,
  foundAt: week === undefined ? null : after(now, week * WEEK).toISOString()
})

const round = (points: number): number => Math.round(points * 10) / 10

function toView({ experiment, endedAt, latest }: KnownExperiment, manner: Manner): ExperimentView {
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
    people: { kind: 'blank', reason: manner.words.why('no_report', 0) },
    look: latest ? toLook(latest, manner) : null
  }
}

function toLook({ look, madeAt, result }: NonNullable<KnownExperiment['latest']>, manner: Manner): ExperimentLook {
  const { joined, counted, single } = result
  const part = { of: joined.held + joined.nudged, count: counted.held + counted.nudged }
  const isSingleShown = single && Math.min(single.sentTo, single.leftOut) >= manner.smallest
  const outcomes = result.outcomes.map(pair => ({
    outcome: pair.outcome,
    isPrimary: pair.isPrimary,
    ...gatePair(pair, manner)
  }))
  const primary = outcomes.find(({ isPrimary }) => isPrimary)
  const isClaim = result.verdict === 'helps' || result.verdict === 'harms'
  return {
    madeAt: madeAt.toISOString(),
    number: look === HALT_LOOK ? null : look,
    verdict: isClaim && !primary?.lift ? 'not_enough' : result.verdict,
    surePercent: Math.round((1 - result.level) * 10_000) / 100,
    people: gateGroup(part, manner),
    outcomes,
    weeks: result.weeks.map(pair => ({ week: pair.week, ...gatePair(pair, manner) })),
    costs: result.costs.map(pair => ({ cost: pair.cost, ...gatePair(pair, manner) })),
    single: isSingleShown ? inPoints(single) : null
  }
}

function gatePair({ lift, ...arms }: Pair, manner: Manner) {
  const { nudged, held } = gateArms(arms, manner)
  return { nudged, held, lift: isExact(nudged) && isExact(held) ? inPoints(lift) : null }
}

const isExact = (cell: Cell): boolean => cell.kind === 'shown' && cell.exact

const inPoints = ({ difference, low, high }: Pair['lift']) => ({
  points: round(100 * difference),
  low: round(100 * low),
  high: round(100 * high)
})
