import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'

const root = new URL('../', import.meta.url)
const read = (path: string): Promise<string> => readFile(new URL(path, root), 'utf8')

describe('teamsapp.yml and teamsapp.local.yml', () => {
  const ACTIONS = [
    'aadApp/create',
    'aadApp/update',
    'teamsApp/create',
    'teamsApp/update',
    'teamsApp/zipAppPackage',
    'teamsApp/validateManifest',
    'teamsApp/validateAppPackage',
    'teamsApp/validateWithTestCases',
    'teamsApp/publishAppPackage',
    'arm/deploy',
    'botFramework/create',
    'cli/runNpmCommand',
    'file/createOrUpdateEnvironmentFile',
    'devTool/install',
    'script'
  ]
  const steps = z.array(
    z.strictObject({
      uses: z.enum(ACTIONS),
      with: z.record(z.string(), z.unknown()),
      writeToEnvironmentFile: z.record(z.string(), z.string()).optional()
    })
  )
  const project = z.strictObject({
    version: z.literal('v1.11'),
    environmentFolderPath: z.literal('./env'),
    provision: steps,
    deploy: steps,
    publish: steps.optional()
  })
  const load = async (name: string) => project.parse(parse(await read(name)))

  test('both have a version and known actions only', async () => {
    for (const name of ['teamsapp.yml', 'teamsapp.local.yml']) await expect(load(name), name).resolves.toBeDefined()
  })

  test('apps exist before Azure needs their ids, and the package is made before it is checked and uploaded', async () => {
    const { provision } = await load('teamsapp.yml')
    expect(provision.map(step => step.uses)).toEqual([
      'aadApp/create',
      'aadApp/create',
      'teamsApp/create',
      'arm/deploy',
      'script',
      'arm/deploy',
      'aadApp/update',
      'cli/runNpmCommand',
      'teamsApp/validateManifest',
      'teamsApp/validateAppPackage',
      'teamsApp/update'
    ])
  })

  test('files that steps name exist', async () => {
    const text = (await read('teamsapp.yml')) + (await read('teamsapp.local.yml'))
    const named = [...text.matchAll(/\.\/((?:infra|appPackage)\/[\w./]+)/gu)].flatMap(match => match[1] ?? [])
    expect(named).toContain('infra/azure.bicep')
    for (const path of named) await expect(read(path), path).resolves.toBeTruthy()
  })

  test('every variable that a step or a template uses is declared, and no secret is committed', async () => {
    const used = async (...paths: readonly string[]) =>
      (await Promise.all(paths.map(read))).flatMap(text =>
        [...text.matchAll(/\$\{\{(\w+)\}\}/gu)].flatMap(match => match[1] ?? [])
      )
    const declared = async (path: string) =>
      [...(await read(path)).matchAll(/^(\w+)=/gmu)].flatMap(match => match[1] ?? [])
    const plain = (names: readonly string[]) => [...new Set(names.filter(name => !name.startsWith('SECRET_')))]

    const dev = await used(
      'teamsapp.yml',
      'infra/azure.parameters.json',
      'infra/registry.parameters.json',
      'appPackage/aad.manifest.json'
    )
    expect(await declared('env/.env.dev')).toEqual(expect.arrayContaining(plain(dev)))
    const local = await used('teamsapp.local.yml', 'appPackage/aad.manifest.json')
    expect(await declared('env/.env.local')).toEqual(expect.arrayContaining(plain(local)))
    for (const path of ['env/.env.dev', 'env/.env.local']) expect(await read(path)).not.toMatch(/^SECRET_/mu)
  })
})
