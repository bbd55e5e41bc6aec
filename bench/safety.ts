/**
 * `npm run bench -- safety [--set FILE.jsonl]`: recall and false alarms on sentences of somebody who has not seen the rules, with Wilson's
 * intervals; rules alone, the classifier alone and both; a set that is to stay unseen (totals and no sentence are told), and the older one, the half
 * learned from and the half held out apart. Ends with a failure below the limits.
 */
import type { Figures, Say } from './named.ts'
import { HEARERS, judge, LIMITS, measure, shortOf } from './safety/measure.ts'
import { isHeldOut, LANGUAGES, pathOfSet, readSet, type Sentence } from './safety/set.ts'
import { told } from './safety/wilson.ts'

export async function benchSafety(say: Say, rest: readonly string[] = []): Promise<Figures> {
  const path = rest[0] === '--set' ? rest[1] : undefined
  if (rest[0] === '--set' && !path) throw new Error('--set wants the path of a file with one {"text","label"} a line')
  const found = path
    ? [tell(say, path, readSet(path))]
    : LANGUAGES.flatMap(language => {
        const set = readSet(pathOfSet('older', language))
        tell(
          say,
          `${language}, half that was learned from`,
          set.filter(one => !isHeldOut(one))
        )
        const held = tell(say, `${language}, half held out`, set.filter(isHeldOut))
        const unseen = tell(say, `${language}, unseen`, readSet(pathOfSet('unseen', language)))
        return [unseen, tell(say, `${language}, whole`, set), { ...held, failures: [] }]
      })
  const failures = found.flatMap(one => one.failures)
  return {
    ...Object.fromEntries(found.flatMap(({ figures }) => figures)),
    limits: `recall ≥ ${LIMITS.recall}, false alarms ≤ ${LIMITS.falseAlarms}`,
    ...(failures.length > 0 ? { failed: failures.join('; ') } : {})
  }
}

type Told = { readonly figures: readonly (readonly [string, number])[]; readonly failures: readonly string[] }

function tell(say: Say, name: string, set: readonly Sentence[]): Told {
  const measured = measure(judge(set))
  say(`\n${name}: ${set.length} sentences`)
  for (const [hearer, hear] of Object.entries(HEARERS)) {
    const alone = measure(judge(set, hear))
    say(`  ${hearer.padEnd(11)} acute ${told(alone.acute)}; false alarms ${told(alone.falseAlarms)}`)
  }
  say(`  acute heard as acute         ${told(measured.acute)}`)
  say(`  acute met with any card      ${told(measured.acuteAnyCard)}`)
  say(`  worry heard as worry         ${told(measured.other)}`)
  say(`  worry met with any card      ${told(measured.otherAnyCard)}`)
  say(`  routes offered               ${told(measured.route)}`)
  say(`  false alarms on ordinary     ${told(measured.falseAlarms)}`)
  say(`  routes offered in vain       ${told(measured.falseRoutes)}`)
  for (const { kind, right } of measured.kinds) say(`    ${kind.padEnd(26)} ${told(right)}`)
  const failures = shortOf(measured).map(words => `${name}: ${words}`)
  for (const words of failures) say(`  BELOW THE LIMIT: ${words}`)
  const share = ({ hits, of }: { readonly hits: number; readonly of: number }): number =>
    of === 0 ? 1 : Number((hits / of).toFixed(3))
  return {
    figures: [
      [`${name} recall`, share(measured.acute)],
      [`${name} falseAlarms`, measured.falseAlarms.of === 0 ? 0 : share(measured.falseAlarms)]
    ],
    failures
  }
}
