/** Under which id a learning site's own learner is kept until a directory or a provider names them. Pure; ids at providers never begin so. */
import type { Organization } from '../organizations/organizations.ts'

type Site = Pick<Organization, 'learningSite'>

type Told = {
  readonly idpId: string
  readonly email: string | undefined
  readonly employeeNumber: string | undefined
  readonly raw: Readonly<Record<string, unknown>>
}

/** Those that this person may be kept under: by the pair that the company's admin confirmed, none without one. */
export function learnerIds({ learningSite }: Site, told: Told): readonly string[] {
  const joinBy = learningSite?.signUps?.joinBy
  if (joinBy?.kind === 'email') return told.email ? [byEmail(told.email)] : []
  if (joinBy?.kind !== 'sso_id') return []
  const value = valueOf(joinBy.attribute, told)
  return typeof value === 'string' && value !== '' ? [bySsoId(value)] : []
}

function valueOf(attribute: string, { idpId, employeeNumber, raw }: Told): unknown {
  if (attribute === 'idp_id') return idpId
  return attribute === 'employee_number' ? (employeeNumber ?? raw[attribute]) : raw[attribute]
}

type Learner = { readonly userId: string; readonly email: string | null; readonly ssoId: string | null }

/** Without the attribute of that pair nobody is ever joined to them. */
export function learnerIdOf({ learningSite }: Site, { userId, email, ssoId }: Learner): string {
  const joinBy = learningSite?.signUps?.joinBy
  if (joinBy?.kind === 'email' && email) return byEmail(email)
  if (joinBy?.kind === 'sso_id' && ssoId) return bySsoId(ssoId)
  return `learner:user/${userId}`
}

const byEmail = (email: string): string => `learner:email/${email.toLowerCase()}`
const bySsoId = (ssoId: string): string => `learner:sso/${ssoId}`
