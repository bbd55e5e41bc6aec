/** `npm run package`: writes build/appPackage.zip, and its files beside it, and says what an admin does next. */
import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { buildPackage } from './build.ts'
import { PackageSettingsError, readSettings } from './settings.ts'

const root = new URL('../', import.meta.url)
const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(await readFile(new URL('package.json', root), 'utf8')))

try {
  const folder = new URL(process.env['PACKAGE_FOLDER'] ?? 'build/', root)
  const settings = readSettings({ args: process.argv.slice(2), env: process.env, version })
  const { zip, files } = await buildPackage(settings)
  await mkdir(new URL('appPackage/', folder), { recursive: true })
  for (const [name, bytes] of files) await writeFile(new URL(`appPackage/${name}`, folder), bytes)
  await writeFile(new URL('appPackage.zip', folder), zip)

  console.log(`${fileURLToPath(new URL('appPackage.zip', folder))}
version ${version}, ${zip.length} bytes, sha256 ${createHash('sha256').update(zip).digest('hex')}

Next, as a Teams admin: https://admin.teams.microsoft.com → Teams apps → Manage apps → Actions → Upload new app.
Then let a setup policy install and pin it for the people who take part. docs/permissions.md says what it asks for and why.
Before that these pages have to answer: ${settings.websiteUrl} ${settings.privacyUrl} ${settings.termsUrl}`)
} catch (err) {
  if (!(err instanceof PackageSettingsError)) throw err
  console.error(err.message)
  process.exitCode = 1
}
