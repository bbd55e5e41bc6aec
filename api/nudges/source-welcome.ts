/** The first word to somebody, on their company's first day or later. Until they answered it nothing else is proposed. */
import { AGREEMENT_VERSION, namedServiceWithin } from '../channels/channels.ts'
import { startOfDay } from '../platform/working-time.ts'
import type { Candidate } from './candidate.ts'
import type { Listener } from './listeners.ts'
import type { Source } from './source.ts'

/** Once for each text that people are asked about, and for each service of a language model that it names. */
const keyOf = (named: string | null): string =>
  ['welcome', ...(AGREEMENT_VERSION > 1 ? [AGREEMENT_VERSION] : []), ...(named === null ? [] : [named])].join(':')

export const welcome: Source = {
  owns: 'welcome',
  gone: undefined,
  propose: async ({ trx, organization, listeners }) => {
    const open = listeners.filter(({ agreement }) => agreement === 'none')
    if (open.length === 0) return new Map()
    const key = keyOf(await namedServiceWithin(trx, organization.organizationId))
    const invitationOf = ({ zone, way }: Listener): Candidate => ({
      kind: 'welcome',
      // Who was asked by mail and installs the app later is asked once more, in the chat.
      onceKey: way === 'chat' ? key : `${key}:mail`,
      contentId: null,
      contentVersion: null,
      from: startOfDay(organization.launchDate, zone.timezone),
      until: undefined,
      priority: 1,
      reason: { rule: 'welcome', data: [] }
    })
    return new Map(open.map(listener => [listener.personId, [invitationOf(listener)]]))
  }
}
