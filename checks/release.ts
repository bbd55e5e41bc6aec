/** What the last release asked for and held, as committed, beside what stands here now. */
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { REGISTER } from '../api/contract/register.ts'
import { REGISTER_LEDGER } from '../api/papers/register-ledger.ts'
import { PERMISSION_LEDGER } from '../appPackage/permission-ledger.ts'
import { permissionLines } from './permission-lines.ts'
import { registerLines } from './register-lines.ts'

const root = new URL('../', import.meta.url)
export const RELEASED = new URL('released.json', import.meta.url)

const releasedSchema = z.object({ version: z.string(), lines: z.array(z.string()) })
export const releasesSchema = z.object({ permissions: releasedSchema, register: releasedSchema })

export async function readNow() {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(await readFile(new URL('package.json', root), 'utf8')))
  return {
    permissions: { version, lines: await permissionLines(), ledger: PERMISSION_LEDGER },
    register: { version: String(REGISTER.version), lines: registerLines(), ledger: REGISTER_LEDGER }
  }
}

/** Undefined before the first release. */
export async function readReleased() {
  const text = await readFile(RELEASED, 'utf8').catch(() => undefined)
  return text === undefined ? undefined : releasesSchema.parse(JSON.parse(text))
}
