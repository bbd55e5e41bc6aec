/** The scripted coach: a dialogue after GROW and motivational interviewing as a state machine. Session and text in, reply and next session out. */
import type { Engine } from '../port.ts'
import type { Locale } from '../words.ts'
import { aside } from './asides.ts'
import type { Catalogue } from './catalogue.ts'
import { drafted } from './draft.ts'
import { offeredLanguages } from './gates.ts'
import { errand, fromMaterial, keepChange } from './errands.ts'
import { gotInWay, goal, helped, reality, scale, why } from './grow.ts'
import { hear } from './hear.ts'
import { options, own, permission, pick } from './ideas.ts'
import { languageOf } from './language.ts'
import { beginOneToOne, oneAsk, oneOpening, onePoints } from './one-to-one.ts'
import { saysOwn } from './own-cues.ts'
import { play, playHow, playNext, playOut, playWho } from './practice.ts'
import { freshSession, phaseOf, sessionSchema, type Phase, type Session } from './session.ts'
import { en } from './texts/en.ts'
import { es } from './texts/es.ts'
import { askAbout, end, go, type Reply, type Talk } from './turn.ts'
import { confirm, cue, reopen, when, whenPlan } from './will.ts'

export { freshSession, sessionSchema, type Session } from './session.ts'
export type { Reply } from './turn.ts'

const CATALOGUES: Readonly<Record<Locale, Catalogue>> = { en, es }

const STEPS: Readonly<Record<Phase, (talk: Talk) => Reply>> = {
  rest: goal,
  goal,
  reality,
  options,
  friend: options,
  smaller: options,
  permission,
  pick,
  own,
  scale,
  why,
  draft: drafted,
  cue,
  confirm,
  reopen,
  whenPlan,
  when,
  helped,
  build: talk =>
    talk.heard.no ||
    talk.heard.is('enough') ||
    JUST_OK.test(talk.heard.plain) ||
    (!talk.heard.yes && talk.heard.words <= 3)
      ? end(talk, 'closed')
      : talk.heard.yes && talk.heard.words <= 3
        ? further(talk)
        : goal(talk),
  gotInWay,
  playWho,
  playHow,
  play,
  playOut,
  playNext,
  onePoints,
  oneOpening,
  oneAsk,
  oneOffer: talk => (talk.heard.yes ? beginOneToOne(talk) : talk.heard.no ? whatElse(talk) : afresh(talk)),
  // Which plan is meant is known where the plans are (errands.ts); here is everything else that is said then.
  whichPlan: talk =>
    !saysOwn(talk.heard.plain, 'none') && !leaves(talk)
      ? afresh(talk)
      : talk.session.deed === 'kept'
        ? go(talk, 'helped', { open: 'kept', ask: 'helped' })
        : end(talk, 'stays'),
  aPlan: talk => (leaves(talk) ? end(talk, 'stays') : afresh(talk))
}

/** What was looked at before takes no turn from the talk that begins now. */
const afresh = (talk: Talk): Reply => goal({ ...talk, session: { ...talk.session, turns: 1, tries: 0 } })
const whatElse = (talk: Talk): Reply => go(talk, 'goal', { open: 'otherTopic', ask: 'goal' })
const leaves = ({ heard }: Talk): boolean =>
  heard.no || heard.is('enough') || heard.is('givesUp') || saysOwn(heard.plain, 'itStays')

/** To "further, or is that enough?" it is no wish for more. */
const JUST_OK = /^(?:ok(?:ay)?|vale)\W*$/u

const further = (talk: Talk): Reply =>
  talk.session.goal
    ? go(talk, 'options', { open: 'empty', ask: askAbout(talk, 'options'), change: { tries: 0 } })
    : go(talk, 'goal', { open: 'empty', ask: 'goal' })

/** @param offered languages whose gates passed; whoever writes in another one is answered in theirs of `locale`. */
export function respond(
  session: Session,
  text: string,
  locale: Locale,
  offered: readonly Locale[] = offeredLanguages()
): Reply {
  const talk = talkOf(session, text, { locale, offered })
  return aside(talk) ?? STEPS[phaseOf(session)](talk)
}

type Spoken = { readonly locale: Locale; readonly offered: readonly Locale[] }

function talkOf(session: Session, text: string, { locale, offered }: Spoken): Talk {
  const resting = session.step === 'rest'
  const wanted = [languageOf(text), resting ? undefined : session.locale, locale, ...offered]
  const spoken = wanted.find(each => each !== undefined && offered.includes(each)) ?? locale
  return {
    session: { ...session, locale: spoken, turns: session.turns + 1 },
    heard: hear(text),
    locale: spoken,
    words: CATALOGUES[spoken]
  }
}

export const scriptedEngine: Engine = {
  id: 'scripted@4',
  async *answer({ messages, state, locale, tools, context }) {
    const known = sessionSchema.safeParse(state)
    const before = known.success ? known.data : freshSession
    const said = messages.at(-1)?.text ?? ''
    const talk = talkOf(before, said, { locale, offered: offeredLanguages() })
    const own = await errand(talk, { tools, context })
    const quoted = own ? undefined : await fromMaterial(talk, { tools })
    const reply = own ?? quoted?.reply ?? respond(before, said, locale)
    const { text, session, plan } = await keepChange(talk, reply, { tools })
    yield { kind: 'text', text }
    for (const material of quoted?.cited ?? []) yield { kind: 'citation', ...material }
    if (plan) yield { kind: 'plan', plan }
    yield { kind: 'end', state: session, awaits: session.step }
  }
}
