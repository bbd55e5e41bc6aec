/** Companies without a directory: at each sign-in the provider says who somebody is and, by its groups, what they may. */
import type { Told } from './news.ts'
import { settleNews, type Context } from './settle.ts'
import { standingOf, UNKNOWN } from './standing.ts'
import * as store from './store.ts'

export type SignedIn = {
  /** Whom this identity is joined to already. */
  readonly personId: string | undefined
  readonly idpId: string
  readonly email?: string | undefined
  readonly firstName?: string | undefined
  readonly lastName?: string | undefined
  readonly department?: string | undefined
  readonly country?: string | undefined
  readonly locale?: string | undefined
  readonly employeeNumber?: string | undefined
  /** Undefined where the provider did not send them: what they may stays as it is. */
  readonly groups: readonly string[] | undefined
}

export type TakenIn =
  | { readonly kind: 'person'; readonly personId: string }
  /** Somebody new, of whom nothing is kept. */
  | { readonly kind: 'noAccess' | 'noEmail' }

/** Whoever lost the group loses the access here, with all sessions; whoever came by a directory stays as that says. */
export async function takeInSignIn(at: Omit<Context, 'actor'>, signedIn: SignedIn): Promise<TakenIn> {
  const { trx, organization } = at
  const { organizationId } = organization
  const { personId, groups } = signedIn
  const linked = personId ? await store.findPerson(trx, organizationId, personId) : undefined
  // The id at the provider is somebody else's by now.
  if (linked?.retired_at) return { kind: 'person', personId: linked.id }
  const idpId = linked?.idp_id ?? signedIn.idpId
  await settleNews({ ...at, actor: 'sign_in' }, [{ kind: 'signIn', idpId, told: toldBy(signedIn), groups }])
  const person = await store.findByIdp(trx, organizationId, idpId)
  if (person) return { kind: 'person', personId: person.id }
  return { kind: standingOf(groups ?? [], UNKNOWN, organization).access ? 'noEmail' : 'noAccess' }
}

/** What the provider leaves out stays. */
function toldBy(signedIn: SignedIn): Told {
  const { email, firstName, lastName, department, country, locale, employeeNumber } = signedIn
  return {
    ...(email ? { email: email.toLowerCase() } : {}),
    ...(firstName ? { first_name: firstName } : {}),
    ...(lastName ? { last_name: lastName } : {}),
    ...(department ? { department } : {}),
    ...(country ? { country } : {}),
    ...(locale ? { locale } : {}),
    ...(employeeNumber ? { employee_number: employeeNumber } : {})
  }
}
