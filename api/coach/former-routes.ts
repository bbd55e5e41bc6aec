import * as contract from '../contract/former-coach.ts'
import { BYTE_ORDER_MARK, csvRow } from '../platform/csv.ts'
import type { Deps } from '../platform/deps.ts'
import type { Api } from '../platform/http.ts'
import { cancelFormer, carryOutFormer, checkFormer, undoFormer, uploadFormer, type Checked } from './former-imports.ts'
import { FormerFileError, isError, type Finding } from './former-lines.ts'
import { eraseFormerThread, formerThreadOf } from './former-thread.ts'
import { fileWords, lineWords, REPORT_HEADERS, YES_NO, type Language } from './former-words.ts'
import { listImports, type FormerSummary } from './store-former.ts'

const IMPORTS = 20
const FINDINGS = 200

const languageOf = (header: string | undefined): Language => (header?.toLowerCase().startsWith('es') ? 'es' : 'en')

export function formerRoutes(deps: Deps, api: Api): void {
  api.serve(contract.listFormerImports, async ({ caller: { organizationId } }) => ({
    imports: (await deps.db.for(organizationId)(trx => listImports(trx, organizationId, IMPORTS))).map(summaryOf)
  }))
  api.upload(
    contract.uploadFormerImport,
    contract.MOST_FORMER_BYTES,
    async ({ caller, query: { name }, body, req }) => {
      const { organizationId, personId: actor } = caller
      try {
        const importId = await uploadFormer(deps, { organizationId, actor, name, file: body })
        return { kind: 'taken' as const, importId }
      } catch (error) {
        if (!(error instanceof FormerFileError)) throw error
        const [what, remedy] = fileWords(languageOf(req.get('accept-language')), error.code)
        return { kind: 'refused' as const, problem: error.code, what, remedy, row: error.line ?? null }
      }
    }
  )
  api.serve(contract.checkFormerImport, async ({ caller: { organizationId }, params, req }) =>
    reportOf(await checkFormer(deps, { organizationId, ...params }), languageOf(req.get('accept-language')))
  )
  // A file, so that it is written as one; the answer ends at once.
  api.stream(contract.saveFormerReport, async ({ caller: { organizationId }, params, req, res }) => {
    const language = languageOf(req.get('accept-language'))
    const { row, findings } = await checkFormer(deps, { organizationId, ...params })
    const rows = findings.map(finding => cellsOf(finding, language))
    res.attachment(`${row.file_name.replace(/\.\w+$/u, '')}-report.csv`)
    res.set('cache-control', 'no-store').type('text/csv; charset=utf-8')
    res.end(BYTE_ORDER_MARK + [REPORT_HEADERS[language], ...rows].map(csvRow).join(''))
  })
  api.serve(contract.carryOutFormerImport, async ({ caller: { organizationId, personId: actor }, params, body }) => {
    await carryOutFormer(deps, { organizationId, actor, ...params, ...body })
    return {}
  })
  api.serve(contract.cancelFormerImport, async ({ caller: { organizationId, personId: actor }, params }) => {
    await cancelFormer(deps, { organizationId, actor, ...params })
    return {}
  })
  api.serve(contract.undoFormerImport, async ({ caller: { organizationId, personId: actor }, params }) => {
    await undoFormer(deps, { organizationId, actor, ...params })
    return {}
  })
  api.serve(contract.getFormerThread, async ({ caller, query }) => {
    const { turns, ...thread } = await formerThreadOf(deps, caller, query.before)
    return { ...thread, turns: [...turns] }
  })
  api.serve(contract.eraseFormerThread, async ({ caller }) => {
    await eraseFormerThread(deps, caller)
    return {}
  })
}

const summaryOf = (row: FormerSummary) => ({
  importId: row.id,
  fileName: row.file_name,
  state: row.state,
  uploadedAt: row.uploaded_at.toISOString(),
  decidedAt: row.decided_at?.toISOString() ?? null,
  lines: row.lines,
  linesDone: Math.min(row.lines_done, row.lines),
  people: row.people,
  conversations: row.conversations,
  messages: row.messages
})

function reportOf({ row: _row, findings, from, to, ...counts }: Checked, language: Language) {
  const errors = findings.filter(isError).length
  return {
    ...counts,
    from: from?.toISOString() ?? null,
    to: to?.toISOString() ?? null,
    errors,
    notes: findings.length - errors,
    // What keeps the file out is seen first.
    findings: findings
      .toSorted((a, b) => Number(isError(b)) - Number(isError(a)))
      .slice(0, FINDINGS)
      .map(finding => findingOf(finding, language))
  }
}

function findingOf(finding: Finding, language: Language) {
  const { line, problem, field = '', account = '' } = finding
  const [what, remedy] = lineWords(language, problem)
  const severity = isError(finding) ? ('error' as const) : ('note' as const)
  return { line, field, account, problem, severity, what, remedy }
}

function cellsOf(finding: Finding, language: Language): readonly string[] {
  const { line, field, account, what, remedy, severity } = findingOf(finding, language)
  const [yes, no] = YES_NO[language]
  return [String(line), field, account, what, remedy, severity === 'error' ? yes : no]
}
