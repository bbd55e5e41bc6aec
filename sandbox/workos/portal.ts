/** The set-up portal: a link of five minutes opens a page on which the company's admin finishes one piece of the set-up. */
import type { Request, Response } from 'express'
import { z } from 'zod'
import { readForm, readJson, type Standin } from '../harness/standin.ts'
import type { Data, PortalLink } from './data.ts'
import type { Emit } from './emit.ts'
import type { Connection, Directory, Organization } from './model.ts'

const LIVES_MS = 5 * 60_000
const INTENTS = {
  sso: 'Connect the company’s sign-in',
  dsync: 'Connect the company’s directory',
  domain_verification: 'Prove that the domain is yours',
  audit_logs: 'See the audit log',
  log_streams: 'Send the audit log on',
  certificate_renewal: 'Renew the certificate'
} as const
type Intent = keyof typeof INTENTS

const bodySchema = z.object({
  organization: z.string(),
  intent: z
    .enum(['sso', 'dsync', 'domain_verification', 'audit_logs', 'log_streams', 'certificate_renewal'])
    .optional(),
  return_url: z.url().optional(),
  success_url: z.url().optional()
})

export type Finished = {
  readonly intent: keyof typeof INTENTS
  readonly externalId: string | null
  /** Of the connection or directory. */
  readonly id: string | undefined
}
type Options = {
  readonly standin: Standin
  readonly data: Data
  readonly emit: Emit
  readonly onFinished: (finished: Finished) => void
}

