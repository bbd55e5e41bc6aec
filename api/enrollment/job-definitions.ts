import { z } from 'zod'
import { defineJob, type JobDefinition } from '../platform/queue.ts'

const company = z.object({ organizationId: z.string() })

/** Asks for one person to be settled. */
export const syncJob = defineJob('enrollment.sync', z.object({ organizationId: z.string(), personId: z.string() }), {
  retries: 20
})
/** Works the company's queue for a minute at most. */
export const workJob = defineJob('enrollment.work', company, { retries: 20 })
/** Finds whom a new version of the rules changes. */
export const applyJob = defineJob('enrollment.apply', company.extend({ runId: z.string() }), {
  retries: 20,
  concurrency: 1
})
/** After the operator changed the company. */
export const reconsiderJob = defineJob('enrollment.reconsider', company, { retries: 20, concurrency: 1 })
/** Hourly: what webhooks lost. */
export const sweepJob = defineJob('enrollment.sweep', company, { concurrency: 1 })
/** Nightly, and when an admin asks. */
export const compareJob = defineJob('enrollment.compare', company, { concurrency: 1 })
/** Works on the comparison of the site's accounts with the company's people for a minute at most. */
export const linkJob = defineJob('enrollment.link', company, { retries: 20, concurrency: 1 })
/** Who could no longer sign in after the cutover. */
export const cutoverJob = defineJob(
  'enrollment.cutover',
  company.extend({ plan: z.enum(['plus', 'other', 'unknown']), author: z.string() }),
  { concurrency: 1 }
)

/** Half-minutely: the newest accounts of a site that is watched for sign-ups. */
export const sweepSignUpsJob = defineJob('enrollment.sign_ups', company, { concurrency: 1 })
/** Nightly: all accounts of a site that is watched for sign-ups. */
export const listSiteJob = defineJob('enrollment.list_site', company, { concurrency: 1 })
/** Whether a site is called so now. */
export const checkNameJob = defineJob('enrollment.check_name', company.extend({ name: z.string() }), { concurrency: 1 })
/** Those who signed up and wait. */
export const takeInJob = defineJob('enrollment.take_in', company, { retries: 20 })

/** Spreadsheets that nobody decided about. */
export const cancelImportsJob = defineJob('enrollment.cancel_imports', company, { concurrency: 1 })

export const enrollmentDefinitions: readonly JobDefinition[] = [
  syncJob,
  workJob,
  applyJob,
  reconsiderJob,
  sweepJob,
  compareJob,
  sweepSignUpsJob,
  listSiteJob,
  takeInJob,
  checkNameJob,
  linkJob,
  cutoverJob,
  cancelImportsJob
]
