/**
 * Whether an entry of the directory is the person who had its id before. Pure. Providers give ids to new people: whoever had gone
 * returns as the same person within thirty days and only with a second attribute that never changes hands; else an admin is asked.
 */
import type { Organization } from '../organizations/organizations.ts'
import { DAY } from '../platform/time.ts'
import type { PersonRow } from './row.ts'

export type Doubt = 'away_too_long' | 'attribute_differs' | 'attribute_missing'

/** Who comes back within this time may be the same person. */
const RETURN_MS = 30 * DAY

type Told = Pick<PersonRow, 'directory_user_id' | 'employee_number' | 'raw' | 'state'>
type Rules = Pick<Organization, 'returnerAttribute' | 'entraObjectIdAttribute'>

/** @param at when the directory says it. @returns undefined for the same person. */
export function doubtAbout(
  before: PersonRow,
  told: Told,
  { rules, at }: { rules: Rules; at: Date }
): Doubt | undefined {
  const isSameEntry = before.directory_user_id === told.directory_user_id
  const [known, now] = [proofOf(before, rules), proofOf(told, rules)]
  const hasGone = before.inactive_since !== null && !(isSameEntry && told.state === 'inactive')
  // Whoever was there all the time may get a new entry, or have their own corrected; not both at once.
  if (!hasGone) return !isSameEntry && known && now && known !== now ? 'attribute_differs' : undefined
  if (known && now && known !== now) return 'attribute_differs'
  if (at.getTime() - (before.inactive_since?.getTime() ?? 0) > RETURN_MS) return 'away_too_long'
  // An entry that WorkOS never gave up, or a whole directory that was cut off, says nothing against them.
  return (known && now) || isSameEntry || before.ended_with_directory ? undefined : 'attribute_missing'
}

function proofOf(row: Pick<PersonRow, 'employee_number' | 'raw'>, rules: Rules): string | undefined {
  const attribute = rules.returnerAttribute ?? rules.entraObjectIdAttribute ?? EMPLOYEE_NUMBER
  const value = attribute === EMPLOYEE_NUMBER ? row.employee_number : row.raw[attribute]
  return typeof value === 'string' && value !== '' ? value : undefined
}

const EMPLOYEE_NUMBER = 'employee_number'
