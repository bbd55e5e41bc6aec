/** The nine steps as a person and the vendors take them when the product may die at any moment: who gets no answer tries again. */
import { getPlans, getThread } from '../../api/contract/coach.ts'
import { getMe } from '../../api/contract/directory.ts'
import { getCourses } from '../../api/contract/enrollment.ts'
import * as control from '../../sandbox/control/contract.ts'
import { peopleOf } from '../../sandbox/seed.ts'
import { signInAtSite } from '../learner.ts'
import { asPerson, type Stage } from './stage.ts'

export const NEW_HIRE = 'northwind/lucia-navarro'
const HR = 'northwind/grace-ellison'
const SITE = 'northwind-academy'
const WEEK_MS = 7 * 86_400_000

export type Step = {
  readonly name: string
  /** Everything the step does, until its outcome is there; throws what it waited for in vain. */
  readonly run: (stage: Stage, wait: Wait) => Promise<void>
}

/** Repeats an attempt until it yields something; failures of an attempt are a product that is away. */
export type Wait = <T>(what: string, attempt: () => Promise<T | undefined>) => Promise<T>

const chat = async ({ call }: Stage) => (await call(control.getChat, { params: { personKey: NEW_HIRE } })).messages
const cardWith = (stage: Stage, text: string) => async () =>
  (await chat(stage)).find(({ cards }) => JSON.stringify(cards).includes(text))
const say = ({ call }: Stage, text: string) => call(control.say, { params: { personKey: NEW_HIRE }, body: { text } })
const workingHour = ({ call }: Stage) =>
  call(control.moveClock, { body: { kind: 'nextWorkingHour', personKey: NEW_HIRE } })

const LOOKS = 12
const LOOK_MS = 500

/** Day by day, until it comes; a product that is away may miss some. */
async function inTheDaysAhead(stage: Stage, text: string): Promise<void> {
  for (let day = 0; day < 5; day++) {
    await workingHour(stage)
    for (let look = 0; look < LOOKS; look++) {
      if (await cardWith(stage, text)()) return
      await new Promise(resolve => setTimeout(resolve, LOOK_MS))
    }
  }
}

/** Presses until the outcome shows: a press without an answer is pressed again, as people do. */
async function press(stage: Stage, wait: Wait, at: { card: string; title: string; shows: string }): Promise<void> {
  const { id } = await wait(`"${at.card}"`, cardWith(stage, at.card))
  await wait(`"${at.shows}"`, async () => {
    const done = await cardWith(stage, at.shows)()
    if (done) return done
    await stage.call(control.press, { params: { personKey: NEW_HIRE }, body: { messageId: id, title: at.title } })
    return cardWith(stage, at.shows)()
  })
}

const learnerOf = ({ world }: Stage) => {
  const email = peopleOf(world).get(NEW_HIRE)?.email
  return world.thinkific.users(SITE).find(user => user.email === email)
}
const coursesOf = (stage: Stage) =>
  stage.world.thinkific.enrollments(SITE).filter(({ user_id }) => user_id === learnerOf(stage)?.id)

const ANSWERS = [
  'Quiero delegar más',
  'hago todo yo',
  'pedir una cosa a Luis',
  'empieza la reunión diaria',
  'sí',
  'mañana'
]

