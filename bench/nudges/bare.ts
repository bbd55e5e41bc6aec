/** The yardstick: botbuilder as its documentation shows it, one card each, so many in flight. `GET /1000` sends a thousand and answers when all are out. */
import { createServer } from 'node:http'
import { CloudAdapter, type Activity } from 'botbuilder'
import { BotFrameworkAuthenticationFactory } from 'botframework-connector'
import { nudgeCard } from '../../bot/cards/nudge.ts'
import { cardMessage } from '../../bot/messages.ts'
import { readerFor } from '../../bot/reader.ts'

const AT_ONCE = 50
const BOT = '11111111-1111-4111-8111-111111111111'
const AUDIENCE = 'https://api.botframework.com'
/** As long as a real one. */
const TOKEN = 't'.repeat(1400)
const serviceUrl = `${process.argv[2] ?? ''}/teams/`

const authentication = BotFrameworkAuthenticationFactory.create(
  '',
  true,
  'https://login.example',
  AUDIENCE,
  AUDIENCE,
  AUDIENCE,
  'https://login.example/openid',
  'https://login.example/openid',
  '',
  {
    isValidAppId: async () => true,
    isAuthenticationDisabled: async () => false,
    createCredentials: async () => ({
      signRequest: async request => {
        request.headers.set('authorization', `Bearer ${TOKEN}`)
        return request
      }
    })
  },
  { requiredEndorsements: [] },
  undefined,
  { noRetryPolicy: true }
)
const adapter = new CloudAdapter(authentication)
const reader = readerFor({ tabLink: () => 'https://ci.example/tab/' }, { locale: 'en', timezone: 'UTC' })

async function sendOne(serial: number): Promise<void> {
  const conversation = {
    id: `a:conversation-${serial}`,
    tenantId: 'tenant',
    name: '',
    isGroup: false,
    conversationType: 'personal'
  }
  const reference = { channelId: 'msteams', serviceUrl, bot: { id: `28:${BOT}`, name: '' }, conversation }
  await adapter.continueConversationAsync(BOT, reference, async context => {
    await context.sendActivity(MESSAGE)
  })
}

const MESSAGE = cardMessage(
  nudgeCard(reader, {
    to: 'per_0000001',
    receipt: undefined,
    nudge: {
      nudgeId: 'nud_bare_0000001',
      kind: 'tip',
      action: 'Write down one sentence about what went well today.',
      whyYou: 'You agreed to hear from your coach.',
      whyNow: 'The middle of the week is a good moment to look back.',
      evidence: 'People who note what went well remember it longer.',
      dataUsed: ['your time zone'],
      state: 'queued',
      answer: null,
      planId: null,
      dueAt: '2026-11-24T16:00:00.000Z',
      sentAt: null,
      rung: null
    }
  }),
  'A thought from your coach'
) as Partial<Activity>

async function sendMany(count: number): Promise<void> {
  let next = 0
  const lane = async (): Promise<void> => {
    while (next < count) await sendOne((next += 1))
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
}

const server = createServer((req, res) => {
  void sendMany(Number(req.url?.slice(1))).then(() => res.end('done'))
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${port}` })}\n`)
})
process.once('SIGTERM', () => {
  server.close()
  server.closeAllConnections()
})
