/** What a person may say at any moment: stop, doubt who listens, ask for words, be cross. The dialogue then goes on where it was. Pure. */
import type { Open } from './catalogue.ts'
import { draftFor } from './draft.ts'
import { goal } from './grow.ts'
import { afterTurn, hear, type CueName } from './hear.ts'
import { offerIdeas } from './ideas.ts'
import { readIfThen } from './listen.ts'
import { beginOneToOne } from './one-to-one.ts'
import { saysOwn } from './own-cues.ts'
import { beginPractice } from './practice.ts'
import { phaseOf, WORDING, type Phase } from './session.ts'
import { again, askAbout, end, go, planSlots, standing, type Reply, type Talk } from './turn.ts'

/** Where the person looks for something, and nothing is settled yet. */
const THINKING: readonly Phase[] = ['reality', 'options', 'friend', 'permission', 'pick', 'smaller', 'gotInWay']

/** To the point, then back to the question that was open. */
const SIDEWAYS: readonly (readonly [CueName, Open])[] = [
  ['repair', 'repair'],
  ['asksPrivacy', 'privacy'],
  ['asksHuman', 'human'],
  ['asksMemory', 'memory'],
  ['asksSkills', 'skills'],
  ['asksWhy', 'asksWhy'],
  ['figure', 'figure'],
  ['weather', 'weather'],
  ['code', 'code'],
  ['joke', 'joke'],
  ['task', 'task'],
  ['trivia', 'trivia'],
  ['refuse', 'refuse']
]

export function aside(talk: Talk): Reply | undefined {
  const phase = phaseOf(talk.session)
  if (talk.heard.stop) return phase === 'play' ? leavePlay(talk) : end(talk, 'stopped')
  if (phase === 'play') return undefined
  if (talk.heard.is('leaves')) return end(talk, 'stopped')
  return (
    ready(talk, phase) ??
    pictured(talk, phase) ??
    cross(talk, phase) ??
    unloaded(talk, phase) ??
    turned(talk, phase) ??
    sideways(talk, phase) ??
    polite(talk, phase) ??
    begun(talk, phase) ??
    helped(talk, phase)
  )
}

const leavePlay = (talk: Talk): Reply => go(talk, 'playOut', { open: 'playLeave', ask: 'playOut' })

/** A whole plan in one sentence. */
function ready(talk: Talk, phase: Phase): Reply | undefined {
  const found = phase === 'when' ? undefined : readIfThen(talk.heard.text)
  if (!found) return undefined
  const change = { cue: found.cue, action: found.action, tries: 0 }
  return go(talk, 'confirm', { open: 'plan', ask: 'confirm', slots: planSlots(talk, change), change })
}

function pictured(talk: Talk, phase: Phase): Reply | undefined {
  const { picture, yes, no } = talk.heard
  if (!picture || ((yes || no) && phase !== 'rest')) return undefined
  return go(talk, phase === 'rest' ? 'goal' : phase, { open: 'picture', ask: again(talk), slots: standing(talk) })
}

function cross(talk: Talk, phase: Phase): Reply | undefined {
  const { heard, session } = talk
  if (!heard.is('hostile') || heard.words > 25) return undefined
  const change = { heat: session.heat + 1 }
  return go(talk, phase === 'rest' ? 'goal' : phase, {
    open: session.heat > 0 ? 'hostileAgain' : 'hostile',
    ask: again(talk),
    slots: standing(talk),
    change
  })
}

/** Whoever only wanted to say it, or lets it go, is asked for no plan. */
function unloaded(talk: Talk, phase: Phase): Reply | undefined {
  const { heard } = talk
  if (WORDING.includes(phase) && saysOwn(heard.plain, 'dropped'))
    return end(talk, talk.session.changes ? 'stays' : 'closed')
  if (heard.is('vents') && heard.words <= 25) return go(talk, 'build', { open: 'vents', ask: 'build' })
  return heard.is('givesUp') && THINKING.includes(phase)
    ? go(talk, 'build', { open: 'later', ask: 'build' })
    : undefined
}

const AFRESH = { goal: '', action: '', cue: '', tries: 0, topic: undefined } as const

