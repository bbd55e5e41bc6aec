import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { LockedError, lockFolder } from './lock.ts'

const folder = (): string => mkdtempSync(join(tmpdir(), 'ci-lock-'))

test('a second start on the same data says who holds it', () => {
  const data = folder()
  writeFileSync(join(data, 'lock'), String(process.ppid))
  expect(() => lockFolder(data)).toThrow(LockedError)
  expect(() => lockFolder(data)).toThrow(String(process.ppid))
})

test('a lock left by a killed process does not keep anybody out', () => {
  const data = folder()
  writeFileSync(join(data, 'lock'), '999999999')
  using _lock = lockFolder(data)
})
