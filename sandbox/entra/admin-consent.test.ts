import { InteractionRequiredAuthError } from '@azure/msal-node'
import { expect, it } from 'vitest'
import { ANA, msalFor, READ, REDIRECT, startCompany, TAB, TID } from './testEntra.ts'

it('lets an admin consent for everybody, once, and goes only where the app is registered to be', async () => {
  await using entra = await startCompany()
  entra.requireConsent(TID, TAB)
  const oboAssertion = await entra.teamsSsoToken({ tid: TID, oid: ANA, clientId: TAB })
  const onBehalf = () => msalFor(entra).acquireTokenOnBehalfOf({ oboAssertion, scopes: [READ] })
  await expect(onBehalf()).rejects.toThrow(InteractionRequiredAuthError)
  const page = `${entra.standin.url()}/${TID}/v2.0/adminconsent`
  const query = new URLSearchParams({ client_id: TAB, scope: READ, redirect_uri: REDIRECT, state: 's' }).toString()
  const decide = async (decision: string, asked = query) => {
    const body = new URLSearchParams({ request: asked, decision })
    return fetch(page, { method: 'POST', body, redirect: 'manual' })
  }
  expect(await (await fetch(`${page}?${query}`)).text()).toContain(READ)
  const declined = await decide('decline')
  expect(declined.headers.get('location')).toContain('error=access_denied')
  await expect(onBehalf()).rejects.toThrow(InteractionRequiredAuthError)
  const accepted = new URL((await decide('accept')).headers.get('location') ?? '')
  expect(Object.fromEntries(accepted.searchParams)).toMatchObject({ admin_consent: 'True', tenant: TID, state: 's' })
  expect((await onBehalf())?.accessToken).toBeTruthy()
  const stray = query.replace(encodeURIComponent(REDIRECT), encodeURIComponent('https://evil.example/'))
  expect((await decide('accept', stray)).status).toBe(400)
})
