/** One answer in the making: what was heard, in which language, and how a reply is put together. Pure. */
import type { PlanWords } from '../port.ts'
import type { Locale } from '../words.ts'
import type { Ask, Catalogue, Open, OwnAsk, OwnOpen } from './catalogue.ts'
import type { Heard } from './hear.ts'
import { apart, clipped, phrase } from './mirror.ts'
import { spokenAction } from './plan-words.ts'
import { reflect, type Reflection } from './reflect.ts'
import { fill, say, type Slots, type Variants } from './say.ts'
import { PHASES, phaseOf, rested, type Phase, type Session } from './session.ts'

export type Talk = {
  readonly session: Session
  readonly heard: Heard
  readonly locale: Locale
  readonly words: Catalogue
}

export type Reply = {
  readonly text: string
  readonly session: Session
  /** Set in the turn in which the person settled on a plan and a moment. */
  readonly plan: PlanWords | undefined
}

export type Next = {
  readonly open?: Open | Variants
  readonly ask: Ask | Variants
  readonly slots?: Slots
  readonly change?: Partial<Session>
}

export const SILENT: Variants = { name: '', of: [''] }

export function go({ session, words, heard }: Talk, phase: Phase, { open, ask, slots = {}, change = {} }: Next): Reply {
  const moved = { ...session, ...change, phase, step: PHASES[phase] }
  const said = say({
    session: moved,
    opens: opensOf(words, open),
    asks: asksOf(words, ask),
    slots,
    leads: words.leads,
    heard: heard.words
  })
  return { text: said.text, session: said.session, plan: undefined }
}

const opensOf = (words: Catalogue, open: Next['open']): Variants =>
  open === undefined ? SILENT : typeof open === 'string' ? { name: `o:${open}`, of: words.opens[open] } : open

const asksOf = (words: Catalogue, ask: Ask | Variants): Variants =>
  typeof ask === 'string' ? { name: `a:${ask}`, of: words.asks[ask] } : ask

export const ownOpen = ({ words }: Talk, name: OwnOpen): Variants => ({ name: `w:${name}`, of: words.own.opens[name] })
export const ownAsk = ({ words }: Talk, name: OwnAsk): Variants => ({ name: `v:${name}`, of: words.own.asks[name] })

export function end({ session, words, heard }: Talk, name: keyof Catalogue['ends'], slots: Slots = {}): Reply {
  const [opens, tails] = words.ends[name]
  const said = say({
    session: rested(session),
    opens: { name: `e:${name}`, of: opens },
    asks: { name: `t:${name}`, of: tails },
    slots,
    leads: words.leads,
    heard: heard.words
  })
  return { text: said.text, session: said.session, plan: undefined }
}

/** Questions made for the topic come first, the general ones after them. */
export function askAbout({ session, words }: Talk, kind: 'reality' | 'options'): Variants {
  const { topic } = session
  return topic
    ? { name: `a:${kind}:${topic}`, of: [...words.topics[topic][kind], ...words.asks[kind]] }
    : { name: `a:${kind}`, of: words.asks[kind] }
}

export const heardBack = ({ heard, locale, words }: Talk): Reflection => reflect(heard, locale, words)

/** What was heard, where a bare quotation would only stand in the way. */
export const backOr = (talk: Talk, open: Open): Open | Variants => {
  const { opens } = heardBack(talk)
  return opens.name === 'f:said' ? open : opens
}

/** Words that are a sentence to say, and not about the person. */
export const quoted = ({ words }: Talk, said: string): Variants => ({
  name: 'f:said',
  of: words.frames.said.map(frame => fill(frame, { said: apart(phrase(said, 11)) }))
})

const FACTS = 4
export const remember = ({ session }: Talk, fact: string): readonly string[] =>
  fact ? [...session.facts, phrase(fact, 16)].slice(-FACTS) : session.facts

/** The plan as it is said aloud, short enough for a turn; what is kept is whole. */
export const planSlots = ({ session, locale }: Talk, change: Partial<Session> = {}): Slots => {
  const { cue, action } = { ...session, ...change }
  return { cue: apart(clipped(cue, 8)), action: apart(spokenAction(action, locale)) }
}

/** Whether there is room for `more` turns besides the ones that a plan still needs. */
const MOST_TURNS = 8
export const hasRoom = ({ session }: Talk, needed: number, more: number): boolean =>
  session.turns + needed + more <= MOST_TURNS

/** The question of the present step once more, in other words. */
export function again(talk: Talk): Ask | Variants {
  const phase = phaseOf(talk.session)
  switch (phase) {
    case 'reality':
    case 'options':
      return askAbout(talk, phase)
    case 'rest':
      return 'goal'
    case 'draft':
      return 'fitsYou'
    case 'play':
      return 'playStart'
    case 'aPlan':
      return ownAsk(talk, talk.session.deed === 'close' ? 'outcome' : 'aPlan')
    case 'whichPlan':
      return ownAsk(talk, talk.session.shown.length === 1 ? 'thisPlan' : 'meantPlan')
    case 'oneOffer':
      return ownAsk(talk, phase)
    default:
      return phase
  }
}

/** Back to the question that was open, after something else was answered to the point. */
export const onward = (talk: Talk, open: Variants, slots: Slots = {}): Reply => {
  const phase = phaseOf(talk.session)
  return go(talk, phase === 'rest' ? 'goal' : phase, {
    open,
    ask: askOnward(talk),
    slots: { ...standing(talk), ...slots }
  })
}

export const askOnward = (talk: Talk): Variants =>
  ['rest', 'goal'].includes(phaseOf(talk.session)) ? ownAsk(talk, 'onward') : asksOf(talk.words, again(talk))

/** Slots that a repeated question may need. */
export const standing = ({ session }: Talk): Slots => ({ n: session.points[0] ?? '' })