export function portalRoutes({ standin, data, emit, onFinished }: Options): void {
  const { app } = standin
  app.post('/portal/generate_link', (req, res) => {
    const parsed = bodySchema.safeParse(readJson(req))
    if (!parsed.success) {
      const errors = parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`)
      res.status(400).json({ message: errors.join('; '), error: 'Bad Request' })
      return
    }
    const { organization, intent = 'sso', return_url, success_url } = parsed.data
    if (!data.organizations.get(organization)) {
      res.status(404).json({ message: `Organization not found: '${organization}'.`, error: 'Not Found' })
      return
    }
    const id = data.newId('portal')
    const until = Date.now() + LIVES_MS
    data.portalLinks.set(id, { id, organizationId: organization, intent, until, return_url, success_url })
    res.status(201).json({ link: `${standin.url()}/setup/${id}` })
  })
  const opened = (req: Request, res: Response): PortalLink | undefined => {
    const link = data.portalLinks.get(String(req.params['id']))
    if (link && link.until > Date.now()) return link
    res.status(410).type('html').send(page('This link is over', '<p>Ask for a new one where you came from.</p>'))
    return undefined
  }
  app.get('/setup/:id', (req, res) => {
    const link = opened(req, res)
    if (link) res.type('html').send(setupPage(data, link))
  })
  app.post('/setup/:id', (req, res) => {
    const link = opened(req, res)
    if (!link) return
    const form = readForm(req)
    if (form.get('decision') === 'done') {
      finish(data, emit, { ...link, domain: form.get('domain')?.trim() ?? '' })
      onFinished(finishedOf(data, link))
    }
    const to = link.success_url ?? link.return_url
    if (to) res.redirect(303, to)
    else res.type('html').send(page('Done', '<p>You can close this page.</p>'))
  })
}

const escape = (text: string): string => text.replaceAll(/[&<>"']/gu, char => `&#${char.codePointAt(0)};`)

const page = (title: string, rest: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${escape(title)} (simulated)</title><style>body{font:16px/1.5 system-ui;max-width:28rem;margin:12vh auto;padding:0 1rem}button{font:inherit;padding:.6rem 1rem;margin-right:.5rem}</style></head><body><main><h1>${escape(title)}</h1>${rest}<p><small>Simulated set-up portal.</small></p></main></body></html>`

function setupPage(data: Data, { id, intent, organizationId }: PortalLink): string {
  const name = data.organizations.get(organizationId)?.name ?? ''
  return page(
    INTENTS[intent],
    `<p>${escape(name)}</p><form method="post" action="/setup/${id}">${intent === 'domain_verification' ? DOMAIN : ''}<button name="decision" value="done">Finish this step</button><button name="decision" value="later">Later</button></form>`
  )
}

function finishedOf(data: Data, { intent, organizationId }: PortalLink): Finished {
  const isOf = (each: { readonly organization_id: string }): boolean => each.organization_id === organizationId
  const made = intent === 'sso' ? data.connections.values().find(isOf) : data.directories.values().find(isOf)
  return { intent, externalId: data.organizations.get(organizationId)?.external_id ?? null, id: made?.id }
}

const DOMAIN =
  '<p><label>Domain <input name="domain" placeholder="example.com" style="font:inherit;padding:.4rem"></label></p>'

type Finishing = PortalLink & { readonly domain: string }

function finish(data: Data, emit: Emit, { intent, organizationId, domain }: Finishing): void {
  const steps: Readonly<Record<Intent, (() => void) | undefined>> = {
    sso: () => activateConnection(data, emit, organizationId),
    dsync: () => activateDirectory(data, emit, organizationId),
    domain_verification: () => verifyDomains(data, emit, { organizationId, added: domain }),
    certificate_renewal: () => renewCertificate(data, emit, organizationId),
    audit_logs: undefined,
    log_streams: undefined
  }
  steps[intent]?.()
}

function activateConnection(data: Data, emit: Emit, organizationId: string): void {
  const known = data.connections.values().find(each => each.organization_id === organizationId)
  const next: Connection = {
    object: 'connection',
    id: known?.id ?? data.newId('conn'),
    organization_id: organizationId,
    connection_type: known?.connection_type ?? 'GenericOIDC',
    name: known?.name ?? 'Sign-in (simulated)',
    state: 'active',
    status: 'linked',
    domains: [],
    created_at: known?.created_at ?? data.now(),
    updated_at: data.now()
  }
  data.connections.set(next.id, next)
  emit('connection.activated', { ...next, external_key: next.id })
}

function activateDirectory(data: Data, emit: Emit, organizationId: string): void {
  const known = data.directories.values().find(each => each.organization_id === organizationId)
  const id = known?.id ?? data.newId('directory')
  const next: Directory = {
    object: 'directory',
    id,
    organization_id: organizationId,
    external_key: id,
    type: known?.type ?? 'generic scim v2.0',
    state: 'linked',
    name: known?.name ?? 'Directory (simulated)',
    domain: known?.domain ?? 'example.com',
    created_at: known?.created_at ?? data.now(),
    updated_at: data.now()
  }
  data.directories.set(id, next)
  emit('dsync.activated', { ...next, state: 'active', domains: [] })
}

type Verified = { readonly organizationId: string; readonly added: string }

/** What the company has, and the one typed on the page: its record in the DNS is taken for found. */
function verifyDomains(data: Data, emit: Emit, { organizationId, added }: Verified): void {
  const organization = data.organizations.get(organizationId)
  if (!organization) return
  const isNew = added !== '' && !organization.domains.some(({ domain }) => domain === added)
  const object = 'organization_domain' as const
  const made = {
    object,
    id: data.newId('org_domain'),
    organization_id: organizationId,
    domain: added,
    created_at: data.now()
  }
  const domains = [...organization.domains, ...(isNew ? [{ ...made, updated_at: '' }] : [])].map(domain => ({
    ...domain,
    state: 'verified' as const,
    updated_at: data.now()
  }))
  const next: Organization = { ...organization, domains, updated_at: data.now() }
  data.organizations.set(next.id, next)
  for (const domain of domains) emit('organization_domain.verified', { ...domain, verification_strategy: 'dns' })
}

function renewCertificate(data: Data, emit: Emit, organizationId: string): void {
  const connection = data.connections.values().find(each => each.organization_id === organizationId)
  if (!connection) return
  const inAYear = new Date(new Date(data.now()).getTime() + 365 * 86_400_000).toISOString()
  const certificate = { certificate_type: 'ResponseSigning', expiry_date: inAYear, is_expired: false }
  emit('connection.saml_certificate_renewed', { connection, certificate, renewed_at: data.now() })
}
