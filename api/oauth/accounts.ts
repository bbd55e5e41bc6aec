/** A person as an OpenID account. Whoever has left or lost access is no account, in every grant and at every refresh. */
import type { Account, AccountClaims } from 'oidc-provider'
import { parseSubject } from '../contract/subject.ts'
import type { Person } from '../directory/directory.ts'
import { findActivePerson } from '../identity/identity.ts'
import type { Deps } from '../platform/deps.ts'

export async function findAccount(deps: Deps, subject: string): Promise<Account | undefined> {
  const key = parseSubject(subject)
  const person = key && (await findActivePerson(deps, key))
  return person && { accountId: subject, claims: () => claimsOf(subject, person) }
}

function claimsOf(subject: string, { email, firstName, lastName }: Person): AccountClaims {
  const name = [firstName, lastName].filter(Boolean).join(' ')
  return {
    sub: subject,
    ...(email ? { email } : {}),
    ...(firstName ? { given_name: firstName } : {}),
    ...(lastName ? { family_name: lastName } : {}),
    ...(name ? { name } : {})
  }
}

/** Roles as they are at the moment of minting; a token lives five minutes. */
export async function rolesOf(deps: Deps, subject: string): Promise<readonly string[]> {
  const key = parseSubject(subject)
  const person = key && (await findActivePerson(deps, key))
  return person?.roles ?? []
}
