/** Whether nudges help, as a report tells it: the newest experiment as it stood, and what one could find out here. */
import type { ReportView } from '../contract/reports.ts'
import type { Deps } from '../platform/deps.ts'
import { experimentViews } from './experiments.ts'
import type { ReportWords } from './words.ts'

export async function liftOf(deps: Deps, organizationId: string, words: ReportWords): Promise<ReportView['lift']> {
  const { experiments, offers } = await experimentViews(deps, organizationId, words)
  const experiment = experiments[0] ?? null
  const best = offers.flatMap(({ points }) => points ?? []).toSorted((a, b) => a - b)[0]
  const says = !experiment
    ? words.lift.none(best === undefined ? null : String(best))
    : experiment.look
      ? words.lift.verdicts[experiment.look.verdict]
      : words.lift.running
  return { experiment, offers: [...offers], says }
}
