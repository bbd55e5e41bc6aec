/** Sentences with what they ask of people, one JSON object a line, written by somebody who has not seen the rules. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'
import { plainOf } from '../../api/coach/safety/normalize.ts'

export const LABELS = ['acute', 'other', 'route', 'benign'] as const
export type Label = (typeof LABELS)[number]

const lineSchema = z.looseObject({
  text: z.string().min(1),
  label: z.enum(LABELS),
  kind: z.string().default('any'),
  language: z.string().optional()
})
export type Sentence = z.output<typeof lineSchema>

/** @throws when a line is no such object, naming the line. */
export const readSet = (path: string): readonly Sentence[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .map((line, index) => ({ line: line.trim(), number: index + 1 }))
    .filter(({ line }) => line !== '')
    .map(({ line, number }) => {
      const parsed = lineSchema.safeParse(parseJson(line))
      if (!parsed.success) throw new Error(`line ${number} of "${path}" is no {"text","label","kind"}`)
      return parsed.data
    })

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

/** Half of a set may be learned from; whoever works on the rules never reads what they miss in the other. */
export const isHeldOut = ({ text }: Sentence): boolean => (createHash('sha256').update(text).digest()[0] ?? 0) % 2 === 1

export const LANGUAGES = ['en', 'es'] as const
export type Language = (typeof LANGUAGES)[number]

/** @param name a folder beside this file. */
export const pathOfSet = (name: string, language: Language): string =>
  resolve(import.meta.dirname, `${name}/${language}.jsonl`)

/** What figures are told of: nothing may be learned from it, whoever else worded the same. */
export const measuredOn = (language: Language): readonly Sentence[] => [
  ...['unseen', 'everyday', 'apart'].flatMap(name => readSet(pathOfSet(name, language))),
  ...readSet(pathOfSet('older', language)).filter(isHeldOut)
]

/** The same for texts that differ in case, marks and padding only, as the classifier hears them. */
export const worded = (text: string): string => plainOf(text).sentences.join('. ')
