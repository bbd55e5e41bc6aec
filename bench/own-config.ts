/** How the product is set up where a benchmark runs it in a process of its own. */
export const OWN_CONFIG = {
  PUBLIC_URL: 'http://127.0.0.1:3978',
  COOKIE_KEYS: 'cookie-key-for-benchmarks',
  OPERATOR_TOKEN: 'operator-token-for-benchmarks',
  BOT_APP_ID: '11111111-1111-4111-8111-111111111111',
  BOT_APP_SECRET: 'bot-secret-for-benchmarks',
  BOT_TENANT_ID: '22222222-2222-4222-8222-222222222222',
  TAB_CLIENT_ID: '33333333-3333-4333-8333-333333333333',
  WORKOS_API_KEY: 'workos-key-for-benchmarks',
  WORKOS_CLIENT_ID: 'client_bench',
  WORKOS_WEBHOOK_SECRET: 'workos-webhook-secret',
  LOG_LEVEL: 'error'
}
