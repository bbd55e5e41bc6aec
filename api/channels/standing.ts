/** What stands between a person and their chat. Pure. */
import type { ReferenceState } from './store.ts'

/** `no` is theirs: they blocked the bot or removed it. */
export type ChatStanding = 'open' | 'no' | 'none'

export function standingOf(state: ReferenceState): ChatStanding {
  switch (state) {
    case 'active':
      return 'open'
    case 'blocked':
    case 'uninstalled':
      return 'no'
    case 'left':
    case 'lost':
      return 'none'
  }
}
