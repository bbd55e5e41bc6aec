/** Organizations whose people sign in with CI itself, their mail server, and a browser on the pages of that sign-in. */
import * as client from 'openid-client'
import { invitePerson } from '../contract/people.ts'
import { configureOrganization } from '../organizations/organizations.ts'
import { sleep } from '../platform/time.ts'
import { createMailStandin, type MailStandin, type ReceivedMail } from '../../sandbox/mail/mail.ts'
import type { Browser } from './test-browser.ts'
import { askFor, browserFor, redeem, webParty, type Party } from './test-party.ts'
import { OPERATOR, settings, startSignInWorld, type SignInWorld } from './test-world.ts'

export type OwnWorld = SignInWorld & {
  readonly mail: MailStandin
  /** Invited people only. */
  readonly staffId: string
  readonly academyId: string
  readonly configure: (externalId: string, more: object) => Promise<string>
  readonly invite: (organizationId: string, email: string, more?: object) => Promise<string>
  /** The latest code that was mailed there, once there are that many mails. */
  readonly codeFor: (email: string, mails?: number) => Promise<string>
  readonly mailsTo: (email: string) => readonly ReceivedMail[]
}

const SIGN_IN = { user: 'ci', password: 'mail-password-for-tests' }

export async function startOwnWorld(host: '127.0.0.1' | 'localhost' = '127.0.0.1'): Promise<OwnWorld> {
  await using stack = new AsyncDisposableStack()
  const mail = stack.use(createMailStandin(SIGN_IN))
  await mail.standin.listen()
  const MAIL_URL = mail.standin.url().replace('smtp://', `smtp://${SIGN_IN.user}:${SIGN_IN.password}@`)
  const config = { MAIL_URL, MAIL_FROM: 'CI demo <sign-in@ci.test>' }
  const world = stack.use(await startSignInWorld({ jobs: true, config, host }))
  const configure = async (externalId: string, more: object): Promise<string> => {
    const { organizationId } = await configureOrganization(world.deps, { externalId, settings: settings(more) })
    return organizationId
  }
  const staffId = await configure('staff', { name: 'Demo Staff', signIn: 'own' })
  const academyId = await configure('academy', { name: 'Demo Academy', signIn: 'own' })
  const mailsTo = (email: string) => mail.mails().filter(({ to }) => to.includes(email))
  const owned = stack.move()
  return {
    ...world,
    mail,
    staffId,
    academyId,
    configure,
    invite: async (organizationId, email, more = {}) => {
      const body = { email, ...more }
      return (await world.call(OPERATOR)(invitePerson, { params: { organizationId }, body })).personId
    },
    mailsTo,
    codeFor: async (email, mails = 1) => {
      await until(() => mailsTo(email).length >= mails, `mail to ${email}`)
      return codeIn(mailsTo(email).at(-1))
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync()
  }
}

const codeIn = (mail: ReceivedMail | undefined): string => /(\d{4}) (\d{4})/u.exec(mail?.text ?? '')?.[0] ?? ''

export async function until(holds: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const end = performance.now() + 15_000
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`waited in vain for ${what}`)
    await sleep(25)
  }
}

export type Page = { readonly url: string; readonly status: number; readonly text: string }

export async function pageOf(opened: ReturnType<Browser['open']>): Promise<Page> {
  const { url, response } = await opened
  return { url, status: response?.status ?? 0, text: (await response?.text()) ?? '' }
}

export type Visit = {
  readonly browser: Browser
  /** Of the interaction. */
  readonly base: string
  readonly first: Page
  readonly post: (path: string, form?: Readonly<Record<string, string>>) => Promise<Page>
  readonly get: (path: string) => Promise<Page>
  /** Redeems the code that the app was given. */
  readonly tokensAt: (page: Page) => Promise<client.TokenEndpointResponse & client.TokenEndpointResponseHelpers>
}

/** Opens the sign-in as an app does; the web app unless told otherwise. */
export async function visit(
  world: OwnWorld,
  { party, browser }: { readonly party?: Party; readonly browser?: Browser } = {}
): Promise<Visit> {
  const app = party ?? (await webParty(world))
  const used = browser ?? browserFor(world)
  const verifier = client.randomPKCECodeVerifier()
  const challenge = await client.calculatePKCECodeChallenge(verifier)
  const scope = 'openid profile email offline_access api'
  const asking = askFor(app, { code_challenge: challenge, code_challenge_method: 'S256', scope, prompt: 'login' })
  const first = await pageOf(used.open(asking))
  const base = first.url
  return {
    browser: used,
    base,
    first,
    post: (path, form = {}) => pageOf(used.post(base + path, form)),
    get: path => pageOf(used.open(base + path)),
    tokensAt: page => redeem(app, page.url, verifier)
  }
}

/** As a person does who was invited. */
export async function signInByCode(
  world: OwnWorld,
  email: string
): Promise<{ readonly visit: Visit; readonly page: Page }> {
  const visited = await visit(world)
  const before = world.mailsTo(email).length
  await visited.post('/email', { email })
  const page = await visited.post('/code', { code: await world.codeFor(email, before + 1) })
  return { visit: visited, page }
}

export const codeGiven = ({ url }: Page): string | null => new URL(url).searchParams.get('code')
