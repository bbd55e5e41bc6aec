/** What no lint rule covers. */
import { glob, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../', import.meta.url))
const FOLDERS = '{api,bot,tab,sandbox,bench,e2e,checks,appPackage,infra}'

async function linesMatching(pattern: RegExp, skipped: RegExp): Promise<readonly string[]> {
  const found: string[] = []
  for await (const path of glob(`${FOLDERS}/**/*.{ts,tsx}`, { cwd: root })) {
    if (skipped.test(path)) continue
    const lines = (await readFile(root + path, 'utf8')).split('\n')
    found.push(...lines.flatMap((line, at) => (pattern.test(line) ? [`${path}:${at + 1} ${line.trim()}`] : [])))
  }
  return found
}

test('the product takes its time from the deps', async () => {
  const outside =
    /^(?:sandbox|bench|e2e|checks|api\/platform)\/|main\.ts$|\.test\.tsx?$|(?:^|\/)(?:testing|test-[^/]+)\.ts$/u
  expect(await linesMatching(/new Date\(\)/u, outside)).toEqual([])
})

test('nothing silences the lint or the compiler', async () => {
  const silencing = /(?:oxlint|eslint)-disable|@ts-(?:ignore|expect-error|nocheck)/u
  expect(await linesMatching(silencing, /^checks\//u)).toEqual([])
})