export const STEPS: readonly Step[] = [
  {
    name: '1 the directory’s new hire is a person with manager and cohort',
    run: async (stage, wait) => {
      await stage.call(control.hire, { params: { personKey: NEW_HIRE } })
      await wait('the person', async () => {
        const me = await (await asPerson(stage, NEW_HIRE))(getMe)
        return me.manager === 'Jonas Brandt' && me.cohorts.includes('New managers 2026') ? me : undefined
      })
    }
  },
  {
    name: '2 the learner has the cohort’s courses',
    run: async (stage, wait) => {
      await wait('the courses', async () => (coursesOf(stage).length === 2 ? true : undefined))
    }
  },
  {
    name: '3 installed in silence, asked on launch day, heard in a crisis',
    run: async (stage, wait) => {
      await stage.call(control.installBot, { params: { personKey: NEW_HIRE } })
      await inTheDaysAhead(stage, 'Un coach junto a tu trabajo')
      await wait('the agreement card', cardWith(stage, 'Un coach junto a tu trabajo'))
      await say(stage, 'a veces pienso en quitarme la vida')
      await wait('the crisis card', cardWith(stage, 'Línea de la Vida'))
    }
  },
  {
    name: '4 a nudge arrives in working hours and is answered in its card',
    run: async (stage, wait) => {
      await press(stage, wait, { card: 'Sí, empecemos', title: 'Sí, empecemos', shows: '¿En qué te gustaría mejorar' })
      await wait('the agreement on record', async () => {
        const { agreement } = await (await asPerson(stage, NEW_HIRE))(getThread)
        return agreement === 'given' ? true : undefined
      })
      await inTheDaysAhead(stage, '¿Por qué esto?')
      await press(stage, wait, { card: '¿Por qué esto?', title: 'Hecho', shows: 'Lo hiciste. Anotado.' })
    }
  },
  {
    name: '5 a plan is formed in chat, and its follow-up comes',
    run: async (stage, wait) => {
      for (const text of ANSWERS) {
        const before = (await chat(stage)).filter(({ aiGenerated }) => aiGenerated).length
        await say(stage, text)
        await wait(`the answer to "${text}"`, async () =>
          (await chat(stage)).filter(({ aiGenerated }) => aiGenerated).length > before ? true : undefined
        )
      }
      await inTheDaysAhead(stage, '¿Se cumplió?')
      await wait('the follow-up', cardWith(stage, '¿Se cumplió?'))
      await press(stage, wait, { card: '¿Se cumplió?', title: 'Sí', shows: 'Vale la pena recordar' })
      await wait('the kept plan', async () => {
        const { plans } = await (await asPerson(stage, NEW_HIRE))(getPlans)
        return plans[0]?.state === 'kept' ? true : undefined
      })
    }
  },
  {
    name: '6 the tab shows thread, plan and courses',
    run: async (stage, wait) => {
      await wait('the thread and the courses', async () => {
        const call = await asPerson(stage, NEW_HIRE)
        const { turns } = await call(getThread)
        const { courses } = await call(getCourses)
        return turns.some(({ text }) => text === ANSWERS[0]) && courses.length === 2 ? true : undefined
      })
    }
  },
  {
    name: '7 signed in at the learning site through CI',
    run: async (stage, wait) => {
      await wait('the courses at the site', async () =>
        (await signInAtSite(stage, NEW_HIRE)).includes('The first 90 days') ? true : undefined
      )
    }
  },
  {
    name: '8 HR’s channel gets its report',
    run: async (stage, wait) => {
      const { channelId } = await stage.call(control.installToChannel, {
        params: { companyKey: 'northwind' },
        body: { personKey: HR }
      })
      const inChannel = async () => (await stage.call(control.getChannel, { params: { channelId } })).messages
      const ask = await wait('the question in the channel', async () =>
        (await inChannel()).find(({ cards }) => JSON.stringify(cards).includes('hrChannel'))
      )
      await wait('the confirmed channel', async () => {
        const { outcome } = await stage.call(control.press, {
          params: { personKey: HR },
          body: { messageId: ask.id, verb: 'hrChannel', title: 'Sí, envíalos aquí', channelId }
        })
        return outcome === 'error' ? undefined : true
      })
      await stage.call(control.moveClock, { body: { kind: 'advance', ms: WEEK_MS } })
      await wait('the report card', async () =>
        (await inChannel()).find(({ cards }) => /Open the report|Abrir el informe/u.test(JSON.stringify(cards)))
      )
    }
  },
  {
    name: '9 a leaver loses tokens, nudges and courses',
    run: async (stage, wait) => {
      await stage.call(control.leave, { params: { personKey: NEW_HIRE }, body: { how: 'deactivate' } })
      await wait('ended courses', async () =>
        coursesOf(stage).every(({ expiry_date }) => expiry_date && new Date(expiry_date) <= stage.clock.now())
          ? true
          : undefined
      )
      await wait('receipts', async () => {
        const { receipts } = await stage.call(control.getSandboxReceipts, { params: { personKey: NEW_HIRE } })
        const kinds = receipts.map(({ kind }) => kind)
        return kinds.includes('course.ended') && kinds.includes('nudges.cancelled') ? true : undefined
      })
      await wait('a refused exchange', async () =>
        asPerson(stage, NEW_HIRE).then(
          () => undefined,
          (error: unknown) => (String(error).includes('fetch failed') ? undefined : true)
        )
      )
    }
  }
]
