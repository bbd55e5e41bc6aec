import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import {
  askForExport,
  downloadExport,
  dropExport,
  eraseMyData,
  getEmployerView,
  listMyExports,
  previewErasure
} from '../contract/privacy.ts'
import {
  approveAccess,
  askForAccess,
  endAccess,
  getMyAccessLog,
  readThread,
  stopAccess
} from '../contract/access-log.ts'
import { subjectOf } from '../contract/subject.ts'
import { surfaceOf } from '../contract/surface.ts'
import { getRetention, putRetention, tryRetention } from '../contract/retention.ts'
import type { Deps } from '../platform/deps.ts'
import type { Api } from '../platform/http.ts'
import type { Part, PersonKey } from '../platform/personal-data.ts'
import { accessLogOf, approve, askAccess, end, readBehindGlass } from './access.ts'
import { reportFor } from './employer.ts'
import { erasePerson, previewOf } from './erasing.ts'
import { changeRetention, retentionOf, tryPolicy } from './retention.ts'
import { askExport, dropExportOf, exportsOf, openExport } from './exporting.ts'

/** @param parts what each slice hands over about one person. */
export function privacyRoutes(deps: Deps, api: Api, parts: readonly Part[]): void {
  accessRoutes(deps, api)
  retentionRoutes(deps, api, parts)
  api.serve(previewErasure, ({ caller }) => previewOf(deps, parts, caller))
  api.serve(eraseMyData, async ({ caller, body }) => {
    const { organizationId, personId, clientId } = caller
    const leaving = { organizationId, personId, surface: surfaceOf(clientId) }
    const { erasureId, at, gone } = await erasePerson(deps, parts, { ...leaving, ...body })
    return { erasureId, at: at.toISOString(), gone }
  })
  api.serve(getEmployerView, async ({ caller }) => {
    const { conversationDays } = await retentionOf(deps, caller.organizationId)
    return { report: await reportFor(deps, caller), conversationDays }
  })
  api.serve(listMyExports, async ({ caller }) => ({ exports: [...(await exportsOf(deps, caller))] }))
  api.serve(askForExport, ({ caller }) => askExport(deps, parts, caller))
  api.serve(dropExport, async ({ caller: { organizationId, personId }, params }) => ({
    dropped: await dropExportOf(deps, { organizationId, personId, ...params })
  }))
  api.stream(downloadExport, async ({ caller: { organizationId, personId }, params, res, ended }) => {
    const pieces = await openExport(deps, { organizationId, personId, ...params })
    res.attachment(`my-data-${deps.now().toISOString().slice(0, 10)}.json`)
    res.set('cache-control', 'no-store').type('application/json')
    const source = Readable.from(pieces, { objectMode: true, highWaterMark: 1 })
    await pipeline(source, res, { signal: ended }).catch((error: unknown) => {
      // Who closes the page in the middle, or loses access, is no failure of ours.
      if (!ended.aborted && !res.closed) throw error
    })
  })
}

/** Staff are of a company of their own: who they are is their subject there. */
const staffOf = ({ organizationId, personId }: PersonKey): string => subjectOf(organizationId, personId)

function accessRoutes(deps: Deps, api: Api): void {
  api.serve(getMyAccessLog, ({ caller }) => accessLogOf(deps, caller))
  api.serve(stopAccess, ({ caller: { organizationId, personId }, params }) =>
    end(deps, { organizationId, personId, ...params, by: personId })
  )
  api.serve(askForAccess, ({ caller, params, body }) => askAccess(deps, { ...params, ...body, by: staffOf(caller) }))
  api.serve(approveAccess, ({ caller, params }) => approve(deps, { ...params, by: staffOf(caller) }))
  api.serve(endAccess, ({ caller, params }) => end(deps, { ...params, by: staffOf(caller) }))
  api.serve(readThread, async ({ caller, params }) => ({
    turns: [...(await readBehindGlass(deps, { ...params, by: staffOf(caller) }))]
  }))
}

function retentionRoutes(deps: Deps, api: Api, parts: readonly Part[]): void {
  api.serve(getRetention, ({ caller }) => retentionOf(deps, caller.organizationId))
  api.serve(tryRetention, ({ caller: { organizationId }, body }) =>
    tryPolicy(deps, parts, { organizationId, policy: body })
  )
  api.serve(putRetention, ({ caller: { organizationId, personId }, body }) =>
    changeRetention(deps, { organizationId, by: personId, policy: body })
  )
}
