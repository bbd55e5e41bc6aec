/** Several companies may have one learning site: each sign-up there is one company's at most. Pure. */
import type { StoredSettings } from '../contract/organizations.ts'

type Taker = Pick<StoredSettings, 'learningSite'>

/** Whether a learner could be both companies'. Domains are one company's each; a field has one value. */
export function wantSameLearners(one: Taker, other: Taker): boolean {
  const [mine, theirs] = [one.learningSite?.signUps?.whose, other.learningSite?.signUps?.whose]
  if (!mine || !theirs) return false
  if (mine.kind === 'domains' && theirs.kind === 'domains') return false
  if (mine.kind === 'field' && theirs.kind === 'field' && mine.name === theirs.name)
    return mine.value.trim().toLowerCase() === theirs.value.trim().toLowerCase()
  return true
}
