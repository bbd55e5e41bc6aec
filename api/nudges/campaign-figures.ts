/** Dry run and progress of a campaign: everybody of the audience, a page at a time, told through the floor. */
import type { CampaignContent, CampaignDryRun, CampaignProgress } from '../contract/campaigns.ts'
import { languageOf } from '../contract/nudge-content.ts'
import { FLOOR } from '../contract/parts.ts'
import { coachedAmong } from '../channels/channels.ts'
import type { Organization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { after as later, DAY } from '../platform/time.ts'
import { audienceOf } from './campaign-audience.ts'
import { contentIdOf, flawsIn, isIncomplete } from './campaign.ts'
import { dayOf, startOfDay } from './local-day.ts'
import { gateCount, gateParts, restOf } from './parts.ts'
import { DEFAULT_PER_WEEK, planTip } from './plan.ts'
import { pageOfSomebody, type Somebody } from './somebody.ts'
import { steady } from './steady.ts'
import type { CampaignKey } from './store-campaigns.ts'
import { stepLook } from './store-looks.ts'
import { countFates, kindsOfPeople } from './store-audience.ts'
import { choicesOf, sentSince, type Choices, type Fate } from './store-authored.ts'

const PEOPLE_A_PAGE = 2000
const WEEK = 7 * DAY

type Member = {
  readonly person: Somebody
  readonly choices: Choices | undefined
  readonly sent: readonly Date[]
  /** Has a chat with the coach, agreed, and wants something unasked: told as one, for each alone is the person's own. */
  readonly reached: boolean
}

/** Each page is read in a transaction of its own. */
async function* pagesOfAudience(
  deps: Pick<Deps, 'db' | 'now'>,
  organization: Organization,
  content: CampaignContent
): AsyncGenerator<readonly Member[]> {
  const { organizationId } = organization
  const fits = audienceOf(content.audience)
  for (let after = ''; ;) {
    const page = await deps.db.for(organizationId)(async trx => {
      const { people, last } = await pageOfSomebody(trx, organization, { after, limit: PEOPLE_A_PAGE })
      const members = people.filter(person => fits(person) !== undefined)
      const personIds = members.map(({ personId }) => personId)
      const choices = await choicesOf(trx, organizationId, personIds)
      const since = later(deps.now(), -WEEK)
      const coached = await coachedAmong(trx, organizationId, personIds)
      return { members, last, choices, coached, sent: await sentSince(trx, { organizationId, personIds, since }) }
    })
    if (page.last === undefined) return
    after = page.last
    yield page.members.map(person => ({
      person,
      choices: page.choices.get(person.personId),
      sent: page.sent.get(person.personId) ?? [],
      reached: page.coached.has(person.personId) && !wantsNothing(page.choices.get(person.personId))
    }))
  }
}

type Counts = Record<string, number>
const add = (counts: Counts, name: string, people = 1): void => {
  counts[name] = (counts[name] ?? 0) + people
}

type Wanted = { readonly content: CampaignContent; readonly without?: string }

/** The audience in as many rows as there are kinds of people in it. */
async function kindsOfAudience(
  { db }: Pick<Deps, 'db'>,
  { organizationId, locale }: Organization,
  { content: { audience }, ...without }: Wanted
) {
  const fits = audienceOf(audience)
  const kinds = await db.for(organizationId)(trx => kindsOfPeople(trx, { organizationId, audience, ...without }))
  return kinds
    .map(({ cohorts, department, country, title, ...kind }) => ({
      ...kind,
      cohorts: cohorts.map(name => ({ name })),
      department: department ?? undefined,
      country: country ?? undefined,
      title: title ?? undefined,
      language: languageOf(kind.locale ?? locale)
    }))
    .filter(kind => fits(kind) !== undefined)
}

/** Languages of the audience without words, and how many people read them, as may be told. */
export async function missingLanguages(
  deps: Pick<Deps, 'db' | 'now'>,
  organization: Organization,
  content: CampaignContent
): Promise<readonly { readonly language: string; readonly people: string }[]> {
  const counts: Counts = {}
  for (const { language, people } of await kindsOfAudience(deps, organization, { content }))
    if (isIncomplete(content, language)) add(counts, language, people)
  return Object.entries(counts).map(([language, people]) => ({
    language,
    people: people < FLOOR ? `fewer than ${FLOOR} people` : `${people} people`
  }))
}

const wantsNothing = (choices: Choices | undefined): boolean => choices?.stopped === true || choices?.per_week === 0

export async function dryRun(
  deps: Deps,
  organization: Organization,
  content: CampaignContent
): Promise<CampaignDryRun> {
  const dayFor = firstDays(organization, content, deps.now())
  const languages: Counts = {}
  const days: Counts = {}
  let [people, reached] = [0, 0]
  for await (const page of pagesOfAudience(deps, organization, content))
    for (const member of page) {
      people += 1
      add(languages, member.person.language)
      if (!member.reached) continue
      reached += 1
      add(days, dayFor(member))
    }
  const gated = gateParts(languages)
  // One whole with who is not reached, or the days would add up to what `reach` keeps back.
  const whole: Counts = { [LATE]: 0, ...days, [OTHERS]: people - reached }
  const { [LATE]: late = gateCount(0), [OTHERS]: notReached = gateCount(0), ...onDays } = gateParts(whole)
  return {
    audience: gateCount(people),
    languages: Object.entries(gated)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([language, cell]) => ({ language, people: cell, missing: isIncomplete(content, language) })),
    reach: { reached: restOf(people, notReached), notReached },
    days: Object.entries(onDays)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([day, cell]) => ({ day, people: cell })),
    late,
    flaws: [...flawsIn(content)]
  }
}

