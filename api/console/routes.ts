import { getChecklist } from '../contract/checklist.ts'
import { changeCompany, getCompany, takeDomains } from '../contract/company.ts'
import { getConsoleHealth } from '../contract/console-health.ts'
import { tryMessageTimes } from '../contract/message-times.ts'
import type { Deps } from '../platform/deps.ts'
import type { Api } from '../platform/http.ts'
import { createMailer } from '../vendors/mail.ts'
import { createWorkos } from '../vendors/workos.ts'
import { checklistOf } from './checklist.ts'
import { changeCompanySettings, companyOf } from './company.ts'
import { connectedOf } from './connected.ts'
import { adoptDomains } from './domains.ts'
import { tryTimes } from './message-times.ts'

export function consoleRoutes(deps: Deps, api: Api): void {
  const workos = createWorkos(deps)
  const mailer = createMailer(deps.config)
  api.serve(getChecklist, ({ caller }) => checklistOf(deps, workos, caller.organizationId))
  api.serve(getConsoleHealth, async ({ caller }) => ({
    connections: [...(await connectedOf(deps, mailer, caller.organizationId))]
  }))
  api.serve(getCompany, ({ caller }) => companyOf(deps, caller.organizationId))
  api.serve(changeCompany, ({ caller: { organizationId, personId: by }, body: wanted }) =>
    changeCompanySettings(deps, { organizationId, by, wanted })
  )
  api.serve(tryMessageTimes, ({ caller: { organizationId }, body: draft, query: { language } }) =>
    tryTimes(deps, { organizationId, draft, language })
  )
  api.serve(takeDomains, async ({ caller }) => ({ domains: [...(await adoptDomains(deps, workos, caller))] }))
}
