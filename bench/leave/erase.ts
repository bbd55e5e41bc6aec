/** Erases a company in a process of its own, which may be killed at any moment. */
import { eraseCompany } from '../../api/leaving/erasing.ts'
import { openDeps } from '../../api/start.ts'
import { OWN_CONFIG } from '../own-config.ts'
import { erasingSchema } from './options.ts'

const { databaseUrl, masterKey, organizationId } = erasingSchema.parse(JSON.parse(process.argv[2] ?? '{}'))
await using opened = await openDeps({
  ...OWN_CONFIG,
  MASTER_KEY: masterKey,
  DATABASE_URL: databaseUrl,
  DATABASE_SCHEMA: 'public'
})
process.stdout.write(`${JSON.stringify({ began: true })}\n`)
await eraseCompany(opened.deps, organizationId)
