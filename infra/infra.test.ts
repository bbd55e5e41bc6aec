import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { Language, Parser, type Node } from 'web-tree-sitter'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { ConfigError, readConfig } from '../api/platform/config.ts'

const root = new URL('../', import.meta.url)
const read = (path: string): Promise<string> => readFile(new URL(path, root), 'utf8')
const resolve = createRequire(import.meta.url).resolve

let parser: Parser
beforeAll(async () => {
  await Parser.init()
  parser = new Parser().setLanguage(await Language.load(resolve('tree-sitter-bicep/tree-sitter-bicep.wasm')))
})

const bicepFiles = async (): Promise<readonly string[]> =>
  (await readdir(new URL('infra/', root), { recursive: true }))
    .filter(name => name.endsWith('.bicep'))
    .map(name => `infra/${name}`)

async function parseBicep(path: string): Promise<Node> {
  const tree = parser.parse(await read(path))
  if (!tree) throw new Error(`"${path}" gave no tree`)
  return tree.rootNode
}

const faults = (node: Node): readonly string[] => {
  if (!node.hasError) return []
  const places = node
    .descendantsOfType('ERROR')
    .map(each => `line ${each.startPosition.row + 1}: ${each.text.slice(0, 60)}`)
  return places.length > 0 ? places : ['something is missing']
}

/** Texts such as "Microsoft.KeyVault/vaults@2023-07-01" after `resource name`. */
const resources = (node: Node): readonly string[] =>
  node.descendantsOfType('resource_declaration').map(each => /'([^'@]+)@/u.exec(each.text)?.[1] ?? each.text)

const parameters = (node: Node): readonly string[] =>
  node.descendantsOfType('parameter_declaration').map(each => /param\s+(\w+)/u.exec(each.text)?.[1] ?? each.text)

describe('Bicep', () => {
  test('every file parses', async () => {
    const files = await bicepFiles()
    expect(files.length).toBeGreaterThan(5)
    for (const file of files) expect(faults(await parseBicep(file)), file).toEqual([])
  })

  test('a broken file is noticed', () => {
    const tree = parser.parse("resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {\n  name: \n")
    expect(tree?.rootNode.hasError).toBe(true)
  })

  test('it makes what production needs', async () => {
    const made = (await Promise.all((await bicepFiles()).map(parseBicep))).flatMap(resources)
    expect(made).toEqual(
      expect.arrayContaining([
        'Microsoft.App/containerApps',
        'Microsoft.App/managedEnvironments',
        'Microsoft.BotService/botServices',
        'Microsoft.BotService/botServices/channels',
        'Microsoft.DBforPostgreSQL/flexibleServers',
        'Microsoft.DBforPostgreSQL/flexibleServers/databases',
        'Microsoft.KeyVault/vaults',
        'Microsoft.KeyVault/vaults/secrets',
        'Microsoft.ManagedIdentity/userAssignedIdentities',
        'Microsoft.OperationalInsights/workspaces'
      ])
    )
  })

  test('data at rest stays in the EU', async () => {
    const text = await read('infra/azure.bicep')
    const allowed = /@allowed\(\[([^\]]+)\]\)\nparam location string = '(\w+)'/u.exec(text)
    const regions = [...(allowed?.[1] ?? '').matchAll(/'(\w+)'/gu)].map(match => match[1])
    const union = [
      'westeurope',
      'northeurope',
      'francecentral',
      'germanywestcentral',
      'italynorth',
      'polandcentral',
      'spaincentral',
      'swedencentral'
    ]
    expect(allowed?.[2]).toBe('westeurope')
    expect(regions.length).toBeGreaterThan(0)
    expect(regions.filter(region => !union.includes(region ?? ''))).toEqual([])
    expect(await read('infra/modules/database.bicep')).toContain("geoRedundantBackup: 'Disabled'")
  })

  test('the parameter files fill every parameter without a default, and no other', async () => {
    for (const name of ['azure', 'registry']) {
      const tree = await parseBicep(`infra/${name}.bicep`)
      const file = z
        .object({ parameters: z.record(z.string(), z.object({ value: z.string() })) })
        .parse(JSON.parse(await read(`infra/${name}.parameters.json`)))
      const withoutDefault = tree
        .descendantsOfType('parameter_declaration')
        .filter(each => !each.text.includes('='))
        .flatMap(each => /param\s+(\w+)/u.exec(each.text)?.[1] ?? [])
      expect(Object.keys(file.parameters)).toEqual(expect.arrayContaining(withoutDefault))
      expect(Object.keys(file.parameters).filter(key => !parameters(tree).includes(key))).toEqual([])
    }
  })

  test('secrets come in as secure parameters and reach the processes through Key Vault only', async () => {
    const text = await read('infra/azure.bicep')
    const names = [...text.matchAll(/secretRef: '([\w-]+)'/gu)].map(match => match[1])
    for (const name of names) expect(text, name).toMatch(new RegExp(`'${name}': `, 'u'))
    for (const name of [
      'tabClientSecret',
      'botAppSecret',
      'masterKey',
      'cookieKeys',
      'operatorToken',
      'workosApiKey',
      'workosWebhookSecret',
      'mailUrl',
      'databasePassword'
    ]) {
      expect(text, name).toMatch(new RegExp(`@secure\\(\\)\\n(@\\w+\\(\\d+\\)\\n)*param ${name} `, 'u'))
      expect(text, name).not.toMatch(new RegExp(`value: ${name}\\b`, 'u'))
    }
  })

  test('the processes get every required variable of the product, and none that it does not know', async () => {
    const given = [...(await read('infra/azure.bicep')).matchAll(/\{ name: '(\w+)', (?:value|secretRef):/gu)].flatMap(
      match => match[1] ?? []
    )
    const known = [...(await read('api/platform/config.ts')).matchAll(/^ {2}([A-Z][A-Z_]+):/gmu)].flatMap(
      match => match[1] ?? []
    )
    expect(given).toEqual(expect.arrayContaining([...requiredVariables(), 'DATABASE_URL', 'PORT', 'TEAMS_APP_ID']))
    expect(given.filter(name => !known.includes(name))).toEqual([])
  })

  test('the bot is registered for one tenant or for an identity, never for many tenants', async () => {
    for (const file of await bicepFiles()) expect(await read(file), file).not.toContain('MultiTenant')
    expect(await read('infra/modules/bot-registration.bicep')).toContain(
      "@allowed(['SingleTenant', 'UserAssignedMSI'])"
    )
  })
})

