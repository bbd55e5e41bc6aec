/** The first questions and the first plan: each press is stored before the same card asks the next. */
import { agreementOf } from '../api/channels/channels.ts'
import { adoptPlan, hear, loadTurn, soundsLikeCrisis } from '../api/coach/coach.ts'
import { exampleFor, firstPlanId, PLAN_WORDS } from '../api/contract/first-plans.ts'
import type { FocusArea } from '../api/contract/nudges.ts'
import { changePreferences, preferencesOf } from '../api/nudges/nudges.ts'
import type { Card } from './cards/card.ts'
import { agreementDecided } from './cards/agreement.ts'
import { crisisCard } from './cards/crisis.ts'
import { planDecided } from './cards/plan.ts'
import {
  firstPlanCard,
  focusQuestion,
  halfOf,
  hoursQuestion,
  languageQuestion,
  ownPlanCard,
  startDone,
  type HoursChoice
} from './cards/start.ts'
import { addresseeOf, type Addressee, type World } from './reader.ts'
import type { Locale } from './words.ts'

export type StartPress =
  | { readonly verb: 'focus'; readonly data: { readonly choice: FocusArea | 'skip' } }
  | { readonly verb: 'hours'; readonly data: { readonly choice: HoursChoice } }
  | { readonly verb: 'language'; readonly data: { readonly choice: Locale | 'skip' } }
  | {
      readonly verb: 'firstPlan'
      readonly data: { readonly choice: 'take' | 'next' | 'own' | 'later' | 'back'; readonly at: number }
    }
  | {
      readonly verb: 'ownPlan'
      readonly data: { readonly at: number; readonly cue?: string | undefined; readonly action?: string | undefined }
    }

/** After the yes; whoever answered the questions once is not asked again. */
export async function beginStart({ deps }: World, { person, reader }: Addressee): Promise<Card> {
  const known = await preferencesOf(deps, person)
  return known.settled ? agreementDecided(reader, 'given') : focusQuestion(reader, { to: person.personId, known })
}

export async function answerStart(world: World, actor: Addressee, press: StartPress): Promise<Card> {
  const { deps } = world
  const { reader } = actor
  const key = { organizationId: actor.person.organizationId, personId: actor.person.personId }
  const to = key.personId
  switch (press.verb) {
    case 'focus': {
      const { choice } = press.data
      const known =
        choice === 'skip' ? await preferencesOf(deps, key) : await changePreferences(deps, key, { focus: [choice] })
      return hoursQuestion(reader, { to, known })
    }
    case 'hours': {
      const { choice } = press.data
      const before = await preferencesOf(deps, key)
      const known =
        choice === 'mornings' || choice === 'afternoons'
          ? await changePreferences(deps, key, { hours: halfOf(before.hours, choice) })
          : before
      return languageQuestion(reader, { to, known })
    }
    case 'language': {
      const { choice } = press.data
      await changePreferences(deps, key, { settled: true, ...(choice === 'skip' ? {} : { locale: choice }) })
      return offer(world, await anew(world, actor), 0)
    }
    case 'firstPlan':
      return answerOffer(world, actor, press.data)
    case 'ownPlan':
      return keepOwn(world, actor, press.data)
  }
}

/** Read again, for the language may have just been chosen. */
const anew = async (world: World, actor: Addressee): Promise<Addressee> =>
  (await addresseeOf(world, actor.person.organizationId, actor.person.personId)) ?? actor

async function exampleOf({ deps }: World, { person, reader }: Addressee, at: number) {
  const { focus } = await preferencesOf(deps, person)
  return exampleFor(reader.locale, focus[0], at)
}

const offer = async (world: World, actor: Addressee, at: number): Promise<Card> =>
  firstPlanCard(actor.reader, { to: actor.person.personId, at, example: await exampleOf(world, actor, at) })

type Offer = Extract<StartPress, { readonly verb: 'firstPlan' }>['data']

async function answerOffer(world: World, actor: Addressee, { choice, at }: Offer): Promise<Card> {
  switch (choice) {
    case 'take':
      return keep(world, actor, await exampleOf(world, actor, at))
    case 'next':
      return offer(world, actor, at + 1)
    case 'back':
      return offer(world, actor, at)
    case 'own':
      return ownPlanCard(actor.reader, { to: actor.person.personId, at, cue: '', action: '', incomplete: false })
    case 'later':
      return startDone(actor.reader)
  }
}

async function keepOwn(
  world: World,
  actor: Addressee,
  { at, cue = '', action = '' }: Extract<StartPress, { readonly verb: 'ownPlan' }>['data']
): Promise<Card> {
  const plan = { cue: tidy(cue), action: tidy(action) }
  const alarm = await answerAlarm(world, actor, `${plan.cue} ${plan.action}`)
  if (alarm) return alarm
  const incomplete = Object.values(plan).some(words => words.length < PLAN_WORDS.shortest)
  return incomplete
    ? ownPlanCard(actor.reader, { to: actor.person.personId, at, ...plan, incomplete })
    : keep(world, actor, plan)
}

/** What is typed into a card is heard as what is typed into the chat. */
async function answerAlarm({ deps }: World, { person, reader }: Addressee, text: string): Promise<Card | undefined> {
  if (!soundsLikeCrisis(text)) return undefined
  const key = { organizationId: person.organizationId, personId: person.personId }
  const sourceId = `card:${deps.newId('message')}`
  const heard = await hear(deps, { ...key, text, surface: 'teams', sourceId, locale: reader.locale })
  if (heard.kind !== 'crisis' && heard.kind !== 'human') return undefined
  return crisisCard(reader, (await loadTurn(deps, { ...key, messageId: heard.messageId })).text)
}

async function keep(
  { deps }: World,
  { person, reader }: Addressee,
  words: { readonly cue: string; readonly action: string }
): Promise<Card> {
  const planId = firstPlanId(person.personId)
  const key = { organizationId: person.organizationId, personId: person.personId }
  // They may have said no, or erased everything, since this card came.
  if ((await agreementOf(deps, key.organizationId, key.personId)) !== 'given')
    return agreementDecided(reader, 'declined')
  return planDecided(reader, await adoptPlan(deps, { ...key, ...words, planId, when: 'tomorrow' }), 'accept')
}

const tidy = (words: string): string => words.replaceAll(/\s+/gu, ' ').trim().slice(0, PLAN_WORDS.longest)
