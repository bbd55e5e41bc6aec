/** Teams tokens for ours, beside a bare provider in memory that verifies the same token and does no more. */
import type { Figures, Say } from './named.ts'
import { createAgent, createBrowser } from './oauth/http.ts'
import {
  median,
  objectIdOf,
  perSecond,
  rounded,
  startServer,
  startVendors,
  type Server,
  type Vendors
} from './oauth/sides.ts'

const PEOPLE = 200
/** Enough that neither side waits for its callers: what is measured is how much each can do. */
const WIDTH = 32
const ROUNDS = 5
const LOAD = { seconds: 4, width: WIDTH }
const TOKEN_EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange'

export async function benchExchange(say: Say): Promise<Figures> {
  await using vendors = await startVendors('33333333-3333-4333-8333-333333333333')
  const { entraUrl } = vendors
  await using ours = await startServer({ people: PEOPLE, entraUrl })
  await using bare = await startServer({ entraUrl }, 'bare.ts')
  const tokens = await teamsTokens(vendors)
  const agent = createAgent(WIDTH)
  const browser = createBrowser(agent)
  const rate = ({ url, tabSecret }: Server): Promise<number> =>
    perSecond(async serial => {
      const { status, body } = await browser.post(`${url}/oidc/token`, {
        grant_type: TOKEN_EXCHANGE,
        client_id: 'ci-tab',
        client_secret: tabSecret,
        subject_token: tokens[serial % PEOPLE] ?? '',
        subject_token_type: 'urn:ietf:params:oauth:token-type:jwt'
      })
      if (status !== 200) throw new Error(`the exchange answered ${status}: ${body}`)
    }, LOAD)
  const rounds: { readonly ours: number; readonly bare: number }[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    const figures = { ours: await rate(ours), bare: await rate(bare) }
    // The first round warms up.
    if (round > 0) rounds.push(figures)
    say(`ours ${figures.ours.toFixed(0)}/s  bare ${figures.bare.toFixed(0)}/s`)
  }
  return {
    ratio: rounded(median(rounds.map(round => round.ours / round.bare))),
    exchangesPerSecond: rounded(median(rounds.map(round => round.ours))),
    barePerSecond: rounded(median(rounds.map(round => round.bare)))
  }
}

async function teamsTokens({ tokensUrl }: Vendors): Promise<readonly string[]> {
  const browser = createBrowser(createAgent(1))
  const tokens: string[] = []
  for (let index = 0; index < PEOPLE; index++)
    tokens.push((await browser.get(`${tokensUrl}/token/${objectIdOf(index)}`)).body)
  return tokens
}
