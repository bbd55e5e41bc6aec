/** What the classifier learns from, one sentence a line: `training/LANGUAGE/LABEL.txt`, and what the rules were made with. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { featuresOf, PLACES, type Features } from '../../api/coach/safety/learned-features.ts'
import type { Weights } from '../../api/coach/safety/learned.ts'
import { plainOf } from '../../api/coach/safety/normalize.ts'
import { signalsIn } from '../../api/coach/safety/signals.ts'
import { chancesFrom, learn, type Answer, type Learned } from './learn.ts'
import { isHeldOut, LANGUAGES, measuredOn, pathOfSet, readSet, worded, type Label, type Language } from './set.ts'

export type Taught = {
  readonly text: string
  readonly label: Label
  readonly language: Language
  readonly source: Source
}
/** `own` was written for the classifier and no rule knows it; `known` the rules were made with; `half` is the half of the older set that may be learned from. */
export type Source = 'own' | 'known' | 'half'

const at = (path: string): string => resolve(import.meta.dirname, path)
const OWN = ['acute', 'other', 'benign', 'ordinary'] as const

const linesOf = (path: string): readonly string[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '' && !line.startsWith('# '))

/** Nothing that is measured is among them. */
export function taught(): readonly Taught[] {
  const measured = new Set(LANGUAGES.flatMap(measuredOn).map(({ text }) => worded(text)))
  return allTaught().filter(({ text }) => !measured.has(worded(text)))
}

const allTaught = (): readonly Taught[] =>
  LANGUAGES.flatMap(language => {
    const setOf = (source: Source, name: string): readonly Taught[] =>
      readSet(pathOfSet(name, language))
        .filter(sentence => source !== 'half' || !isHeldOut(sentence))
        .map(({ text, label }) => ({ text, label, language, source }))
    return [
      ...OWN.flatMap(name =>
        linesOf(at(`training/${language}/${name}.txt`)).map(text => ({
          text,
          language,
          label: name === 'ordinary' ? ('benign' as const) : name,
          source: name === 'ordinary' ? ('known' as const) : ('own' as const)
        }))
      ),
      ...setOf('known', 'development'),
      ...setOf('known', 'fresh'),
      ...setOf('half', 'older')
    ]
  })

/** A matter with routes of its own is no danger. */
const ANSWER: Readonly<Record<Label, Answer>> = { acute: 'acute', other: 'other', route: 'none', benign: 'none' }

/** How many texts of two or three sentences are put together from single ones, so that danger is heard between ordinary words. */
const PUT_TOGETHER = 0.3

/** A sentence with its features, for they are the same whatever it is learned with. */
export type Read = Taught & { readonly features: Features }

export const read = (sentences: readonly Taught[]): readonly Read[] =>
  sentences.map(one => ({ ...one, features: featuresIn(one.text) }))

function featuresIn(text: string): Features {
  const plain = plainOf(text)
  return featuresOf(plain, signalsIn(plain))
}

export function weightsFrom(sentences: readonly Read[]): Weights {
  const examples = [
    ...sentences,
    ...putTogether(sentences).map(one => ({ ...one, features: featuresIn(one.text) }))
  ].map(({ features, label }) => ({ features, answer: ANSWER[label] }))
  return weightsOf(learn(examples))
}

function putTogether(sentences: readonly Taught[]): readonly Pick<Taught, 'text' | 'label'>[] {
  const chance = chancesFrom(11)
  return LANGUAGES.flatMap(language => {
    const all = sentences.filter(one => one.language === language)
    const ordinary = all.filter(({ label }) => label === 'benign')
    const any = (): string => ordinary[Math.floor(chance() * ordinary.length)]?.text ?? ''
    return all
      .filter(() => chance() < PUT_TOGETHER)
      .map(({ text, label }) => {
        const parts = chance() < 0.5 ? [any(), text] : [text, any()]
        return { text: parts.join('. '), label }
      })
  })
}

/** Against `none`, a byte each. */
function weightsOf({ none, acute, other }: Learned): Weights {
  const against = (side: Learned[Answer]): Weights['acute'] => {
    const all = Array.from({ length: PLACES }, (_, place) => (side.weights[place] ?? 0) - (none.weights[place] ?? 0))
    const scale = all.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127
    return { scale, bias: side.bias - none.bias, weights: Int8Array.from(all, weight => Math.round(weight / scale)) }
  }
  return { acute: against(acute), other: against(other) }
}
