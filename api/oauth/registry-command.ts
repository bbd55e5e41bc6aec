/** `npm run clients`: the registry as a command. */
import { parseArgs } from 'node:util'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import { issuerOf } from './provider.ts'
import { registrationSchema } from './registration.ts'
import { listRegistered, register, removeRegistered, rotateSecret, type Mode, type Registered } from './registry.ts'

export const USAGE = `npm run clients -- add --name "Demo LMS" --company org_…|any --redirect https://… [--redirect https://…]
                       [--id demo-lms] [--post-logout https://…] [--backchannel-logout https://…]
                       [--auth basic|post] [--pkce yes|no] [--dry-run]
npm run clients -- list
npm run clients -- rotate-secret ID [--dry-run]
npm run clients -- remove ID [--dry-run]`

const OPTIONS = {
  name: { type: 'string' },
  id: { type: 'string' },
  company: { type: 'string' },
  redirect: { type: 'string', multiple: true },
  'post-logout': { type: 'string', multiple: true },
  'backchannel-logout': { type: 'string' },
  auth: { type: 'string' },
  pkce: { type: 'string' },
  'dry-run': { type: 'boolean' }
} as const

/** @returns lines to print. @throws ProblemError saying what to change. */
export async function runClients(deps: Deps, args: readonly string[]): Promise<readonly string[]> {
  const { values, positionals } = read(args)
  const [command, clientId, ...more] = positionals
  const { 'dry-run': dryRun = false, ...options } = values
  const mode = dryRun ? 'look' : 'change'
  const takesId = command === 'rotate-secret' || command === 'remove'
  if (more.length > 0 || takesId !== (clientId !== undefined)) throw new ProblemError('bad_request', USAGE)
  switch (command) {
    case 'add':
      return add(deps, options, mode)
    case 'list':
      return (await listRegistered(deps)).flatMap(describe)
    case 'rotate-secret':
      return rotate(deps, clientId ?? '', mode)
    case 'remove':
      return remove(deps, clientId ?? '', mode)
    default:
      throw new ProblemError('bad_request', USAGE)
  }
}

function read(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true })
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : ''
    throw new ProblemError('bad_request', `${why}\n${USAGE}`, { cause })
  }
}

async function add(deps: Deps, options: object, mode: Mode): Promise<readonly string[]> {
  const { PUBLIC_URL } = deps.config
  const parsed = registrationSchema(PUBLIC_URL).safeParse(options)
  if (!parsed.success) {
    const lines = parsed.error.issues.map(
      ({ path, message }) => `  ${path[0] ? `--${String(path[0])}: ` : ''}${message}`
    )
    throw new ProblemError('bad_request', `Nothing was added:\n${lines.join('\n')}`)
  }
  const secret = await register(deps, parsed.data, mode)
  const said = mode === 'look' ? 'Would be added' : 'Added'
  return [
    `${said}:`,
    ...describe(parsed.data),
    line('issuer', issuerOf(PUBLIC_URL)),
    ...(mode === 'look' ? [] : secretLines(secret))
  ]
}

async function rotate(deps: Deps, clientId: string, mode: Mode): Promise<readonly string[]> {
  const secret = await rotateSecret(deps, clientId, mode)
  return mode === 'look'
    ? [`The secret of "${clientId}" would be replaced`]
    : [`The secret of "${clientId}" is replaced; the one before holds a few seconds more`, ...secretLines(secret)]
}

async function remove(deps: Deps, clientId: string, mode: Mode): Promise<readonly string[]> {
  const { name } = await removeRegistered(deps, clientId, mode)
  const said = mode === 'look' ? 'would be removed' : 'is removed: it opens nothing a few seconds from now'
  return [`"${name}" (${clientId}) ${said}`]
}

const line = (name: string, value: string): string => `  ${name.padEnd(21)}${value}`

const secretLines = (secret: string): readonly string[] => [
  line('client secret', secret),
  'The secret is shown this once; we keep it sealed. Hand it over on a way that only the app’s admins read'
]

const describe = (client: Registered): readonly string[] => [
  client.name,
  line('client id', client.clientId),
  line('people of', client.organizationId ?? 'any company'),
  ...client.redirectUris.map(uri => line('redirect', uri)),
  ...client.postLogoutRedirectUris.map(uri => line('after signing out', uri)),
  line('back-channel logout', client.backchannelLogoutUri ?? 'none: its sessions outlive ours'),
  line('sends its secret', client.authMethod === 'client_secret_basic' ? 'as HTTP Basic' : 'in the form'),
  line('PKCE', client.pkce ? 'required' : 'not required')
]
