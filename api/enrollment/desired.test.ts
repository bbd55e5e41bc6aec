import fc from 'fast-check'
import { expect, test } from 'vitest'
import { planSteps } from './desired.ts'

const rules = [
  { cohort: 'Leading change', courseId: '1', courseName: 'Leading change' },
  { cohort: 'New managers', courseId: '2', courseName: 'First 90 days' },
  { cohort: 'New managers', courseId: '1', courseName: 'Leading change' }
]

test('a newcomer gets each course of their cohorts once', () => {
  const steps = planSteps({ mayLearn: true, cohorts: ['Leading change', 'New managers'], rules, standings: [] })
  expect(steps.map(step => step.courseId).toSorted()).toEqual(['1', '2'])
})

test('a leaver loses everything that is still open and nothing twice', () => {
  const standings = [
    { courseId: '1', state: 'enrolled' },
    { courseId: '2', state: 'ended' }
  ] as const
  expect(planSteps({ mayLearn: false, cohorts: ['New managers'], rules, standings })).toEqual([
    { kind: 'end', courseId: '1' }
  ])
})

test('planning again after the steps are done asks for nothing', () => {
  const state = fc.constantFrom('coming', 'enrolled', 'completed', 'ended', 'failed')
  fc.assert(
    fc.property(
      fc.boolean(),
      fc.subarray(['Leading change', 'New managers']),
      state,
      state,
      (mayLearn, cohorts, one, two) => {
        const before = [
          { courseId: '1', state: one },
          { courseId: '2', state: two }
        ] as const
        const done = new Map(planSteps({ mayLearn, cohorts, rules, standings: before }).map(s => [s.courseId, s.kind]))
        const standings = before.map(row => {
          const kind = done.get(row.courseId)
          return kind ? ({ ...row, state: kind === 'end' ? 'ended' : 'enrolled' } as const) : row
        })
        expect(planSteps({ mayLearn, cohorts, rules, standings })).toEqual([])
      }
    )
  )
})
