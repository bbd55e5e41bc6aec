/**
 * `npm run safety:train`: makes the weights of the classifier from the sentences in `training/`, always the same bytes; first says how it
 * hears sentences it did not learn from (five parts, each heard by what the other four taught).
 */
import { writeFileSync } from 'node:fs'
import { byLearning, byRules } from '../../api/coach/safety/assess.ts'
import { leaningOf, pack, WEIGHTS_FILE } from '../../api/coach/safety/learned.ts'
import { plainOf } from '../../api/coach/safety/normalize.ts'
import { chancesFrom } from './learn.ts'
import { LANGUAGES, taught, weightsFrom, type Taught } from './training.ts'
import { told, wilson } from './wilson.ts'

const PARTS = 5
const FROM = [0, 0.5, 1, 1.5, 2]

const sentences = taught()
const heard = crossValidated(sentences)
for (const language of LANGUAGES)
  for (const from of FROM) {
    const those = heard.filter(one => one.language === language)
    const share = (label: Taught['label'], holds: (one: Heard) => boolean): string => {
      const all = those.filter(one => one.label === label)
      return told(wilson(all.filter(holds).length, all.length))
    }
    process.stdout.write(
      `${language}, alarm from ${from.toFixed(1)}: acute ${share('acute', one => byLearning(one.leaning, from) === 'acute')}` +
        `, with rules ${share('acute', one => one.rules === 'acute' || byLearning(one.leaning, from) === 'acute')}` +
        `; false alarms ${share('benign', one => byLearning(one.leaning, from) !== 'none')}\n`
    )
  }
writeFileSync(WEIGHTS_FILE, pack(weightsFrom(sentences)))

type Heard = Taught & { readonly leaning: ReturnType<typeof leaningOf>; readonly rules: string }

/** Only what no rule was made with is heard: the rules' own figures on the rest would say nothing. */
function crossValidated(all: readonly Taught[]): readonly Heard[] {
  const chance = chancesFrom(3)
  const parted = all.map(one => ({ one, part: one.source === 'own' ? Math.floor(chance() * PARTS) : -1 }))
  return Array.from({ length: PARTS }, (_, part) => part).flatMap(part => {
    const weights = weightsFrom(parted.filter(each => each.part !== part).map(({ one }) => one))
    return parted
      .filter(each => each.part === part)
      .map(({ one }) => {
        const plain = plainOf(one.text)
        return { ...one, leaning: leaningOf(plain, weights), rules: byRules(plain).found.kind }
      })
  })
}
