/** Debian's Apache with mod_auth_openidc: a relying party that others wrote, on loopback, with a configuration of its own. */
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const APACHE = '/usr/sbin/apache2'
const MODULES = '/usr/lib/apache2/modules'
const NEEDED = [APACHE, `${MODULES}/mod_auth_openidc.so`]
const HOW = 'No Apache with mod_auth_openidc: apt-get install -y apache2 libapache2-mod-auth-openidc'
const PATIENCE_MS = 60_000

class NoApacheError extends Error {
  override readonly name = 'NoApacheError'
  readonly code = 'no_apache'
}

/** Without Apache a developer's run skips and says how to get it; in CI it fails. */
export function skipWithoutApache(): boolean {
  if (NEEDED.every(file => existsSync(file)) || process.env['CI'] === 'true') return false
  process.stderr.write(`${HOW}. The tests with an independent relying party are skipped.\n`)
  return true
}

export const addressesOf = (port: number) => {
  const url = `http://127.0.0.1:${port}`
  const redirect = `${url}/courses/signed-in`
  return {
    url,
    /** Behind sign-in; says who came in the header `x-signed-in-as`. */
    courses: `${url}/courses/`,
    redirect,
    goodbye: `${url}/goodbye.html`,
    backchannel: `${redirect}?logout=backchannel`,
    signOut: `${redirect}?logout=${encodeURIComponent(`${url}/goodbye.html`)}`
  }
}

export type RelyingParty = {
  readonly port: number
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
}

/** @throws NoApacheError when it is not there; an error with Apache's own log when it does not start. */
export async function startApache(party: RelyingParty): Promise<AsyncDisposable> {
  if (!NEEDED.every(file => existsSync(file))) throw new NoApacheError(HOW)
  const folder = await mkdtemp(join(tmpdir(), 'ci-apache-'))
  await chmod(folder, 0o755)
  await mkdir(join(folder, 'www/courses'), { recursive: true })
  await writeFile(join(folder, 'www/courses/index.html'), 'Courses')
  await writeFile(join(folder, 'www/goodbye.html'), 'Goodbye')
  await writeFile(join(folder, 'apache.conf'), configuration(folder, party), { mode: 0o600 })
  const child = spawn(APACHE, ['-DFOREGROUND', '-f', join(folder, 'apache.conf')], { stdio: 'ignore' })
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()))
  const stop = async (): Promise<void> => {
    if (child.exitCode === null) child.kill('SIGTERM')
    await ended
    await rm(folder, { recursive: true, force: true })
  }
  const until = performance.now() + PATIENCE_MS
  while (!(await answers(addressesOf(party.port).goodbye))) {
    if (child.exitCode === null && performance.now() < until) continue
    const log = await readFile(join(folder, 'error.log'), 'utf8').catch(() => 'it left no log')
    await stop()
    throw new Error(`Apache did not start: ${log}`)
  }
  return { [Symbol.asyncDispose]: stop }
}

async function answers(url: string): Promise<boolean> {
  await new Promise(resolve => setTimeout(resolve, 50))
  return fetch(url).then(
    ({ ok }) => ok,
    () => false
  )
}

const LOADED = ['mpm_event', 'authn_core', 'authz_core', 'authz_user', 'dir', 'mime', 'headers', 'auth_openidc']

/** Whoever accepts a page is led to sign in; by itself the module wants a browser's `Sec-Fetch-Mode`, which fetch of Node sets otherwise. */
function configuration(folder: string, { port, issuer, clientId, clientSecret }: RelyingParty): string {
  const { redirect, goodbye } = addressesOf(port)
  const stepsDown = process.getuid?.() === 0 ? 'User www-data\nGroup www-data' : ''
  return `ServerRoot ${folder}
ServerName 127.0.0.1
Listen 127.0.0.1:${port}
PidFile ${folder}/apache.pid
ErrorLog ${folder}/error.log
${stepsDown}
${LOADED.map(name => `LoadModule ${name}_module ${MODULES}/mod_${name}.so`).join('\n')}
TypesConfig /etc/mime.types
DocumentRoot ${folder}/www
DirectoryIndex index.html
OIDCProviderMetadataURL ${issuer}/.well-known/openid-configuration
OIDCClientID ${clientId}
OIDCClientSecret ${clientSecret}
OIDCProviderTokenEndpointAuth client_secret_basic
OIDCRedirectURI ${redirect}
OIDCDefaultLoggedOutURL ${goodbye}
OIDCCryptoPassphrase ${randomBytes(32).toString('base64url')}
OIDCScope "openid profile email"
OIDCPKCEMethod S256
OIDCRemoteUserClaim sub
<Location /courses>
  AuthType openid-connect
  OIDCUnAuthAction auth "%{HTTP_ACCEPT} =~ /html/"
  Require valid-user
  Header set X-Signed-In-As "expr=%{REMOTE_USER}"
</Location>
`
}
