import { dropIcon, getBranding, MOST_ICON_BYTES, putBranding, putIcon } from '../contract/branding.ts'
import { downloadItPack, getItPack } from '../contract/it-pack.ts'
import { getPermissions } from '../contract/permissions.ts'
import { record } from '../audit/audit.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import type { Api } from '../platform/http.ts'
import type { Part } from '../platform/personal-data.ts'
import { brandingOf, changeBrand, changeIcon, removeIcon } from './branding.ts'
import { ladderOf, packFor } from './papers.ts'

/** @param parts what each slice holds about one person. */
export function paperRoutes(deps: Deps, api: Api, parts: readonly Part[]): void {
  api.serve(getPermissions, ({ caller }) => ladderOf(deps, caller.organizationId))

  api.serve(getItPack, async ({ caller }) => {
    const pack = await packFor(deps, parts, caller.organizationId)
    if (!pack) return { pack: null }
    const { zip: _zip, ...told } = pack
    return { pack: told }
  })
  api.stream(downloadItPack, async ({ caller: { organizationId, personId }, res }) => {
    const pack = await packFor(deps, parts, organizationId)
    if (!pack)
      throw new ProblemError('conflict', 'This is not set up on our side yet. Ask us to do it', {
        reason: 'not_available'
      })
    await deps.db.for(organizationId)(trx =>
      record(trx, deps, {
        organizationId,
        action: 'it_pack.downloaded',
        actor: personId,
        detail: { sha256: pack.sha256, version: pack.packageVersion }
      })
    )
    res.attachment(pack.name).type('zip').set('cache-control', 'no-store').send(Buffer.from(pack.zip))
  })

  api.serve(getBranding, ({ caller }) => brandingOf(deps, caller.organizationId))
  api.serve(putBranding, ({ caller, body }) => changeBrand(deps, caller, body))
  api.upload(putIcon, MOST_ICON_BYTES, ({ caller, params, body }) =>
    changeIcon(deps, caller, { kind: params.kind, bytes: body })
  )
  api.serve(dropIcon, ({ caller, params }) => removeIcon(deps, caller, params.kind))
}
