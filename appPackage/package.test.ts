import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { GRAPH_CALLS, LEVEL_PERMISSIONS } from '../api/contract/graph-calls.ts'
import { readCommand } from '../bot/commands.ts'
import { grantCommands } from '../tab/pages/reach/grant-commands.ts'
import { assertValid, buildPackage, ManifestInvalidError } from './build.ts'
import { createManifest, SCHEMA_VERSION, type Manifest, type PackageSettings } from './manifest.ts'
import { IN_PACKAGE, ON_TOP } from './permissions.ts'
import { readSettings } from './settings.ts'
import { PACKAGE_WORDS } from './words.ts'

const run = promisify(execFile)
const script = fileURLToPath(new URL('package.ts', import.meta.url))

const BOT = 'b0b0b0b0-0000-4000-8000-000000000001'
const TAB = '7ab7ab7a-0000-4000-8000-000000000002'
const APP = 'a99a99a9-0000-4000-8000-000000000003'
const ARGS = ['--domain', 'coach.example.com', '--bot-id', BOT, '--tab-id', TAB, '--app-id', APP]
const settings: PackageSettings = readSettings({ args: ARGS, env: {}, version: '1.2.3' })

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'package-'))
})
afterAll(() => rm(folder, { recursive: true }))

const runPackage = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  run(process.execPath, [script, ...args], {
    env: { PATH: process.env['PATH'], PACKAGE_FOLDER: `${pathToFileURL(folder).href}/`, ...env }
  })

const readManifest = (zip: Uint8Array): Manifest =>
  JSON.parse(strFromU8(unzipSync(zip)['manifest.json'] ?? new Uint8Array()))

test('the command writes a zip with manifest, icons and Spanish at its root, and tells the admin what comes next', async () => {
  const { stdout } = await runPackage(ARGS)
  const zip = await readFile(join(folder, 'appPackage.zip'))
  expect(Object.keys(unzipSync(zip)).toSorted()).toEqual(['color.png', 'es.json', 'manifest.json', 'outline.png'])
  expect(stdout).toMatch(/sha256 [0-9a-f]{64}/u)
  expect(stdout).toContain('Upload new app')

  const manifest = readManifest(zip)
  expect(manifest).toMatchObject({
    id: APP,
    bots: [{ botId: BOT, isNotificationOnly: false }],
    webApplicationInfo: { id: TAB, resource: `api://coach.example.com/${TAB}` }
  })
  expect(manifest.staticTabs.map(tab => tab.entityId)).toEqual(['coach', 'about'])
})

test('the command takes the same values from the environment of the product', async () => {
  await runPackage([], {
    PUBLIC_URL: 'https://other.example.com/',
    BOT_APP_ID: BOT,
    TAB_CLIENT_ID: TAB,
    TEAMS_APP_ID: APP
  })
  const manifest = readManifest(await readFile(join(folder, 'appPackage.zip')))
  expect(manifest.validDomains).toEqual(['other.example.com'])
})

test('missing values end the command with their names and an example', async () => {
  const failure = await runPackage(['--domain', 'https://coach.example.com', '--bot-id', BOT]).catch(
    (err: unknown) => err
  )
  expect(failure).toMatchObject({ code: 1 })
  const { stderr } = failure as { readonly stderr: string }
  expect(stderr).toContain('--tab-id or TAB_CLIENT_ID')
  expect(stderr).toContain('--app-id or TEAMS_APP_ID')
  expect(stderr).toContain('without https://')
  expect(stderr).not.toContain('--bot-id or')
  expect(stderr).toContain('npm run package -- --domain coach.example.com')
})

test('the same settings give the same bytes', async () => {
  const [first, second] = await Promise.all([buildPackage(settings), buildPackage(settings)])
  expect(Buffer.compare(first.zip, second.zip)).toBe(0)
})

test("each file passes Microsoft's schema, and a file that should not does not", async () => {
  const { files } = await buildPackage(settings)
  for (const name of ['manifest.json', 'es.json']) {
    expect(() => assertValid(name, JSON.parse(strFromU8(files.get(name) ?? new Uint8Array())))).not.toThrow()
  }
  const manifest = createManifest(settings)
  expect(manifest.manifestVersion).toBe(SCHEMA_VERSION)
  expect(() => assertValid('manifest.json', { ...manifest, name: { short: 'x'.repeat(31) } })).toThrow(
    ManifestInvalidError
  )
  expect(() => assertValid('es.json', { 'description.short': 'x'.repeat(81) })).toThrow(ManifestInvalidError)
})

test('every text of the manifest has its Spanish counterpart', async () => {
  const { files } = await buildPackage(settings)
  const spanish: Readonly<Record<string, string>> = JSON.parse(strFromU8(files.get('es.json') ?? new Uint8Array()))
  const manifest = createManifest(settings)
  expect(spanish['staticTabs[0].name']).toBe(PACKAGE_WORDS.es.coachTab)
  for (const [index, command] of (manifest.bots[0]?.commandLists[0]?.commands ?? []).entries()) {
    const path = `bots[0].commandLists[0].commands[${index}]`
    expect(spanish[`${path}.title`], command.title).toBeTruthy()
    expect(spanish[`${path}.description`]).not.toBe(command.description)
    expect(spanish[`${path}.prompt`], command.prompt).toBeTruthy()
    expect(command.type).toBe('prompt')
  }
})

