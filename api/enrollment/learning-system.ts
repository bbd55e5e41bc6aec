/** What enrollment needs of any learning system; Thinkific is its first adapter. `test-contract.ts` is what each is held to. */
import type { Target } from '../contract/enrollment-rules.ts'
import type { Refusal } from './problems.ts'

export type Learner = { readonly userId: string }

/** An account as the site lists it. */
export type SiteLearner = Learner & {
  /** As somebody wrote it; empty where the site has none. */
  readonly email: string
  readonly firstName: string
  readonly lastName: string
  /** More than a learner's: what they may do on the site. */
  readonly roles: readonly string[]
  readonly createdAt: Date | null
  readonly company: string | null
  /** What made the account, as the site says. */
  readonly source: string | null
  /** Values of the site's own profile fields, by label. */
  readonly fields: Readonly<Record<string, string>>
}

export type SiteEnrollment = {
  readonly enrollmentId: string
  readonly userId: string
  readonly courseId: string
  readonly courseName: string
  /** 0 to 1. */
  readonly progress: number
  readonly completed: boolean
  /** Open now: activated, and not past its expiry. */
  readonly open: boolean
  readonly activatedAt: Date | null
  readonly expiresAt: Date | null
}

export type NewLearner = {
  /** CI's OpenID subject: the person's key on the site before the first sign-in. */
  readonly subject: string
  readonly email: string
  readonly firstName: string
  readonly lastName: string
}

/** From when to when; null never ends. A moment in the past ends access now; progress is kept. */
export type Access = { readonly activatedAt: Date; readonly expiresAt: Date | null }

/** `there`: the site has it already, or still works on it; look before asking again. */
export type Created = ({ readonly kind: 'created' } & Learner) | { readonly kind: 'there' } | Refusal
export type Given =
  | { readonly kind: 'given'; readonly enrollment: SiteEnrollment | undefined; readonly answer: string }
  | { readonly kind: 'there' }
  | { readonly kind: 'learner_gone' }
  | Refusal
export type Changed = { readonly kind: 'changed'; readonly answer: string } | { readonly kind: 'gone' } | Refusal
export type EnrollmentPage = { readonly items: readonly SiteEnrollment[]; readonly next: number | undefined }
export type LearnerPage = {
  readonly items: readonly SiteLearner[]
  readonly next: number | undefined
  /** How many pages there are. */
  readonly pages: number
  /** How many accounts the site says it has. */
  readonly total: number
}
/** What people have together: a bundle, or a group of the site. */
export type Shared = Target & { readonly kind: 'bundle' | 'group' }
/** A membership in a group is activated and never expires. */
export type SiteMember = { readonly userId: string; readonly isActivated: boolean; readonly expiresAt: Date | null }
export type MemberPage = { readonly items: readonly SiteMember[]; readonly next: number | undefined }
export type Catalog = { readonly targets: readonly Target[] }

/** What the site signs in to an account: through OpenID, and through the single sign-on before it. */
export type LearnerKeys = { readonly subject: string | undefined; readonly formerId: string | undefined }

type Item = Target & { readonly kind: 'course' | 'bundle' }

/** Methods throw SiteError where trying again may help; a refusal that would come again is returned. */
export type LearningSystem = {
  findLearner(subject: string): Promise<Learner | undefined>
  /** `linkedTo`: the subject whose account it already is. */
  findLearnerByEmail(email: string): Promise<(Learner & { readonly linkedTo: string | undefined }) | undefined>
  learnerById(userId: string): Promise<SiteLearner | undefined>
  createLearner(learner: NewLearner): Promise<Created>
  /** Everybody on the site, a page at a time, in one order of their ids: newest last or newest first. */
  pageOfLearners(input: { readonly page: number; readonly limit?: number }): Promise<LearnerPage>
  /** One call each: the site's list does not tell them. */
  keysOfLearner(userId: string, wanted: 'subject' | 'former' | 'both'): Promise<LearnerKeys>
  /** Labels of the site's own profile fields. */
  profileFields(): Promise<readonly string[]>
  /** Accounts and addresses of whoever teaches there. */
  instructors(): Promise<readonly { readonly userId: string | undefined; readonly email: string | undefined }[]>
  listEnrollments(userId: string): Promise<readonly SiteEnrollment[]>
  /** All learners', a page at a time; `since` leaves out what did not change after it. */
  pageOfEnrollments(input: { readonly page: number; readonly since: Date | undefined }): Promise<EnrollmentPage>
  /** Who has the bundle or is in the group, a page at a time; undefined when the site has it no more. */
  pageOfMembers(input: { readonly target: Shared; readonly page: number }): Promise<MemberPage | undefined>
  /** Ids of the courses in a bundle; undefined when the site has it no more. */
  coursesIn(bundleId: string): Promise<readonly string[] | undefined>
  enroll(input: { readonly userId: string; readonly target: Item } & Access): Promise<Given>
  /** A bundle is known by its learner, a course by its enrollment. */
  setAccess(
    input: { readonly userId: string; readonly target: Item; readonly enrollmentId: string } & Access
  ): Promise<Changed>
  joinGroups(input: { readonly userId: string; readonly names: readonly string[] }): Promise<Given>
  /** What rules can give. */
  catalog(): Promise<Catalog>
}
