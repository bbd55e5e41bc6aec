/** The tour: nine steps, each does one thing and says what to look at. */
import * as control from '../control/contract.ts'
import { call } from './api.ts'

export const VIEWS = {
  chat: 'Chat',
  tab: 'Private tab',
  receipts: 'Receipts',
  channel: 'HR channel',
  learning: 'Learning site'
} as const
export type View = keyof typeof VIEWS
export const isView = (name: unknown): name is View => typeof name === 'string' && Object.hasOwn(VIEWS, name)

export type Step = {
  readonly title: string
  readonly does: string
  readonly look: string
  readonly person: 'newcomer' | 'hr'
  readonly view: View
  readonly run: (people: Cast) => Promise<void>
  /** True once the outcome can be seen. */
  readonly appeared: (people: Cast) => Promise<boolean>
}

export type Cast = {
  readonly newcomer: string
  readonly hr: string
  readonly companyKey: string
  readonly channelId: string
  /** Whether the tab that is shown has told Teams that it is ready. */
  readonly isTabOpen: () => boolean
}

const chat = async (personKey: string) => (await call(control.getChat, { params: { personKey } })).messages
const receipts = async (personKey: string) =>
  (await call(control.getSandboxReceipts, { params: { personKey } })).receipts
const hasCard = async (personKey: string, word: string): Promise<boolean> =>
  (await chat(personKey)).some(({ cards }) => JSON.stringify(cards).includes(word))
const toWork = (personKey: string) => call(control.moveClock, { body: { kind: 'nextWorkingHour', personKey } })

async function pressFirst(personKey: string, verb: string, index: number): Promise<void> {
  const message = (await chat(personKey)).findLast(({ cards }) => JSON.stringify(cards).includes(`"verb":"${verb}"`))
  if (!message) return
  const titles = [
    ...JSON.stringify(message.cards).matchAll(/"title":"([^"]+)","verb":"|"verb":"[^"]+"[^{}]*?"title":"([^"]+)"/gu)
  ].map(match => match[1] ?? match[2])
  const title = titles[index]
  await call(control.press, {
    params: { personKey },
    body: { messageId: message.id, verb, ...(title ? { title } : {}) }
  })
}

export const STEPS: readonly Step[] = [
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
      await new Promise(resolve => setTimeout(resolve, 1500))
      await toWork(newcomer)
    },
    appeared: async ({ newcomer }) => hasCard(newcomer, '"agreement"')
  },
  {
    title: 'A nudge in her own hours',
    does: 'She says yes. The clock moves to her next working hour.',
    look: 'One small action, why her, why now, and how to stop it.',
    person: 'newcomer',
    view: 'chat',
    run: async ({ newcomer }) => {
      await pressFirst(newcomer, 'agreement', 0)
      await new Promise(resolve => setTimeout(resolve, 1500))
      await toWork(newcomer)
    },
    appeared: async ({ newcomer }) => hasCard(newcomer, '"nudge"')
  },
  {
    title: 'A plan, in her words',
    does: 'She writes to the coach and makes an if-then plan; the coach asks when to follow up.',
    look: 'Every answer of the program carries the AI label.',
    person: 'newcomer',
    view: 'chat',
    run: async ({ newcomer }) => {
      for (const text of ['Si empieza la reunión diaria, entonces delego una cosa', 'sí', 'mañana']) {
        await call(control.say, { params: { personKey: newcomer }, body: { text } })
        await new Promise(resolve => setTimeout(resolve, 1200))
      }
    },
    appeared: async ({ newcomer }) => (await chat(newcomer)).filter(({ aiGenerated }) => aiGenerated).length >= 3
  },
  {
    title: 'The private tab',
    does: 'She opens the tab: Teams proves who she is, CI gives it a token of five minutes.',
    look: 'The same thread, the plan and the courses. What she writes here does not pass through Teams.',
    person: 'newcomer',
    view: 'tab',
    run: async () => undefined,
    appeared: async ({ isTabOpen }) => isTabOpen()
  },
  {
    title: 'One sign-in for the courses',
    does: 'She opens the learning site, which signs her in through CI and her company’s PingFederate.',
    look: 'Open the link and press “Sign in” on the simulated page, where her name is filled in: the courses are there.',
    person: 'newcomer',
    view: 'learning',
    run: async () => undefined,
    appeared: async () => true
  },
  {
    title: 'HR’s report',
    does: 'HR has added the app to its channel and confirmed. A report comes every Monday.',
    look: 'Aggregates only, small groups blank with the reason, a chart and the same figures as a table.',
    person: 'hr',
    view: 'channel',
    run: async ({ hr, companyKey, channelId }) => {
      await call(control.installToChannel, { params: { companyKey }, body: { personKey: hr } })
      for (let attempt = 0; attempt < 20; attempt++) {
        await new Promise(resolve => setTimeout(resolve, 400))
        const { messages } = await call(control.getChannel, { params: { channelId } })
        const ask = messages.find(({ cards }) => JSON.stringify(cards).includes('hrChannel'))
        const title = ask && /"title":"([^"]+)"/u.exec(JSON.stringify(ask.cards))?.[1]
        if (!ask || !title) continue
        await call(control.press, {
          params: { personKey: hr },
          body: { messageId: ask.id, verb: 'hrChannel', title, channelId }
        })
        break
      }
      await call(control.moveClock, { body: { kind: 'advance', ms: 7 * 86_400_000 } })
    },
    appeared: async ({ channelId }) =>
      (await call(control.getChannel, { params: { channelId } })).messages.some(({ cards }) =>
        JSON.stringify(cards).includes('Chart.')
      )
  },
  {
    title: 'She leaves',
    does: 'The directory deactivates her.',
    look: 'Her tokens are dead within seconds, pending nudges are gone, course access has ended; her receipts say so. “npm start -- --fresh” brings her back for another tour.',
    person: 'newcomer',
    view: 'receipts',
    run: async ({ newcomer }) =>
      void (await call(control.leave, { params: { personKey: newcomer }, body: { how: 'deactivate' } })),
    appeared: async ({ newcomer }) => (await receipts(newcomer)).some(({ kind }) => kind === 'course.ended')
  }
]
