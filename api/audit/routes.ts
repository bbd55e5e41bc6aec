import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { exportAudit, getAuditForwarding, listAudit, putAuditForwarding } from '../contract/audit.ts'
import type { Deps } from '../platform/deps.ts'
import { actorOf, type Api } from '../platform/http.ts'
import { ProblemError } from '../platform/errors.ts'
import { record, type AuditDoors } from './audit.ts'
import { forwardingOf, saveForwarding } from './forwarding.ts'
import { exportedLog, pageOfEvents } from './log.ts'
import { actorWords, sentenceOf, type Language } from './words.ts'

const languageOf = (header: string | undefined): Language => (header?.toLowerCase().startsWith('es') ? 'es' : 'en')

const TYPES = { csv: 'text/csv; charset=utf-8', jsonl: 'application/x-ndjson' } as const

export function auditRoutes(deps: Deps, api: Api, { namesOf, idsOf, mayForward }: AuditDoors): void {
  const whoIs = async (organizationId: string, who: string | undefined) =>
    who === undefined ? undefined : [who, ...(await idsOf(organizationId, who))]

  api.serve(listAudit, async ({ caller: { organizationId }, query, req }) => {
    const language = languageOf(req.get('accept-language'))
    const who = await whoIs(organizationId, query.who)
    const events = await pageOfEvents(deps, { organizationId, order: 'desc', ...query, who })
    const ids = events.flatMap(({ personId, actor }) => [personId, actor].filter(id => id !== null))
    const names = await namesOf(organizationId, [...new Set(ids)])
    return {
      events: events.map(event => ({
        ...event,
        text: sentenceOf(language, event.action, event.detail),
        by: actorWords(language, event.actor) ?? names.get(event.actor) ?? null,
        about: names.get(event.personId ?? '') ?? null
      })),
      next: events.length === query.limit ? (events.at(-1)?.eventId ?? null) : null
    }
  })

  api.stream(exportAudit, async ({ caller, query, req, res, ended }) => {
    const { organizationId } = caller
    const { format, from, to, action } = query
    const who = await whoIs(organizationId, query.who)
    const detail = { format, from, to, action, ...(who ? { people: who.slice(1) } : {}) }
    await deps.db.for(organizationId)(trx =>
      record(trx, deps, { organizationId, action: 'audit.exported', actor: actorOf(caller), detail })
    )
    const language = languageOf(req.get('accept-language'))
    res.attachment(`audit-${deps.now().toISOString().slice(0, 10)}.${format}`)
    res.set('cache-control', 'no-store').type(TYPES[format])
    const pieces = exportedLog(deps, { organizationId, language, ...query, who })
    // A piece is asked for when the caller has taken the one before.
    const source = Readable.from(pieces, { objectMode: true, highWaterMark: 1 })
    await pipeline(source, res, { signal: ended }).catch((error: unknown) => {
      // Who closes the page in the middle, or loses access, is no failure of ours.
      if (!ended.aborted && !res.closed) throw error
    })
  })

  api.serve(getAuditForwarding, ({ caller }) => forwardingOf(deps, caller.organizationId))

  api.serve(putAuditForwarding, async ({ caller: { organizationId, personId }, body: { active } }) => {
    if (active && !(await mayForward(organizationId)))
      throw new ProblemError('conflict', 'Your company is not one of WorkOS’. Save the log as a file instead', {
        reason: 'not_available'
      })
    await deps.db.for(organizationId)(async trx => {
      if (!(await saveForwarding(trx, { organizationId, active, by: personId, at: deps.realNow() }))) return
      const action = active ? 'audit_forwarding.on' : 'audit_forwarding.off'
      await record(trx, deps, { organizationId, action, actor: personId, detail: {} })
    })
    return forwardingOf(deps, organizationId)
  })
}
