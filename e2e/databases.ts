/** Once before tests on a PostgreSQL server: a database to copy; and afterwards none of the copies is left. */
import { makeTestTemplate, sweepTestDatabases } from '../api/test-database.ts'
import type { TestProject } from 'vitest/node'

export async function setup({ config }: TestProject): Promise<() => Promise<void>> {
  const url = config.env['TEST_DATABASE_URL']
  if (!url) throw new Error('TEST_DATABASE_URL says where the tests keep their databases')
  await makeTestTemplate(url)
  const sweeping = sweepTestDatabases(url)
  return async () => sweeping[Symbol.asyncDispose]()
}