test('the bot understands every command that Teams offers, the same one in each language', () => {
  const understood = (['en', 'es'] as const).map(language =>
    PACKAGE_WORDS[language].commands.map(({ prompt }) => readCommand(prompt)?.kind)
  )
  const commands = ['why', 'pause', 'resume', 'fewer', 'stop', 'privately', 'erase', 'help']
  // The first two begin a conversation.
  expect(understood[0]).toEqual([undefined, undefined, ...commands])
  expect(understood[1]).toEqual(understood[0])
})

test('icons have the sizes and kinds that Teams wants', async () => {
  const { files } = await buildPackage(settings)
  const header = (name: string) => {
    const bytes = Buffer.from(files.get(name) ?? new Uint8Array())
    return {
      magic: bytes.toString('latin1', 1, 4),
      width: bytes.readUInt32BE(16),
      height: bytes.readUInt32BE(20),
      kind: bytes[25]
    }
  }
  expect(header('color.png')).toMatchObject({ magic: 'PNG', width: 192, height: 192 })
  // Kind 6 has an alpha channel: the outline stands on a transparent ground.
  expect(header('outline.png')).toEqual({ magic: 'PNG', width: 32, height: 32, kind: 6 })
})

test('the manifest asks for exactly what docs/permissions.md explains, as the pack explains it', async () => {
  const page = await readFile(new URL('../docs/permissions.md', import.meta.url), 'utf8')
  const section = page.split('## In the app package')[1]?.split('\n## ')[0] ?? ''
  const told = [...section.matchAll(/^\| ([\w.]+) \| `([^`]+)` \| (.+) \| (.+) \|$/gmu)].map(([, ...row]) => row)
  expect(told).toEqual(IN_PACKAGE)
  const explained = IN_PACKAGE.map(([where, value]) => `${where} ${value}`)
  const manifest = createManifest({ ...settings, domain: '{domain}', tabId: '{tab id}' })
  const asked = [
    ...manifest.permissions.map(value => `permissions ${value}`),
    ...manifest.bots.flatMap(bot => bot.scopes.map(scope => `bots.scopes ${scope}`)),
    ...new Set(manifest.staticTabs.flatMap(tab => tab.scopes.map(scope => `staticTabs.scopes ${scope}`))),
    `webApplicationInfo ${manifest.webApplicationInfo.resource}`,
    ...manifest.validDomains.map(value => `validDomains ${value}`),
    `supportsChannelFeatures ${manifest.supportsChannelFeatures}`
  ]
  expect(explained.toSorted()).toEqual(asked.toSorted())
})

test('docs/permissions.md says of each step what the pack says, and the registration asks for none', async () => {
  const read = (path: string) => readFile(new URL(path, import.meta.url), 'utf8')
  const page = await read('../docs/permissions.md')
  const listed = [...page.matchAll(/^\| `([^`]+)` \| (delegated|application, level \d) \| (.+) \| (.+) \|$/gmu)].map(
    ([, name, kind, why, without]) => [name, kind, why?.replace(/ \(\[.+?\)\)/u, ''), without]
  )
  expect(listed).toEqual(ON_TOP)
  expect(ON_TOP.map(([name]) => name)).toEqual([...new Set(Object.values(GRAPH_CALLS).map(({ needs }) => needs))])
  const registration = JSON.parse(await read('aad.manifest.json')) as { readonly requiredResourceAccess: unknown[] }
  expect(registration.requiredResourceAccess).toEqual([])
})

test('each level of Graph adds exactly the permission that the admin’s commands grant', () => {
  const at = (level: number) =>
    [...grantCommands(TAB, [APP], level).matchAll(/Value -eq '(?<role>[^']+)'/gu)].map(({ groups }) => groups?.['role'])
  expect(at(0)).toEqual([])
  expect(at(1)).toEqual([LEVEL_PERMISSIONS[1]])
  expect(at(2)).toEqual([LEVEL_PERMISSIONS[1], LEVEL_PERMISSIONS[2]])
})

test('nothing in the manifest grants more than level 0', () => {
  const granting = [
    'authorization',
    'devicePermissions',
    'composeExtensions',
    'copilotAgents',
    'configurableTabs',
    'connectors',
    'graphConnector'
  ]
  expect(Object.keys(createManifest(settings)).filter(key => granting.includes(key))).toEqual([])
  expect(Object.keys(createManifest(settings).bots[0] ?? {}).toSorted()).toEqual([
    'botId',
    'commandLists',
    'isNotificationOnly',
    'scopes',
    'supportsFiles'
  ])
  expect(createManifest(settings).bots[0]?.supportsFiles).toBe(false)
})
