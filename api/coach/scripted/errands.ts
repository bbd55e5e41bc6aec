/** What a turn wants of the port's tools: looked up or done, then said. Whatever fails or is late is said so, and the dialogue stays where it was. */
import type { PlanView } from '../../contract/coach.ts'
import { ProblemError } from '../../platform/errors.ts'
import { SECOND, within } from '../../platform/time.ts'
import type { EngineInput, Material, PlanWords, Tools } from '../port.ts'
import { lookedUp, quoteMaterial } from './material.ts'
import { closed, decide, madeAnew, picked, scheduled, showPlans, type Act } from './plan-talk.ts'
import { coursesReply, knownReply, openingReply } from './own-talk.ts'
import { wantOf, type Want } from './own.ts'
import { phaseOf, WORDING, type Phase, type Session } from './session.ts'
import { end, go, onward, ownOpen, type Reply, type Talk } from './turn.ts'
import { isOpen } from './which-plan.ts'

type Reach = Pick<EngineInput, 'tools' | 'context'>

/** An engine has eight seconds for its first word. */
const PATIENCE_MS = 3 * SECOND

type Got<T> = { readonly kind: 'got'; readonly value: T } | { readonly kind: 'failed'; readonly error: unknown }

async function got<T>(work: () => Promise<T>): Promise<Got<T>> {
  try {
    return { kind: 'got', value: await within(PATIENCE_MS, work()) }
  } catch (error) {
    return { kind: 'failed', error }
  }
}

/** Undefined where the dialogue goes on by itself. */
export async function errand(talk: Talk, reach: Reach): Promise<Reply | undefined> {
  const want = wantOf(talk)
  switch (want?.kind) {
    case 'plans':
    case 'deed':
    case 'pick':
      return ofPlans(talk, want, reach.tools)
    case 'courses': {
      const courses = await got(reach.tools.courses)
      return courses.kind === 'got' ? coursesReply(talk, courses.value) : onward(talk, ownOpen(talk, 'coursesDown'))
    }
    case 'known': {
      const facts = await got(reach.context)
      return facts.kind === 'got' ? knownReply(talk, facts.value) : onward(talk, ownOpen(talk, 'knownDown'))
    }
    case 'opening': {
      const facts = await got(reach.context)
      return facts.kind === 'got' ? openingReply(talk, facts.value) : undefined
    }
    case 'undo':
      return madeAnew(talk)
    case undefined:
      return undefined
  }
}

async function ofPlans(talk: Talk, want: Want, tools: Tools): Promise<Reply | undefined> {
  const plans = await got(tools.plans)
  if (plans.kind === 'failed') return onward(talk, ownOpen(talk, 'plansDown'))
  if (want.kind === 'plans') return showPlans(talk, plans.value)
  const act = want.kind === 'deed' ? decide(talk, want, plans.value) : picked(talk, plans.value)
  return act && done(talk, act, tools)
}

async function done(talk: Talk, act: Act, tools: Tools): Promise<Reply> {
  if (act.kind === 'say') return act.reply
  const { planId } = act.plan
  const result = await got(() =>
    act.kind === 'close' ? tools.closePlan(planId, act.outcome) : tools.changePlan(planId, { when: act.when })
  )
  if (result.kind === 'failed') return undone(talk, { planId, error: result.error }, tools)
  return act.kind === 'close' ? closed(talk, act.plan, act.outcome) : scheduled(talk, result.value, act.when)
}

/** A refusal says why: the plan is closed meanwhile, or this session keeps nothing. */
async function undone(
  talk: Talk,
  { planId, error }: { readonly planId: string; readonly error: unknown },
  tools: Tools
): Promise<Reply> {
  const refused = error instanceof ProblemError && (error.code === 'conflict' || error.code === 'not_found')
  const plans = refused ? await got(tools.plans) : undefined
  if (plans?.kind !== 'got') return onward(talk, ownOpen(talk, 'unsaved'))
  return plans.value.some(plan => plan.planId === planId && isOpen(plan))
    ? end(talk, 'traceless')
    : go(talk, 'goal', { open: ownOpen(talk, 'planGone'), ask: 'goal', change: { changes: '', shown: [] } })
}

/** New words of a plan kept earlier are kept with it; those of a new one are for whoever runs the engine. */
export async function keepChange(talk: Talk, reply: Reply, { tools }: Pick<Reach, 'tools'>): Promise<Reply> {
  const { changes } = talk.session
  if (!reply.plan || !changes) return { ...reply, session: withoutStray(reply.session) }
  const { plan, ...said } = reply
  const result = await got<PlanView>(() => tools.changePlan(changes, plan satisfies PlanWords))
  if (result.kind === 'failed') return undone(talk, { planId: changes, error: result.error }, tools)
  const hasOwnMoment = result.value.cueAt !== null && plan.when !== 'never'
  return hasOwnMoment
    ? scheduled({ ...talk, session: said.session }, result.value, plan.when)
    : { ...said, plan: undefined }
}

/** Where a talk leads elsewhere, what it settles is no longer about the plan of before. */
const CHANGING: readonly Phase[] = [
  'gotInWay',
  'options',
  'friend',
  'smaller',
  'permission',
  'pick',
  'own',
  'scale',
  'why',
  'draft',
  ...WORDING
]
const SHOWING: readonly Phase[] = ['aPlan', 'whichPlan']

function withoutStray(session: Session): Session {
  const phase = phaseOf(session)
  return {
    ...session,
    changes: CHANGING.includes(phase) ? session.changes : '',
    ...(SHOWING.includes(phase) ? {} : { shown: [], deed: undefined, wished: '' })
  }
}

/** What the company wrote down about it, and the passages to show. */
export async function fromMaterial(
  talk: Talk,
  { tools }: Pick<Reach, 'tools'>
): Promise<{ readonly reply: Reply; readonly cited: readonly Material[] } | undefined> {
  const question = lookedUp(talk)
  if (!question) return undefined
  const found = await got(() => tools.material(question.about))
  if (found.kind === 'failed')
    return question.kind === 'asked' ? { reply: onward(talk, ownOpen(talk, 'materialDown')), cited: [] } : undefined
  const reply = quoteMaterial(talk, question, found.value)
  return reply && { reply, cited: found.value }
}
