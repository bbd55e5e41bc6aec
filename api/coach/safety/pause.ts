/** After a card about danger the dialogue rests; only the person ends that. Pure. */
import { saysNo, saysStop, saysYes } from '../scripted/listen.ts'

export type PauseState = 'paused' | 'asked'

export type Resumed =
  /** People's words ask whether to go on; the pause is now `asked`. */
  | { readonly kind: 'ask' }
  /** They do not want to yet: it stays, and they are asked when they write again. */
  | { readonly kind: 'rest' }
  /** They said yes and nothing else. */
  | { readonly kind: 'welcome' }
  /** They went on talking: that is a yes, and the coach hears it. */
  | { readonly kind: 'goOn' }

/** A yes that says more is heard for what it says. */
const SHORT = 25

export function resume(state: PauseState, text: string): Resumed {
  if (state === 'paused') return { kind: 'ask' }
  if (saysNo(text) || saysStop(text)) return { kind: 'rest' }
  return saysYes(text) && text.trim().length <= SHORT ? { kind: 'welcome' } : { kind: 'goOn' }
}
