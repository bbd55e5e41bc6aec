/** Everything the app asks Microsoft for, a line each: from the manifest, the registrations in Entra, and the calls in the code. */
import { readdir, readFile } from 'node:fs/promises'
import { z } from 'zod'
import { GRAPH_CALLS } from '../api/contract/graph-calls.ts'
import { createManifest } from '../appPackage/manifest.ts'

const root = new URL('../', import.meta.url)
const read = (path: string): Promise<string> => readFile(new URL(path, root), 'utf8')

/** What only describes. Anything else that ever stands in a manifest counts as asked for. */
const DESCRIBES =
  /^(?:\$schema|manifestVersion|version|id|localizationInfo|developer|name|description|icons|accentColor|bots\.(?:botId|commandLists)|staticTabs\.(?:name|entityId|contentUrl|websiteUrl))\b/u

export function manifestLines(manifest: object): readonly string[] {
  const lines = leaves(manifest, '')
    .filter(([path]) => !DESCRIBES.test(path))
    .map(([path, value]) => `manifest ${path} ${value}`)
  return [...new Set(lines)]
}

/** Places in lists do not count. */
function leaves(value: unknown, path: string): readonly (readonly [path: string, value: string])[] {
  if (Array.isArray(value)) return value.flatMap((each: unknown) => leaves(each, path))
  if (typeof value !== 'object' || value === null) return [[path, String(value)]]
  return Object.entries(value).flatMap(([key, each]) => leaves(each, path ? `${path}.${key}` : key))
}

const registration = z.object({
  signInAudience: z.string(),
  api: z.object({
    oauth2PermissionScopes: z.array(z.object({ value: z.string(), type: z.string() })),
    preAuthorizedApplications: z.array(z.object({ appId: z.string() }))
  }),
  web: z.object({ redirectUris: z.array(z.string()) }),
  groupMembershipClaims: z.string().nullish(),
  optionalClaims: z
    .partialRecord(z.enum(['idToken', 'accessToken', 'saml2Token']), z.array(z.object({ name: z.string() })))
    .default({}),
  appRoles: z.array(z.object({ value: z.string() })).default([]),
  requiredResourceAccess: z.array(
    z.object({
      resourceAppId: z.string(),
      resourceAccess: z.array(z.object({ id: z.string(), type: z.string() }))
    })
  )
})

export function registrationLines(content: unknown): readonly string[] {
  const { signInAudience, api, web, appRoles, requiredResourceAccess, groupMembershipClaims, optionalClaims } =
    registration.parse(content)
  return [
    `entra audience ${signInAudience}`,
    ...api.oauth2PermissionScopes.map(({ value, type }) => `entra offers scope ${value} (${type})`),
    ...api.preAuthorizedApplications.map(({ appId }) => `entra authorizes beforehand ${appId}`),
    ...web.redirectUris.map(uri => `entra comes back to ${uri}`),
    ...(groupMembershipClaims ? [`entra tells in tokens ${groupMembershipClaims}`] : []),
    ...Object.entries(optionalClaims).flatMap(([token, claims]) =>
      claims.map(({ name }) => `entra tells ${name} in ${token}`)
    ),
    ...appRoles.map(({ value }) => `entra offers role ${value}`),
    ...requiredResourceAccess.flatMap(({ resourceAppId, resourceAccess }) =>
      resourceAccess.map(({ id, type }) => `entra requires ${resourceAppId} ${id} (${type})`)
    )
  ]
}

const callLines = (): readonly string[] =>
  Object.values(GRAPH_CALLS).map(({ method, path, needs }) => `graph ${method} ${path} by ${needs}`)

/** Scopes that the product asks Microsoft's sign-in for, wherever they stand. */
async function scopeLines(): Promise<readonly string[]> {
  const lines: string[] = []
  for (const path of [
    'api/identity/own-consent.ts',
    'api/identity/entra-code.ts',
    'bot/connector-token.ts',
    'api/vendors/graph-app.ts'
  ]) {
    const scope = /const SCOPE = '(?<scope>[^']+)'/u.exec(await read(path))?.groups?.['scope']
    if (!scope) throw new Error(`"${path}" has no SCOPE any more: say here where it went`)
    lines.push(`scope ${scope} (${path})`)
  }
  const asked = /const SCOPES = \[(?<scopes>[^\]]+)\]/u.exec(await read('tab/consent.ts'))?.groups?.['scopes']
  if (!asked) throw new Error('"tab/consent.ts" has no SCOPES any more: say here where they went')
  return [...lines, `scope ${asked.replaceAll(/[',]/gu, '')} (tab/consent.ts)`]
}

const NAMES_GRAPH = /graph\.microsoft\.com|GRAPH_URL/u

/** Files of the product that name Microsoft Graph: another one may call it in another way. */
export async function graphFiles(): Promise<readonly string[]> {
  const found: string[] = []
  for (const folder of ['api', 'bot', 'tab']) {
    const names = await readdir(new URL(`${folder}/`, root), { recursive: true })
    for (const name of names.filter(each => /(?<!\.test)\.tsx?$/u.test(each) && !/(?:^|\/)test-/u.test(each)))
      if (NAMES_GRAPH.test(await read(`${folder}/${name}`))) found.push(`names Graph ${folder}/${name}`)
  }
  return found
}

/** Who the registrations of `teamsapp.yml` are open to. */
const audienceLines = (yml: string): readonly string[] =>
  [...yml.matchAll(/name: (?<name>ConsciousInsights \w+) [\s\S]*?signInAudience: (?<who>\w+)/gu)].map(
    ({ groups }) => `registration ${groups?.['name'] ?? ''} ${groups?.['who'] ?? ''}`
  )

export async function permissionLines(): Promise<readonly string[]> {
  const manifest = createManifest({
    domain: '{domain}',
    botId: '{bot id}',
    tabId: '{tab id}',
    appId: '{app id}',
    version: '0.0.0',
    websiteUrl: '',
    privacyUrl: '',
    termsUrl: ''
  })
  return [
    ...manifestLines(manifest),
    ...registrationLines(JSON.parse(await read('appPackage/aad.manifest.json'))),
    ...audienceLines(await read('teamsapp.yml')),
    ...callLines(),
    ...(await graphFiles()),
    ...(await scopeLines())
  ].toSorted()
}
