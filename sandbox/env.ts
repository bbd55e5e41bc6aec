/** The product's configuration in the sandbox: addresses of the stand-ins, and secrets made at first start. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { localSecret } from '../api/platform/local-secret.ts'

export type Addresses = {
  readonly product: string
  readonly entra: string
  readonly teams: string
  readonly workos: string
  readonly thinkific: string
  /** Host and port: what is spoken there is no HTTP. */
  readonly mail: string
}

export type Secrets = {
  readonly masterKey: string
  readonly cookieKey: string
  readonly operatorToken: string
  readonly botSecret: string
  readonly tabSecret: string
  readonly workosApiKey: string
  readonly workosWebhookSecret: string
  readonly learningApiKey: string
  readonly mailPassword: string
}

/** Ids of the demo's app registrations; not secret, and the same everywhere so that packages made here fit. */
export const DEMO = {
  botAppId: '5b1a4d2c-1111-4c0a-9d6e-0c1de0000001',
  tabClientId: '5b1a4d2c-2222-4c0a-9d6e-0c1de0000002',
  botTenantId: '5b1a4d2c-3333-4c0a-9d6e-0c1de0000003',
  manifestId: '5b1a4d2c-4444-4c0a-9d6e-0c1de0000004',
  workosClientId: 'client_demo',
  mailUser: 'ci'
} as const

export function openSecrets(folder: string): Secrets {
  const secret = (name: string): string => localSecret(join(folder, 'secrets', name))
  return {
    masterKey: secret('master-key'),
    cookieKey: secret('cookie-key'),
    operatorToken: secret('operator-token'),
    botSecret: secret('bot-secret'),
    tabSecret: secret('tab-secret'),
    workosApiKey: `sk_demo_${secret('workos-api-key')}`,
    workosWebhookSecret: secret('workos-webhook-secret'),
    // Thinkific's keys are 32 characters long.
    learningApiKey: createHash('sha256').update(secret('learning-api-key')).digest('hex').slice(0, 32),
    mailPassword: secret('mail-password')
  }
}

export const productEnv = (
  addresses: Addresses,
  secrets: Secrets,
  more: Readonly<Record<string, string>>
): Readonly<Record<string, string>> => ({
  PUBLIC_URL: addresses.product,
  FRAME_ANCESTORS: addresses.product,
  MASTER_KEY: secrets.masterKey,
  COOKIE_KEYS: secrets.cookieKey,
  OPERATOR_TOKEN: secrets.operatorToken,
  BOT_APP_ID: DEMO.botAppId,
  BOT_APP_SECRET: secrets.botSecret,
  BOT_TENANT_ID: DEMO.botTenantId,
  TAB_CLIENT_ID: DEMO.tabClientId,
  TAB_CLIENT_SECRET: secrets.tabSecret,
  TEAMS_APP_ID: DEMO.manifestId,
  WORKOS_API_KEY: secrets.workosApiKey,
  WORKOS_CLIENT_ID: DEMO.workosClientId,
  WORKOS_WEBHOOK_SECRET: secrets.workosWebhookSecret,
  WORKOS_URL: addresses.workos,
  ENTRA_URL: addresses.entra,
  GRAPH_URL: addresses.teams,
  BOT_OPENID_URL: `${addresses.teams}/v1/.well-known/openidconfiguration`,
  BOT_SERVICE_URL: `${addresses.teams}/teams/`,
  THINKIFIC_URL: addresses.thinkific,
  MAIL_URL: `smtp://${DEMO.mailUser}:${secrets.mailPassword}@${addresses.mail}`,
  MAIL_FROM: 'ConsciousInsights demo <sign-in@ci.example>',
  LOG_LEVEL: 'warn',
  TICK_MS: '500',
  ...more
})
