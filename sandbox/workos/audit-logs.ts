/** Audit logs: schemas per action, events that must fit them, exports as CSV. */
import { Ajv, type ErrorObject } from 'ajv'
import type { Request, Response } from 'express'
import { z } from 'zod'
import { readJson, type Standin } from '../harness/standin.ts'
import type { AuditLogEvent, AuditLogSchema, Data } from './data.ts'

const party = z.object({
  id: z.string(),
  type: z.string(),
  name: z.string().optional(),
  metadata: z.record(z.string(), z.unknown()).optional()
})
const eventSchema = z.object({
  organization_id: z.string(),
  event: z.object({
    action: z.string(),
    occurred_at: z.iso.datetime({ offset: true }),
    version: z.number().int().optional(),
    actor: party,
    targets: z.array(party).min(1),
    context: z.object({ location: z.string(), user_agent: z.string().optional() }),
    metadata: z.record(z.string(), z.unknown()).optional()
  })
})
const schemaSchema = z.object({
  actor: z.object({ metadata: z.record(z.string(), z.unknown()) }).optional(),
  targets: z.array(z.object({ type: z.string(), metadata: z.record(z.string(), z.unknown()).optional() })),
  metadata: z.record(z.string(), z.unknown()).optional()
})
const exportSchema = z.object({
  organization_id: z.string(),
  range_start: z.iso.datetime({ offset: true }),
  range_end: z.iso.datetime({ offset: true }),
  actions: z.array(z.string()).optional()
})

const invalid = (res: Response, message: string, errors: readonly string[] = []): void =>
  void res.status(422).json({
    code: 'invalid_audit_log',
    message,
    errors: errors.map(each => ({ code: each, field: each.split(':')[0] }))
  })

export function auditLogRoutes({ standin, data }: { readonly standin: Standin; readonly data: Data }): void {
  const { app } = standin
  app.post('/audit_logs/actions/:action/schemas', (req, res) => {
    const parsed = schemaSchema.safeParse(readJson(req))
    if (!parsed.success) return invalid(res, 'The schema is not valid', issuesOf(parsed.error))
    const { action } = req.params
    const made: AuditLogSchema = {
      object: 'audit_log_schema',
      version: schemasOf(data, action).length + 1,
      ...parsed.data,
      created_at: data.now()
    }
    data.auditLogSchemas.set(`${action}/${made.version}`, { action, schema: made })
    res.status(201).json(made)
  })
  app.get('/audit_logs/actions/:action/schemas', (req, res) => {
    const found = schemasOf(data, req.params.action).toReversed()
    if (found.length === 0) {
      res.status(404).json({ message: `Action not found: '${req.params.action}'.` })
      return
    }
    res.json({ object: 'list', data: found, list_metadata: { before: null, after: null } })
  })
  app.post('/audit_logs/events', (req, res) => takeEvent(data, req, res))
  app.post('/audit_logs/exports', (req, res) => {
    const parsed = exportSchema.safeParse(readJson(req))
    if (!parsed.success) {
      res.status(400).json({ code: 'invalid_request_parameters', message: issuesOf(parsed.error).join('; ') })
      return
    }
    const at = data.now()
    const id = data.newId('audit_log_export')
    data.auditLogExports.set(id, { ...parsed.data, id, created_at: at })
    res.status(201).json({ object: 'audit_log_export', id, state: 'pending', created_at: at, updated_at: at })
  })
  app.get('/audit_logs/exports/:id', (req, res) => {
    const found = data.auditLogExports.get(req.params.id)
    if (!found) {
      res.status(404).json({ message: `Audit Log Export not found: '${req.params.id}'.`, error: 'Not Found' })
      return
    }
    const url = `${standin.url()}/exports/${found.id}.csv`
    const times = { created_at: found.created_at, updated_at: data.now() }
    res.json({ object: 'audit_log_export', id: found.id, state: 'ready', url, ...times })
  })
  // A signed address at the real one: no key is asked.
  app.get('/exports/:file', (req, res) => {
    const wanted = data.auditLogExports.get(req.params.file.replace(/\.csv$/u, ''))
    if (wanted) res.type('text/csv').send(csvOf(eventsIn(data, wanted)))
    else res.status(404).end()
  })
}

const schemasOf = (data: Data, action: string): readonly AuditLogSchema[] =>
  data.auditLogSchemas.values().flatMap(each => (each.action === action ? [each.schema] : []))

const issuesOf = (error: z.ZodError): readonly string[] =>
  error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)

function takeEvent(data: Data, req: Request, res: Response): void {
  const parsed = eventSchema.safeParse(readJson(req))
  if (!parsed.success) return invalid(res, 'The event is not valid', issuesOf(parsed.error))
  const { organization_id, event } = parsed.data
  if (!data.organizations.get(organization_id)) return invalid(res, `Organization not found: '${organization_id}'.`)
  const schema = schemasOf(data, event.action).at(-1)
  if (!schema) return invalid(res, `No schema is set for "${event.action}"`)
  const wrong = misfits(schema, event)
  if (wrong.length > 0) return invalid(res, 'The event does not fit its schema', wrong)
  // The same key again is the same event.
  const key = req.get('idempotency-key') ?? data.newId('audit_log')
  data.auditLogs.set(key, { organization_id, ...event })
  res.json({ success: true })
}

type Event = z.output<typeof eventSchema>['event']

function misfits(schema: AuditLogSchema, event: Event): readonly string[] {
  const wrong: string[] = []
  for (const target of event.targets) {
    const known = schema.targets.find(({ type }) => type === target.type)
    if (known) wrong.push(...badMetadata(known.metadata, target.metadata))
    else wrong.push(`target of type "${target.type}" is not in the schema`)
  }
  wrong.push(...badMetadata(schema.actor?.metadata, event.actor.metadata))
  return [...wrong, ...badMetadata(schema.metadata, event.metadata)]
}

function badMetadata(schema: object | undefined, given: object | undefined): readonly string[] {
  if (!schema) return given && Object.keys(given).length > 0 ? ['metadata without a schema'] : []
  const validate = new Ajv({ strict: false, allErrors: true }).compile(schema)
  if (validate(given ?? {})) return []
  return (validate.errors ?? []).map(({ instancePath, message }: ErrorObject) => `${instancePath} ${message}`)
}

type Wanted = z.output<typeof exportSchema>

const eventsIn = (data: Data, { organization_id, range_start, range_end, actions }: Wanted) =>
  data.auditLogs
    .values()
    .filter(
      each =>
        each.organization_id === organization_id &&
        each.occurred_at >= range_start &&
        each.occurred_at <= range_end &&
        (!actions?.length || actions.includes(each.action))
    )

const COLUMNS = ['occurred_at', 'action', 'actor_id', 'actor_type', 'targets', 'location'] as const

function csvOf(events: readonly AuditLogEvent[]): string {
  const rows = events.map(({ occurred_at, action, actor, targets, context }) =>
    [occurred_at, action, actor.id, actor.type, JSON.stringify(targets), context.location].map(quoted).join(',')
  )
  return [COLUMNS.join(','), ...rows, ''].join('\r\n')
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
