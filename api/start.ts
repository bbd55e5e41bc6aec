/** Config → resources → deps, for every process of the product. What it opens, it closes, in reverse order. */
import { directoryDefinitions, directoryJobs } from './directory/jobs.ts'
import { identityDefinitions, identityJobs } from './identity/jobs.ts'
import { enrollmentDefinitions, enrollmentJobs } from './enrollment/jobs.ts'
import { oauthDefinitions, oauthJobs } from './oauth/jobs.ts'
import { coachDefinitions, coachJobs } from './coach/jobs.ts'
import { keyDefinitions, keyJobs } from './keys/jobs.ts'
import { leavingDefinitions, leavingJobs } from './leaving/jobs.ts'
import { nudgeDefinitions, nudgeJobs } from './nudges/jobs.ts'
import { channelDefinitions, channelJobs } from './channels/jobs.ts'
import { readConfig, type Config } from './platform/config.ts'
import { createVault } from './platform/crypto.ts'
import { openDatabase, type Database } from './platform/database.ts'
import type { Deps } from './platform/deps.ts'
import { createLog } from './platform/log.ts'
import { migrate } from './platform/migrate.ts'
import { createNewId } from './platform/new-id.ts'
import { openQueue, type JobDefinition, type JobHandler } from './platform/queue.ts'
import { systemClock, type Clock } from './platform/time.ts'
import { personalParts } from './personal-data.ts'
import { privacyDefinitions, privacyJobs } from './privacy/jobs.ts'
import { reachDefinitions, reachJobs } from './reach/jobs.ts'
import { makeDueJob, reportJobs } from './reports/jobs.ts'
import { createClassifier } from './vendors/safety-classifier.ts'
import { webhookDefinitions, webhookJobs } from './webhooks/jobs.ts'
import { noteFacts } from './webhooks/webhooks.ts'
import { createPublish } from './wiring.ts'

export const definitions: readonly JobDefinition[] = [
  ...directoryDefinitions,
  ...identityDefinitions,
  ...oauthDefinitions,
  ...enrollmentDefinitions,
  ...coachDefinitions,
  ...nudgeDefinitions,
  ...reachDefinitions,
  ...privacyDefinitions,
  ...leavingDefinitions,
  ...webhookDefinitions,
  ...keyDefinitions,
  makeDueJob,
  ...channelDefinitions
]

/** The handlers of the api process; the bot brings its own. */
export const apiHandlers = (deps: Deps): readonly JobHandler[] => [
  ...directoryJobs(deps),
  ...identityJobs(deps),
  ...oauthJobs(deps),
  ...enrollmentJobs(deps),
  ...coachJobs(deps),
  ...nudgeJobs(deps),
  ...channelJobs(deps),
  ...reachJobs(deps),
  ...privacyJobs(deps, personalParts),
  ...leavingJobs(deps),
  ...webhookJobs(deps),
  ...keyJobs(deps),
  ...reportJobs(deps)
]

export type Opened = { readonly deps: Deps; [Symbol.asyncDispose](): Promise<void> }

export async function openDeps(
  env: Readonly<Record<string, string | undefined>>,
  options: { readonly clock?: Clock; readonly openDatabase?: (config: Config) => Promise<Database> } = {}
): Promise<Opened> {
  const config = readConfig(env)
  const clock = options.clock ?? systemClock
  const log = createLog(config.LOG_LEVEL)
  await using stack = new AsyncDisposableStack()
  const db = stack.use(await (options.openDatabase ?? openConfigured)(config))
  await migrate(db)
  const queue = stack.use(await openQueue({ db, log, definitions }))
  const newId = createNewId(clock.realNow)
  const deps: Deps = {
    ...clock,
    config,
    db,
    queue,
    log,
    fetch,
    newId,
    vault: createVault(config.MASTER_KEY),
    publish: createPublish(queue, (trx, facts) => noteFacts(trx, { newId, realNow: clock.realNow }, facts)),
    ...(config.SAFETY_CLASSIFIER_URL
      ? {
          classifier: createClassifier({ url: config.SAFETY_CLASSIFIER_URL, key: config.SAFETY_CLASSIFIER_KEY, fetch })
        }
      : {})
  }
  const owned = stack.move()
  return { deps, [Symbol.asyncDispose]: () => owned.disposeAsync() }
}

const openConfigured = (config: Config): Promise<Database> =>
  openDatabase({
    url: config.DATABASE_URL,
    ownerUrl: config.DATABASE_OWNER_URL,
    schema: config.DATABASE_SCHEMA,
    poolSize: config.DATABASE_POOL,
    folder: config.DATA_FOLDER
  })
