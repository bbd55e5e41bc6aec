/** What running campaigns propose to somebody, and what an owner may do with one. Pure. */
import type { CampaignContent } from '../contract/campaigns.ts'
import { flawOf, MOST_MINUTES, type Flaw } from '../contract/nudge-content.ts'
import { audienceOf } from './campaign-audience.ts'
import type { Candidate } from './candidate.ts'
import { startOfDay } from './local-day.ts'
import type { Somebody } from './somebody.ts'

export type StoredState = 'draft' | 'running' | 'paused' | 'cancelled'
export type Campaign = {
  readonly campaignId: string
  readonly content: CampaignContent
  readonly revision: number
  readonly state: StoredState
  /** Who saved it last: a person's id, or an operator of CI. */
  readonly savedBy: string
}

/** In place of a person's id, for what CI's operators do. */
export const OPERATOR = 'operator'

const PRIORITY = { first: 2, usual: 4 } as const

export const contentIdOf = (campaignId: string): string => `campaign/${campaignId}`

export const isIncomplete = (content: CampaignContent, language: string): boolean =>
  flawOf(content.words[language]) !== undefined

/** What keeps these words from being sent in the languages that they have. */
export const flawsIn = ({ words, minutes, from, until }: CampaignContent): readonly Flaw[] => [
  ...Object.entries(words).flatMap(([language, each]) => {
    const flaw = flawOf(each)
    return flaw ? [{ flaw, stepId: null, language }] : []
  }),
  ...(minutes > MOST_MINUTES ? [{ flaw: 'too_slow' as const, stepId: null, language: null }] : []),
  ...(Object.keys(words).length === 0 ? [{ flaw: 'no_words' as const, stepId: null, language: null }] : []),
  ...(until < from ? [{ flaw: 'no_window' as const, stepId: null, language: null }] : [])
]

/** Prepared once for all that run, asked for each person. */
export function proposalsOf(running: readonly Campaign[], now: Date): (person: Somebody) => readonly Candidate[] {
  const prepared = running.map(campaign => ({ campaign, fits: audienceOf(campaign.content.audience) }))
  return person =>
    prepared.flatMap(({ campaign: { campaignId, content, revision, savedBy }, fits }) => {
      const grounds = fits(person)
      if (!grounds || isIncomplete(content, person.language)) return []
      const until = startOfDay(content.until, person.timezone, 1)
      if (until <= now) return []
      return [
        {
          kind: 'campaign' as const,
          onceKey: `campaign:${campaignId}`,
          contentId: contentIdOf(campaignId),
          contentVersion: revision,
          from: startOfDay(content.from, person.timezone),
          until,
          priority: PRIORITY[content.rank],
          reason: { rule: savedBy === OPERATOR ? 'campaign.ci' : 'campaign', data: grounds }
        }
      ]
    })
}

/** The last day is over in every zone of the world. */
export const isOver = ({ until }: CampaignContent, now: Date): boolean => startOfDay(until, 'Etc/GMT+12', 1) <= now

type Turn = 'start' | 'pause' | 'resume' | 'cancel'
const TURN: Readonly<Record<Turn, { readonly from: readonly StoredState[]; readonly to: StoredState }>> = {
  start: { from: ['draft'], to: 'running' },
  pause: { from: ['running'], to: 'paused' },
  resume: { from: ['paused'], to: 'running' },
  cancel: { from: ['running', 'paused'], to: 'cancelled' }
}

/** @returns the state it comes to; undefined where that cannot be. */
export const turned = (state: StoredState, turn: Turn): StoredState | undefined =>
  TURN[turn].from.includes(state) ? TURN[turn].to : undefined
