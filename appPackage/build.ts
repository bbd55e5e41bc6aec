/** Settings → the zip an admin uploads, checked against Microsoft's schemas. The same settings give the same bytes. */
import { createRequire } from 'node:module'
import { default as Ajv } from 'ajv-draft-04'
import { strFromU8 } from 'fflate'
import { z } from 'zod'
import { SCHEMA_VERSION, type PackageSettings } from './manifest.ts'
import { zipPackage, type BuiltPackage, type OwnIcons } from './zip.ts'

const schemas = createRequire(import.meta.url)

// Microsoft's patterns are no valid Unicode ones; draft-04 knows no `u` flag.
const AJV_OPTIONS = { allErrors: true, strict: false, validateFormats: false, unicodeRegExp: false }

export class ManifestInvalidError extends Error {
  override readonly name = 'ManifestInvalidError'
  readonly code = 'manifest_invalid'
}

/** @throws ManifestInvalidError when a file does not pass its schema. */
export async function buildPackage(settings: PackageSettings, icons: OwnIcons = {}): Promise<BuiltPackage> {
  const built = await zipPackage(settings, icons)
  for (const [name, bytes] of built.files)
    if (name.endsWith('.json')) assertValid(name, z.record(z.string(), z.unknown()).parse(JSON.parse(strFromU8(bytes))))
  return built
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
