/** What is said of courses and of facts that the person lets the coach know. Titles and facts are quoted, never read as a wish. Pure. */
import type { ContextFact, CourseShown } from '../port.ts'
import { listedOnward, inMarks, type Item } from './listed.ts'
import { fill } from './say.ts'
import { go, onward, ownAsk, ownOpen, type Reply, type Talk } from './turn.ts'

const ORDER = { started: 0, enrolled: 1, completed: 2 } as const

/** What is under way first. */
export function coursesReply(talk: Talk, courses: readonly CourseShown[]): Reply {
  if (courses.length === 0) return onward(talk, ownOpen(talk, 'noCourse'))
  const items = courses
    .toSorted((left, right) => ORDER[left.state] - ORDER[right.state])
    .map(course => ({ text: course.title, after: `(${standingOf(talk, course)})` }))
  return listedOnward(talk, ownOpen(talk, 'courses'), items)
}

function standingOf({ words }: Talk, { state, progress }: CourseShown): string {
  if (state !== 'started') return words.own.standing[state]
  if (progress === null) return words.own.standing.begun
  return fill(words.own.standing.started, { n: String(Math.round(progress * 100)) })
}

/** What says most of somebody comes first. */
const FIRST = ['title', 'memory', 'focus', 'new_manager', 'team_size']
const place = ({ key }: ContextFact): number => (FIRST.includes(key) ? FIRST.indexOf(key) : FIRST.length)

export function knownReply(talk: Talk, facts: readonly ContextFact[]): Reply {
  if (facts.length === 0) return onward(talk, ownOpen(talk, 'unknown'))
  const items = facts
    .toSorted((left, right) => place(left) - place(right))
    .map(({ key, text }): Item => {
      const before = talk.words.own.facts[key]
      return before ? { before, text } : { text }
    })
  return listedOnward(talk, ownOpen(talk, 'known'), items)
}

/** Longer ones are for their page. */
const MOST_TEXT = 14

/** A greeting is answered with one fact at most, each once, and who says so; undefined where none fits. */
export function openingReply(talk: Talk, facts: readonly ContextFact[]): Reply | undefined {
  const { told } = talk.session
  const fresh = facts.filter(fact => fits(fact) && !told.includes(markOf(fact)))
  const best = OPENS.map(key => fresh.find(fact => fact.key === key)).find(Boolean)
  if (!best) return undefined
  const change = { told: [...told, markOf(best)].slice(-MOST_TOLD) }
  if (best.key === 'new_manager')
    return go(talk, 'oneOffer', { open: ownOpen(talk, 'newLeader'), ask: ownAsk(talk, 'oneOffer'), change })
  const name = best.key === 'focus' ? 'focus' : 'remembered'
  return go(talk, 'goal', {
    open: ownOpen(talk, name),
    ask: ownAsk(talk, name),
    slots: { text: inMarks(best.text, MOST_TEXT) },
    change
  })
}

const OPENS = ['new_manager', 'focus', 'memory']
const MOST_TOLD = 40
const fits = ({ text }: ContextFact): boolean => text.split(/\s+/u).length <= MOST_TEXT
const markOf = ({ key, text }: ContextFact): string => `${key}:${text.slice(0, 40)}`
