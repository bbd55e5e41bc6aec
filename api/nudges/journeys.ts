/** What authors do with journeys: a draft that refuses to be overwritten unseen, versions that stay, starts per cohort. */
import { record } from '../audit/audit.ts'
import { flawsOf, type JourneyContent, type Start } from '../contract/journeys.ts'
import { namesOfPeople } from '../directory/directory.ts'
import { getOrganization } from '../organizations/organizations.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import { askToPlanAudience } from './authored-planning.ts'
import type { Version } from './journey.ts'
import { cancelSteps } from './store-authored.ts'
import * as store from './store-journeys.ts'

type Key = store.JourneyKey
type By = { readonly by: string }

export async function createJourney(
  deps: Deps,
  { organizationId, by, name, content }: { organizationId: string; name: string; content: JourneyContent } & By
): Promise<string> {
  const journeyId = deps.newId('journey')
  const journey = { journeyId, name, content, revision: 1, savedBy: by, savedAt: deps.now() }
  await deps.db.for(organizationId)(trx => store.insertJourney(trx, organizationId, journey))
  return journeyId
}

/** @throws ProblemError `not_found`, or `conflict` naming who saved a newer draft. */
export async function saveDraft(
  deps: Deps,
  { by, basedOn, name, content, ...key }: Key & By & { basedOn: number; name: string; content: JourneyContent }
): Promise<number> {
  const saved = await deps.db.for(key.organizationId)(async trx => {
    const journey = await lock(trx, key)
    if (journey.revision !== basedOn) return { kind: 'newer', by: journey.savedBy } as const
    const revision = basedOn + 1
    await store.saveDraft(trx, key.organizationId, {
      ...journey,
      name,
      content,
      revision,
      savedBy: by,
      savedAt: deps.now()
    })
    return { kind: 'saved', revision } as const
  })
  if (saved.kind === 'saved') return saved.revision
  throw await newerDraft(deps, key.organizationId, saved.by)
}

/** Text of the one who comes second is kept by their page. */
export async function newerDraft(deps: Deps, organizationId: string, personId: string): Promise<ProblemError> {
  const name = (await namesOfPeople(deps, organizationId, [personId])).get(personId)
  return new ProblemError(
    'conflict',
    `${name ?? 'Somebody'} saved a newer draft meanwhile. Yours is still in this window: save it as a file, load theirs, and put in what is missing`,
    { reason: 'newer_draft' }
  )
}

type Publishing = Key & By & { readonly basedOn: number; readonly reach: Version['reach']; readonly note: string }

/** @throws ProblemError `conflict` when the draft is another by now, `bad_request` when something is missing in it. */
export async function publish(deps: Deps, { by, basedOn, reach, note, ...key }: Publishing): Promise<number> {
  const { organizationId, journeyId } = key
  const done = await deps.db.for(organizationId)(async trx => {
    const journey = await lock(trx, key)
    if (journey.revision !== basedOn) return { kind: 'newer', by: journey.savedBy } as const
    if (flawsOf(journey.content).length > 0)
      throw new ProblemError(
        'bad_request',
        'Something is still missing. The page lists it; complete it, then publish',
        {
          reason: 'incomplete'
        }
      )
    const before = (await store.versionsOf(trx, organizationId, [journeyId])).get(journeyId) ?? []
    const version = (before.at(-1)?.version ?? 0) + 1
    const { content, revision, name } = journey
    const made = { version, content, reach, note, revision, publishedBy: by, publishedAt: deps.now() }
    await store.insertJourneyVersion(trx, key, made)
    const detail = { journeyId, name, version, reach }
    await record(trx, deps, { organizationId, action: 'journey.published', actor: by, detail })
    await askToPlanAudience(deps, trx, organizationId)
    return { kind: 'published', version } as const
  })
  if (done.kind === 'published') return done.version
  throw await newerDraft(deps, organizationId, done.by)
}

/** @throws ProblemError `conflict` before the first version, `not_found` for a cohort that the company does not have. */
export async function start(
  deps: Deps,
  { by, cohort, starts, ...key }: Key & By & { readonly cohort: string; readonly starts: Start }
): Promise<void> {
  const { organizationId, journeyId } = key
  const { cohorts } = await getOrganization(deps, organizationId)
  if (!cohorts.some(({ name }) => name === cohort))
    throw new ProblemError('not_found', `There is no cohort "${cohort}". Choose one of the list`, {
      reason: 'cohort_unknown'
    })
  await deps.db.for(organizationId)(async trx => {
    const { name } = await lock(trx, key)
    if (!(await store.publishedOf(trx, organizationId)).has(journeyId))
      throw new ProblemError('conflict', 'Publish the journey first, then start it for a cohort', {
        reason: 'journey_unpublished'
      })
    const startsOn = starts.kind === 'date' ? starts.on : null
    await store.saveStart(trx, { ...key, cohort, startsOn, by, at: deps.now() })
    const detail = { journeyId, name, cohort, startsOn }
    await record(trx, deps, { organizationId, action: 'journey.started', actor: by, detail })
    await askToPlanAudience(deps, trx, organizationId)
  })
}

/** What was planned of it for them is cancelled in the same transaction. */
export async function stop(deps: Deps, { by, cohort, ...key }: Key & By & { readonly cohort: string }): Promise<void> {
  const { organizationId, journeyId } = key
  await deps.db.for(organizationId)(async trx => {
    const { name } = await lock(trx, key)
    const at = deps.now()
    if (!(await store.endStart(trx, { ...key, cohort, at }))) return
    await cancelSteps(trx, { ...key, cohort, at })
    const detail = { journeyId, name, cohort }
    await record(trx, deps, { organizationId, action: 'journey.stopped', actor: by, detail })
  })
}

async function lock(trx: Trx, key: Key): Promise<store.Journey> {
  const journey = await store.lockJourney(trx, key)
  if (!journey)
    throw new ProblemError('not_found', 'This journey does not exist. Go back to the list', { reason: 'journey_gone' })
  return journey
}
