/** A person as an OpenID account. Whoever has left or lost access is no account, in every grant and at every refresh. */
import type { Account, AccountClaims } from 'oidc-provider'
import { parseSubject, subjectOf } from '../contract/subject.ts'
import type { Person } from '../directory/directory.ts'
import { findActivePerson, mayEnter } from '../identity/identity.ts'
import { recentOrganization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { createMemo } from '../platform/memo.ts'
import { OWN_ACR } from './policy.ts'
import { ACCOUNT_MS } from './unit.ts'

/** How a session or grant came about; a token that does not say counts for what it is. */
export type Door = 'own' | 'provider' | 'unknown'

/** Of a grant what it was made by, else of the session; an access token does not say. */
export function doorOf(from: object | undefined): Door {
  if (!from || ('kind' in from && from.kind === 'AccessToken')) return 'unknown'
  return 'acr' in from && from.acr === OWN_ACR ? 'own' : 'provider'
}

export type Accounts = {
  /** Undefined also for who came in by a door that the organization has closed since. */
  find(subject: string, door?: Door): Promise<Account | undefined>
  /** Roles as they are when a token is minted; it lives five minutes. */
  rolesOf(subject: string): Promise<readonly string[]>
  /** Just found active: the next steps of the same sign-in need no other look. */
  remember(person: Person): void
}

/**
 * Looks at most once a second for each person. What is minted meanwhile for somebody who leaves is refused by the
 * revocation log, which counts two seconds on, and what is stored for them is not kept.
 */
export function createAccounts(deps: Deps): Accounts {
  const memo = createMemo<Person | undefined>(ACCOUNT_MS)
  const load = async (subject: string): Promise<Person | undefined> => {
    const key = parseSubject(subject)
    return key && findActivePerson(deps, key)
  }
  const person = (subject: string) => memo.get(subject, () => load(subject))
  return {
    find: async (subject, door = 'unknown') => {
      const found = await person(subject)
      if (found && !(await isOpen(deps, found, door))) return undefined
      return found && { accountId: subject, claims: () => claimsOf(subject, found) }
    },
    rolesOf: async subject => (await person(subject))?.roles ?? [],
    remember: found => memo.set(subjectOf(found.organizationId, found.personId), found)
  }
}

async function isOpen(deps: Deps, person: Person, door: Door): Promise<boolean> {
  switch (door) {
    case 'unknown':
      return true
    case 'own':
      return mayEnter(deps, person)
    case 'provider':
      return (await recentOrganization(deps, person.organizationId)).signIn === 'provider'
  }
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
