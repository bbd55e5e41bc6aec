/** What carrying out one person's plan has at hand, and how each act is told. */
import { writeReceipt } from '../audit/audit.ts'
import type { Profile } from '../directory/directory.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import type { LearningSystem, SiteEnrollment } from './learning-system.ts'
import type { Refusal } from './problems.ts'
import type { PersonKey } from './store.ts'

export type Work = PersonKey & {
  readonly deps: Deps
  readonly system: LearningSystem
  readonly site: string
  readonly person: Profile
  readonly version: number
  /** The admin vouches for e-mails on the site. */
  readonly linkByEmail: boolean
  /** What the site shows for this account; asked once, and only when something is in doubt. */
  readonly look: (userId: string) => Promise<readonly SiteEnrollment[]>
}

export type Outcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'account'; readonly userId: string }
  /** What was found differs from what was known: plan anew. */
  | { readonly kind: 'replan' }
  /** Too many left at once: it waits until an admin decides, see `mustWait`. */
  | { readonly kind: 'held' }
  | Refusal

export const keyOf = ({ organizationId, personId }: PersonKey): PersonKey => ({ organizationId, personId })

type Told = { readonly kind: string; readonly title: string; readonly detail: Readonly<Record<string, unknown>> }

/** What was asked, by which version of the rules, and what the site answered. */
export const tell = (trx: Trx, work: Work, { kind, title, detail }: Told): Promise<void> =>
  writeReceipt(trx, work.deps, { ...keyOf(work), kind, title, detail: { ...detail, version: work.version } })
