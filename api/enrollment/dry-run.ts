/** What rules would do to everybody, counted; nothing is changed. */
import type { DryRun } from '../contract/enrollment-admin.ts'
import { targetKey, type RuleSet, type Target } from '../contract/enrollment-rules.ts'
import type { Deps } from '../platform/deps.ts'
import { SECOND } from '../platform/time.ts'
import { pagesOfEverybody, type AsIf, type Standing } from './everybody.ts'
import { callsOf, type Step } from './plan.ts'

const FIRST = 20

type Moved = { readonly personId: string; readonly name: string; readonly targets: readonly string[] }
type Side = { people: number; readonly first: Moved[] }
type Counts = { readonly target: Target; gain: number; lose: number }

export async function dryRun(
  deps: Pick<Deps, 'db' | 'now' | 'config'>,
  organizationId: string,
  set: RuleSet,
  asIf: AsIf = {}
): Promise<DryRun> {
  const tally = newTally()
  for await (const page of pagesOfEverybody(deps, { organizationId, set, asIf }))
    for (const standing of page) addTo(tally, standing)
  return totalOf(deps, tally)
}

export function totalOf(deps: Pick<Deps, 'config'>, { gain, lose, byTarget, ...rest }: Tally): DryRun {
  return {
    ...rest,
    gain: { people: gain.people, first: gain.first.map(unlocked) },
    lose: { people: lose.people, first: lose.first.map(unlocked) },
    byTarget: [...byTarget.values()].toSorted((a, b) => (a.target.name < b.target.name ? -1 : 1)),
    seconds: secondsFor(deps, rest.calls)
  }
}

const unlocked = ({ targets, ...moved }: Moved) => ({ ...moved, targets: [...targets] })

/** The first window's calls go out at once; each window after it brings as many again. */
export const secondsFor = ({ config }: Pick<Deps, 'config'>, calls: number): number =>
  Math.round((Math.max(0, calls / config.THINKIFIC_CALLS_PER_MINUTE - 1) * config.THINKIFIC_WINDOW_MS) / SECOND)

export const newTally = () => ({
  people: 0,
  gain: { people: 0, first: [] } as Side,
  lose: { people: 0, first: [] } as Side,
  redate: 0,
  byTarget: new Map<string, Counts>(),
  calls: 0,
  lasting: { accounts: 0, memberships: 0, byHand: 0 }
})

type Tally = ReturnType<typeof newTally>

/** @param looks calls before the first one of the plan. */
export function addTo(tally: Tally, { person, plan }: Pick<Standing, 'person' | 'plan'>, looks = 0): void {
  tally.people += 1
  tally.calls += looks
  if (plan.steps.length === 0) return
  tally.calls += callsOf(plan.steps)
  const gained = plan.steps.flatMap(gainedBy)
  const lost = plan.steps.flatMap(lostBy)
  side(tally.gain, person, gained)
  side(tally.lose, person, lost)
  if (gained.length === 0 && lost.length === 0 && plan.steps.some(({ kind }) => kind === 'change')) tally.redate += 1
  for (const target of gained) countOf(tally, target).gain += 1
  for (const target of lost) countOf(tally, target).lose += 1
  for (const step of plan.steps) {
    if (step.kind === 'account') tally.lasting.accounts += 1
    if (step.kind === 'join') tally.lasting.memberships += step.wanted.length
    if (step.kind === 'note' && step.held.target.kind === 'group') tally.lasting.byHand += 1
  }
}

function side(moved: Side, { personId, name }: Standing['person'], targets: readonly Target[]): void {
  if (targets.length === 0) return
  moved.people += 1
  if (moved.first.length < FIRST) moved.first.push({ personId, name, targets: targets.map(each => each.name) })
}

function countOf({ byTarget }: Tally, target: Target): Counts {
  const key = targetKey(target)
  const known = byTarget.get(key)
  if (known) return known
  const made = { target, gain: 0, lose: 0 }
  byTarget.set(key, made)
  return made
}

function gainedBy(step: Step): readonly Target[] {
  if (step.kind === 'give') return [step.wanted.target]
  if (step.kind === 'change') return step.held.state === 'ended' ? [step.wanted.target] : []
  return step.kind === 'join' ? step.wanted.map(({ target }) => target) : []
}

function lostBy(step: Step): readonly Target[] {
  if (step.kind === 'end') return [step.held.target]
  return step.kind === 'note' && step.because !== 'expired' ? [step.held.target] : []
}
