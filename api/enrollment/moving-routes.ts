/** Moving in: accounts from before, the list for review, and the dry run of the cutover. */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import * as cutover from '../contract/cutover.ts'
import * as moving from '../contract/moving.ts'
import type { Deps } from '../platform/deps.ts'
import type { Api } from '../platform/http.ts'
import { accept, withdraw } from './cutover.ts'
import { cutoverFile, cutoverView } from './cutover-views.ts'
import { languageOf } from './cutover-words.ts'
import { cutoverJob } from './job-definitions.ts'
import { beginLinkRun, turnLinkRun } from './moving.ts'
import { learnersView, movingChoices, movingView } from './moving-views.ts'
import { decide } from './review.ts'

export function movingRoutes(deps: Deps, api: Api): void {
  api.serve(moving.getMoving, ({ caller }) => movingView(deps, caller.organizationId))
  api.serve(moving.getMovingChoices, ({ caller }) => movingChoices(deps, caller.organizationId))
  api.serve(moving.beginLinkRun, async ({ caller: { organizationId, personId }, body }) => ({
    runId: await beginLinkRun(deps, { organizationId, author: personId, ...body })
  }))
  api.serve(moving.turnLinkRun, async ({ caller: { organizationId, personId }, params, body }) => {
    await turnLinkRun(deps, { organizationId, ...params, ...body, actor: personId })
    return {}
  })
  api.serve(moving.listSiteLearners, ({ caller, query }) => learnersView(deps, caller.organizationId, query))
  api.serve(moving.decideLearners, ({ caller: { organizationId, personId }, body }) =>
    decide(deps, { organizationId, actor: personId, decision: body })
  )
  cutoverRoutes(deps, api)
}

function cutoverRoutes(deps: Deps, api: Api): void {
  api.serve(cutover.getCutover, ({ caller, query, req }) =>
    cutoverView(deps, {
      organizationId: caller.organizationId,
      language: languageOf(req.get('accept-language')),
      ...query
    })
  )
  api.serve(cutover.checkCutover, async ({ caller: { organizationId, personId }, body: { plan } }) => {
    const job = cutoverJob.job({ organizationId, plan, author: personId }, { key: `${organizationId}/${plan}` })
    await deps.db.for(organizationId)(trx => deps.queue.enqueue(trx, job))
    return {}
  })
  api.serve(cutover.acceptCutover, async ({ caller: { organizationId, personId }, body }) => {
    const asked = { organizationId, actor: personId, itemKeys: body.itemKeys }
    return { items: await (body.what === 'accept' ? accept(deps, { ...asked, ...body }) : withdraw(deps, asked)) }
  })
  api.stream(cutover.exportCutover, async ({ caller: { organizationId, personId }, req, res, ended }) => {
    const language = languageOf(req.get('accept-language'))
    res.attachment(`cutover-${deps.now().toISOString().slice(0, 10)}.csv`)
    res.set('cache-control', 'no-store').type('text/csv; charset=utf-8')
    const pieces = cutoverFile(deps, { organizationId, language, author: personId })
    const source = Readable.from(pieces, { objectMode: true, highWaterMark: 1 })
    await pipeline(source, res, { signal: ended }).catch((error: unknown) => {
      // Who closes the page in the middle, or loses access, is no failure of ours.
      if (!ended.aborted && !res.closed) throw error
    })
  })
}
