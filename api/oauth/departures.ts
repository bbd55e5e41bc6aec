/** A leaver's receipt as people and auditors read it, signed by the key that signs our tokens. */
import { importJWK, SignJWT } from 'jose'
import { clientOfSubject, type Departure } from '../audit/audit.ts'
import type { DepartureView } from '../contract/departures.ts'
import type { CompanyReceipt } from '../contract/leaving.ts'
import { subjectOf } from '../contract/subject.ts'
import type { Deps } from '../platform/deps.ts'
import { after } from '../platform/time.ts'
import { API_TOKEN_ALG, loadSigningKeys } from './keys.ts'
import { issuerOf } from './provider.ts'
import { STALE_MS } from './revocation-watch.ts'

/** @param nameOf the name of an app by its client id. */
export async function toView(
  departure: Departure,
  nameOf: (clientId: string) => Promise<string>
): Promise<DepartureView> {
  const iso = (at: Date | undefined): string | null => at?.toISOString() ?? null
  return {
    departureId: departure.departureId,
    personId: departure.personId,
    reason: departure.reason,
    changedAt: iso(departure.changedAt),
    eventAt: iso(departure.eventAt),
    receivedAt: departure.receivedAt.toISOString(),
    revokedAt: departure.revokedAt.toISOString(),
    refusedEverywhereBy: after(departure.revokedAt, STALE_MS).toISOString(),
    returnedAt: iso(departure.returnedAt),
    hops: await Promise.all(
      departure.hops.map(async ({ hop, subject, state, at }) => ({
        hop,
        app: hop === 'app' ? await nameOf(clientOfSubject(subject)) : null,
        state,
        at: state === 'waiting' || state === 'held' ? null : at.toISOString()
      }))
    )
  }
}

export const RECEIPT_TYPE = 'departure+jwt'

/** No token: it has no audience and no end, and its type is its own. */
export const signReceipt = (deps: Deps, organizationId: string, departure: DepartureView): Promise<string> =>
  sign(deps, {
    type: RECEIPT_TYPE,
    subject: subjectOf(organizationId, departure.personId),
    id: departure.departureId,
    body: { departure }
  })

export const COMPANY_RECEIPT_TYPE = 'company-erasure+jwt'

/** That a company left and nothing of it stayed. */
export const signCompanyReceipt = (deps: Deps, receipt: CompanyReceipt): Promise<string> =>
  sign(deps, {
    type: COMPANY_RECEIPT_TYPE,
    subject: receipt.organizationId,
    id: receipt.erasureId,
    body: { receipt }
  })

type Signing = {
  readonly type: string
  readonly subject: string
  readonly id: string
  readonly body: Readonly<Record<string, unknown>>
}

async function sign(deps: Deps, { type, subject, id, body }: Signing): Promise<string> {
  const keys = await loadSigningKeys(deps)
  const key = keys.find(({ alg }) => alg === API_TOKEN_ALG)
  if (!key) throw new Error('there is no key to sign a receipt with')
  return new SignJWT(body)
    .setProtectedHeader({ alg: API_TOKEN_ALG, kid: key.kid, typ: type })
    .setIssuer(issuerOf(deps.config.PUBLIC_URL))
    .setSubject(subject)
    .setJti(id)
    .setIssuedAt(deps.realNow())
    .sign(await importJWK(key, API_TOKEN_ALG))
}
