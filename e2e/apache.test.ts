/** A relying party that we did not write: Apache with mod_auth_openidc signs people in through CI and loses them with CI. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createBrowser, type Browser } from '../api/oauth/test-browser.ts'
import { runClientsOn, secretIn } from '../api/oauth/test-command.ts'
import { listOrganizationIds } from '../api/organizations/organizations.ts'
import * as control from '../sandbox/control/contract.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { peopleOf } from '../sandbox/seed.ts'
import { addressesOf, skipWithoutApache, startApache } from './apache.ts'
import { eventually, freePorts, openWalk } from './harness.ts'

const EMPLOYEE = 'northwind/grace-ellison'
const LEAVER = 'northwind/jonas-brandt'

describe.skipIf(skipWithoutApache())('an app on Apache that was added by the command', () => {
  let box: Sandbox
  let apache: AsyncDisposable
  let at: ReturnType<typeof addressesOf>

  beforeAll(async () => {
    box = await openWalk()
    const port = await freePorts()
    at = addressesOf(port)
    const { deps } = box.product
    const [organizationId = ''] = await listOrganizationIds(deps)
    const addresses = ['--redirect', at.redirect, '--post-logout', at.goodbye, '--backchannel-logout', at.backchannel]
    const added = await runClientsOn(deps, ['add', '--name', 'Demo App', '--company', organizationId, ...addresses])
    const credentials = { clientId: 'demo-app', clientSecret: secretIn(added) }
    apache = await startApache({ port, issuer: `${box.url}/oidc`, ...credentials })
  })
  afterAll(async () => {
    await apache[Symbol.asyncDispose]()
    await box[Symbol.asyncDispose]()
  })

  const newBrowser = (): Browser => createBrowser([box.url, box.world.addresses.workos, at.url])
  const open = (browser: Browser) => browser.open(at.courses)
  const nameOn = ({ response }: Awaited<ReturnType<Browser['open']>>) => response?.headers.get('x-signed-in-as') ?? null
  const atProvider = (url: string): boolean => new URL(url).pathname.startsWith('/login/')

  async function signIn(browser: Browser, personKey: string) {
    const email = peopleOf(box.world).get(personKey)?.email ?? ''
    const page = await open(browser)
    expect(atProvider(page.url)).toBe(true)
    return browser.open(`${page.url}&sign_in_as=${encodeURIComponent(email)}`)
  }

  test('signs a person in through CI and their company’s provider, by CI’s subject, and keeps its own session', async () => {
    const browser = newBrowser()
    const first = await signIn(browser, EMPLOYEE)
    expect(first.url).toBe(at.courses)
    expect(nameOn(first)).toMatch(/^org_\w+\.per_\w+$/u)
    const again = await open(browser)
    expect([again.url, nameOn(again)]).toEqual([at.courses, nameOn(first)])
  })

  test('somebody signs out there: CI asks, its session ends too, and the browser comes back', async () => {
    const browser = newBrowser()
    await signIn(browser, EMPLOYEE)
    const asked = await browser.open(at.signOut)
    const text = (await asked.response?.text()) ?? ''
    expect(text).toContain('Sign out of ConsciousInsights?')
    const xsrf = /name="xsrf" value="([^"]+)"/u.exec(text)?.[1] ?? ''
    const done = await browser.post(`${box.url}/oidc/session/end/confirm`, { xsrf, logout: 'yes' })
    expect(done.url.split('?')[0]).toBe(at.goodbye)
    expect(atProvider((await open(browser)).url)).toBe(true)
  })

  test('somebody leaves the company: CI tells Apache, which ends a session that never asks CI again', async () => {
    const [leaver, colleague] = [newBrowser(), newBrowser()]
    expect(nameOn(await signIn(leaver, LEAVER))).not.toBeNull()
    expect(nameOn(await signIn(colleague, EMPLOYEE))).not.toBeNull()
    await box.call(control.leave, { params: { personKey: LEAVER }, body: { how: 'deactivate' } })
    await eventually(async () => (nameOn(await open(leaver)) === null ? true : undefined), 'the end of the session')
    expect(nameOn(await open(colleague))).not.toBeNull()
  })
})
