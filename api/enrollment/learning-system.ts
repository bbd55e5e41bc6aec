/** What enrollment needs of any learning system; Thinkific is its first adapter. */
export type Learner = { readonly userId: string }

export type SiteEnrollment = {
  readonly enrollmentId: string
  readonly courseId: string
  /** 0 to 1. */
  readonly progress: number
  readonly completed: boolean
  readonly expired: boolean
}

export type NewLearner = {
  /** CI's OpenID subject: the person's key on the site before the first sign-in. */
  readonly subject: string
  readonly email: string
  readonly firstName: string
  readonly lastName: string
}

export type Refusal = {
  readonly kind: 'refused'
  /** For the admin: what the site said, and what to do. */
  readonly reason: string
}

/** Methods throw VendorError where trying again may help; a refusal that would come again is returned. */
export type LearningSystem = {
  findLearner(subject: string): Promise<Learner | undefined>
  createLearner(learner: NewLearner): Promise<({ readonly kind: 'created' } & Learner) | Refusal>
  listEnrollments(userId: string): Promise<readonly SiteEnrollment[]>
  enroll(input: {
    readonly userId: string
    readonly courseId: string
    readonly activatedAt: Date
  }): Promise<({ readonly kind: 'enrolled' } & SiteEnrollment) | Refusal>
  /** `expiresAt` in the past ends access; null gives it back without an end. */
  setExpiry(input: {
    readonly enrollmentId: string
    readonly activatedAt: Date
    readonly expiresAt: Date | null
  }): Promise<void>
}
