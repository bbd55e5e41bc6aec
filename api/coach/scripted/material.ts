/** "What is our policy on feedback?": the company's own words, quoted, then back to the question that was open. What they say is never read as anything but words. Pure. */
import type { Material } from '../port.ts'
import { fold } from './fold.ts'
import { unquoted } from './listed.ts'
import { clipped } from './mirror.ts'
import { fill } from './say.ts'
import { phaseOf, type Phase } from './session.ts'
import { again, go, standing, type Reply, type Talk } from './turn.ts'

/** `asked`: of the company's rules in so many words. `may`: a question that such rules may answer. */
export type Question = { readonly kind: 'asked' | 'may'; readonly about: string }

const POLICY =
  '(?:polic(?:y|ies)|rules?|guidelines?|guidance|guides?|process|procedures?|handbook|code of conduct|standards?|approach)'
const ON = '(?:on|to|for|about|regarding|around|of|when it comes to|concerning|in)'
const COMPANY =
  "(?:company(?:'s)?(?: (?:handbook|policy|guide|material))?|handbook|manual|polic(?:y|ies)|guidelines?|rules|code of conduct|hr)"
const NORMA =
  '(?:politicas?|normas?|reglas?|normativa|guias?|directrices|lineamientos|procesos?|procedimientos?|manual|protocolos?|codigo de conducta|reglamento)'
const SOBRE = '(?:de|del|sobre|para|acerca de|respecto a|en cuanto a|en)'
const EMPRESA = `(?:empresa|compania|${NORMA}|rrhh|recursos humanos|material)`
const ABOUT = '(?<about>[^?!.]{2,120})'

/** On folded text (fold.ts). */
const ASKED: readonly RegExp[] = [
  `\\bwhat(?:'s| is| are) (?:our|the|my) (?:[\\p{L}']+ ){0,2}?${POLICY} ${ON} ${ABOUT}`,
  `\\bwhat(?:'s| is| are) (?:our|the|my) (?<about>(?:[\\p{L}\\p{N}:'-]+ ){1,4}?)${POLICY}\\b`,
  `\\bwhat (?:does|do) (?:our|the|my) (?:[\\p{L}'-]+ ){0,2}?${COMPANY} says? (?:about|on|regarding) ${ABOUT}`,
  `\\b(?:do we|does (?:our|the|my) company|is there|are there) (?:have )?(?:an?|any|some)? ?(?:[\\p{L}']+ ){0,2}?${POLICY} ${ON} ${ABOUT}`,
  `\\bwhere (?:can|do|could) i (?:find|read) .{0,30}?${POLICY} ${ON} ${ABOUT}`,
  `\\bcual(?:es)? (?:es|son) (?:nuestr[oa]s?|las?|el|los|mis?) ${NORMA} (?:de la (?:empresa|compania) |intern[oa]s? )?${SOBRE} ${ABOUT}`,
  `\\bque (?:dicen?|ponen?|establecen?) (?:las?|el|los|nuestr[oa]s?|mi) ${EMPRESA}(?: de la (?:empresa|compania))? ${SOBRE} ${ABOUT}`,
  `\\b(?:hay|tenemos|existe|tiene (?:la|nuestra|mi) (?:empresa|compania)) (?:algun[oa]?s?|un[oa]?)? ?${NORMA} ${SOBRE} ${ABOUT}`,
  `\\bque ${NORMA} (?:hay|tenemos|existen?|tiene la (?:empresa|compania)) ${SOBRE} ${ABOUT}`,
  `\\bdonde (?:puedo |podria )?(?:encuentro|encontrar|leo|leer|veo|ver|estan?) .{0,30}?${NORMA} ${SOBRE} ${ABOUT}`
].map(pattern => new RegExp(pattern, 'u'))

const MAY =
  /\b(?:how (?:many|much|long|often)|am i (?:allowed|entitled)|are we (?:allowed|entitled)|can i|may i|do (?:i|we) (?:get|have)|when (?:do|can) (?:i|we)|how (?:do we|does (?:the|our|my) company)|what (?:do we|does (?:the|our|my) company)|cuant[oa]s?|puedo|podemos|tengo derecho|tenemos derecho|(?:me|nos) corresponden?|como (?:hacemos|gestionamos|se (?:hacen?|piden?|solicita))|cuando (?:se|hacemos))\b(?<about>[^?]{6,120})\?\s*$/u
/** "How can I delegate better?" is for the coach; how something is asked for is for the rules. */
const FORMALITIES: readonly RegExp[] = [
  /\bhow (?:can|do) i (?<about>(?:request|apply|book|claim|submit|report|register|get (?:paid|reimbursed))\b[^?]{2,120})/u,
  /\bcomo (?:puedo )?(?<about>(?:pedir|pido|solicitar|solicito|registrar|registro|presentar|presento)\b[^?]{2,120})/u
]
const LONGEST = 25

/** Where a question is another person's to hear. */
const NOT_HERE: readonly Phase[] = ['play', 'onePoints', 'oneOpening', 'oneAsk']

/** What is to be looked for; undefined for whatever else was said. */
export function lookedUp({ heard, session }: Talk): Question | undefined {
  if (NOT_HERE.includes(phaseOf(session)) || heard.stop || heard.words > LONGEST) return undefined
  const asked = firstIn(ASKED, heard.plain)
  if (asked) return { kind: 'asked', about: asked }
  if (heard.is('words') || heard.is('advice') || heard.is('asksSkills') || heard.is('asksPrivacy')) return undefined
  const may = firstIn(heard.is('howTo') ? FORMALITIES : [...FORMALITIES, MAY], heard.plain)
  return may ? { kind: 'may', about: may } : undefined
}

const firstIn = (patterns: readonly RegExp[], plain: string): string | undefined =>
  patterns.map(pattern => pattern.exec(plain)?.groups?.['about']?.trim()).find(Boolean)

const QUOTED_WORDS = 16
const TITLE_WORDS = 8

/** Undefined when nothing was found, and nobody asked for rules: the dialogue goes on as if it had not been looked for. */
export function quoteMaterial(talk: Talk, question: Question, found: readonly Material[]): Reply | undefined {
  const [best] = found
  if (!best && question.kind === 'may') return undefined
  const phase = phaseOf(talk.session)
  const { session, ...asked } = go(talk, phase === 'rest' ? 'goal' : phase, { ask: again(talk), slots: standing(talk) })
  const name = best ? 'm:found' : 'm:none'
  const variants = best ? talk.words.material.found : talk.words.material.none
  const at = (session.used[name] ?? 0) % variants.length
  const slots = best
    ? {
        title: unquoted(clipped(best.title, TITLE_WORDS)),
        quote: unquoted(clipped(tellingIn(best.quote, question), QUOTED_WORDS))
      }
    : {}
  return {
    ...asked,
    text: `${fill(variants[at] ?? '', slots)} ${asked.text}`,
    session: { ...session, used: { ...session.used, [name]: at + 1 } }
  }
}

const STEM = 5

/** The sentence that has most of what was asked for. */
function tellingIn(quote: string, { about }: Question): string {
  const stems = (about.match(/[\p{L}\p{N}]{3,}/gu) ?? []).map(word => word.slice(0, STEM))
  const points = (sentence: string): number => {
    const plain = fold(sentence)
    return stems.filter(stem => plain.includes(stem)).length
  }
  return quote
    .split(/(?<=[.!?…])\s+|\n/u)
    .reduce((best, sentence) => (points(sentence) > points(best) ? sentence : best))
}
