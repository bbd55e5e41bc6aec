/** Dry run and progress of a campaign: everybody of the audience, told through the gate. */
import { createHash } from 'node:crypto'
import type { Audience, CampaignContent, CampaignDryRun, CampaignProgress } from '../contract/campaigns.ts'
import { languageOf } from '../contract/nudge-content.ts'
import type { Why } from '../contract/parts.ts'
import { smallestGroupWithin, tell, tellOfDirectory, toldSince, type ToldWholes } from '../gate/gate.ts'
import type { Organization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { audienceOf } from './campaign-audience.ts'
import { contentIdOf, flawsIn, isIncomplete } from './campaign.ts'
import { dayOf, startOfDay } from './local-day.ts'
import { DEFAULT_PER_WEEK, planTip } from './plan.ts'
import { pageOfSomebody, type Somebody } from './somebody.ts'
import { campaignsOf, type KeptCampaign } from './store-campaigns.ts'
import { countFates, kindsOfPeople } from './store-audience.ts'
import type { Fate } from './store-authored.ts'

const PEOPLE_A_PAGE = 2000

/** Everybody in it, by name within; each page is read in a transaction of its own. */
async function* membersOf(
  deps: Pick<Deps, 'db'>,
  organization: Organization,
  { audience }: CampaignContent
): AsyncGenerator<readonly Somebody[]> {
  const fits = audienceOf(audience)
  for (let after = ''; ;) {
    const { people, last } = await deps.db.for(organization.organizationId)(trx =>
      pageOfSomebody(trx, organization, { after, limit: PEOPLE_A_PAGE })
    )
    if (last === undefined) return
    after = last
    yield people.filter(each => fits(each) !== undefined)
  }
}

type Counts = Record<string, number>
const add = (counts: Counts, name: string, people = 1): void => {
  counts[name] = (counts[name] ?? 0) + people
}

type Asked = { readonly audience: Audience; readonly without?: string }

/** Everybody in the program in as many rows as there are kinds of people, told apart by what the audience asks of them. */
async function kindsOfCompany({ db }: Pick<Deps, 'db'>, { organizationId, locale }: Organization, asked: Asked) {
  const kinds = await db.for(organizationId)(trx => kindsOfPeople(trx, { organizationId, ...asked }))
  return kinds.map(({ cohorts, department, country, title, ...kind }) => ({
    ...kind,
    cohorts: cohorts.map(name => ({ name })),
    department: department ?? undefined,
    country: country ?? undefined,
    title: title ?? undefined,
    language: languageOf(kind.locale ?? locale)
  }))
}

async function kindsOfAudience(deps: Pick<Deps, 'db'>, organization: Organization, asked: Asked) {
  const fits = audienceOf(asked.audience)
  return (await kindsOfCompany(deps, organization, asked)).filter(kind => fits(kind) !== undefined)
}

/** Languages of the audience without words. */
export async function missingLanguages(
  deps: Pick<Deps, 'db'>,
  organization: Organization,
  content: CampaignContent
): Promise<readonly string[]> {
  const kinds = await kindsOfAudience(deps, organization, content)
  return [
    ...new Set(kinds.map(({ language }) => language).filter(language => isIncomplete(content, language)))
  ].toSorted()
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
  const contentId = contentIdOf(campaignId)
  const fates = await deps.db.for(organizationId)(trx => countFates(trx, { organizationId, contentId }))
  const parts = { ...NO_PARTS }
  for (const fate of fates) parts[partOf(fate)] += fate.people
  for (const { language, reached, people } of await kindsOfAudience(deps, organization, {
    ...content,
    without: contentId
  }))
    if (isIncomplete(content, language)) parts.languageMissing += people
    else parts[reached ? 'waiting' : 'unreachable'] += people
  const people = Object.values(parts).reduce((sum, part) => sum + part, 0)
  const wholes = { audience: { people }, parts, answers: answersOf(fates) }
  return deps.db.for(organizationId)(trx =>
    tell(trx, { organizationId, about: `campaign/${campaignId}`, wholes, at: deps.now() })
  )
}

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
  const audience = [campaign, ...others].flatMap(({ content }) => content.audience)
  for (const kind of await kindsOfCompany(deps, organization, { audience })) {
    const isOwn = own(kind) !== undefined
    for (const [index, fit] of fits.entries())
      if ((fit(kind) !== undefined) !== isOwn) apart[index] = (apart[index] ?? 0) + kind.people
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

function answersOf(fates: readonly (Fate & { readonly people: number })[]): typeof NO_ANSWERS {
  const answers = { ...NO_ANSWERS }
  for (const fate of fates) if (partOf(fate) === 'sent') answers[answerOf(fate)] += fate.people
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
