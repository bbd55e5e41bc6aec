/** The first word to somebody, on their company's first day or later. Until they answered it nothing else is proposed. */
import { AGREEMENT_VERSION } from '../channels/channels.ts'
import { startOfDay } from '../platform/working-time.ts'
import { eachOf, type Source } from './source.ts'

/** Once for each text that people are asked about. */
const WELCOME = AGREEMENT_VERSION > 1 ? `welcome:${AGREEMENT_VERSION}` : 'welcome'

export const welcome: Source = {
  owns: 'welcome',
  gone: undefined,
  propose: eachOf(({ agreement, zone, way }, { organization }) =>
    agreement === 'none'
      ? [
          {
            kind: 'welcome',
            // Who was asked by mail and installs the app later is asked once more, in the chat.
            onceKey: way === 'chat' ? WELCOME : `${WELCOME}:mail`,
            contentId: null,
            contentVersion: null,
            from: startOfDay(organization.launchDate, zone.timezone),
            until: undefined,
            priority: 1,
            reason: { rule: 'welcome', data: [] }
          }
        ]
      : []
  )
}
