/** The only reader of the environment: pure, and it fails at boot naming what to set. */
import { z } from 'zod'

const url = z.url({ protocol: /^https?$/u }).transform(value => value.replace(/\/$/u, ''))
const secret = z.string().min(16)

const variables = z.object({
  /** Where people's browsers reach this service. */
  PUBLIC_URL: url,
  PORT: z.coerce.number().int().min(0).max(65_535).default(3978),
  /** Absent: PostgreSQL embedded in the process (PGlite) in DATA_FOLDER. */
  DATABASE_URL: z.string().startsWith('postgres').optional(),
  /** Owner's connection for migrations; the app's own when absent. */
  DATABASE_OWNER_URL: z.string().startsWith('postgres').optional(),
  /** Connections that a process may hold for each of its roles. */
  DATABASE_POOL: z.coerce.number().int().min(2).max(100).default(10),
  DATABASE_SCHEMA: z
    .string()
    .regex(/^[a-z_][a-z0-9_]{0,40}$/u)
    .default('public'),
  DATA_FOLDER: z.string().optional(),
  /** 32 bytes as base64url; wraps every data key. In production Key Vault hands it to the process. */
  MASTER_KEY: z.base64url().length(43),
  /** Signs cookies and states; two values while rotating, newest first. */
  COOKIE_KEYS: z
    .string()
    .transform(value => value.split(','))
    .pipe(z.array(secret).min(1)),
  OPERATOR_TOKEN: secret,
  BOT_APP_ID: z.uuid(),
  BOT_APP_SECRET: secret,
  /** The company that hosts the bot registration. */
  BOT_TENANT_ID: z.uuid(),
  TAB_CLIENT_ID: z.uuid(),
  /** Of the tab's registration: for proofs of tenants, matching by employee number and Microsoft Graph. */
  TAB_CLIENT_SECRET: secret.optional(),
  /** Id of the app's manifest, for links into Teams; without it links open the tab on the web. */
  TEAMS_APP_ID: z.uuid().optional(),
  WORKOS_API_KEY: secret,
  WORKOS_CLIENT_ID: z.string().min(1),
  WORKOS_WEBHOOK_SECRET: secret,
  WORKOS_URL: url.default('https://api.workos.com'),
  ENTRA_URL: url.default('https://login.microsoftonline.com'),
  GRAPH_URL: url.default('https://graph.microsoft.com'),
  BOT_OPENID_URL: url.default('https://login.botframework.com/v1/.well-known/openidconfiguration'),
  /** Where the bot speaks when nobody of the tenant has been heard yet; Teams' address for the public cloud. */
  BOT_SERVICE_URL: z.url().default('https://smba.trafficmanager.net/teams/'),
  THINKIFIC_URL: url.default('https://api.thinkific.com'),
  /** Calls a minute that a learning site allows: 120, up to 1,000 where Thinkific approved it. */
  THINKIFIC_CALLS_PER_MINUTE: z.coerce.number().int().min(1).max(100_000).default(120),
  /** The window those calls are counted in, in milliseconds: the vendor's minute; only a benchmark shortens it. */
  THINKIFIC_WINDOW_MS: z.coerce.number().int().min(100).max(600_000).default(60_000),
  /** A classifier of danger that is asked beside the rules, and its key; docs/safety.md. */
  SAFETY_CLASSIFIER_URL: url.optional(),
  SAFETY_CLASSIFIER_KEY: secret.optional(),
  /** Origins beside Microsoft's hosts that may frame the tab, separated by spaces. */
  FRAME_ANCESTORS: z
    .string()
    .default('')
    .transform(value => value.split(' ').filter(Boolean)),
  /** `smtp://user:password@host:587` or `smtps://…`. Absent: nobody can sign in by e-mailed code. */
  MAIL_URL: z.url({ protocol: /^smtps?$/u }).optional(),
  /** Sender of CI's mails, such as `ConsciousInsights <sign-in@…>`. */
  MAIL_FROM: z.string().includes('@').default('ConsciousInsights <sign-in@localhost>'),
  /** Where people reach ConsciousInsights' support, an address or a page: told where no company is known whose help desk could help. */
  SUPPORT_CONTACT: z
    .union([z.email(), z.url({ protocol: /^https$/u })], 'an e-mail address or an https page')
    .optional(),
  /** A file outside of the database and its backups: each erasure adds a line, and `npm run replay-erasures` reads it after a restore. */
  ERASURE_JOURNAL: z.string().optional(),
  /** Id of the organization whose people are ConsciousInsights' own staff; without it nobody is. */
  STAFF_ORGANIZATION: z.string().startsWith('org_').optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  /** How often due work is looked for, in milliseconds of real time. */
  TICK_MS: z.coerce.number().int().min(100).max(60_000).default(1000)
})

export type Config = z.output<typeof variables>

export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly code = 'config_invalid'
}

/** @throws ConfigError listing every variable that is missing or wrong, and what it should be. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const parsed = variables.safeParse(env)
  if (parsed.success) return parsed.data
  const lines = parsed.error.issues.map(issue => `  ${issue.path.join('.')}: ${issue.message}`)
  throw new ConfigError(`Set these variables:\n${lines.join('\n')}\nREADME.md, "Configuration", explains each`)
}
