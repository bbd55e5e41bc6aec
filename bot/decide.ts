/** What a pressed button decides, and the card that shows it in place. Deciding the same again changes nothing. */
import {
  AGREEMENT_VERSION,
  confirmHrChannel,
  decideAgreement,
  namedServiceWithin,
  retryInbound
} from '../api/channels/channels.ts'
import { closePlan, loadPlan } from '../api/coach/coach.ts'
import { answerNudge, decideExperiment, nudgesOf, pressPulse } from '../api/nudges/nudges.ts'
import { ProblemError } from '../api/platform/errors.ts'
import type { PersonKey } from '../api/platform/personal-data.ts'
import { eraseOnce } from '../api/privacy/privacy.ts'
import { agreementCard, agreementDecided } from './cards/agreement.ts'
import type { Card } from './cards/card.ts'
import { cutDecided } from './cards/cut.ts'
import { eraseDecided, type EraseOutcome } from './cards/erase.ts'
import { experimentDecided } from './cards/experiment.ts'
import { hrChannelDecided } from './cards/hr-channel.ts'
import { nudgeDecided } from './cards/nudge.ts'
import { planDecided } from './cards/plan.ts'
import { pulseCard, pulseDecided } from './cards/pulse.ts'
import type { ConnectPress } from './connect.ts'
import { experimentToAgree } from './experiment.ts'
import type { Press } from './presses.ts'
import { readerFor, type Addressee, type World } from './reader.ts'
import { answerStart, beginStart } from './start.ts'

type Decision = Exclude<Press, ConnectPress>

/** @throws ProblemError `not_found` for what is no longer there, `forbidden` for what others decide. */
export async function decide(world: World, actor: Addressee, action: Decision): Promise<Card> {
  const { deps } = world
  const { reader } = actor
  const key = { organizationId: actor.person.organizationId, personId: actor.person.personId }
  switch (action.verb) {
    case 'agreement':
      return agree(world, actor, action.data)
    case 'focus':
    case 'hours':
    case 'language':
    case 'firstPlan':
    case 'ownPlan':
      return answerStart(world, actor, action)
    case 'experiment': {
      const { experimentId, choice } = action.data
      await decideExperiment(deps, { ...key, experimentId, choice })
      return experimentDecided(reader, choice)
    }
    case 'nudge': {
      const { nudgeId, answer } = action.data
      const nudge = await answerNudge(deps, { ...key, nudgeId, answer })
      const { budget } = await nudgesOf(deps, key)
      return nudgeDecided(reader, { nudge, answer: nudge.answer ?? answer, pausedUntil: budget.pausedUntil })
    }
    case 'pulse': {
      const { nudgeId, press } = action.data
      const given = await pressPulse(deps, { ...key, nudgeId, press })
      return typeof press === 'string'
        ? pulseDecided(reader, press === 'never' ? 'stopped' : 'skipped')
        : pulseCard(reader, { to: key.personId, nudgeId, given })
    }
    case 'plan': {
      const { planId, choice } = action.data
      const outcome = choice === 'change' ? 'dropped' : choice
      const plan =
        outcome === 'accept'
          ? await loadPlan(deps, { ...key, planId })
          : await closePlan(deps, { ...key, planId, outcome })
      return planDecided(reader, plan, choice)
    }
    case 'again': {
      const { conversationId, activityId } = action.data
      if (!(await retryInbound(deps, key, { conversationId, activityId })))
        throw new ProblemError('not_found', 'This message was answered or taken back')
      return cutDecided(reader)
    }
    case 'erase':
      return eraseDecided(reader, action.data.choice === 'erase' ? await erase(world, key, action.data) : KEPT)
    case 'hrChannel': {
      await confirmHrChannel(deps, { ...key, ...action.data })
      return hrChannelDecided(readerFor(world, actor.organization), action.data.decision)
    }
  }
}

const KEPT: EraseOutcome = { kind: 'kept' }

/** What the tab's erasure does, key and all. */
async function erase(
  { deps, parts }: World,
  key: PersonKey,
  { erasureId = deps.newId('erasure') }: Extract<Decision, { readonly verb: 'erase' }>['data']
): Promise<EraseOutcome> {
  const erased = await eraseOnce(deps, parts, { ...key, surface: 'teams', erasureId })
  return erased ? { kind: 'erased', ...erased } : { kind: 'before' }
}

type Agreement = Extract<Decision, { readonly verb: 'agreement' }>['data']

/** A yes counts for the text that stood on the card; under an older one the current text is shown instead. */
async function agree(world: World, actor: Addressee, said: Agreement): Promise<Card> {
  const { decision, version, experimentId, modelService = null } = said
  const { person, organization, reader } = actor
  const { organizationId, personId } = person
  const named = await world.deps.db.read(organizationId)(db => namedServiceWithin(db, organizationId))
  if (decision === 'given' && (version !== AGREEMENT_VERSION || modelService !== named))
    return agreementCard(reader, {
      to: personId,
      company: organization,
      before: undefined,
      modelService: named,
      agreedBefore: { version, modelService },
      experiment: await experimentToAgree(world, actor)
    })
  await decideAgreement(world.deps, { organizationId, personId, decision, modelService, surface: 'teams' })
  if (decision === 'given' && experimentId)
    await decideExperiment(world.deps, { organizationId, personId, experimentId, choice: 'in' })
  return decision === 'given' ? beginStart(world, actor) : agreementDecided(reader, decision)
}
