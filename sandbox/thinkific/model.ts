export type Site = {
  readonly subdomain: string
  readonly apiKey: string
  readonly name: string
  /** Plans without interface access answer 401 to everything. */
  readonly plan: 'plus' | 'basic'
  readonly tenantId: number
  readonly oidc: Oidc | undefined
  /** Calls a minute; the published 120 without it. */
  readonly limitPerMinute?: number
  /** Where learners are sent to sign in, when the site takes signed tokens. */
  readonly remoteLogin?: string
}

export type Oidc = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Where this machine reaches the issuer, when its public name leads elsewhere. */
  readonly internalIssuerUrl?: string
}

export type Course = {
  readonly subdomain: string
  readonly id: number
  readonly name: string
  readonly slug: string
  readonly lessons: number
}

export type User = {
  readonly subdomain: string
  readonly id: number
  readonly email: string
  readonly first_name: string
  readonly last_name: string
  /** By provider: `OPENID_CONNECT` or `SSO`. */
  readonly externalIds: Readonly<Record<string, string>>
  readonly created_at: string
  readonly company?: string
  readonly external_source?: string
  readonly roles?: readonly string[]
  /** Values of custom profile fields, by label. */
  readonly fields?: Readonly<Record<string, string>>
  readonly teaches?: boolean
}

export type Enrollment = {
  readonly subdomain: string
  readonly id: number
  readonly user_id: number
  readonly course_id: number
  readonly activated_at: string | null
  readonly expiry_date: string | null
  readonly started_at: string | null
  readonly completed_at: string | null
  readonly updated_at: string
  readonly created_at: string
  /** Lessons done. */
  readonly done: number
}

export type Bundle = {
  readonly subdomain: string
  readonly id: number
  readonly name: string
  readonly courseIds: readonly number[]
}

export type BundleEnrollment = {
  readonly subdomain: string
  readonly bundle_id: number
  readonly user_id: number
  readonly activated_at: string | null
  readonly expiry_date: string | null
  readonly created_at: string
}

export type Group = {
  readonly subdomain: string
  readonly id: number
  readonly name: string
  readonly token: string
  readonly created_at: string
  readonly members: readonly number[]
}

export type ProfileField = {
  readonly subdomain: string
  readonly id: number
  readonly label: string
  readonly field_type: 'text' | 'country' | 'website'
  readonly required: boolean
}

export type Webhook = {
  readonly subdomain: string
  readonly id: string
  readonly topic: string
  readonly target_url: string
  readonly created_at: string
}

export const isExpired = (enrollment: Enrollment, now: Date): boolean =>
  enrollment.expiry_date !== null && new Date(enrollment.expiry_date) <= now

/** An enrollment that was never activated is a free trial. */
export const isOpen = (enrollment: Enrollment, now: Date): boolean =>
  enrollment.activated_at !== null && !isExpired(enrollment, now)
