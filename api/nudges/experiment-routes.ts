/** What a person is told of their company's experiment, and their yes or no; HR's side is in reports, behind its gate. */
import { decideMyExperiment, getMyExperiment } from '../contract/experiments.ts'
import { getPerson } from '../directory/directory.ts'
import { getOrganization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import type { Api } from '../platform/http.ts'
import { decideExperiment, disclosedTo } from './experiments.ts'
import { experimentWords } from './experiment-words.ts'

export function experimentRoutes(deps: Deps, api: Api): void {
  api.serve(getMyExperiment, async ({ caller }) => {
    const found = await disclosedTo(deps, caller)
    if (!found) return { experiment: null }
    const person = await getPerson(deps, caller.organizationId, caller.personId)
    const { locale } = await getOrganization(deps, caller.organizationId)
    const { experimentId, choice, holdoutPercent } = found
    const disclosure = experimentWords(person?.locale ?? locale).disclosure(String(holdoutPercent))
    return { experiment: { experimentId, choice, disclosure } }
  })
  api.serve(decideMyExperiment, async ({ caller, body }) => {
    await decideExperiment(deps, { organizationId: caller.organizationId, personId: caller.personId, ...body })
    return { choice: body.choice }
  })
}
