/** What the production image holds: the product and nothing of the sandbox, the tests or the benchmarks. */
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'

const read = (path: string): Promise<string> => readFile(new URL(`../${path}`, import.meta.url), 'utf8')
const PRODUCT = ['.npmrc', 'api', 'bot', 'package-lock.json', 'package.json', 'tab']

test('only the product is sent to the builder', async () => {
  const [first, ...rules] = (await read('.dockerignore')).split('\n').filter(line => line && !line.startsWith('#'))
  expect(first).toBe('*')
  const letIn = rules.filter(rule => rule.startsWith('!')).map(rule => rule.slice(1))
  expect(letIn.toSorted()).toEqual(PRODUCT)
})

test('the image copies the product alone and runs without rights', async () => {
  const dockerfile = await read('infra/Dockerfile')
  const copied = dockerfile
    .split('\n')
    .filter(line => line.startsWith('COPY ') && !line.includes('--from='))
    .flatMap(line => line.split(/\s+/u).slice(1, -1))
  expect([...new Set(copied)].toSorted()).toEqual(PRODUCT)
  expect(dockerfile).toContain('npm ci --omit=dev')
  expect(dockerfile).toMatch(/^USER node$/mu)
})
