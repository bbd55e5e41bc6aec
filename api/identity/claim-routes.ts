import {
  deleteClaimCase,
  getClaimMapping,
  listClaimCases,
  listSignIns,
  putClaimMapping,
  saveClaimCase,
  tryClaims
} from '../contract/claims.ts'
import { getOrganization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import type { Api } from '../platform/http.ts'
import type { Candidates } from './claims.ts'
import { judgePaste } from './lab.ts'
import { changeMapping, deleteCase, isSubjectFrozen, listCases, mappingOf, saveCase, type Changed } from './mappings.ts'
import { readPaste } from './paste.ts'
import { recentSignIns } from './store.ts'
import { languageOf, mappingRefusals, type Language } from './words.ts'

const SHOWN = 100

export function claimRoutes(deps: Deps, api: Api): void {
  api.serve(tryClaims, async ({ caller, body, req }) => {
    const { organizationId } = caller
    const pasted = readPaste(body.text, body.connectionType)
    const candidates = body.candidates ?? (await mappingOf(deps, organizationId)).candidates
    const language = languageOf(req.get('accept-language'))
    return judgePaste(deps, await getOrganization(deps, organizationId), { pasted, candidates, language })
  })

  api.serve(getClaimMapping, async ({ caller: { organizationId } }) => {
    const { version, candidates } = await mappingOf(deps, organizationId)
    return { version, candidates: copy(candidates), subjectFrozen: await isSubjectFrozen(deps, organizationId) }
  })

  api.serve(putClaimMapping, async ({ caller, body, req }) => {
    const outcome = await changeMapping(deps, caller, body)
    if (outcome.kind !== 'saved') throw refusal(outcome, languageOf(req.get('accept-language')))
    return { version: outcome.version, broken: [...outcome.broken] }
  })

  api.serve(listClaimCases, async ({ caller }) => ({ cases: [...(await listCases(deps, caller.organizationId))] }))

  api.serve(saveClaimCase, ({ caller, body }) =>
    saveCase(deps, caller, { name: body.name, profile: readPaste(body.text, body.connectionType).profile })
  )

  api.serve(deleteClaimCase, async ({ caller, params }) => {
    if (!(await deleteCase(deps, caller, params.caseId))) throw new ProblemError('not_found', 'There is no such case')
    return { deleted: true as const }
  })

  api.serve(listSignIns, async ({ caller: { organizationId }, query }) => {
    const wanted = { organizationId, failed: query.failed, limit: SHOWN }
    const found = await deps.db.for(organizationId)(trx => recentSignIns(trx, wanted))
    return { signIns: [...found] }
  })
}

const copy = ({ groupsAs, ...lists }: Candidates) => ({
  ...Object.fromEntries(
    Object.entries(lists).flatMap(([attribute, names]) => (names ? [[attribute, [...names]]] : []))
  ),
  ...(groupsAs ? { groupsAs } : {})
})

function refusal(outcome: Exclude<Changed, { kind: 'saved' }>, language: Language): ProblemError {
  const words = mappingRefusals[language]
  switch (outcome.kind) {
    case 'casesBreak':
      return new ProblemError('conflict', words.casesBreak(outcome.broken), { reason: 'cases_break' })
    case 'subjectFrozen':
      return new ProblemError('conflict', words.subjectFrozen, { reason: 'subject_frozen' })
    case 'changedMeanwhile':
      return new ProblemError('conflict', words.changedMeanwhile, { reason: 'changed_meanwhile' })
  }
}
