/** What an engine may do for the person it talks to, and for nobody else. */
import { coursesOf } from '../enrollment/enrollment.ts'
import type { Deps } from '../platform/deps.ts'
import { searchMaterial } from './material/material.ts'
import { adoptPlan, changePlan, closePlan, plansOf } from './plans.ts'
import type { CourseShown, Tools } from './port.ts'
import type { Key } from './store-messages.ts'

export function toolsFor(deps: Deps, { organizationId, personId }: Key): Tools {
  const key = { organizationId, personId }
  return {
    plans: () => plansOf(deps, key),
    makePlan: plan => adoptPlan(deps, { ...key, ...plan, planId: deps.newId('plan') }),
    changePlan: (planId, change) => changePlan(deps, { ...key, planId, change }),
    closePlan: (planId, outcome) => closePlan(deps, { ...key, planId, outcome }),
    courses: async () => (await coursesOf(deps, organizationId, personId)).flatMap(toShown),
    material: query => searchMaterial(deps, organizationId, query)
  }
}

const toShown = ({
  name,
  state,
  progress
}: {
  readonly name: string
  readonly state: string
  readonly progress: number
}): readonly CourseShown[] => {
  if (state === 'completed') return [{ title: name, state, progress: 1 }]
  if (state !== 'enrolled') return []
  return [{ title: name, state: progress > 0 ? 'started' : 'enrolled', progress }]
}
