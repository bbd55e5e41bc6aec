/** Whatever a learning site can get wrong has words for the admin, with a remedy, in every language. */
import { expect, test } from 'vitest'
import { SCOPES } from '../api/enrollment/problems.ts'
import { enrollmentWords } from '../tab/pages/enrollment/words.ts'

test.each(Object.keys(SCOPES))('%s is named, and what helps is said', kind => {
  for (const { enrollment } of Object.values(enrollmentWords)) {
    const [title, remedy] = enrollment.problems[kind] ?? []
    expect(title).toMatch(/\w/u)
    expect(remedy).toMatch(/\w/u)
  }
})
