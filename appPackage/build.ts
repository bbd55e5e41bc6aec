/** Settings → the zip an admin uploads, checked against Microsoft's schemas. The same settings give the same bytes. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { default as Ajv } from 'ajv-draft-04'
import { strToU8, zipSync, type Zippable } from 'fflate'
import { createManifest, createTranslation, SCHEMA_VERSION, translations, type PackageSettings } from './manifest.ts'

const schemas = createRequire(import.meta.url)

// A zip keeps local wall-clock time, so a time without zone is the same everywhere.
const MTIME = '2020-01-01T00:00:00'

// Microsoft's patterns are no valid Unicode ones; draft-04 knows no `u` flag.
const AJV_OPTIONS = { allErrors: true, strict: false, validateFormats: false, unicodeRegExp: false }

export type BuiltPackage = { readonly zip: Uint8Array; readonly files: ReadonlyMap<string, Uint8Array> }

export class ManifestInvalidError extends Error {
  override readonly name = 'ManifestInvalidError'
  readonly code = 'manifest_invalid'
}

/** @throws ManifestInvalidError when a file does not pass its schema. */
export async function buildPackage(settings: PackageSettings): Promise<BuiltPackage> {
  const manifest = createManifest(settings)
  assertValid('manifest.json', manifest)
  const files = new Map([
    ['manifest.json', asJson(manifest)],
    ['color.png', await icon('color')],
    ['outline.png', await icon('outline')]
  ])
  for (const language of translations()) {
    const translation = createTranslation(language)
    assertValid(`${language}.json`, translation)
    files.set(`${language}.json`, asJson(translation))
  }
  return { zip: pack(files), files }
}

/** @throws ManifestInvalidError naming each place and what the schema wants there. */
export function assertValid(file: string, content: object): void {
  const kind = file === 'manifest.json' ? 'MicrosoftTeams' : 'MicrosoftTeams.Localization'
  const path = `@microsoft/app-manifest/build/json-schemas/teams/v${SCHEMA_VERSION}/${kind}.schema.json`
  const validate = new Ajv.default(AJV_OPTIONS).compile(schemas(path) as object)
  if (validate(content)) return
  const lines = (validate.errors ?? []).map(error => `  ${error.instancePath || '/'}: ${error.message ?? 'invalid'}`)
  throw new ManifestInvalidError(`"${file}" does not pass schema ${SCHEMA_VERSION}:\n${lines.join('\n')}`)
}

const icon = (name: string): Promise<Uint8Array> => readFile(new URL(`icons/${name}.png`, import.meta.url))

const asJson = (content: object): Uint8Array => strToU8(`${JSON.stringify(content, undefined, 2)}\n`)

function pack(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const entries: Zippable = Object.fromEntries([...files].map(([name, bytes]) => [name, [bytes, { mtime: MTIME }]]))
  return zipSync(entries, { level: 9 })
}
