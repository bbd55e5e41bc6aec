/**
 * The quality gates of coaching, per engine and language: sessions of simulated people of many kinds, twenty in a row each, labeled from the
 * coach's text alone. Fails when a gate fails; with `--write` the result decides in which languages the coach is offered.
 */
import { writeFile } from 'node:fs/promises'
import { countWords } from '../api/coach/scripted/fold.ts'
import { agreement } from './coaching/agreement.ts'
import { figuresOf, GATES, holds, type Figures as Measured, type GateName } from './coaching/figures.ts'
import { labeled as handEn } from './coaching/labeled-en.ts'
import { labeled as handEs } from './coaching/labeled-es.ts'
import { KINDS, type Locale } from './coaching/person.ts'
import { playAll, scripted, type Played } from './coaching/session.ts'
import { sourcesOf } from './coaching/sources.ts'
import type { Figures, Say } from './named.ts'

const LOCALES: readonly Locale[] = ['en', 'es']
const HAND = { en: handEn, es: handEs }
const NAMES = Object.keys(GATES) as readonly GateName[]
/** Below this the labels say too little. */
const LEAST_KAPPA = 0.6

export async function benchCoaching(say: Say, seed = 7, options: readonly string[] = []): Promise<Figures> {
  const measured = LOCALES.map(locale => measure(locale, seed, say))
  for (const { locale, people } of measured) if (options.includes(`--show=${locale}`)) show(people, say)
  if (options.includes('--write')) await write(measured)
  return {
    engine: 'scripted',
    seed,
    sessions: measured.reduce((sum, { people }) => sum + people.flat().length, 0),
    gatesFailed: measured.reduce((sum, { failed }) => sum + failed.length, 0),
    ...Object.fromEntries(
      measured.flatMap(({ locale, figures, kappa, accuracy }) => [
        ...NAMES.map(name => [`${locale}.${name}`, rounded(figures[name])]),
        [`${locale}.labelerKappa`, rounded(kappa)],
        [`${locale}.labelerAccuracy`, rounded(accuracy)]
      ])
    )
  }
}

type Measurement = {
  readonly locale: Locale
  readonly people: readonly (readonly Played[])[]
  readonly figures: Measured
  readonly kappa: number
  readonly accuracy: number
  readonly failed: readonly string[]
}

function measure(locale: Locale, seed: number, say: Say): Measurement {
  const people = playAll(KINDS, locale, seed, scripted)
  const figures = figuresOf(people)
  const { kappa, accuracy, turns } = agreement(HAND[locale])
  const failed = [
    ...NAMES.filter(name => !holds(name, figures[name])),
    ...(kappa < LEAST_KAPPA ? ['labelerKappa'] : [])
  ]
  const exchanges = people.flat().flatMap(session => session.exchanges).length
  const typed = people
    .flat()
    .flatMap(({ exchanges: all }) => all)
    .map(({ person }) => countWords(person.text))
  say(
    `scripted, ${locale}: ${people.flat().length} sessions, ${exchanges} turns; labeler on ${turns} hand-labeled turns: ${accuracy.toFixed(3)} equal, kappa ${kappa.toFixed(3)}; people type ${(typed.reduce((sum, each) => sum + each, 0) / typed.length).toFixed(1)} words a turn (AnnoMI’s clients: about 14.8)`
  )
  for (const name of NAMES)
    say(
      `  ${holds(name, figures[name]) ? 'ok  ' : 'FAIL'} ${name.padEnd(24)} ${figures[name].toFixed(3).padStart(8)}   ${limit(name)}`
    )
  for (const [at, kind] of KINDS.entries()) {
    const one = figuresOf([people[at] ?? []])
    say(
      `       ${kind.padEnd(13)} ${one.reflectionsPerQuestion.toFixed(2)} reflections a question, ${one.medianWords} words, ${(100 * one.coachShareOfWords).toFixed(0)} % of words, ${(100 * one.unrequestedInput).toFixed(0)} % input, ${(100 * one.plansWithinEight).toFixed(0)} % plans`
    )
  }
  return { locale, people, figures, kappa, accuracy, failed }
}

function limit(name: GateName): string {
  const gate: { readonly least?: number; readonly most?: number } = GATES[name]
  return gate.least === undefined ? `at most ${gate.most}` : `at least ${gate.least}`
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000

/** Two sessions of each kind, to be read. */
function show(people: readonly (readonly Played[])[], say: Say): void {
  for (const one of people)
    for (const { kind, exchanges, plan } of one.slice(0, 2)) {
      say(`\n[${kind}]`)
      for (const { person, coach } of exchanges) say(`  P: ${person.text}\n  C: ${coach}`)
      say(`  plan: ${plan ? `${plan.cue} -> ${plan.action}` : 'none'}`)
    }
}

async function write(measured: readonly Measurement[]): Promise<void> {
  const gates = {
    sources: await sourcesOf(),
    languages: Object.fromEntries(
      measured.map(({ locale, figures, failed }) => [
        locale,
        { passed: failed.length === 0, figures: Object.fromEntries(NAMES.map(name => [name, rounded(figures[name])])) }
      ])
    )
  }
  await writeFile(`${import.meta.dirname}/../api/coach/scripted/gates.json`, `${JSON.stringify(gates, undefined, 2)}\n`)
}
