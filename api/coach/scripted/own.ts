/** Which of the person's own plans, courses or facts a turn is about. Pure; undefined where the dialogue goes on by itself. */
import type { Heard } from './hear.ts'
import { saysOwn, type OwnCue } from './own-cues.ts'
import { phaseOf, WORDING, type Deed, type Phase } from './session.ts'
import type { Talk } from './turn.ts'

export type Want =
  | { readonly kind: 'plans' | 'courses' | 'known' | 'opening' | 'pick' | 'undo' }
  /** `sure`: a plan was named, or nothing else can be meant. */
  | { readonly kind: 'deed'; readonly deed: Deed; readonly sure: boolean }

/** Where a question or a sentence is another person's to hear. */
const ELSEWHERE: readonly Phase[] = ['play', 'playWho', 'playHow', 'onePoints', 'oneOpening', 'oneAsk']
/** Where "I did it" can only be about something planned. */
const FREE: readonly Phase[] = ['rest', 'goal', 'aPlan', 'whichPlan']
const MOST_WORDS = 30
const PICK = 10

export function wantOf(talk: Talk): Want | undefined {
  const { heard, session } = talk
  const phase = phaseOf(session)
  if (heard.stop || heard.is('leaves') || heard.words > MOST_WORDS || ELSEWHERE.includes(phase)) return undefined
  const shown = (['plans', 'courses', 'known'] as const).find(cue => saysOwn(heard.plain, cue))
  if (shown) return { kind: shown }
  if (phase === 'draft' || WORDING.includes(phase)) return undefined
  if (session.closed && FREE_AFTER.includes(phase) && saysOwn(heard.plain, 'undo')) return { kind: 'undo' }
  const deed = deedOf(talk, phase)
  if (deed) return deed
  if (phase === 'whichPlan' && heard.words <= PICK && !heard.no && !heard.is('enough')) return { kind: 'pick' }
  return phase === 'rest' && heard.is('greeting') ? { kind: 'opening' } : undefined
}

const FREE_AFTER: readonly Phase[] = [...FREE, 'helped', 'gotInWay', 'build']

const DEEDS: readonly (readonly [OwnCue, Deed])[] = [
  ['missed', 'missed'],
  ['kept', 'kept'],
  ['dropped', 'dropped'],
  ['close', 'close'],
  ['change', 'change'],
  ['remind', 'remind']
]
const ITS: readonly (readonly [OwnCue, Deed])[] = [
  ['itMissed', 'missed'],
  ['itKept', 'kept'],
  ['itDropped', 'dropped'],
  ['itClose', 'close'],
  ['itChange', 'change']
]

function deedOf({ heard }: Talk, phase: Phase): Want | undefined {
  const found = (cues: typeof DEEDS) => cues.find(([cue]) => saysOwn(heard.plain, cue))?.[1]
  const surely = (deed: Deed | undefined, sure = true): Want | undefined => deed && { kind: 'deed', deed, sure }
  const named = found(DEEDS)
  if (named || !FREE.includes(phase)) return surely(named)
  if (phase === 'aPlan') return surely(found(ITS) ?? (heard.yes && heard.words <= 2 ? 'close' : spoken(heard)))
  if (spoken(heard)) return surely(spoken(heard))
  return phase === 'whichPlan' ? undefined : surely(found(LOOSE), false)
}

const LOOSE = ITS.filter(([, deed]) => deed === 'dropped' || deed === 'close')
const spoken = (heard: Heard): Deed | undefined =>
  heard.is('missed') ? 'missed' : heard.is('kept') ? 'kept' : undefined
