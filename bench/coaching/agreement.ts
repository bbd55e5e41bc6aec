/** How far the labeler agrees with people's labels: share of equal decisions, and Cohen's kappa, over every behaviour of every turn. */
import { BEHAVIOURS, label, type Behaviour } from './label.ts'

const LETTERS: Readonly<Record<Behaviour, string>> = {
  reflection: 'r',
  open: 'o',
  closed: 'c',
  affirmation: 'a',
  input: 'i',
  draft: 'd'
}

export type Agreement = {
  readonly turns: number
  readonly accuracy: number
  readonly kappa: number
  readonly wrong: readonly string[]
}

export function agreement(
  labeled: readonly (readonly [string, string])[],
  behaviours: readonly Behaviour[] = BEHAVIOURS
): Agreement {
  const decisions = labeled.flatMap(([letters, text]) => {
    const { of } = label(text)
    return behaviours.map(behaviour => ({
      text,
      behaviour,
      hand: letters.includes(LETTERS[behaviour]),
      machine: of.has(behaviour)
    }))
  })
  const share = (holds: (each: (typeof decisions)[number]) => boolean): number =>
    decisions.filter(holds).length / decisions.length
  const accuracy = share(({ hand, machine }) => hand === machine)
  const [hands, machines] = [share(({ hand }) => hand), share(({ machine }) => machine)]
  const byChance = hands * machines + (1 - hands) * (1 - machines)
  return {
    turns: labeled.length,
    accuracy,
    kappa: byChance === 1 ? 1 : (accuracy - byChance) / (1 - byChance),
    wrong: decisions
      .filter(({ hand, machine }) => hand !== machine)
      .map(({ text, behaviour, hand }) => `${hand ? 'missed' : 'invented'} ${behaviour}: ${text}`)
  }
}
