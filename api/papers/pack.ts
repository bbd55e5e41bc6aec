/** All papers of a company as files, and the zip of them. The same facts give the same bytes. */
import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { strToU8 } from 'fflate'
import { REGISTER } from '../contract/register.ts'
import type { ItPack, PackPaper } from '../contract/it-pack.ts'
import { annex } from './annex.ts'
import { ANNEX_LANGUAGES } from './annex-words.ts'
import { answersCsv, answersPaper } from './answers.ts'
import { assessment } from './assessment.ts'
import { toHtml } from './document.ts'
import { asJson, endpointsOf, endpointsPaper } from './endpoints.ts'
import type { Facts } from './facts.ts'
import { flowPicture } from './flow.ts'
import { inventory } from './inventory.ts'
import { permissionsPaper } from './permissions-paper.ts'
import { readLock } from './product.ts'
import { readme } from './readme.ts'
import { sbomOf } from './sbom.ts'
import { stepsPaper, type PaperLanguage } from './steps.ts'
import { subProcessorPaper } from './sub-processors.ts'
import { zipFiles } from './zip.ts'

const LANGUAGES: readonly PaperLanguage[] = ['en', 'es']

export type Pack = ItPack & { readonly zip: Uint8Array }

type Made = {
  readonly facts: Facts
  readonly appPackage: Uint8Array
  readonly packageVersion: string
  /** As the app is called in Teams. */
  readonly appName: string
}

export async function makePack(made: Made): Promise<Pack> {
  const { facts, packageVersion } = made
  const files = await papersOf(made)
  const listed: Listed[] = []
  for (const [name, { paper, bytes }] of files) {
    listed.push({ name, paper, bytes: bytes.length, sha256: sha256(bytes) })
    await setImmediate()
  }
  const sums = strToU8(listed.map(each => `${each.sha256}  ${each.name}\n`).join(''))
  listed.push({ name: 'SHA256SUMS', paper: 'sums', bytes: sums.length, sha256: sha256(sums) })
  const zip = await zipFiles(
    new Map([...[...files].map(([name, { bytes }]) => [name, bytes] as const), ['SHA256SUMS', sums]])
  )
  return {
    zip,
    bytes: zip.length,
    sha256: sha256(zip),
    name: `it-pack-${slug(facts.company.name)}-${packageVersion}.zip`,
    packageVersion,
    registerVersion: REGISTER.version,
    files: listed
  }
}

type Listed = ItPack['files'][number]
type Content = { readonly paper: PackPaper; readonly bytes: Uint8Array }

async function papersOf({ facts, appPackage, packageVersion, appName }: Made): Promise<ReadonlyMap<string, Content>> {
  const packageName = `${slug(appName)}-${packageVersion}.zip`
  const endpoints = await endpointsOf(facts)
  const steps = { facts, packageName, appName, sha256: sha256(appPackage) }
  const body: readonly (readonly [name: string, paper: PackPaper, content: Uint8Array | string])[] = [
    [`teams/${packageName}`, 'package', appPackage],
    ...LANGUAGES.map(
      language => [`teams/steps.${language}.html`, 'steps', toHtml(stepsPaper(language, steps))] as const
    ),
    ['security/permissions.html', 'permissions', toHtml(permissionsPaper(facts))],
    ['security/endpoints.html', 'endpoints', toHtml(endpointsPaper(endpoints, facts))],
    ['security/endpoints.json', 'endpoints', inJson(asJson(endpoints, facts))],
    ['security/data-flow.svg', 'flow', flowPicture(facts)],
    ['security/sbom.cdx.json', 'sbom', await sbom()],
    ['security/questionnaire.html', 'answers', toHtml(answersPaper(facts))],
    ['security/questionnaire.csv', 'answers', answersCsv()],
    ...ANNEX_LANGUAGES.map(
      language =>
        [
          `privacy/sub-processors.${language}.html`,
          'subProcessors',
          toHtml(subProcessorPaper(language, facts))
        ] as const
    ),
    ...ANNEX_LANGUAGES.map(
      language => [`privacy/works-council-annex.${language}.html`, 'annex', toHtml(annex(language, facts))] as const
    ),
    ...ANNEX_LANGUAGES.map(
      language =>
        [`privacy/impact-assessment.${language}.html`, 'assessment', toHtml(assessment(language, facts))] as const
    ),
    ['privacy/data-inventory.csv', 'inventory', inventory(facts)]
  ]
  const listed = [
    ...LANGUAGES.map(language => ({ name: `README.${language}.html`, paper: 'readme' as const })),
    ...body.map(([name, paper]) => ({ name, paper })),
    { name: 'SHA256SUMS', paper: 'sums' as const }
  ]
  const first = LANGUAGES.map(
    language => [`README.${language}.html`, 'readme', toHtml(readme(language, facts, listed))] as const
  )
  return new Map(
    [...first, ...body].map(([name, paper, content]) => [
      name,
      { paper, bytes: typeof content === 'string' ? strToU8(content) : content }
    ])
  )
}

/** For this process: the lock does not change while it runs. */
let written: Promise<Uint8Array> | undefined
const sbom = (): Promise<Uint8Array> => (written ??= readLock().then(lock => strToU8(inJson(sbomOf(lock)))))

const inJson = (content: unknown): string => `${JSON.stringify(content, undefined, 1)}\n`
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** For names of files: letters and digits of ASCII. */
const slug = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '')
    .slice(0, 40) || 'company'
