/** What the library may know of a person, and why a piece is for them: nothing that the person cannot see. Pure. */
import type { FocusArea } from '../contract/nudges.ts'
import { DAY } from '../platform/time.ts'
import type { Reason } from './candidate.ts'
import type { Audience } from './content.ts'

export type Data = Reason['data']

export type PersonFacts = {
  readonly personId: string
  readonly language: string
  /** Chosen, most wanted first. */
  readonly focus: readonly FocusArea[]
  /** The directory names somebody who reports to them. */
  readonly leads: boolean
  readonly hasManager: boolean
  /** Where it is another than their own. */
  readonly managerZone: string | undefined
  /** `YYYY-MM-DD`, where the directory says when they began. */
  readonly startedOn: string | undefined
  readonly program: string | undefined
}

const NEW_DAYS = 90
/** There long enough to look back. */
const SETTLING_DAYS = 21

/** The data that make a piece fit; undefined where it does not. */
export function becauseOf(audience: Audience, facts: PersonFacts, now: Date): Data | undefined {
  switch (audience) {
    case 'anyone':
      return []
    case 'leads':
      return facts.leads ? [{ name: 'leads', value: 'directory' }] : undefined
    case 'has_manager':
      return facts.hasManager ? [{ name: 'manager', value: 'directory' }] : undefined
    case 'far_from_manager':
      return facts.managerZone ? [{ name: 'manager_zone', value: facts.managerZone }] : undefined
    case 'in_program':
      return facts.program ? [{ name: 'program', value: facts.program }] : undefined
    case 'new':
      return beganWithin(facts, now, 0)
    case 'settling':
      return beganWithin(facts, now, SETTLING_DAYS)
  }
}

/** Whoever begins only later is not there yet. */
function beganWithin({ startedOn }: PersonFacts, now: Date, fromDays: number): Data | undefined {
  if (!startedOn) return undefined
  const days = (now.getTime() - Date.parse(`${startedOn}T00:00:00Z`)) / DAY
  return days >= fromDays && days < NEW_DAYS ? [{ name: 'started', value: startedOn }] : undefined
}

export const endOfNew = (startedOn: string): Date => new Date(Date.parse(`${startedOn}T00:00:00Z`) + NEW_DAYS * DAY)
