/** Which of somebody's plans a turn means: by its place in the list, or by words that only one of them has. Pure. */
import type { PlanView } from '../../contract/coach.ts'
import { fold, wordsOf } from './fold.ts'
import { phaseOf, type Deed } from './session.ts'
import type { Talk } from './turn.ts'

const LAST = /\b(?:last|ultim[oa])\b/u
const PLACES: readonly RegExp[] = [
  /\b(?:first|1st|primer[oa]?)\b|^\W*(?:the |el |la |number |numero )?(?:1|one|una?|uno)\W*$/u,
  /\b(?:second|2nd|segund[oa])\b|^\W*(?:the |el |la |number |numero )?(?:2|two|dos)\W*$/u,
  /\b(?:third|3rd|tercer[oa]?)\b|^\W*(?:the |el |la |number |numero )?(?:3|three|tres)\W*$/u
]

function byPlace({ heard }: Talk, plans: readonly PlanView[]): PlanView | undefined {
  if (LAST.test(heard.plain)) return plans.slice(0, PLACES.length).at(-1)
  const at = PLACES.findIndex(place => place.test(heard.plain))
  return at < 0 ? undefined : plans[at]
}

const STEM = 5
/** What says that a plan is meant, or when, but belongs to none. */
const COMMON: ReadonlySet<string> = new Set(
  [
    "plan plans done did kept keep drop close change remind about with that this have been from mark please want don't",
    'think finished completed complete well really actually just once more anymore again then when after before went',
    'yesterday today tomorrow morning tonight later week month days next',
    'monday tuesday wednesday thursday friday saturday sunday',
    'planes hecho hice cumpli cumplido funciono cambia cambiar quiero dejar borra descarta cierra recuerdame preguntame',
    'ese este esta como para porque antes despues cuando muy bien otra nuevo mas',
    'ayer hoy manana tarde luego semana dias proxima lunes martes miercoles jueves viernes sabado domingo'
  ].flatMap(line => wordsOf(line).map(word => word.slice(0, STEM)))
)

const stem = (word: string): string => word.slice(0, STEM)
const telling = (words: readonly string[]): readonly string[] => words.map(stem).filter(word => !COMMON.has(word))

/** Words of four letters and more, and names within a sentence. */
const content = (text: string): readonly string[] =>
  telling([
    ...wordsOf(text).filter(word => word.length >= 4),
    ...(text.match(/(?<=[^\s.!?¡¿]\s+)\p{Lu}\p{L}{1,2}(?!\p{L})/gu) ?? []).map(fold)
  ])

const marksOf = ({ cue, action }: PlanView): ReadonlySet<string> => new Set(content(`${cue} ${action}`))

function byWords(text: string, plans: readonly PlanView[]): PlanView | undefined {
  const said = telling(wordsOf(text))
  const scored = plans
    .map(plan => ({ plan, points: said.filter(word => marksOf(plan).has(word)).length }))
    .toSorted((left, right) => right.points - left.points)
  const [best, next] = scored
  return best && best.points > 0 && best.points > (next?.points ?? 0) ? best.plan : undefined
}

/** Of those that were just named. */
export const pickedIn = (talk: Talk, shown: readonly PlanView[]): PlanView | undefined =>
  byPlace(talk, shown) ??
  byWords(talk.heard.text, shown) ??
  (talk.heard.yes && shown.length === 1 ? shown[0] : undefined)

/** "Change the plan: before stand-up" holds the new words already. */
const NEW_WORDS = /\bplan\b[^:]{0,40}?(?::|\s(?:to|a|por)\s)\s*(?<rest>\S.*)$/isu
export const newWordsIn = (text: string): string => NEW_WORDS.exec(text)?.groups?.['rest'] ?? ''

type Aim = { readonly plan: PlanView; readonly sure: boolean }

/** "I did it, and it helped" may say a little more; what is given up is named, or nothing else is. */
const MOST_BESIDE: Readonly<Partial<Record<Deed, number>>> = { kept: 1, missed: 1, dropped: 0, close: 0, remind: 0 }

/** Undefined where several could be meant. An answer may be made a second time: what it closed the first time is known again. */
export function meant(talk: Talk, deed: Deed, plans: readonly PlanView[]): Aim | undefined {
  const { session, heard } = talk
  const open = plans.filter(isOpen)
  const looked = phaseOf(session) === 'aPlan' ? plans.find(({ planId }) => planId === session.shown[0]) : undefined
  const text = deed === 'change' ? heard.text.slice(0, -newWordsIn(heard.text).length || undefined) : heard.text
  const named = looked ?? byWords(text, open) ?? (open.length > 1 ? byPlace(talk, open) : undefined)
  if (named) return { plan: named, sure: true }
  const [only] = open
  if (!only || open.length > 1) return undefined
  return { plan: only, sure: content(heard.text).length <= (MOST_BESIDE[deed] ?? Infinity) && !byWords(text, plans) }
}

export const isOpen = ({ state }: PlanView): boolean => state === 'open'
