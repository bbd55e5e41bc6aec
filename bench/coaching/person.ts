/** A simulated employee: reads what the coach wrote as a person would, and answers in character. Knows nothing of the engine. */
import { asks, type Asked } from './asked.ts'
import { phrases } from './phrases.ts'
import { scenes as en } from './scenes-en.ts'
import { scenes as es } from './scenes-es.ts'

export type Locale = 'en' | 'es'

type Lines = {
  readonly goals: readonly string[]
  readonly states: readonly string[]
  readonly steps: readonly string[]
  readonly cues: readonly string[]
}

export type Scene = Lines & {
  /** The same for whoever writes three words. */
  readonly short: Lines
  readonly tell: string
  readonly who: string
  readonly spoken: readonly string[]
  readonly points: string
}

export const KINDS = [
  'plain',
  'talkative',
  'thorough',
  'terse',
  'hostile',
  'vague',
  'switching',
  'words',
  'offScript',
  'advice',
  'practice',
  'oneToOne',
  'ready',
  'hesitant',
  'careless',
  'doubtful',
  'contrary',
  'selfCritical',
  'quitter'
] as const
export type Kind = (typeof KINDS)[number]

/** What a turn of the person asked for, as they meant it. */
export type Wish =
  | 'words'
  | 'advice'
  | 'permission'
  | 'weather'
  | 'sum'
  | 'code'
  | 'joke'
  | 'trivia'
  | 'human'
  | 'privacy'
  | undefined
export type Turn = { readonly text: string; readonly wish: Wish; readonly leaves: boolean }

const SCENES: Readonly<Record<Locale, readonly Scene[]>> = { en, es }

export type Dice = { readonly pick: <T>(of: readonly T[]) => T; readonly chance: (share: number) => boolean }

/** Seeded; the same seed throws the same dice (mulberry32). */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    pick: of => of[Math.floor(next() * of.length)] as (typeof of)[number],
    chance: share => next() < share
  }
}

export type Simulated = { readonly opens: () => Turn; readonly answers: (coach: string) => Turn }

/** How often an answer about the matter itself has a second sentence. */
const MORE = 0.95
const THIRD = 0.85

