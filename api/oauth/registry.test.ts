/** Apps added, listed and removed by the command, and what they can do then. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { pageOfEvents } from '../audit/log.ts'
import { openDeps } from '../start.ts'
import { openTestDatabase } from '../test-database.ts'
import { testConfig } from '../testing.ts'
import { createClients } from './clients.ts'
import { runClients } from './registry-command.ts'
import { environmentOf, runAsProcess, secretIn } from './test-command.ts'
import { askFor, browserFor, ping, registeredParty, signInToWeb } from './test-party.ts'
import { startSignInWorld, type SignInWorld } from './test-world.ts'

const REDIRECT = 'http://127.0.0.1:9/callback'

let world: SignInWorld
beforeAll(async () => {
  world = await startSignInWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

const run = async (...args: readonly string[]) => (await runClients(world.deps, args)).join('\n')
const add = (id: string, ...more: readonly string[]) =>
  run('add', '--name', 'Demo LMS', '--id', id, '--company', world.organizationId, '--redirect', REDIRECT, ...more)
const partyWith = (clientId: string, clientSecret: string) =>
  registeredParty(world, { clientId, clientSecret, redirectUri: REDIRECT })
const actionsOf = async (organizationId: string) =>
  (await pageOfEvents(world.deps, { organizationId, order: 'desc', limit: 50 }))
    .filter(({ action }) => action.startsWith('app.'))
    .map(({ action, actor, detail }) => `${actor} ${action} ${String(detail['clientId'])}`)

describe('adding an app', () => {
  it('lets it sign the company’s people in without a page of consent, and nobody of another company', async () => {
    const party = await partyWith('lms-works', secretIn(await add('lms-works')))
    await world.addPerson('ines')
    world.workos.next = ping('ines')
    const browser = browserFor(world)
    const tokens = await signInToWeb(browser, party)
    expect(tokens.claims()?.sub).toContain(world.organizationId)
    expect((await signInToWeb(browser, party, { prompt: 'consent' })).claims()?.sub).toBe(tokens.claims()?.sub)
    world.workos.next = { ...ping('ines'), connection_id: 'conn_okta' }
    const asked = askFor(party, { code_challenge: 'c'.repeat(43), code_challenge_method: 'S256' })
    const { response } = await browserFor(world).open(asked)
    expect(response?.status).toBe(403)
  })

  it('wants PKCE of it unless it was said that it cannot', async () => {
    const strict = await partyWith('lms-strict', secretIn(await add('lms-strict')))
    const lax = await partyWith('lms-lax', secretIn(await add('lms-lax', '--pkce', 'no')))
    const refused = await browserFor(world).open(askFor(strict))
    expect(new URL(refused.url).searchParams.get('error')).toBe('invalid_request')
    world.workos.next = ping('ines')
    const { url } = await browserFor(world).open(askFor(lax))
    expect(new URL(url).searchParams.get('code')).toBeTruthy()
  })

  it('is recorded with the company, or with each company when people of any may use it', async () => {
    await add('lms-own')
    await run('add', '--name', 'Demo App for All', '--company', 'any', '--redirect', REDIRECT)
    expect(await actionsOf(world.organizationId)).toContain('operator app.added lms-own')
    expect(await actionsOf(world.otherId)).toEqual(['operator app.added demo-app-for-all'])
  })

  it('changes nothing on a dry run, and says what it would do', async () => {
    const said = await add('lms-dry', '--dry-run')
    expect(said).toContain('Would be added')
    expect(secretIn(said)).toBe('')
    expect(await run('list')).not.toContain('lms-dry')
    expect(await actionsOf(world.organizationId)).not.toContain('operator app.added lms-dry')
  })

  test.each([
    ['an address without TLS', ['--redirect', 'http://lms.example.com/callback'], 'has no TLS'],
    ['an address of another scheme', ['--redirect', 'javascript:alert(1)'], 'has no TLS'],
    ['an address with a fragment', ['--redirect', 'https://lms.example.com/#done'], 'has a fragment'],
    ['an address with a wildcard', ['--redirect', 'https://*.example.com/callback'], 'has a wildcard'],
    ['an address with a password', ['--redirect', 'https://a:b@lms.example.com/'], 'user name or password'],
    ['an address that is none', ['--post-logout', 'lms.example.com'], 'is no address'],
    ['a back channel without TLS', ['--backchannel-logout', 'http://lms.example.com/logout'], 'has no TLS'],
    ['an id that is CI’s own', ['--id', 'ci-web'], 'begin the ids of CI’s own'],
    ['an id with spaces', ['--id', 'demo lms'], 'small letters'],
    ['a company that is not there', ['--company', 'org_none'], 'does not exist'],
    ['a way to authenticate that there is not', ['--auth', 'none'], '"basic" or "post"'],
    ['an option that there is not', ['--secret', 'mine'], "'--secret'"],
    ['an id that is taken', ['--id', 'lms-works'], 'already']
  ])('refuses %s and says what to do', async (_what, changed, why) => {
    const before = await run('list')
    await expect(add('lms-bad', ...changed)).rejects.toThrow(why)
    expect(await run('list')).toBe(before)
  })

  it('says all that is missing at once', async () => {
    await expect(run('add')).rejects.toThrow(/--name "Demo LMS"[\s\S]+--company org_…[\s\S]+--redirect https/u)
  })
})

describe('an app that is there', () => {
  const redeems = async (secret: string): Promise<boolean> => {
    const answer = await fetch(`${world.url}/oidc/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`lms-kept:${secret}`).toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'authorization_code', code: 'none', redirect_uri: REDIRECT })
    })
    return answer.status !== 401
  }

  it('gets another secret: the old one dies within seconds, the new one lives, and neither is printed again', async () => {
    const old = secretIn(await add('lms-kept'))
    expect(await redeems(old)).toBe(true)
    await run('rotate-secret', 'lms-kept', '--dry-run')
    expect(await redeems(old)).toBe(true)
    const next = secretIn(await run('rotate-secret', 'lms-kept'))
    await expect.poll(() => redeems(old)).toBe(false)
    expect(await redeems(next)).toBe(true)
    const listed = await run('list')
    expect(listed).toContain('lms-kept')
    expect(listed.includes(old) || listed.includes(next)).toBe(false)
  })

  it('is removed, which is recorded', async () => {
    await run('remove', 'lms-kept')
    expect(await run('list')).not.toContain('lms-kept')
    await expect(run('remove', 'lms-kept')).rejects.toThrow('There is no client "lms-kept"')
    const answer = await fetch(askFor(await partyWith('lms-kept', 'x')), { redirect: 'manual' })
    await expect.poll(async () => (await fetch(answer.url, { redirect: 'manual' })).status).toBe(400)
    expect(await actionsOf(world.organizationId)).toEqual(
      expect.arrayContaining(['operator app.secret_replaced lms-kept', 'operator app.removed lms-kept'])
    )
  })

  it('cannot be one of CI’s own', async () => {
    await world.learningClient(world.organizationId)
    for (const own of ['ci-web', 'ci-tab', `thinkific-${world.organizationId}`])
      await expect(run('remove', own)).rejects.toThrow('There is no client')
  })
})

describe('the command', () => {
  it('works in a process of its own on a database of its own', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ci-clients-'))
    const given = process.env['TEST_DATABASE_URL']
    const own = given ? await openTestDatabase(given) : undefined
    const env = { ...environmentOf(testConfig()), ...(own ? { DATABASE_URL: own.url } : { DATA_FOLDER: folder }) }
    try {
      const added = await runAsProcess(env, ['add', '--name', 'Ágora LMS', '--company', 'any', '--redirect', REDIRECT])
      expect(added).toMatchObject({ code: 0, err: '' })
      const refused = await runAsProcess(env, ['remove', 'other'])
      expect(refused).toMatchObject({ code: 1, out: '', err: expect.stringContaining('There is no client') as string })
      await using opened = await openDeps(env)
      const client = await createClients(opened.deps).find('agora-lms')
      expect(client).toMatchObject({ client_secret: secretIn(added.out), redirect_uris: [REDIRECT] })
    } finally {
      await own?.[Symbol.asyncDispose]()
      rmSync(folder, { recursive: true, force: true })
    }
  })

  it('without a word says how, and without a configuration what to set', async () => {
    expect((await runAsProcess({}, [])).out).toContain('npm run clients -- add')
    const refused = await runAsProcess({}, ['list'])
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('PUBLIC_URL') as string })
  })
})
