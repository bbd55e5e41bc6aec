/** Options and environment → settings of the package. Pure; fails naming everything that is missing or wrong. */
import { parseArgs } from 'node:util'
import { z } from 'zod'
import type { PackageSettings } from './manifest.ts'

const EXAMPLE =
  'npm run package -- --domain coach.example.com --bot-id 00000000-0000-4000-8000-000000000001 ' +
  '--tab-id 00000000-0000-4000-8000-000000000002 --app-id 00000000-0000-4000-8000-000000000003'

const OPTIONS = {
  domain: { type: 'string' },
  'bot-id': { type: 'string' },
  'tab-id': { type: 'string' },
  'app-id': { type: 'string' },
  'website-url': { type: 'string' },
  'privacy-url': { type: 'string' },
  'terms-url': { type: 'string' }
} as const

const guid = z.uuid({ error: 'wanted a GUID' })
const httpsUrl = z.url({ protocol: /^https$/u, error: 'wanted an https address' })
const host = z
  .string({ error: 'wanted a host such as "coach.example.com"' })
  .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)*(:\d+)?$/u, {
    error: 'wanted a host such as "coach.example.com", without https://'
  })

const values = z.object({
  domain: host,
  'bot-id': guid,
  'tab-id': guid,
  'app-id': guid,
  'website-url': httpsUrl.optional(),
  'privacy-url': httpsUrl.optional(),
  'terms-url': httpsUrl.optional()
})

const VARIABLES: Readonly<Record<string, string>> = {
  domain: 'PUBLIC_URL',
  'bot-id': 'BOT_APP_ID',
  'tab-id': 'TAB_CLIENT_ID',
  'app-id': 'TEAMS_APP_ID'
}

export class PackageSettingsError extends Error {
  override readonly name = 'PackageSettingsError'
  readonly code = 'package_settings_invalid'
}

export type PackageSource = {
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
  readonly version: string
}

/** @throws PackageSettingsError listing each missing or wrong value, where it can come from, and an example. */
export function readSettings({ args, env, version }: PackageSource): PackageSettings {
  const parsed = values.safeParse({ ...fromEnvironment(env), ...readOptions(args) })
  if (!parsed.success) throw new PackageSettingsError(complain(parsed.error.issues))
  const { domain } = parsed.data
  return {
    domain,
    botId: parsed.data['bot-id'],
    tabId: parsed.data['tab-id'],
    appId: parsed.data['app-id'],
    version,
    websiteUrl: parsed.data['website-url'] ?? `https://${domain}/tab/`,
    privacyUrl: parsed.data['privacy-url'] ?? `https://${domain}/privacy`,
    termsUrl: parsed.data['terms-url'] ?? `https://${domain}/terms`
  }
}

function readOptions(args: readonly string[]): Readonly<Record<string, string | undefined>> {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: false }).values
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : 'Unknown option'
    throw new PackageSettingsError(`${reason}\nExample:\n  ${EXAMPLE}`, { cause })
  }
}

const fromEnvironment = (env: PackageSource['env']): Readonly<Record<string, string | undefined>> => ({
  domain: env['PUBLIC_URL'] && URL.canParse(env['PUBLIC_URL']) ? new URL(env['PUBLIC_URL']).host : undefined,
  'bot-id': env['BOT_APP_ID'],
  'tab-id': env['TAB_CLIENT_ID'],
  'app-id': env['TEAMS_APP_ID']
})

function complain(issues: readonly z.core.$ZodIssue[]): string {
  const lines = issues.map(({ path, message }) => {
    const option = path.join('.')
    const variable = VARIABLES[option]
    return `  --${option}${variable ? ` or ${variable}` : ''}: ${message}`
  })
  return `The app package needs:\n${lines.join('\n')}\nExample:\n  ${EXAMPLE}`
}
