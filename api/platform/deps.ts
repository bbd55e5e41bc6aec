/** What every slice is given, once, at start. */
import type { Fact } from '../contract/facts.ts'
import type { NewId } from '../contract/ids.ts'
import type { Classifier } from './classifier.ts'
import type { Config } from './config.ts'
import type { Vault } from './crypto.ts'
import type { Database, Trx } from './database.ts'
import type { Log } from './log.ts'
import type { Queue } from './queue.ts'
import type { Clock } from './time.ts'

/** Records that something happened and starts, in the same transaction, the jobs that `wiring.ts` maps it to. */
export type Publish = (trx: Trx, ...facts: readonly Fact[]) => Promise<void>

export type Deps = Clock & {
  readonly config: Config
  readonly db: Database
  readonly queue: Queue
  readonly publish: Publish
  readonly vault: Vault
  readonly log: Log
  readonly newId: NewId
  readonly fetch: typeof fetch
  /** Absent: danger is told by what the product hears itself. */
  readonly classifier?: Classifier
}
