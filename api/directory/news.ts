/** What may be heard of people, from a directory, a list, a provider, an operator or an admin. */
import type { Organization } from '../organizations/organizations.ts'
import type { Role } from '../platform/http.ts'
import type { DirectoryUser } from '../vendors/workos.ts'
import { learnerIds } from './learner-ids.ts'
import type { Group } from './ledger.ts'
import { toDraft } from './person.ts'
import type { PersonRow } from './row.ts'

/** When the directory changed what the news tells of, and when the vendor made an event of it. */
export type Moments = { readonly changedAt: Date | undefined; readonly at: Date | undefined }

export type News = { readonly moments?: Moments | undefined } & (
  | {
      readonly kind: 'user'
      readonly user: DirectoryUser
      /** As a list has them. */ readonly groups?: readonly Group[]
    }
  /** Deleted, or listed no more: then nobody told when. */
  | { readonly kind: 'userGone'; readonly entry: string; readonly toldAt?: Date }
  | { readonly kind: 'directoryGone'; readonly entry: string }
  | { readonly kind: 'membership'; readonly entry: string; readonly group: Group; readonly isMember: boolean }
  /** Their groups or the company's rules are no longer what they were. */
  | { readonly kind: 'rules'; readonly entry: string }
  /** A group that they are in has another name. */
  | { readonly kind: 'renamed'; readonly entry: string }
  /** Came by sign-in, and the directory that is there now does not name them. */
  | { readonly kind: 'unlisted'; readonly personId: string }
  /** An admin says that two are one: the former goes on as whom the directory has now. */
  | { readonly kind: 'same'; readonly personId: string; readonly formerId: string }
  /** Of people whom no directory has: what an operator or they themselves said; undefined when they were removed. */
  | { readonly kind: 'member'; readonly idpId: string; readonly member: Member | undefined }
  /** The learning site has their account no more. */
  | { readonly kind: 'learnerGone'; readonly personId: string }
  | SignInNews
)

export type Member = {
  /** Proven, or vouched for by an operator. */
  readonly email: string
  readonly firstName?: string | undefined
  readonly lastName?: string | undefined
  readonly roles: readonly Exclude<Role, 'manager'>[]
  /** Names of the organization's cohorts; others are passed over. */
  readonly cohorts: readonly string[]
}

/** Whom in the directory it is about; undefined where none has them. */
export const entryOf = (news: News): string | undefined =>
  news.kind === 'user' ? news.user.id : 'entry' in news ? news.entry : undefined

/** Who in the company it is about, where it says so. */
export const personIdsOf = (news: News): readonly string[] =>
  news.kind === 'same'
    ? [news.personId, news.formerId]
    : news.kind === 'unlisted' || news.kind === 'learnerGone'
      ? [news.personId]
      : []

/** Ids at the provider that it may be about. */
export const idpIdsOf = (
  news: News,
  organization: Pick<Organization, 'subjectAttribute' | 'learningSite'>
): readonly string[] => [
  ...(news.kind === 'user'
    ? [news.user.idpId, ...(subjectIn(news.user, organization.subjectAttribute) ?? [])]
    : 'idpId' in news
      ? [news.idpId]
      : []),
  ...learnerIdsIn(news, organization)
]

/** Under which the learning site's own learner is kept whom this news may be about. */
export function learnerIdsIn(news: News, organization: Pick<Organization, 'learningSite'>): readonly string[] {
  switch (news.kind) {
    case 'user': {
      const { employeeNumber, email, idpId, raw } = toDraft(news.user)
      return learnerIds(organization, { idpId, email, employeeNumber, raw })
    }
    case 'signIn':
      return learnerIds(organization, {
        idpId: news.idpId,
        email: news.told.email ?? undefined,
        employeeNumber: news.told.employee_number ?? undefined,
        raw: {}
      })
    case 'member':
      return news.member
        ? learnerIds(organization, { idpId: news.idpId, email: news.member.email, employeeNumber: undefined, raw: {} })
        : []
    default:
      return []
  }
}

export function subjectIn(user: DirectoryUser, attribute: string | undefined): readonly [string] | undefined {
  const value = attribute && user.rawAttributes[attribute]
  return typeof value === 'string' && value !== '' ? [value] : undefined
}

export type Told = Partial<
  Pick<PersonRow, 'email' | 'first_name' | 'last_name' | 'department' | 'country' | 'locale' | 'employee_number'>
>
/** What a provider says at a sign-in. It counts where no directory tells. */
export type SignInNews = {
  readonly kind: 'signIn'
  readonly idpId: string
  readonly told: Told
  /** Undefined where they were not sent: what somebody may stays as it is. */
  readonly groups: readonly string[] | undefined
}
