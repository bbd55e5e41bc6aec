/** Rules × cohorts against what is there → the fewest steps. Pure. */
export type Rule = { readonly cohort: string; readonly courseId: string; readonly courseName: string }

export type Standing = {
  readonly courseId: string
  readonly state: 'coming' | 'enrolled' | 'completed' | 'ended' | 'failed'
}

export type Step =
  | { readonly kind: 'enroll'; readonly courseId: string; readonly courseName: string; readonly because: string }
  | { readonly kind: 'end'; readonly courseId: string }

export type Wish = {
  /** False for a leaver: everything ends. */
  readonly mayLearn: boolean
  /** Names of the person's cohorts. */
  readonly cohorts: readonly string[]
  readonly rules: readonly Rule[]
  readonly standings: readonly Standing[]
}

export function planSteps({ mayLearn, cohorts, rules, standings }: Wish): readonly Step[] {
  const wanted = new Map(
    mayLearn ? rules.filter(rule => cohorts.includes(rule.cohort)).map(rule => [rule.courseId, rule] as const) : []
  )
  const standing = new Map(standings.map(row => [row.courseId, row.state]))
  const enroll = [...wanted.values()]
    .filter(rule => !['enrolled', 'completed'].includes(standing.get(rule.courseId) ?? 'ended'))
    .map(
      rule => ({ kind: 'enroll', courseId: rule.courseId, courseName: rule.courseName, because: rule.cohort }) as const
    )
  const end = standings
    .filter(row => !wanted.has(row.courseId) && row.state !== 'ended' && row.state !== 'failed')
    .map(row => ({ kind: 'end', courseId: row.courseId }) as const)
  return [...end, ...enroll]
}
