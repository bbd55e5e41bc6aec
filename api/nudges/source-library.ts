/** The shipped content: what fits a person and was not heard for long, the areas they chose first. */
import { Temporal } from 'temporal-polyfill'
import type { PersonFacts } from './audience.ts'
import { chooseFromLibrary } from './choose.ts'
import { focusOf, isZone } from './chosen.ts'
import type { Listener } from './listeners.ts'
import { eachOf, type Source } from './source.ts'

export const library: Source = {
  owns: 'tip:',
  gone: undefined,
  propose: async page => {
    const offset = offsetsAt(page.now)
    return eachOf((listener, { now }) => chooseFromLibrary(factsOf(listener, offset), listener.history, now))(page)
  }
}

type Offset = (zone: string) => number | undefined

function factsOf({ personId, language, chosen, colleague, zone }: Listener, offset: Offset): PersonFacts {
  const { leads, hasManager, managerZone, startedOn, cohorts } = colleague
  // A zone that only the company says is nobody's own.
  const isElsewhere =
    managerZone !== undefined &&
    offset(managerZone) !== undefined &&
    zone.source !== 'company' &&
    offset(managerZone) !== offset(zone.timezone)
  return {
    personId,
    language: language.locale,
    focus: focusOf(chosen),
    leads,
    hasManager,
    managerZone: isElsewhere ? managerZone : undefined,
    startedOn,
    program: cohorts[0]
  }
}

/** By the clock, not by name: Madrid and Paris are together. */
function offsetsAt(now: Date): Offset {
  const known = new Map<string, number | undefined>()
  return zone => {
    if (!known.has(zone)) known.set(zone, isZone(zone) ? offsetOf(zone, now) : undefined)
    return known.get(zone)
  }
}

const offsetOf = (zone: string, now: Date): number =>
  Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).offsetNanoseconds
