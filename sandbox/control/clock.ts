/** Moves product time: by an amount, to a moment, or into a person's next working hours. */
import { ProblemError } from '../../api/platform/errors.ts'
import type { Api } from '../../api/platform/http.ts'
import { publicHolidays } from '../../api/platform/holidays.ts'
import { MINUTE } from '../../api/platform/time.ts'
import { nextWorkingMoment } from '../../api/platform/working-time.ts'
import { companiesOf } from '../seed.ts'
import type { World } from '../world.ts'
import * as contract from './contract.ts'
import { need } from './people.ts'

const WORKING_DAY = { start: '09:30', end: '16:30', days: [1, 2, 3, 4, 5] }
/** Beyond the jitter that spreads a company over its first minutes. */
const INTO_THE_WINDOW = 11 * MINUTE

export function clockRoutes(world: World, api: Api): void {
  api.serve(contract.moveClock, async ({ body }) => {
    world.clock.set(await target(world, body))
    return { now: world.clock.now().toISOString() }
  })
}

async function target(world: World, move: (typeof contract.moveClock.body)['_output']): Promise<Date> {
  const now = world.clock.now()
  switch (move.kind) {
    case 'advance':
      return new Date(now.getTime() + move.ms)
    case 'to':
      return new Date(move.at)
    case 'nextWorkingHour': {
      const person = need(world, move.personKey)
      const launch = companiesOf(world).get(person.companyKey)?.launchDate
      const from = new Date(
        Math.max(now.getTime() + 1, launch ? new Date(`${launch}T12:00:00Z`).getTime() - 12 * 60 * MINUTE : 0)
      )
      const year = from.getUTCFullYear()
      const free = await Promise.all([year, year + 1].map(each => publicHolidays(person.country, undefined, each)))
      const time = { ...WORKING_DAY, timezone: person.timezone, holidays: free.flat() }
      const tomorrow = nextWorkingMoment(from, time)
      if (!tomorrow) throw new ProblemError('conflict', 'There is no working time within a year')
      // Inside the window already: the next one begins on another day.
      const inside = tomorrow.getTime() === from.getTime()
      const next = inside ? nextWorkingMoment(new Date(from.getTime() + 12 * 60 * MINUTE), time) : tomorrow
      return new Date((next ?? tomorrow).getTime() + INTO_THE_WINDOW)
    }
  }
}
