/** Which resource a scope asks for, and what was consented to. */
import { keyOf, type Directory, type Registration } from './directory.ts'
import { refuse } from './refusals.ts'

export const GRAPH = 'https://graph.microsoft.com'
const GRAPH_APP_ID = '00000003-0000-0000-c000-000000000000'
const CONNECTOR = 'https://api.botframework.com'
const OIDC_SCOPES = ['openid', 'profile', 'email', 'offline_access']
const DEFAULT = '.default'
/** Stands for everyone in the tenant: an admin's consent. */
const EVERYONE = '*'
const UNDECIDED = { scopes: [], refused: [], everything: true } as const

export type Resource = {
  /** The name that scopes are kept under. */
  readonly uri: string
  /** `aud` of its tokens. */
  readonly audience: string
  readonly version: 1 | 2
  /** The registration, where it is one of ours. */
  readonly app?: Registration
}

export type Requested = {
  readonly resource: Resource
  /** Scopes without the resource, OpenID ones left out. */
  readonly names: readonly string[]
  readonly oidc: readonly string[]
}

export function appResource(app: Registration): Resource {
  const audience = app.accessTokenVersion === 2 ? app.clientId : app.appIdUri
  return { uri: app.appIdUri, audience, version: app.accessTokenVersion, app }
}

function findResource({ apps }: Directory, name: string): Resource | undefined {
  const wanted = name.toLowerCase()
  if (wanted === GRAPH || wanted === GRAPH_APP_ID) return { uri: GRAPH, audience: GRAPH, version: 1 }
  if (wanted === CONNECTOR) return { uri: CONNECTOR, audience: CONNECTOR, version: 1 }
  const app = apps.values().find(each => namesOf(each).includes(wanted))
  return app && appResource(app)
}

/** What a token for this app may be addressed to. */
export const namesOf = ({ clientId, appIdUri }: Registration): readonly string[] =>
  [clientId, appIdUri, `api://${clientId}`].map(name => name.toLowerCase())

/** Splits `api://host/id/access_as_user` at its last slash; a bare name is Graph's, and none at all asks Graph for `openid`. */
export function readScope(directory: Directory, scope: string, tenant: string): Requested {
  const all = scope.split(/\s+/u).filter(Boolean)
  if (all.length === 0) throw refuse.missing('scope')
  const oidc = all.filter(name => OIDC_SCOPES.includes(name))
  const wanted = all.filter(name => !oidc.includes(name)).map(splitScope)
  const uris = new Set(wanted.map(({ uri }) => uri.toLowerCase()))
  if (uris.size > 1) throw refuse.manyResources(scope)
  if (wanted.some(({ name }) => !name)) throw refuse.badScope(scope)
  const uri = wanted[0]?.uri ?? GRAPH
  const resource = findResource(directory, uri)
  if (!resource) throw refuse.unknownResource(uri, tenant)
  return { resource, names: wanted.map(({ name }) => name), oidc }
}

function splitScope(scope: string): { readonly uri: string; readonly name: string } {
  const cut = scope.lastIndexOf('/')
  return cut < 0 ? { uri: GRAPH, name: scope } : { uri: scope.slice(0, cut), name: scope.slice(cut + 1) }
}

export const isDefault = ({ names }: Requested): boolean => names.length === 1 && names[0] === DEFAULT

type Asking = { readonly tid: string; readonly oid: string; readonly clientId: string }

/** The scopes that go into the token, or undefined where somebody must consent first. */
export function consentedScopes(
  directory: Directory,
  asking: Asking,
  { resource, names }: Requested
): readonly string[] | undefined {
  const usual = resource.uri === GRAPH ? 'User.Read' : 'access_as_user'
  const wanted = names.map(name => (name === DEFAULT ? usual : name))
  if (needsNoConsent(asking.clientId, resource)) return wanted
  const granted = grantedScopes(directory, asking, resource)
  const all = names.includes(DEFAULT) && granted.length > 0 ? granted : wanted
  return all.every(name => granted.includes(name) || isOpen(directory, asking, `${resource.uri}/${name}`))
    ? [...new Set([...all, ...granted])]
    : undefined
}

const needsNoConsent = (clientId: string, { app }: Resource): boolean =>
  app !== undefined && (app.clientId === clientId || app.preauthorized.includes(clientId))

function grantedScopes({ consents }: Directory, { tid, oid, clientId }: Asking, { uri }: Resource): readonly string[] {
  const kept = [EVERYONE, oid].flatMap(who => consents.get(keyOf(tid, clientId, who))?.scopes ?? [])
  return [...new Set(kept)].filter(scope => scope.startsWith(`${uri}/`)).map(scope => scope.slice(uri.length + 1))
}

/** For registered apps an admin has consented to everything until `requireConsent` says otherwise. */
function isOpen({ apps, consents }: Directory, { tid, clientId }: Asking, scope: string): boolean {
  const { everything, refused } = consents.get(keyOf(tid, clientId, EVERYONE)) ?? UNDECIDED
  return apps.get(keyOf(clientId)) !== undefined && everything && !refused.includes(scope)
}

type Consenting = Omit<Asking, 'oid'> & { readonly oid?: string }

/** @param consenting with `oid` one person consents; without it an admin does, for everyone. */
export function keepConsent({ consents, ...directory }: Directory, consenting: Consenting, scope: string): void {
  const { tid, clientId, oid = EVERYONE } = consenting
  const given = fullNames(readScope({ consents, ...directory }, scope, tid))
  const key = keyOf(tid, clientId, oid)
  const kept = consents.get(key) ?? UNDECIDED
  consents.set(key, {
    ...kept,
    scopes: [...new Set([...kept.scopes, ...given])],
    refused: kept.refused.filter(each => !given.includes(each))
  })
}

/** Takes back everybody's consent in the tenant to these scopes, or to all of them. */
export function dropConsent(
  { consents, ...directory }: Directory,
  { tid, clientId }: Consenting,
  scope?: string
): void {
  const dropped = scope === undefined ? undefined : fullNames(readScope({ consents, ...directory }, scope, tid))
  const everyone = keyOf(tid, clientId, EVERYONE)
  const keys = consents.keys().filter(key => key.startsWith(`${keyOf(tid, clientId)} `))
  for (const key of new Set([everyone, ...keys])) {
    const { scopes, refused, everything } = consents.get(key) ?? UNDECIDED
    const without = {
      scopes: scopes.filter(each => !dropped?.includes(each)),
      refused: [...refused, ...(dropped ?? [])],
      everything
    }
    consents.set(key, dropped ? without : { scopes: [], refused: [], everything: false })
  }
}

const fullNames = ({ resource, names }: Requested): readonly string[] => names.map(name => `${resource.uri}/${name}`)
