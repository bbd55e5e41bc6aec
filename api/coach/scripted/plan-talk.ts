/** What is said of plans that the person made earlier, and which of them a turn means. Their words are quoted and compared, never read as a wish. Pure. */
import type { PlanView } from '../../contract/coach.ts'
import type { When } from '../port.ts'
import { fold } from './fold.ts'
import { readIfThen, readWhen } from './listen.ts'
import { inMarks, listed, listedOnward, type Item } from './listed.ts'
import { apart, clipped } from './mirror.ts'
import { spokenAction } from './plan-words.ts'
import { phaseOf, type Deed, type Phase } from './session.ts'
import { end, go, onward, ownAsk, ownOpen, planSlots, type Reply, type Talk } from './turn.ts'
import { isOpen, meant, newWordsIn, pickedIn } from './which-plan.ts'
import { corrected, proposed } from './will.ts'

export type Outcome = 'kept' | 'missed' | 'dropped'

export type Act =
  | { readonly kind: 'say'; readonly reply: Reply }
  | { readonly kind: 'close'; readonly plan: PlanView; readonly outcome: Outcome }
  | { readonly kind: 'schedule'; readonly plan: PlanView; readonly when: When }

const say = (reply: Reply): Act => ({ kind: 'say', reply })

/** Where nothing else is being worked on. */
const AT_EASE: readonly Phase[] = ['rest', 'goal', 'build', 'helped', 'aPlan', 'whichPlan']
const atEase = ({ session }: Talk): boolean => AT_EASE.includes(phaseOf(session))

/** "What are my plans?" In the middle of something it is answered, and the question that was open asked again. */
export function showPlans(talk: Talk, plans: readonly PlanView[]): Reply {
  const open = plans.filter(isOpen)
  const [only] = open
  if (!only) return noPlan(talk)
  if (open.length > 1)
    return atEase(talk) ? choose(talk, 'look', open) : listedOnward(talk, ownOpen(talk, 'plans'), itemsOf(open))
  return atEase(talk) ? lookAt(talk, only) : onward(talk, ownOpen(talk, 'onePlan'), shortPlan(talk, only))
}

const noPlan = (talk: Talk): Reply => onward(backAtGoal(talk), ownOpen(talk, 'noPlan'))
/** There is no plan to ask about any more. */
const backAtGoal = (talk: Talk): Talk =>
  ['aPlan', 'whichPlan'].includes(phaseOf(talk.session))
    ? { ...talk, session: { ...talk.session, phase: 'goal', step: 'goal' } }
    : talk

/** Two that begin alike are told apart by their moment. */
const itemsOf = (plans: readonly PlanView[]): readonly Item[] =>
  plans.map(({ action, cue }) => ({
    text: plans.filter(other => fold(other.action) === fold(action)).length > 1 ? `${cue}: ${action}` : action
  }))

const MOST_KNOWN = 20

/** Short enough for the longer questions that follow it. */
const shortPlan = ({ locale }: Talk, { cue, action }: PlanView) => ({
  cue: apart(clipped(cue, 7)),
  action: apart(spokenAction(clipped(action, 9), locale))
})

function choose(talk: Talk, deed: Deed, plans: readonly PlanView[]): Reply {
  const ask = ownAsk(talk, plans.length === 1 ? 'thisPlan' : deed === 'look' ? 'whichPlan' : 'meantPlan')
  const open = ownOpen(talk, 'plans')
  return go(talk, 'whichPlan', {
    open,
    ask,
    slots: { list: listed(talk, itemsOf(plans), { open, ask }) },
    change: {
      shown: plans.slice(0, MOST_KNOWN).map(({ planId }) => planId),
      deed,
      wished: talk.heard.text.slice(0, 400)
    }
  })
}

function confirmOne(talk: Talk, deed: Deed, plan: PlanView): Reply {
  return go(talk, 'whichPlan', {
    open: ownOpen(talk, 'onePlan'),
    ask: ownAsk(talk, 'thisPlan'),
    slots: shortPlan(talk, plan),
    change: { shown: [plan.planId], deed, wished: talk.heard.text.slice(0, 400) }
  })
}

function lookAt(talk: Talk, plan: PlanView, deed: Deed = 'look'): Reply {
  return go(talk, 'aPlan', {
    open: ownOpen(talk, 'onePlan'),
    ask: ownAsk(talk, deed === 'close' ? 'outcome' : 'aPlan'),
    slots: shortPlan(talk, plan),
    change: { shown: [plan.planId], deed, wished: '' }
  })
}

/** Undefined where no plan is open and the dialogue has an answer of its own. */
export function decide(
  talk: Talk,
  { deed, sure }: { readonly deed: Deed; readonly sure: boolean },
  plans: readonly PlanView[]
): Act | undefined {
  const open = plans.filter(isOpen)
  const aim = meant(talk, deed, plans)
  if (!aim && open.length === 0) return deed === 'kept' || deed === 'missed' ? undefined : say(noPlan(talk))
  if (!aim) return say(choose(talk, deed, open))
  // How it ended is asked anyway.
  return (aim.sure && sure) || deed === 'close' ? act(talk, deed, aim.plan) : say(confirmOne(talk, deed, aim.plan))
}

