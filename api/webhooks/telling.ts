/** Which facts a company's own systems may be told of, and what of them. Pure. Nothing that says how somebody uses the product. */
import type { Fact } from '../contract/facts.ts'
import type { EventType, Told } from './store.ts'

type Kept = Readonly<Record<string, unknown>>

function dataOf(fact: Fact): { readonly type: EventType; readonly data: Kept } | undefined {
  switch (fact.type) {
    case 'person.joined':
      return { type: fact.type, data: {} }
    case 'person.left':
      return { type: fact.type, data: { reason: fact.reason } }
    case 'course.enrolled':
    case 'course.completed':
      return { type: fact.type, data: { courseId: fact.courseId } }
    case 'report.made':
      return { type: fact.type, data: { reportId: fact.reportId } }
    case 'company.leaving':
      return { type: fact.type, data: { state: fact.state, leavesAt: fact.leavesAt } }
    default:
      return undefined
  }
}

export const toldOf = (facts: readonly Fact[], newId: () => string, at: Date): readonly Told[] =>
  facts.flatMap(fact => {
    const told = dataOf(fact)
    if (!told) return []
    return [
      {
        organization_id: fact.organizationId,
        id: newId(),
        type: told.type,
        person_id: 'personId' in fact ? fact.personId : null,
        data: { organizationId: fact.organizationId, ...told.data },
        at: at.toISOString()
      }
    ]
  })
