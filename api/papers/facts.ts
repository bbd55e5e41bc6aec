/** What the papers of a company are written from. */
import type { ReachSettings } from '../contract/reach.ts'
import type { RetentionPolicy } from '../contract/retention.ts'
import type { Part } from '../platform/personal-data.ts'

export type Facts = {
  readonly company: {
    readonly name: string
    readonly demo: boolean
    readonly locale: 'en' | 'es'
    readonly tenantIds: readonly string[]
    readonly signIn: 'provider' | 'own'
    /** Host of the learning site; undefined without one. */
    readonly learningSite: string | undefined
  }
  readonly product: {
    /** Of package.json. */
    readonly version: string
    readonly publicUrl: string
    /** Host, with the port if it is not 443. */
    readonly domain: string
    readonly clientId: string
    readonly botId: string
    /** Hosts that our servers call. */
    readonly calls: {
      readonly workos: string
      readonly entra: string
      readonly graph: string
      readonly bot: string
      readonly thinkific: string
      readonly mail: string | undefined
      readonly classifier: string | undefined
    }
    readonly frameAncestors: readonly string[]
    readonly graphAvailable: boolean
  }
  readonly reach: ReachSettings
  readonly ownEntry: boolean
  readonly retention: RetentionPolicy
  /** The service of the company's own language model as people are told it, where one answers. */
  readonly model: string | undefined
  readonly parts: readonly Part[]
}
