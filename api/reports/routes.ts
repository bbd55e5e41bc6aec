import { endExperimentEndpoint, getExperiments, startExperimentEndpoint } from '../contract/experiments.ts'
import { getLatestReport, getReport, makeReportEndpoint } from '../contract/reports.ts'
import { endExperiment, startExperiment } from '../nudges/nudges.ts'
import type { Deps } from '../platform/deps.ts'
import type { Api } from '../platform/http.ts'
import { experimentsFor } from './experiments.ts'
import { latestReport, loadReport, makeReport } from './reports.ts'

const HOUR_KEY = 'YYYY-MM-DDTHH'.length

export function reportRoutes(deps: Deps, api: Api): void {
  api.serve(getLatestReport, async ({ caller }) => ({
    report: (await latestReport(deps, caller.organizationId)) ?? null
  }))
  api.serve(getReport, ({ caller, params }) => loadReport(deps, caller.organizationId, params.reportId))
  // One report an hour at most: two within minutes would tell apart who did something between them.
  api.serve(makeReportEndpoint, ({ caller }) =>
    makeReport(deps, {
      organizationId: caller.organizationId,
      periodKey: `asked:${deps.now().toISOString().slice(0, HOUR_KEY)}`
    })
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
