import * as contract from '../contract/enrollment-imports.ts'
import { csvRow, BYTE_ORDER_MARK } from '../platform/csv.ts'
import type { Deps } from '../platform/deps.ts'
import { actorOf, type Api } from '../platform/http.ts'
import { carryOutImport, dryRunImport, dryRunUndo, undoImport } from './import-outcome.ts'
import { cancelImport, check, keepColumns, uploadSpreadsheet } from './imports.ts'
import { importsView, importView, linesOf, reportView } from './import-views.ts'
import { fileWords, REPORT_HEADERS, YES_NO, type Language } from './import-words.ts'
import { FileError } from './sheet.ts'

const languageOf = (header: string | undefined): Language => (header?.toLowerCase().startsWith('es') ? 'es' : 'en')

export function importRoutes(deps: Deps, api: Api): void {
  api.serve(contract.listImports, ({ caller }) => importsView(deps, caller.organizationId))
  api.upload(contract.uploadImport, contract.MOST_FILE_BYTES, async ({ caller, query: { name }, body, req }) => {
    const { organizationId } = caller
    try {
      return {
        kind: 'taken' as const,
        importId: await uploadSpreadsheet(deps, { organizationId, actor: actorOf(caller), name, file: body })
      }
    } catch (error) {
      if (!(error instanceof FileError)) throw error
      const [what, remedy] = fileWords(languageOf(req.get('accept-language')), error.code)
      return { kind: 'refused' as const, problem: error.code, what, remedy, row: error.row ?? null }
    }
  })
  api.serve(contract.getImport, ({ caller: { organizationId }, params }) =>
    importView(deps, { organizationId, ...params })
  )
  api.serve(contract.checkImport, async ({ caller: { organizationId }, params, body, req }) => {
    const key = { organizationId, ...params }
    await keepColumns(deps, key, body)
    return reportView(await check(deps, key), languageOf(req.get('accept-language')))
  })
  // A file, so that it is written as one; the answer ends at once.
  api.stream(contract.saveImportReport, async ({ caller: { organizationId }, params, req, res }) => {
    const language = languageOf(req.get('accept-language'))
    const checked = await check(deps, { organizationId, ...params })
    const [yes, no] = YES_NO[language]
    const rows = linesOf(checked, language).map(line => [
      String(line.row),
      line.column,
      line.value,
      line.what,
      line.remedy,
      line.severity === 'error' ? yes : no
    ])
    res.attachment(`${checked.row.file_name.replace(/\.\w+$/u, '')}-report.csv`)
    res.set('cache-control', 'no-store').type('text/csv; charset=utf-8')
    res.end(BYTE_ORDER_MARK + [REPORT_HEADERS[language], ...rows].map(csvRow).join(''))
  })
  api.serve(contract.dryRunImport, ({ caller: { organizationId }, params, body }) =>
    dryRunImport(deps, { organizationId, ...params, ...body })
  )
  api.serve(contract.carryOutImport, async ({ caller, params, body }) => ({
    runId: await carryOutImport(deps, {
      organizationId: caller.organizationId,
      actor: actorOf(caller),
      ...params,
      ...body
    })
  }))
  api.serve(contract.cancelImport, async ({ caller, params }) => {
    await cancelImport(deps, { organizationId: caller.organizationId, actor: actorOf(caller), ...params })
    return {}
  })
  api.serve(contract.undoImport, async ({ caller: { organizationId, personId: actor }, params, body: { mode } }) => {
    const key = { organizationId, ...params }
    return mode === 'dry'
      ? { dry: await dryRunUndo(deps, key), runId: null }
      : { dry: null, runId: await undoImport(deps, { ...key, actor }) }
  })
}
