/**
 * The quality gates of coaching, per engine and language: sessions of simulated people of many kinds, twenty in a row each, labeled from the
 * coach's text alone, at twelve throws of the dice. Fails when a gate fails at one of them; with `--write` the result decides in which languages the coach is offered.
 */
import { writeFile } from 'node:fs/promises'
import { countWords } from '../api/coach/scripted/fold.ts'
import { agreement } from './coaching/agreement.ts'
import { figuresOf, GATES, holds, type Figures as Measured, type GateName } from './coaching/figures.ts'
import { labeled as handEn } from './coaching/labeled-en.ts'
import { labeled as handEs } from './coaching/labeled-es.ts'
import { KINDS, type Locale } from './coaching/person.ts'
import { createModelCoach, wantedModel } from './coaching/model.ts'
import { playAll, scripted, type Coach, type Played } from './coaching/session.ts'
import { sourcesOf } from './coaching/sources.ts'
import type { Figures, Say } from './named.ts'

const LOCALES: readonly Locale[] = ['en', 'es']
const HAND = { en: handEn, es: handEs }
const NAMES = Object.keys(GATES) as readonly GateName[]
/** Below this the labels say too little. */
const LEAST_KAPPA = 0.6

/** Each is other people: a figure holds when its worst of all of them does. */
const SEEDS = Array.from({ length: 12 }, (_, at) => at + 1)

/** @param seed one throw of the dice alone; without it all of `SEEDS`, and the first alone for a model. */
export async function benchCoaching(say: Say, seed?: number, options: readonly string[] = []): Promise<Figures> {
  const wanted = wantedModel(options, process.env)
  if (wanted)
    return measureAll(createModelCoach(wanted), { seeds: [seed ?? 1], sessions: wanted.sessions }, say, options)
  return measureAll(scripted, { seeds: seed === undefined ? SEEDS : [seed] }, say, options)
}

type Playing = { readonly seeds: readonly number[]; readonly sessions?: number }

async function measureAll<Memory>(
  coach: Coach<Memory>,
  playing: Playing,
  say: Say,
  options: readonly string[]
): Promise<Figures> {
  const measured: Measurement[] = []
  for (const locale of LOCALES) measured.push(await measure(coach, { ...playing, locale }, say))
  for (const { locale, people } of measured) if (options.includes(`--show=${locale}`)) show(people, say)
  // What is kept decides where the scripted coach is offered.
  if (coach.name === scripted.name && options.includes('--write')) await write(measured)
  return {
    engine: coach.name,
    seeds: playing.seeds.join(','),
    sessions: measured.reduce((sum, { sessions }) => sum + sessions, 0),
    gatesFailed: measured.reduce((sum, { failed }) => sum + failed.length, 0),
    ...Object.fromEntries(
      measured.flatMap(({ locale, worst, median, kappa, accuracy }) => [
        ...NAMES.map(name => [`${locale}.${name}`, rounded(worst[name])]),
        ...NAMES.map(name => [`${locale}.${name}.median`, rounded(median[name])]),
        [`${locale}.labelerKappa`, rounded(kappa)],
        [`${locale}.labelerAccuracy`, rounded(accuracy)]
      ])
    )
  }
}

type People = readonly (readonly Played[])[]
type Measurement = {
  readonly locale: Locale
  /** Of the first seed, to be read. */
  readonly people: People
  readonly sessions: number
  readonly worst: Measured
  readonly median: Measured
  readonly kappa: number
  readonly accuracy: number
  readonly failed: readonly string[]
}

async function measure<Memory>(
  coach: Coach<Memory>,
  { seeds, locale, sessions: each }: Playing & { readonly locale: Locale },
  say: Say
): Promise<Measurement> {
  const played: People[] = []
  for (const seed of seeds)
    played.push(await playAll(coach, KINDS, { locale, seed, ...(each === undefined ? {} : { sessions: each }) }))
  const figures = played.map(figuresOf)
  const of = (choose: (values: readonly number[], name: GateName) => number): Measured =>
    Object.fromEntries(
      NAMES.map(name => [
        name,
        choose(
          figures.map(each => each[name]).toSorted((left, right) => left - right),
          name
        )
      ])
    ) as Measured
  const worst = of((values, name) => ('least' in GATES[name] ? values[0] : values.at(-1)) ?? 0)
  const median = of(values => values[Math.floor(values.length / 2)] ?? 0)
  const { kappa, accuracy, turns } = agreement(HAND[locale])
  const failed = [...NAMES.filter(name => !holds(name, worst[name])), ...(kappa < LEAST_KAPPA ? ['labelerKappa'] : [])]
  const exchanges = played.flat(2).flatMap(session => session.exchanges)
  const typed = exchanges.reduce((sum, { person }) => sum + countWords(person.text), 0) / exchanges.length
  const sessions = played.flat(2).length
  say(
    `${coach.name}, ${locale}: ${sessions} sessions of ${seeds.length} seeds, ${exchanges.length} turns; labeler on ${turns} hand-labeled turns: ${accuracy.toFixed(3)} equal, kappa ${kappa.toFixed(3)}; people type ${typed.toFixed(1)} words a turn (AnnoMI’s clients: about 14.8)`
  )
  for (const name of NAMES)
    say(
      `  ${holds(name, worst[name]) ? 'ok  ' : 'FAIL'} ${name.padEnd(24)} worst ${worst[name].toFixed(3).padStart(7)}, median ${median[name].toFixed(3).padStart(7)}   ${limit(name)}`
    )
  for (const [at, kind] of KINDS.entries()) {
    const one = figuresOf(played.map(people => people[at] ?? []))
    say(
      `       ${kind.padEnd(13)} ${one.reflectionsPerQuestion.toFixed(2)} reflections a question, ${one.medianWords} words, ${(100 * one.coachShareOfWords).toFixed(0)} % of words, ${(100 * one.unrequestedInput).toFixed(0)} % input, ${(100 * one.plansWithinEight).toFixed(0)} % plans`
    )
  }
  return { locale, people: played[0] ?? [], sessions, worst, median, kappa, accuracy, failed }
}

function limit(name: GateName): string {
  const gate: { readonly least?: number; readonly most?: number } = GATES[name]
  return gate.least === undefined ? `at most ${gate.most}` : `at least ${gate.least}`
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000

/** Two sessions of each kind, to be read. */
function show(people: People, say: Say): void {
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
      measured.map(({ locale, worst, failed }) => [
        locale,
        { passed: failed.length === 0, figures: Object.fromEntries(NAMES.map(name => [name, rounded(worst[name])])) }
      ])
    )
  }
  await writeFile(`${import.meta.dirname}/../api/coach/scripted/gates.json`, `${JSON.stringify(gates, undefined, 2)}\n`)
}
