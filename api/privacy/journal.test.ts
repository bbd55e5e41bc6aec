/** The journal on a disk that is full, and after it. */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { appendLine, readJournal } from './journal.ts'

let folder: string
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'ci-journal-'))))
afterAll(() => rmSync(folder, { recursive: true }))

const lineOf = (serial: number) => ({
  erasureId: `era_${serial}`,
  organizationId: 'org_a',
  personId: `per_${serial}`,
  at: '2026-11-23T15:00:00.000Z'
})

const MODULE = new URL('journal.ts', import.meta.url).href

/** In a process whose files may grow to a kilobyte, as on a disk that is full. @returns what was thrown there. */
const appendWithoutSpace = (path: string, serial: number): Promise<string> =>
  new Promise(resolve => {
    const script = `const { appendLine } = await import(${JSON.stringify(MODULE)})
      await appendLine(${JSON.stringify(path)}, ${JSON.stringify(lineOf(serial))}).catch(({ code }) => process.stdout.write(code))`
    const command = 'ulimit -f 1; exec "$0" --input-type=module --eval "$1"'
    execFile('bash', ['-c', command, process.execPath, script], (_error, told) => resolve(told))
  })

test('a line that does not fit on the disk is an error, and spoils none that comes when there is room', async () => {
  const path = join(folder, 'full.jsonl')
  writeFileSync(path, `${JSON.stringify(lineOf(1))}\n`.padEnd(1000, '\n'))
  expect(await appendWithoutSpace(path, 2)).toBe('EFBIG')
  expect((await readFile(path)).length).toBe(1024)
  const { lines, cut } = await readJournal(path)
  expect(lines).toEqual([lineOf(1)])
  expect(cut).toHaveLength(1)
  await appendLine(path, lineOf(3))
  expect((await readJournal(path)).lines).toEqual([lineOf(1), lineOf(3)])
  expect((await readJournal(path)).cut).toEqual(cut)
  // Its job writes it again.
  await appendLine(path, lineOf(2))
  expect(await readJournal(path)).toEqual({ lines: [lineOf(1), lineOf(3), lineOf(2)], cut: [] })
})

test('wherever a crash cuts a line, the next is read, and what is cut is told', async () => {
  const path = join(folder, 'crash.jsonl')
  const whole = JSON.stringify(lineOf(1)).length
  for (let length = 1; length < whole; length += 7) {
    writeFileSync(path, JSON.stringify(lineOf(1)))
    truncateSync(path, length)
    await appendLine(path, lineOf(2))
    const { lines, cut } = await readJournal(path)
    expect(lines).toEqual([lineOf(2)])
    expect(cut).toEqual([JSON.stringify(lineOf(1)).slice(0, length)])
  }
})

test('of lines that ran together before, the whole one is read', async () => {
  const path = join(folder, 'glued.jsonl')
  writeFileSync(path, `${JSON.stringify(lineOf(1)).slice(0, 40)}${JSON.stringify(lineOf(2))}\n`)
  expect((await readJournal(path)).lines).toEqual([lineOf(2)])
})
