/** Whole sign-ins of the web app, from the first request to tokens: our storage beside a plain one and one in memory. */
import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Figures, Say } from './named.ts'
import { createAgent, createBrowser } from './oauth/http.ts'
import { median, perSecond, personOf, rounded, startServer, startVendors, type Server } from './oauth/sides.ts'

const PEOPLE = 200
const WIDTH = 8
/** Short and many: what else the machine does then falls on each side alike. The first ones, until all code is compiled, do not count. */
const ROUNDS = 24
const WARM_UP = 20
const LOAD = { seconds: 1, width: WIDTH }
const COUNTED = 50

export async function benchLogin(say: Say): Promise<Figures> {
  await using vendors = await startVendors('33333333-3333-4333-8333-333333333333')
  const start = (side: 'ours' | 'plain' | 'memory') => startServer({ side, people: PEOPLE, ...urlsOf(vendors) })
  await using ours = await start('ours')
  await using plain = await start('plain')
  await using memory = await start('memory')
  const sqlPerLogin = await statementsPerLogin(ours)
  const sqlPerLoginPlain = await statementsPerLogin(plain)
  say(`${sqlPerLogin} statements a login, ${sqlPerLoginPlain} with the plain adapter`)
  const rounds: { readonly ours: number; readonly plain: number; readonly memory: number }[] = []
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    const figures = { ours: await rate(ours), plain: await rate(plain), memory: await rate(memory) }
    if (round >= WARM_UP) rounds.push(figures)
    say(
      Object.entries(figures)
        .map(([side, value]) => `${side} ${value.toFixed(0)}/s`)
        .join('  ')
    )
  }
  return {
    ratio: rounded(median(rounds.map(round => round.ours / round.plain))),
    sqlPerLogin,
    sqlPerLoginPlain,
    loginsPerSecond: rounded(median(rounds.map(round => round.ours))),
    plainPerSecond: rounded(median(rounds.map(round => round.plain))),
    inMemoryPerSecond: rounded(median(rounds.map(round => round.memory)))
  }
}

const urlsOf = ({ workosUrl, entraUrl }: { readonly workosUrl: string; readonly entraUrl: string }) => ({
  workosUrl,
  entraUrl
})

const agent = createAgent(WIDTH * 2)
const rate = ({ url }: Server): Promise<number> => perSecond(serial => signIn(url, personOf(serial % PEOPLE)), LOAD)

async function statementsPerLogin({ url }: Server): Promise<number> {
  const count = async (): Promise<number> => {
    const { body } = await createBrowser(agent).get(`${url}/statements`)
    return z.object({ statements: z.number() }).parse(JSON.parse(body)).statements
  }
  for (let serial = 0; serial < 5; serial++) await signIn(url, personOf(serial))
  const before = await count()
  for (let serial = 0; serial < COUNTED; serial++) await signIn(url, personOf(serial))
  return rounded(((await count()) - before) / COUNTED)
}

/** As a browser: the app's request, the company's sign-in, back, and the code for tokens. @throws when it ends elsewhere. */
async function signIn(url: string, person: string): Promise<void> {
  const browser = createBrowser(agent)
  const verifier = randomBytes(32).toString('base64url')
  const back = `${url}/tab/signed-in`
  const query = new URLSearchParams({
    client_id: 'ci-web',
    response_type: 'code',
    redirect_uri: back,
    scope: 'openid profile email offline_access',
    prompt: 'login',
    login_hint: `${person}@ping.test`,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256'
  })
  let at = `${url}/oidc/auth?${query.toString()}`
  for (let hops = 0; hops < 10 && !at.startsWith(back); hops++) {
    const { status, location, body } = await browser.get(at)
    if (!location) throw new Error(`the sign-in stopped with ${status}: ${body.slice(0, 400)}`)
    at = new URL(location, at).href
  }
  const code = new URL(at).searchParams.get('code')
  if (!code) throw new Error(`no code came: ${at}`)
  const answer = await browser.post(`${url}/oidc/token`, {
    grant_type: 'authorization_code',
    client_id: 'ci-web',
    code,
    redirect_uri: back,
    code_verifier: verifier
  })
  const { access_token: token } = z.object({ access_token: z.string().optional() }).parse(JSON.parse(answer.body))
  if (!token) throw new Error(`no token came: ${answer.body}`)
}
