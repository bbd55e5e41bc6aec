/** What a person said to being coached; they may change their mind at any time. */
import { record, writeReceipt } from '../audit/audit.ts'
import type { Surface } from '../contract/coach.ts'
import { getPerson } from '../directory/directory.ts'
import { getOrganization } from '../organizations/organizations.ts'
import type { Statement, Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import { AGREEMENT_VERSION, agreementText, linesOf, type Read } from './agreement-texts.ts'
import type { Agreement } from './intents.ts'
import * as store from './store.ts'
import { receiptTitle } from './words.ts'

type Key = { readonly organizationId: string; readonly personId: string }

/** `agreedBefore`: the earlier text that somebody said yes to, who has not been heard about the current one. */
export type Standing = { readonly agreement: Agreement; readonly agreedBefore: Read | undefined }

/** A yes holds for the text that was read; a no holds until the person takes it back. Pure. */
export function standingOf(last: store.Decision | undefined): Standing {
  if (!last) return { agreement: 'none', agreedBefore: undefined }
  const { decision, version, model_service: modelService, named_service: named } = last
  const isCurrent = version === AGREEMENT_VERSION && (named === null || named === modelService)
  if (decision === 'declined' || isCurrent) return { agreement: decision, agreedBefore: undefined }
  return { agreement: 'none', agreedBefore: { version, modelService } }
}

export const agreementStanding = (deps: Pick<Deps, 'db'>, { organizationId, personId }: Key): Promise<Standing> =>
  deps.db.read(organizationId)(async db => standingOf(await store.findDecision(db, { organizationId, personId })))

/** As it stands in the caller's transaction. */
export const agreementWithin = async (db: Statement, { organizationId, personId }: Key): Promise<Agreement> =>
  standingOf(await store.findDecision(db, { organizationId, personId })).agreement

export const agreementOf = async (
  deps: Pick<Deps, 'db'>,
  organizationId: string,
  personId: string
): Promise<Agreement> => (await agreementStanding(deps, { organizationId, personId })).agreement

/** What is kept is kept by agreement, and read with it. @throws ProblemError `forbidden`, for `needs_agreement`. */
export async function requireAgreement(db: Statement, key: Key): Promise<void> {
  if ((await agreementWithin(db, key)) !== 'given')
    throw new ProblemError('forbidden', 'Say yes to the coach first', { reason: 'needs_agreement' })
}

/** Of each of these people. */
export async function standingsWithin(
  db: Statement,
  organizationId: string,
  personIds: readonly string[]
): Promise<(personId: string) => Standing> {
  const decisions = await store.findDecisions(db, { organizationId, personIds })
  return personId => standingOf(decisions.get(personId))
}

type Text = Read & { readonly lines: string[] }
type Told = {
  readonly agreement: Agreement
  readonly current: Text
  readonly decided: (Text & Pick<store.Decision, 'decision' | 'surface'> & { readonly at: string }) | null
}

/** What the person said last, with the words they said it to. */
export async function agreementTold(deps: Deps, key: Key): Promise<Told> {
  const [person, organization] = [
    await getPerson(deps, key.organizationId, key.personId),
    await getOrganization(deps, key.organizationId)
  ]
  const language = (person?.locale ?? organization.locale).startsWith('es') ? 'es' : 'en'
  const textOf = (version: number, modelService: string | null): Text => {
    const lines = linesOf(agreementText(version, language), organization, modelService)
    return { version, modelService, lines }
  }
  const [last, named] = await deps.db.for(key.organizationId)(async trx => [
    await store.findDecision(trx, key),
    await store.findNamedService(trx, key.organizationId)
  ])
  const { agreement } = standingOf(last)
  const current = textOf(AGREEMENT_VERSION, named)
  if (!last) return { agreement, current, decided: null }
  const { version, decision, surface, decided_at: at, model_service: modelService } = last
  return { agreement, current, decided: { ...textOf(version, modelService), decision, surface, at: at.toISOString() } }
}

export const namedServiceWithin = (db: Statement, organizationId: string): Promise<string | null> =>
  store.findNamedService(db, organizationId)

/**
 * The text names this service from now on, or none. Whoever said yes to a text without it is asked once more; a yes to a text that
 * names one holds where none is used. In the transaction of what makes it so.
 */
export async function nameModelService(
  trx: Trx,
  deps: Pick<Deps, 'publish'>,
  { organizationId, service }: { readonly organizationId: string; readonly service: string | null }
): Promise<void> {
  if (await store.saveNamedService(trx, organizationId, service))
    await deps.publish(trx, { type: 'agreement.changed', organizationId })
}

type Deciding = Key & {
  readonly decision: 'given' | 'declined'
  readonly surface: Surface
  /** Which service the text named that the person read. */
  readonly modelService?: string | null | undefined
}

/** Deciding the same again changes nothing; a person may change their mind at any time. @throws ProblemError `text_changed` for a yes to another text. */
export async function decideAgreement(deps: Deps, { modelService = null, ...input }: Deciding): Promise<void> {
  const { organizationId, personId, decision } = input
  const key = { organizationId, personId }
  const [person, organization] = [
    await getPerson(deps, organizationId, personId),
    await getOrganization(deps, organizationId)
  ]
  await deps.db.for(organizationId)(async trx => {
    if (standingOf(await store.findDecision(trx, key)).agreement === decision) return
    if (decision === 'given' && (await store.findNamedService(trx, organizationId)) !== modelService)
      throw new ProblemError('conflict', 'The text has changed since it was read. Read it again, then decide', {
        reason: 'text_changed'
      })
    await store.saveDecision(trx, {
      organization_id: organizationId,
      person_id: personId,
      version: AGREEMENT_VERSION,
      model_service: decision === 'given' ? modelService : null,
      decision,
      surface: input.surface,
      decided_at: deps.now()
    })
    const title = receiptTitle(person?.locale ?? organization.locale, decision)
    const named = modelService === null ? {} : { modelService }
    const detail = { version: AGREEMENT_VERSION, surface: input.surface, ...named }
    await writeReceipt(trx, deps, { ...key, kind: `agreement.${decision}`, title, detail })
    await record(trx, deps, { ...key, action: `agreement.${decision}`, actor: personId, detail })
    await deps.publish(trx, { type: `agreement.${decision}`, ...key })
  })
}

export const peopleWhoAgreed = (deps: Deps, organizationId: string): Promise<ReadonlySet<string>> =>
  deps.db.for(organizationId)(trx => store.peopleWithDecision(trx, organizationId, AGREEMENT_VERSION))

/** Who decided so since then. */
export const peopleWhoDecidedSince = (
  deps: Deps,
  organizationId: string,
  asked: { readonly decision: 'given' | 'declined'; readonly since: Date }
): Promise<ReadonlySet<string>> =>
  deps.db.for(organizationId)(trx => store.peopleDecidingSince(trx, { organizationId, ...asked }))

/** Those of these people whom the coach may write to: they have a chat with it and agreed. */
export const coachedAmong = (
  trx: Trx,
  organizationId: string,
  personIds: readonly string[]
): Promise<ReadonlySet<string>> => store.coachedAmong(trx, { organizationId, personIds, version: AGREEMENT_VERSION })