const LATE = 'late'
const OTHERS = 'others'

/** The local day on which it could come at the earliest. Whoever has nothing behind them shares the answer of their zone. */
function firstDays(
  organization: Organization,
  { from, until }: CampaignContent,
  now: Date
): (member: Member) => string {
  const known = new Map<string, string>()
  const find = ({ person: { timezone }, choices, sent }: Member): string => {
    const opens = startOfDay(from, timezone)
    const place = planTip({
      now: opens > now ? opens : now,
      time: { timezone, ...organization.workingHours, holidays: organization.holidays },
      budget: {
        perWeek: choices?.per_week ?? DEFAULT_PER_WEEK,
        pausedUntil: choices?.paused_until ?? undefined,
        stopped: false
      },
      sent,
      jitterMs: 0
    })
    return place && place < startOfDay(until, timezone, 1) ? dayOf(place, timezone) : LATE
  }
  return member => {
    if (member.sent.length > 0 || member.choices?.paused_until) return find(member)
    const { timezone } = member.person
    const day = known.get(timezone) ?? find(member)
    known.set(timezone, day)
    return day
  }
}

const NO_PARTS = { waiting: 0, planned: 0, held: 0, sent: 0, notSent: 0, unreachable: 0, languageMissing: 0 }
const NO_ANSWERS = { done: 0, notRelevant: 0, other: 0, none: 0 }
type Part = keyof typeof NO_PARTS

export async function progressOf(
  deps: Deps,
  organization: Organization,
  { campaignId, content }: { readonly campaignId: string; readonly content: CampaignContent }
): Promise<CampaignProgress> {
  const { organizationId } = organization
  const contentId = contentIdOf(campaignId)
  const fates = await deps.db.for(organizationId)(trx => countFates(trx, { organizationId, contentId }))
  const parts = { ...NO_PARTS }
  for (const fate of fates) parts[partOf(fate)] += fate.people
  for (const { language, reached, people } of await kindsOfAudience(deps, organization, {
    content,
    without: contentId
  }))
    if (isIncomplete(content, language)) parts.languageMissing += people
    else parts[reached ? 'waiting' : 'unreachable'] += people
  const told = await inSteps(deps, { organizationId, campaignId }, { parts, answers: answersOf(fates) })
  // The sum of what is told, or it would say by how much a part is behind.
  const people = Object.values(told.parts).reduce((total, count) => total + count, 0)
  const gated = gateParts(told.parts)
  return { audience: gateCount(people), parts: gated, answers: gateAnswers(told.answers, gated.sent.kind === 'exact') }
}

type Figures = { readonly parts: typeof NO_PARTS; readonly answers: typeof NO_ANSWERS }

/** As they were told last, where fewer than the floor have moved. */
async function inSteps(deps: Deps, key: CampaignKey, now: Figures): Promise<Figures> {
  let told = now
  await deps.db.for(key.organizationId)(trx =>
    stepLook(trx, key, {
      at: deps.now(),
      step: before =>
        (told = { parts: steady(before?.parts, now.parts), answers: steady(before?.answers, now.answers) })
    })
  )
  return told
}

function answersOf(fates: readonly (Fate & { readonly people: number })[]): typeof NO_ANSWERS {
  const answers = { ...NO_ANSWERS }
  for (const fate of fates) if (partOf(fate) === 'sent') answers[answerOf(fate)] += fate.people
  return answers
}

/** Of an amount that is not told, no parts are. */
function gateAnswers(answers: typeof NO_ANSWERS, told: boolean): CampaignProgress['answers'] {
  if (told) return gateParts(answers)
  const hidden = { kind: 'hidden' } as const
  return { done: hidden, notRelevant: hidden, other: hidden, none: hidden }
}

function answerOf({ answer }: Fate): keyof typeof NO_ANSWERS {
  if (answer === null) return 'none'
  if (answer === 'done') return 'done'
  return answer === 'not_relevant' ? 'notRelevant' : 'other'
}

function partOf({ state, answer }: Fate): Part {
  switch (state) {
    case 'planned':
    case 'queued':
      // It was there, and comes again because they asked for that.
      return answer === null ? 'planned' : 'sent'
    case 'held':
      return answer === null ? 'held' : 'sent'
    case 'sent':
    case 'answered':
      return 'sent'
    case 'unreachable':
      return 'unreachable'
    case 'cancelled':
    case 'failed':
    case 'expired':
      return answer === null ? 'notSent' : 'sent'
  }
}
