import { endExperimentEndpoint, getExperiments, startExperimentEndpoint } from '../contract/experiments.ts'
import {
  getLatestReport,
  getReport,
  getReportGate,
  listReports as listReportsEndpoint,
  makeReportEndpoint,
  raiseReportGate
} from '../contract/reports.ts'
import { endExperiment, startExperiment } from '../nudges/nudges.ts'
import type { Deps } from '../platform/deps.ts'
import type { Api } from '../platform/http.ts'
import { experimentsFor, localeOf, type Reader } from './experiments.ts'
import { latestReport, listReports, loadReport, makeReport, raiseGate, smallestGroupOf } from './reports.ts'

export function reportRoutes(deps: Deps, api: Api): void {
  const readingOf = async (caller: Reader) => ({
    organizationId: caller.organizationId,
    locale: await localeOf(deps, caller)
  })
  api.serve(listReportsEndpoint, async ({ caller }) => ({
    reports: [...(await listReports(deps, await readingOf(caller)))]
  }))
  api.serve(getLatestReport, async ({ caller }) => ({
    report: (await latestReport(deps, await readingOf(caller))) ?? null
  }))
  api.serve(getReportGate, async ({ caller }) => ({
    smallestGroup: await smallestGroupOf(deps, caller.organizationId)
  }))
  api.serve(raiseReportGate, async ({ caller, body }) => ({
    smallestGroup: await raiseGate(deps, caller.organizationId, body.smallestGroup)
  }))
  api.serve(getReport, async ({ caller, params }) => loadReport(deps, { ...(await readingOf(caller)), ...params }))
  // Of closed weeks and months only: two reports within minutes would tell apart who did something between them.
  api.serve(makeReportEndpoint, async ({ caller, body }) =>
    makeReport(deps, { ...(await readingOf(caller)), kind: body.kind })
  )
  api.serve(getExperiments, ({ caller }) => experimentsFor(deps, caller))
  api.serve(startExperimentEndpoint, ({ caller, body }) =>
    startExperiment(deps, { organizationId: caller.organizationId, by: caller.personId, ...body })
  )
  api.serve(endExperimentEndpoint, async ({ caller, params }) => {
    await endExperiment(deps, { ...params, organizationId: caller.organizationId, by: caller.personId })
    return { ended: true } as const
  })
}