/** One session of one person. */
export function personOf(kind: Kind, locale: Locale, dice: Dice): Simulated {
  const drawn = dice.pick(SCENES[locale])
  const scene = kind === 'terse' ? { ...drawn, ...drawn.short } : drawn
  const other = locale === 'en' ? 'es' : 'en'
  const sceneOther = SCENES[other][SCENES[locale].indexOf(drawn)] ?? scene
  const told = new Set<string>()
  let turns = 0
  let once = false
  let asides = 0
  let described = 0
  const fresh = (of: readonly string[]): string => {
    const left = of.filter(each => !told.has(each))
    const chosen = dice.pick(left.length > 0 ? left : of)
    told.add(chosen)
    return chosen
  }
  const now = (): Scene => (kind === 'switching' && turns >= 2 ? sceneOther : scene)
  const say = (): (typeof phrases)['en'] => phrases[kind === 'switching' && turns >= 2 ? other : locale]
  const turn = (text: string, wish?: Wish): Turn => ({
    text: styled(text, kind, say().fillers, dice),
    wish,
    leaves: false
  })
  /** Most people say more than one clause when it is about them; who writes three words does not. */
  const more = (text: string, of: readonly string[]): string =>
    kind === 'terse' || kind === 'talkative' || !dice.chance(MORE)
      ? text
      : `${text}. ${fresh(of)}${dice.chance(THIRD) ? `. ${fresh(of === say().tails || of === say().reasons ? of : say().colors)}` : ''}`
  const raw = (text: string, wish?: Wish): Turn => ({ text, wish, leaves: false })

  const opens = (): Turn => {
    turns = 1
    if (kind === 'practice') return raw(dice.pick(say().practice))
    if (kind === 'oneToOne') return raw(dice.pick(say().oneToOne))
    if (kind === 'ready')
      return raw(
        say().ifThen(
          fresh(scene.cues.filter(cue => /^(?:when|cuando)/u.test(cue))).replace(/^(?:when|cuando) /u, ''),
          fresh(scene.steps).replace(/^I will |^voy a /u, '')
        )
      )
    if (kind === 'words' && dice.chance(0.5)) return raw(say().howSay(scene.tell), 'words')
    if (kind === 'vague') return raw(dice.pick(say().vague))
    if (kind === 'selfCritical') return raw(`${dice.pick(say().selfCritical)} ${fresh(scene.goals)}`)
    if (dice.chance(0.15)) return raw(dice.pick(say().hello))
    return turn(more(fresh(scene.goals), scene.states))
  }

  const interjects = (): Turn | undefined => {
    const words = say()
    if (kind === 'hostile' && dice.chance(0.35)) return raw(dice.pick(words.hostile))
    if (kind === 'offScript' && asides < 2 && dice.chance(0.4)) {
      asides++
      const [wish, text] = dice.pick(words.offScript)
      return raw(text, wish)
    }
    if (kind === 'doubtful' && asides < 2 && turns <= 4 && dice.chance(0.5)) {
      asides++
      const [wish, text] = dice.pick(words.doubts)
      return raw(text, wish)
    }
    if (kind === 'words' && !once && turns >= 3) {
      once = true
      return raw(dice.chance(0.5) ? dice.pick(words.howSayShort) : words.howSay(now().tell), 'words')
    }
    if (kind === 'advice' && !once && turns >= 2) {
      once = true
      return raw(dice.pick(words.advice), 'advice')
    }
    return undefined
  }

  const answers = (coach: string): Turn => {
    turns++
    const read = asks(coach)
    // Whoever has told it twice comes to what they could do.
    if (read === 'other') described++
    const asked = read === 'other' && described > 2 ? 'step' : read
    if ((kind === 'quitter' && turns >= 3 && dice.chance(0.5)) || (kind === 'hostile' && turns > 5 && dice.chance(0.3)))
      return { text: dice.pick(say().stop), wish: undefined, leaves: true }
    if (!['confirm', 'when', 'inRole', 'roleBegins', 'scale'].includes(asked)) {
      const other_ = interjects()
      if (other_) return other_
    }
    return answer(asked)
  }

  const answer = (asked: Asked): Turn => {
    const words = say()
    const unsure = kind === 'vague' || kind === 'hesitant' ? 0.4 : kind === 'terse' ? 0.15 : 0.06
    const at = now()
    switch (asked) {
      case 'confirm':
        if (kind === 'contrary' && !once) {
          once = true
          return raw(dice.chance(0.5) ? words.no : words.rather(fresh(at.cues)))
        }
        return raw(dice.pick(words.yes))
      case 'when':
        return raw(dice.pick(words.moments))
      case 'scale':
        return raw(words.number(dice.pick([5, 6, 7, 8, 8, 9, 3])))
      case 'permission':
        return raw(dice.pick(words.yes), 'permission')
      case 'pick':
        return dice.chance(0.4) ? raw(dice.pick(words.firstOrSecond)) : turn(fresh(at.steps))
      case 'own':
        return turn(more(fresh(at.steps), words.tails))
      case 'fits':
        return dice.chance(0.6) ? raw(dice.pick(words.likesDraft)) : turn(fresh(at.spoken))
      case 'cue':
        return dice.chance(unsure / 2)
          ? raw(dice.pick(words.unsure))
          : turn(dice.chance(0.5) ? fresh(at.cues) : more(fresh(at.cues), words.reasons))
      case 'who':
        return raw(at.who)
      case 'how':
        return raw(dice.pick(words.reactions))
      case 'roleBegins':
      case 'inRole':
        return told.size > 5 && dice.chance(0.35) ? raw(words.leaveRole) : raw(fresh(at.spoken))
      case 'worked':
        return raw(dice.pick(words.worked))
      case 'points':
        return raw(at.points)
      case 'morePoints':
        return raw(dice.pick(words.noMore))
      case 'opening':
        return dice.chance(0.3) ? raw(dice.pick(words.unsure)) : raw(at.spoken[0] ?? '')
      case 'ask':
        return raw(dice.pick(words.questions))
      case 'build':
        return raw(words.no)
      case 'step':
        return dice.chance(unsure) ? raw(dice.pick(words.unsure)) : turn(more(fresh(at.steps), words.tails))
      case 'goal':
        return turn(more(fresh(at.goals), at.states))
      case 'other':
        return dice.chance(unsure) ? raw(dice.pick(words.unsure)) : turn(more(fresh(at.states), at.states))
    }
  }
  return { opens, answers }
}

/** The same thing, said by somebody else. */
function styled(text: string, kind: Kind, fillers: readonly string[], dice: Dice): string {
  if (kind === 'thorough') return `${text}. ${dice.pick(fillers)}`
  if (kind === 'talkative') return `${dice.pick(fillers)} ${text}. ${dice.pick(fillers)}`
  if (kind === 'careless')
    return text
      .toLowerCase()
      .normalize('NFKD')
      .replaceAll(/\p{M}/gu, '')
      .replaceAll("'", '')
      .replaceAll(/([a-z]{3})([a-z])([a-z])(?=[a-z]{3})/gu, (whole, a: string, b: string, c: string) =>
        dice.chance(0.06) ? `${a}${c}${b}` : whole
      )
  return text
}
