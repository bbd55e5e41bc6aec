/** The words of a nudge, by id and version of its content: shipped with the product, or written by the company. */
import { languageOf, type NudgeWords, type WordsByLanguage } from '../contract/nudge-content.ts'
import type { Trx } from '../platform/database.ts'
import { AUTHORED } from './authored-words.ts'
import type { CoursePart } from './journey.ts'
import { tellPiece } from './content.ts'
import { LIBRARY, pieceOf } from './library.ts'
import { campaignsOf } from './store-campaigns.ts'
import { versionsOf } from './store-journeys.ts'
import { wordsOfTests } from './store-tests.ts'
import type { Locale } from './words.ts'

export type ContentRef = { readonly content_id: string | null; readonly content_version: number | null }
export type FindWords = (ref: ContentRef, locale: string) => NudgeWords | undefined

/** `journey/<id>/<step>`, with the reminder's part for a course; `campaign/<id>`; `test/<id>`; a shipped one has no slash. */
const partsOf = ({ content_id }: ContentRef): readonly string[] => content_id?.split('/') ?? []

/** Reads what these need in at most three statements; shipped words need none. */
export async function wordsFor(
  trx: Trx,
  organization: { readonly organizationId: string; readonly locale: string },
  refs: readonly ContentRef[]
): Promise<FindWords> {
  const { organizationId } = organization
  const ids = (kind: string): readonly string[] => [
    ...new Set(refs.map(partsOf).flatMap(([first, id]) => (first === kind && id ? [id] : [])))
  ]
  const [journeyIds, campaignIds] = [ids('journey'), ids('campaign')]
  const versions = journeyIds.length > 0 ? await versionsOf(trx, organizationId, journeyIds) : undefined
  const campaigns = campaignIds.length > 0 ? await campaignsOf(trx, organizationId, { ids: campaignIds }) : []
  const tests = await wordsOfTests(trx, organizationId, ids('test'))
  const inLanguage = (words: WordsByLanguage, locale: string): NudgeWords | undefined =>
    words[languageOf(locale)] ?? words[languageOf(organization.locale)] ?? Object.values(words)[0]
  return (ref, locale) => {
    const [kind, id, stepId, part] = partsOf(ref)
    if (kind === 'test') return tests.get(id ?? '')
    if (kind === 'campaign') {
      const campaign = campaigns.find(({ campaignId }) => campaignId === id)
      return campaign && inLanguage(campaign.content.words, locale)
    }
    if (kind === 'journey') {
      const version = versions?.get(id ?? '')?.find(each => each.version === ref.content_version)
      const step = version?.content.steps.find(each => each.stepId === stepId)
      if (step?.kind === 'course') return isPart(part) ? courseWords(part, step.courseName, locale) : undefined
      return step && inLanguage(step.words, locale)
    }
    return shippedWords(ref, locale)
  }
}

const shipped = (locale: string): Locale => (locale.startsWith('es') ? 'es' : 'en')

/** Words that ship with the product. */
export const shippedWords: FindWords = ({ content_id, content_version }, language) => {
  const piece = pieceOf(content_id, content_version)
  // A person may change their language after a nudge was chosen for another.
  return piece && (tellPiece(piece, languageOf(language), LIBRARY) ?? tellPiece(piece, 'en', LIBRARY))
}

const isPart = (part: string | undefined): part is CoursePart =>
  part === 'begin' || part === 'finish' || part === 'done'

const courseWords = (part: CoursePart, course: string, locale: string): NudgeWords =>
  AUTHORED[shipped(locale)].course[part](course)