/** The answer to "which one?"; undefined when it names none. */
export function picked(talk: Talk, plans: readonly PlanView[]): Act | undefined {
  const { shown, deed = 'look', wished } = talk.session
  const plan = pickedIn(
    talk,
    shown.flatMap(id => plans.find(({ planId }) => planId === id) ?? [])
  )
  return plan && act({ ...talk, wished: wished || talk.heard.text }, deed, plan)
}

type Asking = Talk & { readonly wished?: string }

function act(talk: Asking, deed: Deed, plan: PlanView): Act {
  const wished = talk.wished ?? talk.heard.text
  switch (deed) {
    case 'kept':
    case 'dropped':
      return { kind: 'close', plan, outcome: deed }
    case 'missed':
      return talk.session.deed === 'close' ? { kind: 'close', plan, outcome: deed } : say(inTheWay(talk, plan))
    case 'change':
      return say(reworded(talk, plan, wished))
    case 'remind':
      return reminded(talk, plan, wished)
    case 'look':
    case 'close':
      return say(lookAt(talk, plan, deed))
  }
}

/** What the dialogue settles from here on are the new words of this plan. */
const changing = ({ planId, cue, action }: PlanView) => ({ changes: planId, cue, action, tries: 0, turns: 1 })

const inTheWay = (talk: Talk, plan: PlanView): Reply =>
  go(talk, 'gotInWay', { open: 'missed', ask: 'gotInWay', change: { ...changing(plan), goal: plan.action } })

function reworded(talk: Talk, plan: PlanView, wished: string): Reply {
  const change = changing(plan)
  const moved = { ...talk, session: { ...talk.session, ...change } }
  const rest = newWordsIn(wished)
  const whole = readIfThen(rest)
  if (whole) return proposed(moved, { ...change, ...whole })
  if (rest.split(' ').length > 1) return corrected(moved, rest)
  return go(talk, 'reopen', { open: 'plan', ask: 'reopen', slots: planSlots(talk, plan), change })
}

const NEVER = /^\W*(?:please )?(?:don't|do not|never|no|nunca)\b/u

const DAY =
  /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|weeks?|months?|hours?|lunes|martes|miercoles|jueves|viernes|sabado|domingo|semanas?|mes(?:es)?|horas?)\b|\d/u

/** Another day than those on offer is asked about once more, as for any plan. */
function reminded(talk: Talk, plan: PlanView, wished: string): Act {
  const plain = fold(wished)
  const when = NEVER.test(plain) ? 'never' : readWhen(wished)
  if (when) return { kind: 'schedule', plan, when }
  const change = { ...changing(plan), tries: 1 }
  return say(
    DAY.test(plain)
      ? go(talk, 'when', { open: ownOpen(talk, 'otherDay'), ask: 'whenAgain', change })
      : go(talk, 'when', { open: 'plan', ask: 'when', slots: planSlots(talk, plan), change })
  )
}

/** As the person wrote it, where it stands in quotation marks. */
const quotedPlan = ({ action }: Pick<PlanView, 'action'>) => ({ action: inMarks(action, 12) })

/** Said once it was done. */
export function closed(talk: Talk, { cue, action }: PlanView, outcome: Outcome): Reply {
  const slots = quotedPlan({ action })
  const change = { closed: { cue, action }, lastAction: action }
  if (outcome === 'dropped') return end({ ...talk, session: { ...talk.session, ...change } }, 'dropped', slots)
  return outcome === 'kept'
    ? go(talk, 'helped', { open: ownOpen(talk, 'planDone'), ask: 'helped', slots, change })
    : go(talk, 'gotInWay', {
        open: ownOpen(talk, 'planMissed'),
        ask: 'gotInWay',
        slots,
        change: { ...change, goal: action }
      })
}

/** @param plan as it stands now: one with a day and time of its own is asked about after that. */
export function scheduled(talk: Talk, plan: PlanView, when: When): Reply {
  if (when === 'never') return end(talk, 'noFollowUp')
  const slots = quotedPlan(plan)
  return plan.cueAt === null
    ? end(talk, 'scheduled', { ...slots, moment: talk.words.moments[when] })
    : end(talk, 'scheduledAfter', slots)
}

/** "Undo": what is closed stays so; the same words become a plan again, once its moment to ask is chosen. */
export function madeAnew(talk: Talk): Reply {
  const { cue = '', action = '' } = talk.session.closed ?? {}
  const change = { cue, action, closed: undefined, changes: '', tries: 0, turns: 1 }
  return go(talk, 'when', { open: 'plan', ask: 'when', slots: planSlots(talk, change), change })
}
