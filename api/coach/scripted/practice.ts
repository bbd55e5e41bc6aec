/** Practice of a hard conversation: the coach plays the other person for a few lines, then asks before it observes. Pure. */
import type { Reaction, Trait } from './catalogue.ts'
import { fold } from './fold.ts'
import { fill, type Variants } from './say.ts'
import { clarified, settleAction } from './grow.ts'
import { backOr, go, heardBack, SILENT, type Reply, type Talk } from './turn.ts'

const WHO =
  /(?<who>\b(?:my|our) (?:(?:direct|new|old|senior|junior) )?(?:boss|manager|colleague|coworker|co-worker|lead|team lead|report|client|customer|peer|director|employee|supervisor|teammate|team|ceo|hr)\b|\bmi (?:jef[ea]|compañer[oa]|colega|cliente|clienta|colaborador|colaboradora|director|directora|líder|equipo|gerente|supervisor|supervisora|subordinad[oa])(?=$|[^\p{L}]))/iu
const NAME = /(?:\b(?:with|to|tell|con|a|de|is|es|be|haz de|play)\s+)(?<who>\p{Lu}\p{Ll}{2,15})(?=$|[^\p{L}])/u

/** "your boss", or a name as it stands. */
export function whoIn(text: string): string {
  const role = WHO.exec(text)?.groups?.['who']?.toLowerCase()
  if (role) return role.replace(/^(?:my|our) /u, 'your ').replace(/^mi /u, 'tu ')
  return NAME.exec(text)?.groups?.['who'] ?? ''
}

const REACTIONS: readonly (readonly [Reaction, RegExp])[] = [
  [
    'angry',
    /\b(?:angr|shout|yell|furious|annoy|upset|mad|aggress|explod|enoj|enfad|grit|molest|explot|agresiv|furios|se altera)/u
  ],
  [
    'evasive',
    /\b(?:evad|evas|avoid|chang\w+ the (?:subject|topic)|dodg|ignor|jok|postpon|no time|esquiv|evit|cambia\w* de tema|bromea|aplaz|no tiene tiempo|se escapa)/u
  ],
  [
    'silent',
    /\b(?:silen|quiet|say\w* nothing|says? little|cold|shut\w* down|cry|cries|callad|calla|no dice nada|fri[oa]|llora|se cierra)/u
  ],
  ['defensive', /./u]
]
const reactionIn = (text: string): Reaction =>
  REACTIONS.find(([, pattern]) => pattern.test(fold(text)))?.[0] ?? 'defensive'
const tellsReaction = (text: string): boolean =>
  REACTIONS.slice(0, 3).some(([, pattern]) => pattern.test(fold(text))) ||
  /\b(?:defensiv|excus|blam|a la defensiva|excusa|justific)/u.test(fold(text))

export function beginPractice(talk: Talk): Reply {
  const { heard, session } = talk
  const who = whoIn(heard.text)
  const change = {
    goal: session.goal || heard.text.slice(0, 200),
    topic: heard.topic ?? session.topic,
    who,
    tries: 0,
    lines: []
  }
  return who && heard.words >= 6
    ? go(talk, 'playHow', { open: 'practice', ask: 'playHow', change })
    : go(talk, 'playWho', { open: 'practice', ask: 'playWho', change })
}

export function playWho(talk: Talk): Reply {
  const { heard, session } = talk
  const who = whoIn(heard.text) || session.who
  const change = { who, topic: heard.topic ?? session.topic, goal: heard.text.slice(0, 200), facts: session.facts }
  if (tellsReaction(heard.text)) return enter({ ...talk, session: { ...session, ...change } })
  return go(talk, 'playHow', { open: backOr(talk, 'noted'), ask: 'playHow', change })
}

export const playHow = (talk: Talk): Reply => enter(talk)

const enter = (talk: Talk): Reply =>
  go(talk, 'play', {
    open: talk.heard.is('unsure') ? 'unsure' : backOr(talk, 'noted'),
    ask: 'playStart',
    change: { reaction: reactionIn(talk.heard.text), lines: [], tries: 0 }
  })

const SOFTENS_AT = 2
const ENDS_AT = 3

/** In the role. Two lines as they usually react, one that gives way, then out of it. */
export function play(talk: Talk): Reply {
  const { heard, session, words } = talk
  const lines = [...session.lines, heard.text.slice(0, 300)].slice(-6)
  if (session.lines.length >= ENDS_AT)
    return go(talk, 'playOut', { open: 'playLeave', ask: 'playOut', change: { lines } })
  const reaction = session.reaction ?? 'defensive'
  const soft = session.lines.length >= SOFTENS_AT
  const spoken = soft ? words.play.softer : words.play.lines[reaction]
  const who = session.who || words.them
  const open: Variants = {
    name: soft ? 'p:softer' : `p:${reaction}`,
    of: spoken.map(line => fill(words.play.as, { who, line }))
  }
  return go(talk, 'play', { open, ask: SILENT, change: { lines } })
}

export function playOut(talk: Talk): Reply {
  const { session, heard, words } = talk
  const trait = traitOf(session.lines)
  const observed: Variants = { name: `p:${trait}`, of: words.play.traits[trait] }
  if (heard.is('unsure') || heard.no || heard.words < 3)
    return go(talk, 'playNext', { open: observed, ask: 'playNext' })
  const { opens } = heardBack(talk)
  const own = opens.of[(session.used[opens.name] ?? 0) % opens.of.length] ?? ''
  return go(talk, 'playNext', {
    open: { name: observed.name, of: observed.of.map(line => `${own} ${line}`) },
    ask: 'playNext'
  })
}

/** One thing that was seen in their lines. */
function traitOf(lines: readonly string[]): Trait {
  const all = fold(lines.join(' '))
  if (/\b(?:always|never|siempre|nunca)\b/u.test(all)) return 'always'
  if (
    /\b(?:could (?:you|we)|can (?:you|we)|i (?:need|want|would like|ask)|please|podrias|podemos|puedes|necesito|quiero|te pido|me gustaria)\b/u.test(
      all
    )
  )
    return 'request'
  if (all.includes('?')) return 'question'
  if (/\b(?:i|me|my|yo|me|mi)\b/u.test(all)) return 'own'
  return all.split(' ').length / Math.max(1, lines.length) > 30 ? 'long' : 'short'
}

export function playNext(talk: Talk): Reply {
  const { heard, session } = talk
  if ((heard.is('unsure') || heard.no) && session.tries === 0)
    return go(talk, 'playNext', { open: 'unsure', ask: 'smaller', change: { tries: 1 } })
  return session.tries === 0 ? (clarified(talk) ?? settleAction(talk)) : settleAction(talk)
}
