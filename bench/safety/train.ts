/**
 * `npm run safety:train`: makes the weights of the classifier from the sentences in `training/`, always the same bytes; first says how it
 * hears sentences it did not learn from (five parts, each heard by what the other four taught).
 */
import { writeFileSync } from 'node:fs'
import { byLearning, byRules, together } from '../../api/coach/safety/assess.ts'
import { leaningOf, pack, WEIGHTS_FILE } from '../../api/coach/safety/learned.ts'
import { plainOf } from '../../api/coach/safety/normalize.ts'
import { signsIn } from '../../api/coach/safety/signals.ts'
import { chancesFrom } from './learn.ts'
import { LANGUAGES } from './set.ts'
import { read, taught, weightsFrom, type Read, type Source, type Taught } from './training.ts'
import { told, wilson } from './wilson.ts'

const PARTS = 5
const FROM = [-0.5, 0, 0.6, 1]
/** Only what no rule was made with is heard: the rules' own figures on the rest would say nothing. */
const UNKNOWN: readonly Source[] = ['own', 'half']

const sentences = read(taught())
const heard = crossValidated(sentences)
for (const source of UNKNOWN)
  for (const language of LANGUAGES) {
    const those = heard.filter(one => one.language === language && one.source === source)
    const share = (label: Taught['label'], holds: (one: Heard) => boolean): string => {
      const all = those.filter(one => one.label === label)
      return told(wilson(all.filter(holds).length, all.length))
    }
    const say = (words: string): void => void process.stdout.write(`${source}, ${language}: ${words}\n`)
    for (const from of FROM)
      say(
        `classifier from ${from.toFixed(1)}: acute ${share('acute', one => byLearning(one.leaning, from) === 'acute')}` +
          `; false alarms ${share('benign', one => byLearning(one.leaning, from) !== 'none')}`
      )
    say(`both: acute ${share('acute', one => one.both === 'acute')}, any card ${share('acute', isAlarm)}`)
    say(`both: worry ${share('other', one => one.both === 'other')}, any card ${share('other', isAlarm)}`)
    say(
      `both: false alarms ${share('benign', isAlarm)}; rules alone: acute ${share('acute', one => one.rules === 'acute')}`
    )
  }
writeFileSync(WEIGHTS_FILE, pack(weightsFrom(sentences)))

type Heard = Read & { readonly leaning: ReturnType<typeof leaningOf>; readonly rules: string; readonly both: string }

function isAlarm({ both }: Heard): boolean {
  return both === 'acute' || both === 'other'
}

function crossValidated(all: readonly Read[]): readonly Heard[] {
  const chance = chancesFrom(3)
  const parted = all.map(one => ({ one, part: UNKNOWN.includes(one.source) ? Math.floor(chance() * PARTS) : -1 }))
  return Array.from({ length: PARTS }, (_, part) => part).flatMap(part => {
    const weights = weightsFrom(parted.filter(each => each.part !== part).map(({ one }) => one))
    return parted
      .filter(each => each.part === part)
      .map(({ one }) => {
        const plain = plainOf(one.text)
        const { signals } = signsIn(plain)
        const rules = byRules(plain)
        const leaning = leaningOf(plain, signals, weights)
        return { ...one, leaning, rules: rules.found.kind, both: together(plain, rules, leaning).kind }
      })
  })
}
