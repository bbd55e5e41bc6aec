/** Dry run and progress of a campaign: everybody of the audience, a page at a time, told through the gate. */
import { createHash } from 'node:crypto'
import type { CampaignContent, CampaignDryRun, CampaignProgress } from '../contract/campaigns.ts'
import { coachedAmong } from '../channels/channels.ts'
import type { Why } from '../contract/parts.ts'
import { smallestGroupWithin, tell, tellOfDirectory, toldSince, type ToldWholes } from '../gate/gate.ts'
import type { Organization } from '../organizations/organizations.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { audienceOf } from './campaign-audience.ts'
import { contentIdOf, flawsIn, isIncomplete } from './campaign.ts'
import { dayOf, startOfDay } from './local-day.ts'
import { DEFAULT_PER_WEEK, planTip } from './plan.ts'
import { pageOfSomebody, type Somebody } from './somebody.ts'
import { campaignsOf, type KeptCampaign } from './store-campaigns.ts'
import { choicesOf, fatesOf, type Choices, type Fate } from './store-authored.ts'

const PEOPLE_A_PAGE = 2000

/** Each page is read in a transaction of its own. */
async function* pagesOfCompany<T>(
  deps: Pick<Deps, 'db'>,
  organization: Organization,
  read: (trx: Trx, people: readonly Somebody[]) => Promise<T>
): AsyncGenerator<T> {
  for (let after = ''; ;) {
    const page = await deps.db.for(organization.organizationId)(async trx => {
      const { people, last } = await pageOfSomebody(trx, organization, { after, limit: PEOPLE_A_PAGE })
      return { last, read: await read(trx, people) }
    })
    if (page.last === undefined) return
    after = page.last
    yield page.read
  }
}

const membersOf = (deps: Pick<Deps, 'db'>, organization: Organization, { audience }: CampaignContent) => {
  const fits = audienceOf(audience)
  return pagesOfCompany(deps, organization, async (_trx, people) => people.filter(each => fits(each) !== undefined))
}

type Counts = Record<string, number>
const add = (counts: Counts, name: string): void => {
  counts[name] = (counts[name] ?? 0) + 1
}

/** Languages of the audience without words. */
export async function missingLanguages(
  deps: Pick<Deps, 'db'>,
  organization: Organization,
  content: CampaignContent
): Promise<readonly string[]> {
  const missing = new Set<string>()
  for await (const members of membersOf(deps, organization, content))
    for (const { language } of members) if (isIncomplete(content, language)) missing.add(language)
  return [...missing].toSorted()
}

/**
 * Rests on the directory and on the languages that people read, and on nothing else of theirs: HR may ask it of any audience, and of two
 * that differ by one person. Who can be reached is told by the report alone.
 */
export async function dryRun(
  deps: Deps,
  organization: Organization,
  content: CampaignContent
): Promise<CampaignDryRun> {
  const { organizationId } = organization
  const languages: Counts = {}
  const hash = createHash('sha256')
  let people = 0
  for await (const members of membersOf(deps, organization, content))
    for (const { personId, language } of members) {
      people += 1
      add(languages, language)
      hash.update(`${personId} ${language} `)
    }
  // The same people are told the same way, whichever rule names them.
  const about = `preview/${hash.digest('hex')}`
  const told = await deps.db.for(organizationId)(trx =>
    tellOfDirectory(trx, { organizationId, about, wholes: { audience: { people }, languages } })
  )
  const all = told.audience.people
  const cells = Object.entries(told.languages).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return {
    audience: all,
    languages: cells.map(([language, cell]) => ({
      language,
      // Of one language it is the same number: rounded twice it would be nearer to what is so.
      people: cells.length === 1 ? all : cell,
      missing: isIncomplete(content, language)
    })),
    first: firstDay(organization, content, deps.now()),
    flaws: [...flawsIn(content)]
  }
}

/** On which it could come at the earliest to somebody with nothing behind them, by the company's own working time; null: on none. */
function firstDay(organization: Organization, { from, until }: CampaignContent, now: Date): string | null {
  const { timezone, workingHours, holidays } = organization
  const opens = startOfDay(from, timezone)
  const place = planTip({
    now: opens > now ? opens : now,
    time: { timezone, ...workingHours, holidays },
    budget: { perWeek: DEFAULT_PER_WEEK, pausedUntil: undefined, stopped: false },
    sent: [],
    jitterMs: 0
  })
  return place && place < startOfDay(until, timezone, 1) ? dayOf(place, timezone) : null
}

const NO_PARTS = { waiting: 0, planned: 0, held: 0, sent: 0, notSent: 0, unreachable: 0, languageMissing: 0 }
const NO_ANSWERS = { done: 0, notRelevant: 0, other: 0, none: 0 }
const NOTHING = { audience: { people: 0 }, parts: NO_PARTS, answers: NO_ANSWERS }
type Part = keyof typeof NO_PARTS

