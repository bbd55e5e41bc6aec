/** Finds, in whatever a person wrote, the clause that is a step of their own, and the one that is a moment. Undefined when none surely is. Pure. */
import type { Locale } from '../words.ts'
import { countWords, fold } from './fold.ts'
import { bare } from './mirror.ts'
import { isVerb } from './verbs-en.ts'
import { isInfinitive, youForm } from './verbs-es.ts'

const WILL =
  /^(?:(?:ok|okay|yes|well|so|and|then|maybe|perhaps|probably|i think|i guess|honestly),? )*(?:i(?:'ll| will| could| can| would| should| might| want to| need to| have to| am going to|'m going to|'d like to|'d rather|'d| plan to) (?:also |just |first |try to |probably |maybe )?|(?:try to|let's|to|by|not|don't|just|maybe|simply) )/u
const NO_WILL =
  /^(?:(?:well|and|but|so|honestly),? )*i (?:can't|cannot|won't|don't|never|would never|could never|should have|could have|would have|want (?!to)|need (?!to)|would like (?!to))/u

const isStepEn = (clause: string): boolean => {
  if (NO_WILL.test(clause)) return false
  const rest = clause.replace(WILL, '')
  const [first = ''] = rest.split(' ')
  if (isVerb(first)) return true
  if (
    first.endsWith('ing') &&
    (isVerb(first.slice(0, -3)) || isVerb(`${first.slice(0, -3)}e`) || isVerb(first.slice(0, -4)))
  )
    return true
  if (
    /\b(?:always|usually|often|constantly|all (?:day|night|the time)|every (?:day|night|week)|at (?:night|midnight))\b/u.test(
      rest
    ) &&
    rest === clause &&
    clause.startsWith('i ')
  )
    return false
  const own = /^i (?:first |just |then )?(?<verb>\p{L}+)/u.exec(clause)?.groups?.['verb']
  if (own && isVerb(own) && !/^(?:know|think|work|see|get|be|do|keep|go|come|need|want)$/u.test(own)) return true
  if (rest !== clause && clause.startsWith('i')) return true
  return (
    /^(?:an?|one|two|ten|five|fewer|less|more|no) /u.test(rest) &&
    countWords(rest) <= 8 &&
    !/\b(?:is|are|was|were|has|have|had|does|do|did|wants?|of (?:them|us)|\p{L}{2,}ed)\b/u.test(rest)
  )
}

const STATES =
  /^(?:soy|estoy|tengo|siento|creo|pienso|sé|quiero|puedo|necesito|era|fui|estuve|tuve|odio|temo|dudo|pierdo|sufro|vivo|debo|suelo|sigo|parezco|llevo|he|quedo|me|mi|mis|yo|conmigo)$/u

const isStepEs = (clause: string): boolean => {
  const plain = clause.replace(
    /^(?:(?:ok|vale|bueno|pues|si|sí|y|entonces|quizá|quizás|quiza|quizas|tal vez|a lo mejor|creo que|supongo que|mejor|simplemente|solo|no),? )+/u,
    ''
  )
  if (/^(?:no puedo|no quiero|no tengo|no se|no sé)/u.test(clause)) return false
  const rest = plain.replace(/^(?:yo |le |les |lo |la |los |las |se |me |te )+(?:lo |la )?/u, '')
  const [first = '', second = ''] = rest.split(' ')
  if (isInfinitive(fold(first)) && first.length > 3) return true
  if (
    /^(?:voy|podría|podria|debería|deberia|quiero|quisiera|puedo|tengo|intentaré|intentare|necesito|me)$/u.test(
      fold(first)
    ) &&
    /^(?:a|que|\p{L}+(?:ar|er|ir)(?:\p{L}{0,4}))$/u.test(fold(second)) &&
    !/^(?:tengo que|necesito que)$/u.test(`${first} ${second}`)
  )
    return true
  if (/^tengo que \p{L}+r/u.test(rest) || /^(?:me gustaría|me gustaria) \p{L}+r/u.test(plain)) return true
  if (first !== 'cuando' && /^\p{L}+(?:aría|ería|iría|aré|eré|iré|ando|iendo)\p{L}{0,2}$/u.test(first)) return true
  // "hablo con ella": the present of a deed, not of a state and not the past.
  if (youForm(first) !== undefined && /o$|oy$/u.test(first) && !STATES.test(first)) return true
  return (
    /^(?:un|una|menos|más|dos|diez|cinco) /u.test(rest) &&
    countWords(rest) <= 8 &&
    !/\b(?:es|son|está|están|hay|tiene|fue)\b/u.test(rest)
  )
}

const pieces = (text: string): readonly string[] =>
  text
    .replaceAll(/\s+/gu, ' ')
    .split(/(?<=[.!?;…])\s+|\n/u)
    .map(part => part.trim())
    .filter(part => /\p{L}/u.test(part))

/** The sentence that says what the person will do, whole. */
export function stepIn(text: string, locale: Locale): string | undefined {
  const isStep = locale === 'es' ? isStepEs : isStepEn
  return pieces(text).find(
    piece =>
      !piece.endsWith('?') &&
      [piece, bare(piece, locale)].some(each =>
        isStep(
          each
            .replaceAll('’', "'")
            .toLowerCase()
            .replace(/[.!…]+$/u, '')
        )
      )
  )
}

const MOMENT =
  /^(?:maybe |perhaps |probably |i think |quizá |quizás |creo que |mejor )?(?:(?:right |just |straight )?(?:after|before|during)|on|at|in|every|each|this|next|tomorrow|today|tonight|monday|tuesday|wednesday|thursday|friday|first thing|end of|by|as soon as|once|when|whenever|while|(?:justo |nada más )?(?:después|despues|antes|durante)|al|a las?|el|los|cada|en|esta|este|la próxima|mañana|manana|hoy|lunes|martes|miércoles|jueves|viernes|a primera|por la|cuando|mientras|apenas)(?=\s|$)/iu

/** "I'd rather do it in the meeting on Friday": the moment inside the sentence. */
const WITHIN =
  /^(?:i|i'd|i'll|maybe i|prefiero|quiero|puedo|podría|podria|quizá|lo|le|se lo|voy|yo)\s.*?\s(?<moment>(?:after|before|during|when|at|on|in|every|tomorrow|next|después|despues|antes|durante|cuando|en|el|cada|al|mañana|por la)\s.*)$/iu

/** Moments that are one wherever they stand. */
const AT_END =
  /^(?<step>.{8,}?\p{L}),?\s+(?<moment>(?:(?:tomorrow|today|on \p{L}+day|mañana|hoy|el \p{L}+) )?(?:(?:right |just )?(?:after|before) (?:lunch|work|breakfast|(?:the |our |my |next )?(?:\p{L}+ ){0,2}(?:meeting|stand-?up|one-to-one|1:1|call|review))|(?:on|this|next|every) (?:mon|tues|wednes|thurs|fri)day(?: (?:morning|afternoon|evening))?|tomorrow(?: (?:morning|afternoon|evening))?|at \d{1,2}(?::\d\d)?(?: ?(?:am|pm))?|(?:justo )?(?:después|despues|antes) de (?:comer|la comida|almorzar|(?:la|mi|nuestra|cada) (?:\p{L}+ )?reunión(?: (?:diaria|de equipo|del \p{L}+))?)|(?:el|este|cada) (?:lunes|martes|miércoles|miercoles|jueves|viernes)(?: por la (?:mañana|tarde))?|mañana(?: por la (?:mañana|tarde)| a primera hora)?|a las \d{1,2}(?::\d\d)?))[.!\s]*$/iu

/** "Ask Ana after lunch" holds both halves of a plan. */
export function momentAtEnd(step: string): { readonly step: string; readonly moment: string } | undefined {
  const found = AT_END.exec(step.trim())?.groups
  return found?.['step'] && found['moment'] ? { step: found['step'], moment: found['moment'] } : undefined
}

const LONG = 14

/** The sentence that names the moment; a short answer is taken whole. */
export function momentIn(text: string): string | undefined {
  const all = pieces(text)
  const within = WITHIN.exec(all[0] ?? '')?.groups?.['moment']
  return (
    all.find(piece => MOMENT.test(piece)) ??
    within ??
    (countWords(all[0] ?? text) <= LONG ? (all[0] ?? text) : undefined)
  )
}

/** Infinitives and commands that say when, rather than what. */
const WHEN =
  /^(?:start|finish|open|close|leave|stand|sit|eat|wait|llegar|terminar|acabar|empezar|comenzar|salir|entrar|comer|cenar|desayunar|levantarme|despertar(?:me)?|abrir|cerrar|sentarme)\b/iu

/** A deed where a moment was asked for: the step once more, or another one. */
export function deedIn(text: string, locale: Locale): string | undefined {
  const [first = ''] = pieces(text)
  const [word = ''] = first.toLowerCase().split(' ')
  const deed = locale === 'es' ? isInfinitive(fold(word)) && word.length > 3 : isVerb(word)
  return deed && !WHEN.test(first) && !MOMENT.test(first) ? stepIn(first, locale) : undefined
}

/** "This week" leaves open when. */
export const isLooseMoment = (plain: string): boolean =>
  /^(?:(?:some ?time )?(?:this|next) (?:week|month)|soon|asap|some ?time|(?:esta|la proxima) semana|este mes|pronto|algun dia|un dia de estos|cuando pueda)\W*$/u.test(
    plain
  )

export const isMoment = (text: string): boolean => MOMENT.test(text.trim())

/** Someone else's deeds, a feeling or a "can't" are no step. */
const SOMEBODY =
  /^(?:(?:he|she|they|it|everyone|everybody|nobody|people|there|that|this|we|my|the|our) |i (?:feel|am|was|have (?!to)|had|don't|can't|cannot|never|always|already|tried|hate|know|think)|i'm|i've|(?:el|ella|ellos|mi|mis|la|nadie|todos|ya|estoy|soy|siento|es que|me|no|nunca|siempre|se) |nothing|nada|impossible|imposible)/u

/** @param plain folded. */
export const isNoStep = (plain: string): boolean => SOMEBODY.test(plain)
