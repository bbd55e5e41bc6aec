import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import {
  askCompanyExport,
  confirmHandOver,
  downloadCompanyExport,
  dropCompanyExport,
  getCompanyReceipt,
  getLeaving,
  linkCompanyExport,
  scheduleLeaving,
  undoLeaving
} from '../contract/leaving.ts'
import { record } from '../audit/audit.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import type { Api } from '../platform/http.ts'
import { makeLink, openDownload } from './downloading.ts'
import { askExport } from './exporting.ts'
import { confirm, pageOf, schedule, undo } from './leaving.ts'
import { openReceipt } from './receipt.ts'
import { endExport, findLeaving } from './store.ts'

export function leavingRoutes(deps: Deps, api: Api): void {
  exportRoutes(deps, api)
  api.serve(getLeaving, ({ caller }) => pageOf(deps, caller.organizationId))
  api.serve(scheduleLeaving, async ({ caller: { organizationId, personId }, body }) => {
    await schedule(deps, { organizationId, by: personId, ...body, leavesAt: new Date(body.leavesAt) })
    return pageOf(deps, organizationId)
  })
  api.serve(undoLeaving, async ({ caller: { organizationId, personId } }) => {
    await undo(deps, { organizationId, by: personId })
    return pageOf(deps, organizationId)
  })
  api.serve(confirmHandOver, async ({ caller: { organizationId, personId }, body }) => {
    await confirm(deps, { organizationId, by: personId, ...body })
    return pageOf(deps, organizationId)
  })
  api.serve(getCompanyReceipt, async ({ params }) => {
    const found = await openReceipt(deps, params.token)
    if (found) return found
    throw new ProblemError('not_found', 'There is no such receipt')
  })
}

function exportRoutes(deps: Deps, api: Api): void {
  api.serve(askCompanyExport, async ({ caller: { organizationId, personId } }) => {
    await deps.db.for(organizationId)(trx => askExport(deps, trx, { organizationId, by: personId, last: false }))
    return pageOf(deps, organizationId)
  })
  api.serve(dropCompanyExport, async ({ caller: { organizationId, personId }, params: { exportId } }) => {
    await deps.db.for(organizationId)(async trx => {
      const leaving = await findLeaving(trx, organizationId)
      if (leaving?.export_id === exportId)
        throw new ProblemError('conflict', 'This is the last file: it goes with the company', { reason: 'last_file' })
      if (!(await endExport(trx, { organizationId, exportId }, 'expired')))
        throw new ProblemError('not_found', 'This file is no longer there')
      await record(trx, deps, {
        organizationId,
        action: 'company_export.dropped',
        actor: personId,
        detail: { exportId }
      })
    })
    return pageOf(deps, organizationId)
  })
  api.serve(linkCompanyExport, ({ caller: { organizationId, personId }, params }) =>
    makeLink(deps, { organizationId, by: personId, ...params })
  )
  api.stream(downloadCompanyExport, async ({ params, res, ended }) => {
    const { length, pieces } = await openDownload(deps, params.token)
    res.attachment(`company-${deps.now().toISOString().slice(0, 10)}.zip`)
    res.set({ 'cache-control': 'no-store', 'content-length': String(length) }).type('application/zip')
    const source = Readable.from(pieces, { objectMode: true, highWaterMark: 1 })
    await pipeline(source, res, { signal: ended }).catch((error: unknown) => {
      // Who closes the page in the middle, or loses access, is no failure of ours.
      if (!ended.aborted && !res.closed) throw error
    })
  })
}
