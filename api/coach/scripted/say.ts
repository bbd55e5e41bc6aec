/** Chooses among the catalogue's words so that no turn is said twice in many sessions. Deterministic: it follows from what was said. Pure. */
import { capital } from './fold.ts'
import type { Session } from './session.ts'

export type Slots = Readonly<Record<string, string>>

/** `name` counts how often a list was used. */
export type Variants = { readonly name: string; readonly of: readonly string[] }

export const MOST_WORDS = 40
/** About 20 sessions of 20 turns. */
const REMEMBERED = 400

/** "{you}" as it stands, "{You}" with a capital. */
export const fill = (template: string, slots: Slots): string =>
  template.replaceAll(/\{(?<name>\p{L}+)\}/gu, (whole, name: string) => {
    const small = slots[name]
    if (small !== undefined) return small
    const large = slots[name.charAt(0).toLowerCase() + name.slice(1)]
    return large === undefined ? whole : capital(large)
  })

type Said = { readonly text: string; readonly session: Session }

/** Whoever writes three words is answered shortly; there is a least that a question needs. */
const FEWEST = 8
const room = (heard: number): number => Math.max(FEWEST, Math.round(heard * 0.6))

type Saying = {
  readonly session: Session
  readonly opens: Variants
  readonly asks: Variants
  readonly slots: Slots
  readonly leads: readonly string[]
  /** How many words the person used. */
  readonly heard: number
}

export function say({ session, opens, asks, slots, leads, heard }: Saying): Said {
  const known = new Set(session.said)
  const fits = ({ text }: Choice): boolean => text !== '' && brief(text) && !known.has(mark(text))
  const all = combinations(session, opens, asks, slots)
  const chosen = all.find(choice => fits(choice) && lengthOf(choice) <= room(heard)) ??
    shortest(all.filter(fits)) ??
    led(all, leads).find(fits) ??
    combinations(session, { ...opens, of: [''] }, asks, slots).find(fits) ??
    led(combinations(session, { ...opens, of: [''] }, asks, slots), leads).find(fits) ??
    combinations(session, opens, { ...asks, of: [''] }, slots).find(fits) ??
    all.find(({ text }) => brief(text)) ?? { text: shortened(all[0]?.text ?? ''), open: 0, ask: 0 }
  const used = {
    ...session.used,
    ...(opens.of.length > 1 ? { [opens.name]: chosen.open + 1 } : {}),
    ...(asks.of.length > 1 ? { [asks.name]: chosen.ask + 1 } : {})
  }
  return {
    text: chosen.text,
    session: { ...session, used, said: [...session.said, mark(chosen.text)].slice(-REMEMBERED) }
  }
}

type Choice = { readonly text: string; readonly open: number; readonly ask: number }

/** Every pair once; neighbours differ in both halves where they can. */
function combinations({ used }: Session, opens: Variants, asks: Variants, slots: Slots): readonly Choice[] {
  const [firstOpen, firstAsk] = [used[opens.name] ?? 0, used[asks.name] ?? 0]
  return Array.from({ length: opens.of.length * asks.of.length }, (_, at) => {
    const [open, ask] = [
      (firstOpen + at) % opens.of.length,
      (firstAsk + Math.floor(at / opens.of.length)) % asks.of.length
    ]
    return { text: joined([opens.of[open] ?? '', asks.of[ask] ?? ''], slots), open, ask }
  })
}

const lengthOf = ({ text }: Choice): number => text.split(/\s+/u).length

/** Of the first few in turn, so that a short wording is not the only one ever used. */
const shortest = (choices: readonly Choice[]): Choice | undefined =>
  choices
    .slice(0, 12)
    .reduce<Choice | undefined>((best, each) => (best && lengthOf(best) <= lengthOf(each) ? best : each), undefined)

const led = (choices: readonly Choice[], leads: readonly string[]): readonly Choice[] =>
  leads.flatMap(lead => choices.map(choice => ({ ...choice, text: `${lead} ${choice.text}` })))

const joined = (parts: readonly string[], slots: Slots): string =>
  parts
    .filter(Boolean)
    .map(part => fill(part, slots))
    .join(' ')
    .replaceAll(/ …(?<close>[”»]?)\.(?=\s|$)/gu, ' …$<close>')

const brief = (text: string): boolean => text.split(/\s+/u).length <= MOST_WORDS

const shortened = (text: string): string =>
  text
    .split(/\s+/u)
    .slice(0, MOST_WORDS - 1)
    .join(' ')

/** Five signs that tell one turn from another; two turns with the same ones only cost a wording. */
function mark(text: string): string {
  let hash = 2_166_136_261
  for (const sign of text) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 16_777_619)
  return (hash >>> 0).toString(36).slice(-5)
}
