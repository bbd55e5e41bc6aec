/** The tour’s first steps: a new hire arrives, and is asked. */
import * as control from '../control/contract.ts'
import { hasCard, receipts, untilCard, untilPlanned } from './acting.ts'
import { call } from './api.ts'
import type { Step } from './step.ts'

export const ARRIVAL: readonly Step[] = [
  {
    title: 'A new hire appears',
    does: 'HR’s system adds Lucía Navarro to the company’s directory, with access to coaching.',
    look: 'On the right: CI has heard of her and makes her account at the learning site. Nothing is sent to her.',
    person: 'newcomer',
    view: 'chat',
    run: async ({ newcomer }) => void (await call(control.hire, { params: { personKey: newcomer } })),
    appeared: async ({ newcomer }) => (await receipts(newcomer)).length > 0
  },
  {
    title: 'Her courses are ready',
    does: 'CI creates her learner account and enrolls her, before she ever signs in.',
    look: 'Her receipts say what CI did and when. On the right: the calls to Thinkific.',
    person: 'newcomer',
    view: 'receipts',
    run: async () => undefined,
    appeared: async ({ newcomer }) =>
      (await receipts(newcomer)).filter(({ kind }) => kind === 'course.enrolled').length >= 2
  },
  {
    title: 'The first card asks',
    does: 'IT’s policy installs the bot, in silence. The clock moves into her working hours.',
    look: 'The card names the sponsor, says that this is an AI and who sees what, and takes “not for me” for an answer.',
    person: 'newcomer',
    view: 'chat',
    run: async ({ newcomer }) => {
      await call(control.installBot, { params: { personKey: newcomer } })
      await untilPlanned(newcomer)
      await untilCard(newcomer, '"agreement"')
    },
    appeared: async ({ newcomer }) => hasCard(newcomer, '"agreement"')
  }
]