/** "That is not my real problem, it is …": what follows is the matter from now on. */
function turned(talk: Talk, phase: Phase): Reply | undefined {
  const { heard } = talk
  if (!OPEN_TO_CHANGE.includes(phase) || !heard.is('turns')) return undefined
  const rest = afterTurn(heard.text)
  const moved = {
    ...talk,
    heard: hear(rest || heard.text),
    session: { ...talk.session, ...AFRESH, facts: [], turns: 1 }
  }
  return rest ? goal(moved) : go(moved, 'goal', { open: 'otherTopic', ask: 'goalMore' })
}

function sideways(talk: Talk, phase: Phase): Reply | undefined {
  const { heard } = talk
  const to = phase === 'rest' ? 'goal' : phase
  if (heard.sum) return go(talk, to, { open: 'sum', ask: again(talk), slots: { ...standing(talk), sum: heard.sum } })
  if (heard.words > 30) return undefined
  if (heard.is('otherTopic'))
    return go(talk, 'goal', {
      open: 'otherTopic',
      ask: 'goal',
      change: { ...AFRESH, facts: [] }
    })
  const found = SIDEWAYS.find(([cue]) => heard.is(cue))?.[1]
  if (found === 'repair')
    return go(talk, to, { open: found, ask: THINKING.includes(to) ? 'repair' : again(talk), slots: standing(talk) })
  if (found === 'figure' && (to === 'goal' || to === 'reality')) {
    const moved = { ...talk, session: { ...talk.session, goal: heard.text.slice(0, 200), topic: 'career' as const } }
    return go(moved, 'reality', { open: found, ask: askAbout(moved, 'reality') })
  }
  if (found) return go(talk, to, { open: found, ask: again(talk), slots: standing(talk) })
  const asked = /\?\s*$/u.test(heard.text) && heard.words <= 16
  const answers: readonly Phase[] = [
    'reality',
    'options',
    'friend',
    'scale',
    'why',
    'smaller',
    'gotInWay',
    'helped',
    'permission',
    'pick'
  ]
  if (!asked || heard.is('advice') || heard.is('words') || !answers.includes(phase)) return undefined
  return heard.wish ? offerIdeas(talk) : go(talk, to, { open: 'judge', ask: again(talk), slots: standing(talk) })
}

function polite(talk: Talk, phase: Phase): Reply | undefined {
  const { heard } = talk
  if (heard.is('thanks') && heard.words <= 6)
    return phase === 'rest' || phase === 'goal' || phase === 'build'
      ? end(talk, 'thanksEnd')
      : phase === 'draft'
        ? undefined
        : THINKING.includes(phase)
          ? go(talk, 'build', { open: 'thanks', ask: 'build' })
          : go(talk, phase, { open: 'thanks', ask: again(talk), slots: standing(talk) })
  if (!heard.is('greeting')) return undefined
  return go(talk, phase === 'rest' ? 'goal' : phase, { open: 'hello', ask: again(talk), slots: standing(talk) })
}

const OPEN_TO_CHANGE: readonly Phase[] = [
  'rest',
  'goal',
  'reality',
  'options',
  'friend',
  'permission',
  'pick',
  'smaller',
  'draft',
  'build'
]

/** "Practice with Tom" is a step; "can we practice" asks the coach. */
const WITH_ME =
  /\b(?:can|could|let's|shall|may|want to|like to|role ?play|with you|contigo|podemos|puedo|quiero|practiquemos|ensayemos|simul\w+|conversation|conversacion)\b/u

function begun(talk: Talk, phase: Phase): Reply | undefined {
  if (!OPEN_TO_CHANGE.includes(phase)) return undefined
  if (talk.heard.is('practice') && (phase === 'rest' || phase === 'goal' || WITH_ME.test(talk.heard.plain)))
    return beginPractice(talk)
  return talk.heard.is('oneToOne') && (phase === 'rest' || phase === 'goal') ? beginOneToOne(talk) : undefined
}

/** Where a question is the other person's to hear, or only a yes is wanted. */
const NO_IDEAS: readonly Phase[] = ['confirm', 'when', 'onePoints', 'oneOpening', 'oneAsk']

function helped(talk: Talk, phase: Phase): Reply | undefined {
  const { heard } = talk
  if (heard.is('words') && heard.words <= 60) return draftFor(talk)
  if (!heard.is('advice') || heard.words > 60) return undefined
  return NO_IDEAS.includes(phase) ? undefined : offerIdeas(talk)
}
