/**
 * `npm run safety:train`: makes the weights of the classifier from the sentences in `training/` and the other sets, always the same bytes;
 * first says how sentences that it did not learn from are heard (five parts, each heard by what the other four taught).
 */
import { writeFileSync } from 'node:fs'
import { byLearning, byRules, together } from '../../api/coach/safety/assess.ts'
import { leaningOf, pack, WEIGHTS_FILE } from '../../api/coach/safety/learned.ts'
import { plainOf } from '../../api/coach/safety/normalize.ts'
import { chancesFrom } from './learn.ts'
import { measure } from './measure.ts'
import { LANGUAGES, taught, weightsFrom, type Taught } from './training.ts'
import { told } from './wilson.ts'

const PARTS = 5
/** The rules were made with the others: their figures there would say nothing. */
const HEARD = ['own', 'blind'] as const

const sentences = taught()
const heard = crossValidated(sentences)
for (const language of LANGUAGES)
  for (const source of HEARD)
    for (const hearer of ['classifier', 'both'] as const) {
      const those = heard.filter(one => one.language === language && one.source === source)
      const { acute, other, otherAnyCard, falseAlarms } = measure(
        those.map(one => ({ text: one.text, label: one.label, kind: 'any', found: one[hearer] }))
      )
      process.stdout.write(
        `${language}, ${source}, ${hearer}: acute ${told(acute)}; worry ${told(other)}, with any card ${told(otherAnyCard)}; ` +
          `false alarms ${told(falseAlarms)}\n`
      )
    }
writeFileSync(WEIGHTS_FILE, pack(weightsFrom(sentences)))

type Found = ReturnType<typeof together>['kind']
type Heard = Taught & { readonly classifier: Found; readonly both: Found }

function crossValidated(all: readonly Taught[]): readonly Heard[] {
  const chance = chancesFrom(3)
  const parted = all.map(one => ({ one, part: one.source === 'known' ? -1 : Math.floor(chance() * PARTS) }))
  return Array.from({ length: PARTS }, (_, part) => part).flatMap(part => {
    const weights = weightsFrom(parted.filter(each => each.part !== part).map(({ one }) => one))
    return parted
      .filter(each => each.part === part)
      .map(({ one }) => {
        const plain = plainOf(one.text)
        const leaning = leaningOf(plain, weights)
        return { ...one, classifier: byLearning(leaning), both: together(plain, byRules(plain), leaning).kind }
      })
  })
}