type Started = Pick<KeptCampaign, 'campaignId' | 'content' | 'turns'>

/** Told once a day: whoever sees somebody answer cannot look at what moved. */
export async function progressOf(deps: Deps, organization: Organization, campaign: Started): Promise<CampaignProgress> {
  const { organizationId, timezone } = organization
  const asked = { organizationId, about: `campaign/${campaign.campaignId}` }
  const today = dayOf(deps.now(), timezone)
  const kept = await deps.db.for(organizationId)(trx =>
    toldSince(trx, { ...asked, wholes: NOTHING, since: at => dayOf(at, timezone) === today })
  )
  const told = kept ?? (await tellNow(deps, organization, campaign))
  return { ...told, audience: told.audience.people }
}

async function tellNow(deps: Deps, organization: Organization, campaign: Started) {
  const { organizationId } = organization
  const { campaignId, content } = campaign
  const near = await nearSmallest(deps, organization, campaign)
  if (near !== undefined) return blankBecause('near', near)
  const asked = { organizationId, contentId: contentIdOf(campaignId) }
  const fates = await deps.db.for(organizationId)(trx => fatesOf(trx, asked))
  const parts = { ...NO_PARTS }
  for (const fate of fates.values()) parts[partOf(fate)] += 1
  const fits = audienceOf(content.audience)
  const pages = pagesOfCompany(deps, organization, async (trx, people) => {
    const waiting = people.filter(each => fits(each) !== undefined && !fates.has(each.personId))
    const ids = waiting.map(({ personId }) => personId)
    const [coached, choices] = [await coachedAmong(trx, organizationId, ids), await choicesOf(trx, organizationId, ids)]
    return waiting.map(({ personId, language }): Part => {
      if (isIncomplete(content, language)) return 'languageMissing'
      // Has a chat with the coach, agreed, and wants something unasked: told as one, for each alone is the person's own.
      return coached.has(personId) && !wantsNothing(choices.get(personId)) ? 'waiting' : 'unreachable'
    })
  })
  for await (const page of pages) for (const part of page) parts[part] += 1
  const people = Object.values(parts).reduce((sum, part) => sum + part, 0)
  const wholes = { audience: { people }, parts, answers: answersOf(fates) }
  return deps.db.for(organizationId)(trx =>
    tell(trx, { organizationId, about: `campaign/${campaignId}`, wholes, at: deps.now() })
  )
}

const wantsNothing = (choices: Choices | undefined): boolean => choices?.stopped === true || choices?.per_week === 0

/**
 * A campaign that began before may go to the same people but for a few: side by side, the two would tell about those few.
 * @returns the smallest group where that is so.
 */
async function nearSmallest(
  deps: Pick<Deps, 'db'>,
  organization: Organization,
  campaign: Started
): Promise<number | undefined> {
  const { organizationId } = organization
  const { smallest, others } = await deps.db.for(organizationId)(async trx => ({
    smallest: await smallestGroupWithin(trx, organizationId),
    others: (await campaignsOf(trx, organizationId)).filter(each => began(each) < began(campaign))
  }))
  if (others.length === 0) return undefined
  const own = audienceOf(campaign.content.audience)
  const fits = others.map(({ content }) => audienceOf(content.audience))
  const apart = others.map(() => 0)
  for await (const page of pagesOfCompany(deps, organization, async (_trx, people) => people))
    for (const person of page) {
      const isOwn = own(person) !== undefined
      for (const [index, fit] of fits.entries())
        if ((fit(person) !== undefined) !== isOwn) apart[index] = (apart[index] ?? 0) + 1
    }
  return apart.some(people => people > 0 && people < smallest) ? smallest : undefined
}

const NEVER = '~'
/** Sorts by when it was started; a draft after all. */
const began = ({ campaignId, turns }: Started): string =>
  `${turns.find(({ turn }) => turn === 'start')?.at ?? NEVER}/${campaignId}`

function blankBecause(why: Why, smallest: number): ToldWholes<typeof NOTHING> {
  const blank = { kind: 'blank', why, smallest } as const
  const all = <Name extends string>(names: Readonly<Record<Name, number>>) =>
    Object.fromEntries(Object.keys(names).map(name => [name, blank])) as Record<Name, typeof blank>
  return { audience: { people: blank }, parts: all(NO_PARTS), answers: all(NO_ANSWERS) }
}

function answersOf(fates: ReadonlyMap<string, Fate>): typeof NO_ANSWERS {
  const answers = { ...NO_ANSWERS }
  for (const fate of fates.values()) if (partOf(fate) === 'sent') answers[answerOf(fate)] += 1
  return answers
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
