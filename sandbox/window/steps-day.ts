/** A day in her life: a nudge, a plan, HR's message that waits, the follow-up, a pause. */
import * as control from '../control/contract.ts'
import { PATIENCE_MS, chat, hasCard, lastWith, press, say, untilCard, untilPlanned, within } from './acting.ts'
import { call } from './api.ts'
import { localDate, momentOn } from './format.ts'
import type { Step } from './step.ts'

const PLAN = ['Si empieza la reunión diaria, entonces delego una cosa', 'sí', 'mañana']
const MINE = '10:10'

const answers = async (personKey: string): Promise<number> =>
  (await chat(personKey)).filter(({ aiGenerated }) => aiGenerated).length
const campaignsFor = async (personKey: string) =>
  (await call(control.getComing, { params: { personKey } })).nudges.filter(({ kind }) => kind === 'campaign')

export const DAY: readonly Step[] = [
  {
    title: 'Ten past ten, a nudge',
    does: 'She says yes. The clock moves on to ten past ten on the day of the first one.',
    look: 'One small action, why her, why now, and how to stop it.',
    person: 'newcomer',
    view: 'chat',
    run: async ({ newcomer, timezone }) => {
      await press(newcomer, 'agreement', 0)
      await untilPlanned(newcomer)
      await untilCard(newcomer, '"nudge"', dueAt => momentOn(dueAt, timezone, MINE))
    },
    appeared: async ({ newcomer }) => hasCard(newcomer, '"nudge"'),
    proof: async ({ newcomer, timezone }) => {
      const nudge = await lastWith(newcomer, '"nudge"')
      return nudge ? `It came on ${localDate(nudge.at, timezone)}, where she is.` : 'None has come yet.'
    }
  },
  {
    title: 'A plan, in her words',
    does: 'She writes to the coach and makes an if-then plan; the coach asks when to follow up.',
    look: 'Every answer of the program carries the AI label.',
    person: 'newcomer',
    view: 'chat',
    run: async ({ newcomer }) => {
      for (const text of PLAN) {
        const before = await answers(newcomer)
        await say(newcomer, text)
        await within(PATIENCE_MS, async () => (await answers(newcomer)) > before)
      }
    },
    appeared: async ({ newcomer }) => (await answers(newcomer)) >= PLAN.length
  },
  {
    title: 'HR’s message waits its turn',
    does: 'HR asks everybody for one small thing: a campaign starts for the whole company.',
    look: 'Nothing arrives at once. Under “Your nudges” it has a day of its own: twenty hours lie between two messages, two a week are hers to give, and HR cannot raise that.',
    person: 'newcomer',
    view: 'tab',
    run: async ({ companyKey }) => void (await call(control.startCampaign, { params: { companyKey } })),
    appeared: async ({ newcomer }) => (await campaignsFor(newcomer)).length > 0,
    proof: async ({ newcomer, timezone }) => {
      const [first] = await campaignsFor(newcomer)
      return first ? `For her it is planned on ${localDate(first.dueAt, timezone)}.` : 'It has come to her by now.'
    }
  },
  {
    title: 'The follow-up she asked for',
    does: 'The clock moves to the moment that she chose for her plan.',
    look: 'The coach asks how it went, as she wished. That does not count against her two a week.',
    person: 'newcomer',
    view: 'chat',
    run: async ({ newcomer }) => untilCard(newcomer, '"choice":"kept"'),
    appeared: async ({ newcomer }) => hasCard(newcomer, '"choice":"kept"')
  },
  {
    title: 'A pause that ends by itself',
    does: 'She writes “pausa dos semanas”.',
    look: 'Whatever was planned moves behind the pause, HR’s message too. No engine is asked; the words work in every language offered.',
    person: 'newcomer',
    view: 'chat',
    run: async ({ newcomer }) => void (await say(newcomer, 'pausa dos semanas')),
    appeared: async ({ newcomer }) => (await chat(newcomer)).some(({ text }) => text.includes('En pausa hasta')),
    proof: async ({ newcomer, timezone }) => {
      const [first] = await campaignsFor(newcomer)
      return first
        ? `HR’s message is now planned on ${localDate(first.dueAt, timezone)}.`
        : 'Nothing is planned for her before it ends; HR’s message is planned anew then.'
    }
  }
]
