/** Who someone is: sign-in through the company's provider, and Microsoft accounts joined to people. What other slices may use. */
import type { Opened } from '../contract/identity.ts'
import type { Person } from '../directory/directory.ts'
import type { Trx } from '../platform/database.ts'
import type { LastRevocations } from './entra-people.ts'

export {
  claimBrowser,
  confirmLink,
  isBrowserOf,
  linkUrl,
  proveLink,
  readLink,
  startLink,
  type LinkKey
} from './linking.ts'
export { checkCode, codeState, createAskCode, type AskCode } from './mail-code.ts'
export { choicesOf, enter, enteredPerson, finishOwnSignIn, mayEnter, openOwnSignIn } from './own-sign-in.ts'
export { addPasskey, offerPasskey, signInByPasskey } from './passkeys.ts'
export { canUsePasskeys, signInOptions } from './webauthn.ts'
export { findActivePerson, linkEntra, resolveEntraPerson, type EntraResolution } from './people.ts'
export { auditDoors } from './audit-doors.ts'
export { ownEntryAllowed } from './matching.ts'
export { microsoftAccountsOf } from './known-accounts.ts'
export { accountStanding } from './store-accounts.ts'
export { consentedPage } from './consented.ts'
export { ownConsentPages } from './own-consent.ts'
export { completeSignIn, startSignIn } from './sign-in.ts'
export { connectionsOf } from './connections.ts'
export { claimWorkOf } from './mappings.ts'
export { countLinks } from './people.ts'
export { endSetUpAfter } from './set-up-end.ts'
export { readState } from './state.ts'
export { createTeamsDoor, type TeamsDoor } from './teams-door.ts'
export {
  createComeBack,
  declineProof,
  finishProof,
  goToMicrosoft,
  keyOfState,
  readProof,
  type ComeBack,
  type Company as ProvingCompany,
  type Outcome as ProofResult,
  type ProofKey
} from './tenant-proof.ts'
export { createTries, type Tries } from './tries.ts'
export { languageOf, signInRefusals, type Language } from './words.ts'

/** Ends what a person holds of us, in the transaction that takes their account away. */
export type RevokePerson = (
  trx: Trx,
  revocation: { readonly organizationId: string; readonly personId: string; readonly reason: string; readonly at: Date }
) => Promise<void>

/** What the page that opens shows first, read for a person who was just let in. */
export type FirstView = (person: Person, opens: 'coach' | 'other') => Promise<Opened>

/** What this slice's routes need of the OpenID provider. */
export type TokenMint = {
  readonly issuer: string
  readonly lastRevocations: LastRevocations
  readonly revoke: RevokePerson
  /** An access token for the tab, no newer than the moment before the person was looked for. @param find an active person, or throws. */
  readonly mintForTab: (
    find: () => Promise<Person>
  ) => Promise<{ readonly accessToken: string; readonly expiresIn: number }>
  readonly clientsOf: (
    organizationId: string
  ) => Promise<
    readonly { readonly clientId: string; readonly clientSecret: string; readonly redirectUris: readonly string[] }[]
  >
}
