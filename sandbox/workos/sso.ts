/** Sign-in: authorize sends to the connection's login page, the page to the callback with a code, the code to a profile. */
import { createHash } from 'node:crypto'
import type { Request, Response } from 'express'
import { readForm, type Standin } from '../harness/standin.ts'
import type { Data, SsoCode } from './data.ts'
import { loginPage } from './pages.ts'
import type { Connection, LoginAccount } from './model.ts'

const CODE_MS = 10 * 60_000

type Options = { readonly standin: Standin; readonly data: Data; readonly apiKey: string; readonly clientId: string }

export function ssoRoutes({ standin, data, apiKey, clientId }: Options): void {
  const { app } = standin
  app.get('/sso/authorize', (req, res) => {
    const connection = findConnection(data, req)
    const redirectUri = String(req.query['redirect_uri'] ?? '')
    if (req.query['client_id'] !== clientId || !connection || !redirectUri) {
      res
        .status(400)
        .json({ error: 'invalid_request', error_description: 'The client, connection or redirect URI is not known.' })
      return
    }
    const login = new URL(`${standin.url()}/login/${connection.id}`)
    for (const name of ['redirect_uri', 'state', 'code_challenge', 'login_hint']) {
      const value = req.query[name]
      if (typeof value === 'string') login.searchParams.set(name, value)
    }
    res.redirect(login.href)
  })
  app.get('/login/:connectionId', (req, res) => {
    const connection = data.connections.get(req.params.connectionId)
    if (!connection) {
      res.status(404).type('text').send('This sign-in page does not exist')
      return
    }
    // `sign_in_as` is the sandbox's own: a test or the tour signs a named person in without a click.
    const named = String(req.query['sign_in_as'] ?? '')
    if (named) finish(data, { res, connection, form: new URLSearchParams({ ...strings(req), username: named }) })
    else res.type('html').send(loginPage(connection, accountsOf(data, connection.id), strings(req)))
  })
  app.post('/login/:connectionId', (req, res) => {
    const connection = data.connections.get(req.params.connectionId)
    if (connection) finish(data, { res, connection, form: readForm(req) })
    else res.status(404).type('text').send('This sign-in page does not exist')
  })
  app.post('/sso/token', (req, res) => redeem({ data, apiKey, clientId }, req, res))
}

const strings = (req: Request): Record<string, string> =>
  Object.fromEntries(
    Object.entries(req.query).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  )

const findConnection = (data: Data, req: Request): Connection | undefined =>
  typeof req.query['connection'] === 'string'
    ? data.connections.get(req.query['connection'])
    : data.connections.values().find(each => each.organization_id === req.query['organization'])

const accountsOf = (data: Data, connectionId: string): readonly LoginAccount[] =>
  data.accounts.values().filter(each => each.connectionId === connectionId)

type Finish = { readonly res: Response; readonly connection: Connection; readonly form: URLSearchParams }

function finish(data: Data, { res, connection, form }: Finish): void {
  const back = new URL(form.get('redirect_uri') ?? 'about:blank')
  const state = form.get('state')
  if (state !== null) back.searchParams.set('state', state)
  const account = accountsOf(data, connection.id).find(each => each.username === form.get('username'))
  if (form.get('decision') === 'cancel') {
    back.searchParams.set('error', 'access_denied')
    back.searchParams.set('error_description', 'The person canceled the sign-in.')
    res.redirect(back.href)
    return
  }
  if (!account || account.disabled || form.get('decision') === 'wrong') {
    res
      .status(401)
      .type('html')
      .send(
        loginPage(
          connection,
          accountsOf(data, connection.id),
          Object.fromEntries(form),
          'That name and password do not fit. Try again.'
        )
      )
    return
  }
  const code: SsoCode = {
    code: data.newId('code'),
    account: `${connection.id}/${account.idpId}`,
    connectionId: connection.id,
    redirectUri: form.get('redirect_uri') ?? '',
    challenge: form.get('code_challenge') || undefined,
    until: Date.now() + CODE_MS
  }
  data.codes.set(code.code, code)
  back.searchParams.set('code', code.code)
  res.redirect(back.href)
}

type Keys = { readonly data: Data; readonly apiKey: string; readonly clientId: string }

function redeem({ data, apiKey, clientId }: Keys, req: Request, res: Response): void {
  const form = readForm(req)
  const refuse = (error: string, error_description: string): void =>
    void res.status(400).json({ error, error_description })
  if (form.get('client_id') !== clientId) return refuse('invalid_client', 'The client ID is not known.')
  if (form.get('client_secret') !== apiKey) return refuse('invalid_client', 'The client secret is not right.')
  if (form.get('grant_type') !== 'authorization_code')
    return refuse('unsupported_grant_type', 'Only authorization_code is supported.')
  const code = data.codes.get(form.get('code') ?? '')
  // Single use: gone at the first attempt, whatever comes of it.
  if (code) data.codes.delete(code.code)
  const verifier = form.get('code_verifier')
  const proven =
    !code?.challenge ||
    createHash('sha256')
      .update(verifier ?? '')
      .digest('base64url') === code.challenge
  if (!code || code.until < Date.now() || !proven)
    return refuse('invalid_grant', 'The code has expired, was used before, or was made for another verifier.')
  const account = data.accounts.get(code.account)
  const connection = data.connections.get(code.connectionId)
  if (!account || !connection) return refuse('invalid_grant', 'The account is gone.')
  res.json({
    token_type: 'Bearer',
    access_token: data.newId('access_token'),
    expires_in: 600,
    profile: profileOf(data, account, connection)
  })
}

const profileOf = (data: Data, account: LoginAccount, connection: Connection) => ({
  object: 'profile',
  id: data.newId('prof'),
  idp_id: account.idpId,
  organization_id: connection.organization_id,
  connection_id: connection.id,
  connection_type: connection.connection_type,
  email: account.email ?? '',
  first_name: account.firstName ?? null,
  last_name: account.lastName ?? null,
  name: [account.firstName, account.lastName].filter(Boolean).join(' ') || null,
  role: null,
  roles: null,
  groups: account.groups,
  custom_attributes: {},
  raw_attributes: account.rawAttributes
})
