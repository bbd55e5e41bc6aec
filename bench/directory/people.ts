/** A company of any size: everybody in three groups, a tree of managers, in no order of rank. */
export const COMPANY = 'org_bench'
export const DIRECTORY = 'directory_bench'
const SPAN = 8
const LEADERS = 10
const DEPARTMENTS = 40

export type BenchPerson = {
  readonly id: string
  readonly idpId: string
  readonly firstName: string
  readonly lastName: string
  readonly email: string
  readonly customAttributes: Readonly<Record<string, string>>
  readonly rawAttributes: Readonly<Record<string, string>>
  readonly groups: readonly string[]
}

const departmentOf = (index: number): string => `Department ${index % DEPARTMENTS}`

export const GROUPS: readonly string[] = [
  'CI-Access',
  'New Leaders',
  'Everybody else',
  ...Array.from({ length: DEPARTMENTS }, (_, index) => departmentOf(index))
]

const idpIdOf = (index: number): string => `00u${String(index).padStart(9, '0')}`

/** @param place in the directory. Ranks are spread over the places, so that half the managers come after their reports. */
export function personAt(place: number, size: number): BenchPerson {
  const index = (place * strideOf(size)) % size
  const manager = Math.floor((index - 1) / SPAN)
  const email = `person${index}@bench.test`
  return {
    id: `directory_user_${String(place).padStart(9, '0')}`,
    idpId: idpIdOf(index),
    firstName: `First${index}`,
    lastName: `Last${index}`,
    email,
    customAttributes: {
      job_title: `Title ${index % 200}`,
      department_name: departmentOf(index),
      employee_number: String(100_000 + index),
      ...(index > 0 ? { manager_id: idpIdOf(manager) } : {})
    },
    rawAttributes: {
      userName: email,
      country: 'ES',
      timezone: 'Europe/Madrid',
      preferredLanguage: 'es',
      objectId: `cccccccc-0000-4000-8000-${String(index).padStart(12, '0')}`
    },
    groups: ['CI-Access', departmentOf(index), index % LEADERS === 0 ? 'New Leaders' : 'Everybody else']
  }
}

/** Near the golden section and prime to every size that is a power of ten. */
const strideOf = (size: number): number => Math.round(size * 0.618) | 1
