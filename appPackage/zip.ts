/** Settings → the zip an admin uploads. The same settings give the same bytes. What checks it against Microsoft's schemas is `build.ts`. */
import { readFile } from 'node:fs/promises'
import { strToU8, zipSync, type Zippable } from 'fflate'
import type { IconKind } from '../api/contract/branding.ts'
import { createManifest, createTranslation, translations, type PackageSettings } from './manifest.ts'

export type BuiltPackage = { readonly zip: Uint8Array; readonly files: ReadonlyMap<string, Uint8Array> }
/** PNG; ours where there is none. */
export type OwnIcons = Readonly<Partial<Record<IconKind, Uint8Array>>>

// A zip keeps local wall-clock time, so a time without zone is the same everywhere.
export const MTIME = '2020-01-01T00:00:00'

export async function zipPackage(settings: PackageSettings, icons: OwnIcons = {}): Promise<BuiltPackage> {
  const files = new Map([
    ['manifest.json', asJson(createManifest(settings))],
    ['color.png', icons.color ?? (await ourIcon('color'))],
    ['outline.png', icons.outline ?? (await ourIcon('outline'))]
  ])
  for (const language of translations())
    files.set(`${language}.json`, asJson(createTranslation(language, settings.brand)))
  const entries: Zippable = Object.fromEntries([...files].map(([name, bytes]) => [name, [bytes, { mtime: MTIME }]]))
  return { zip: zipSync(entries, { level: 9 }), files }
}

export const ourIcon = (kind: IconKind): Promise<Uint8Array> => readFile(new URL(`icons/${kind}.png`, import.meta.url))

const asJson = (content: object): Uint8Array => strToU8(`${JSON.stringify(content, undefined, 2)}\n`)

/** Room for so many changes of a company's looks before ours changes. */
const REVISIONS = 10_000

/** Rises with each release of ours and with each change of the company's: Teams takes a package only as an update when it does. */
export function packageVersion(version: string, revision: number): string {
  const [major = '0', minor = '0', patch = '0'] = version.split('.')
  return `${major}.${minor}.${Number(patch) * REVISIONS + revision}`
}