function requiredVariables(): readonly string[] {
  try {
    readConfig({})
  } catch (err) {
    if (err instanceof ConfigError)
      return [...err.message.matchAll(/^ {2}([A-Z_]+):/gmu)].flatMap(match => match[1] ?? [])
    throw err
  }
  throw new Error('An empty environment was accepted')
}

describe('the image', () => {
  test('holds api, bot and the built tab, and nothing of the sandbox or of the tests', async () => {
    const copies = [...(await read('infra/Dockerfile')).matchAll(/^COPY (?!--from)(.+) \S+$/gmu)].flatMap(
      match => match[1]?.split(' ') ?? []
    )
    expect([...new Set(copies)].toSorted()).toEqual([
      '.npmrc',
      'api',
      'appPackage',
      'bot',
      'package-lock.json',
      'package.json',
      'tab'
    ])
    const rules = (await read('.dockerignore')).split('\n').filter(line => line && !line.startsWith('#'))
    expect(rules[0]).toBe('*')
    expect(
      rules
        .filter(line => line.startsWith('!'))
        .map(line => line.slice(1))
        .toSorted()
    ).toEqual(copies.filter((each, at) => copies.indexOf(each) === at).toSorted())
    expect(rules).toContain('**/*.test.ts')
  })

  test('what the IT pack takes of the app package needs no package that the image leaves out', async () => {
    const { dependencies } = z
      .object({ dependencies: z.record(z.string(), z.string()) })
      .parse(JSON.parse(await read('package.json')))
    const seen = new Set<string>()
    const needed = new Set<string>()
    const follow = async (path: string): Promise<void> => {
      if (seen.has(path)) return
      seen.add(path)
      for (const [, from = ''] of (await read(path)).matchAll(/from '([^']+)'/gu)) {
        if (from.startsWith('.')) await follow(new URL(from, new URL(path, root)).href.slice(root.href.length))
        else if (!from.startsWith('node:')) needed.add(from)
      }
    }
    await follow('api/papers/package.ts')
    expect([...seen]).toEqual(expect.arrayContaining(['appPackage/zip.ts', 'appPackage/manifest.ts']))
    expect([...seen].filter(path => !/^(?:api|appPackage)\//u.test(path))).toEqual([])
    expect([...needed].filter(name => !(name in dependencies))).toEqual([])
  })

  test('imports nothing that it does not hold', async () => {
    for (const folder of ['api', 'bot']) {
      for (const name of await readdir(new URL(`${folder}/`, root), { recursive: true })) {
        if (!name.endsWith('.ts') || /(?:\.test|testing|(?:^|\/)test-[^/]+)\.ts$/u.test(name)) continue
        const text = await read(`${folder}/${name}`)
        expect(text, `${folder}/${name}`).not.toMatch(
          /from '(\.\.\/)+(sandbox|bench|e2e)\/|from '[^']*(testing|\/test-[^/]+)\.ts'/u
        )
      }
    }
  })

  test('runs Node 24 as an ordinary account, with production packages only', async () => {
    const text = await read('infra/Dockerfile')
    expect([...text.matchAll(/^FROM (\S+)/gmu)].map(match => match[1])).toEqual(['node:24-slim', 'node:24-slim'])
    expect(text).toContain('npm ci --omit=dev')
    expect(text).toMatch(/^USER node$/mu)
    expect(text).toMatch(/^HEALTHCHECK .*\/healthz/mu)
    expect(text.lastIndexOf('USER node')).toBeGreaterThan(text.lastIndexOf('COPY'))
  })
})
