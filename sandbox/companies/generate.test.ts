import { expect, test } from 'vitest'
import { generateCompanies, generateLargeCompany } from './generate.ts'

test('the same seed makes the same three companies, labeled as demo', () => {
  const companies = generateCompanies(7)
  expect(companies).toEqual(generateCompanies(7))
  expect(companies.map(({ people }) => people.length)).toEqual([240, 60, 25])
  expect(companies.every(({ name, domain }) => name.includes('(demo)') && domain.endsWith('.example'))).toBe(true)
})

test('keys, addresses and ids are unique, and managers are people of the same company', () => {
  for (const { people, newcomer } of [...generateCompanies(), generateLargeCompany(1, 3000)]) {
    const all = newcomer ? [...people, newcomer] : people
    for (const field of ['key', 'email', 'oid', 'idpId', 'employeeNumber'] as const)
      expect(new Set(all.map(person => person[field])).size).toBe(all.length)
    const keys = new Set(all.map(({ key }) => key))
    expect(all.filter(({ managerKey }) => managerKey !== undefined && !keys.has(managerKey))).toEqual([])
    expect(all.filter(({ managerKey }) => managerKey === undefined)).toHaveLength(1)
  }
})

test('half of the first company carries no Entra object id in its directory', () => {
  const [first] = generateCompanies()
  const without = first?.people.filter(({ directoryHasOid }) => !directoryHasOid).length ?? 0
  expect(Math.abs(without - 120)).toBeLessThanOrEqual(5)
})
