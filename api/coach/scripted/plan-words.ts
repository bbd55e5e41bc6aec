/** Turns what a person said into the two halves of "if …, then I will …", changing no more than grammar asks for. Pure. */
import type { Locale } from '../words.ts'
import { fold } from './fold.ts'
import { bare, clipped, flip } from './mirror.ts'
import { isVerb } from './verbs-en.ts'
import { iForm, isInfinitive, youForm } from './verbs-es.ts'

const tidy = (text: string): string =>
  text
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .replace(/[.!?;,…\s]+$/u, '')
    .replace(/^[\s\-–•*.,]+/u, '')

const LONGEST = 160
const bounded = (text: string): string =>
  text.length <= LONGEST
    ? text
    : `${text.slice(0, text.lastIndexOf(' ', LONGEST) > 40 ? text.lastIndexOf(' ', LONGEST) : LONGEST)} …`

/** Words that begin a sentence with a capital only because they begin it; names and weekdays keep theirs. */
const COMMON =
  /^(?:after|before|when|whenever|once|as|if|on|at|in|by|during|while|every|each|right|just|first|the|an?|my|our|this|next|tomorrow|today|tonight|to|not|don't|maybe|perhaps|probably|let|stop|start|stand-up|lunch|he|she|they|we|it|somebody|someone|people|después|despues|antes|cuando|al|a|el|la|los|las|en|cada|durante|mañana|manana|hoy|por|si|justo|un|una|mi|mis|no|le|lo|me|se|quizá|quizás|esta|este|nada|apenas)$/iu
const small = (text: string): string => {
  const first = text.split(/[\s,.]/u)[0] ?? ''
  const common =
    COMMON.test(first) ||
    isVerb(first.toLowerCase()) ||
    isInfinitive(fold(first)) ||
    youForm(first.toLowerCase()) !== undefined ||
    first.endsWith('ing')
  return common ? text.charAt(0).toLowerCase() + text.slice(1) : text
}

const strip = (text: string, pattern: RegExp): string => {
  const next = text.replace(pattern, '')
  return next === text ? text : strip(next, pattern)
}

const BEGIN: Readonly<Record<Locale, RegExp>> = {
  en: /^(?:(?:ok(?:ay)?|yes|yeah|well|hm+|so|and|or|then|maybe|perhaps|probably|possibly|just|simply|i guess|i suppose|i think|let's say),?\s+|i(?:'ll| will| could| can| would| should| might| may| want to| need to| have to| am going to|'m going to|'d like to|'d rather|'d| plan to| try to)\s+|(?:try to|let's|to|by|for me to)\s+|i\s+(?=(?!am|was|have|had|don't|do not|can't|cannot|feel|know|never|always|did|tried|think|need|want)\p{L}))/iu,
  es: /^(?:(?:bueno|pues|sí|si|vale|ok|mmm*|y|o|entonces|quizá|quizás|quiza|quizas|tal vez|a lo mejor|supongo que|creo que|simplemente|solo|sólo),?\s+|(?:podría|podria|puedo|quiero|quisiera|debería|deberia|tengo que|me gustaría|me gustaria|intentaré|intentare|yo)\s+(?=\p{L}))/iu
}

/** "… but I am afraid that she gets angry" is no part of the deed. */
const DOUBT: Readonly<Record<Locale, RegExp>> = {
  en: /(?<=\p{L}+ \p{L}+.*),?\s+(?:but|although|though)\s+(?:i|i'm|i’m|he|she|they|it|that|my|the)\b.*$/iu,
  es: /(?<=\p{L}+ \p{L}+.*),?\s+(?:pero|aunque)\s.*$/iu
}

/** The action, as it follows "then I will" or «entonces». */
export function actionOf(text: string, locale: Locale): string {
  const said = bounded(small(strip(tidy(text), BEGIN[locale]).replace(DOUBT[locale], '')))
  return locale === 'es' ? actionEs(said) : actionEn(said)
}

function actionEn(said: string): string {
  const plain = said.replaceAll('’', "'")
  if (/^(?:don't|do not)\s/iu.test(plain)) return `not ${plain.replace(/^(?:don't|do not)\s/iu, '')}`
  if (
    /^(?!(?:bring|sing|ring|king|thing|spring|during|nothing|something|everything|string|swing|evening|morning)\b)\p{L}{2,}ing\b/iu.test(
      plain
    )
  )
    return `try ${said}`
  if (/^no\s/iu.test(plain)) return `have ${said}`
  if (/^(?:an?|the|my|one|two|three|some|our|\d+)\s/iu.test(plain)) return `start with ${said}`
  return said
}

function actionEs(said: string): string {
  if (!/^cuando\b/iu.test(said) && /^\p{L}+(?:ando|iendo|yendo)(?:l[aeo]s?|me|nos)?\b/iu.test(said))
    return `empiezo ${said}`
  if (/^(?:un|una|el|la|los|las|mi|mis|dos|tres|\d+)\s/iu.test(said)) return `empiezo con ${said}`
  return said
}

/** How an action reads inside a Spanish sentence: an infinitive wants a verb before it. */
export const spokenAction = (action: string, locale: Locale): string => {
  const said = clipped(action, 14)
  if (locale !== 'es') return said
  const [first = '', second = ''] = said.split(' ')
  if (isInfinitive(fold(first))) return `voy a ${said}`
  return first === 'no' && isInfinitive(fold(second)) ? `no voy a ${said.slice(3)}` : said
}

const LONGEST_STEP = 16

/** The action after "you would", «vas a»; undefined when it would not read well there. */
export function actionForYou(action: string, locale: Locale): string | undefined {
  const words = action.split(' ')
  if (locale === 'en') return flip(`I will ${action}`, 'en', LONGEST_STEP)?.replace(/^you will /u, '')
  return isInfinitive(fold(words[0] ?? ''))
    ? flip(`quiero ${action}`, 'es', LONGEST_STEP)?.replace(/^quieres /u, '')
    : undefined
}

/** An idea of the coach taken over by the person. */
export const asMine = (idea: string, locale: Locale): string =>
  locale === 'es'
    ? idea
        .replaceAll(/\btus\b/gu, 'mis')
        .replaceAll(/\btu\b/gu, 'mi')
        .replaceAll(/\btienes\b/gu, 'tengo')
        .replaceAll(/\bsabes\b/gu, 'sé')
        .replaceAll(/\bviste\b/gu, 'vi')
        .replaceAll(/\bquieres\b/gu, 'quiero')
        .replaceAll(/\bnecesitas\b/gu, 'necesito')
        .replaceAll(/\boíste\b/gu, 'oí')
        .replaceAll(/\baprendiste\b/gu, 'aprendí')
        .replaceAll(/\bharás\b/gu, 'haré')
        .replaceAll(/\bhaces\b/gu, 'hago')
        .replaceAll(/\bpodrías\b/gu, 'podría')
        .replaceAll(/\bpiensas\b/gu, 'pienso')
        .replaceAll(/\bves\b/gu, 'veo')
        .replaceAll(/\blo piensas\b/gu, 'lo pienso')
        .replaceAll(/\bvas\b/gu, 'voy')
    : idea
        .replaceAll(/\byour\b/gu, 'my')
        .replaceAll(/\byou two\b/gu, 'we')
        .replaceAll(/\byou both\b/gu, 'we both')
        .replaceAll(/\byou\b/gu, 'I')

/** The moment, as it follows "if" or «si». */
export function cueOf(text: string, locale: Locale): string {
  const said = bounded(tidy(bare(tidy(text), locale)))
  return locale === 'es' ? cueEs(small(said)) : cueEn(small(said))
}

function cueEn(said: string): string {
  const rest = said.replace(
    /^(?:(?:right |just )?(?:when|whenever|once|as soon as|if|the moment)|maybe|perhaps|probably)\s+/iu,
    ''
  )
  if (rest !== said) return cueEn(rest)
  const next = /^(?:the )?next time (?<rest>.+)$/iu.exec(said)?.groups?.['rest']
  if (next) return `${next} next time`
  if (/^at (?:\d|noon|midday|half)/iu.test(said)) return `it is ${said.slice(3)}`
  if (/^on /iu.test(said)) return `it is ${said.slice(3)}`
  if (/^in (?:the )?(?:morning|afternoon|evening)$/iu.test(said)) return `it is ${said.replace(/^in (?:the )?/iu, '')}`
  if (/^(?:every|each) /iu.test(said)) return `it is ${said.replace(/^(?:every|each) /iu, '')}`
  if (/^in the (?:morning|afternoon|evening)\b/iu.test(said)) return `it is ${said}`
  if (/^(?:in|at) /iu.test(said)) return `I am ${said}`
  if (
    /^(?:(?:right |just |straight )?(?:after|before|during)|tomorrow|today|tonight|this|next|monday|tuesday|wednesday|thursday|friday|saturday|sunday|first thing|the end of|end of|around|\d{1,2}(?::\d\d)?\s?(?:am|pm|h|o'clock)?$)/iu.test(
      said
    )
  )
    return `it is ${said}`
  if (
    /^\p{L}{3,}ing\b(?! (?:is|starts?|ends?|begins?))/iu.test(said) &&
    !/^(?:morning|evening|meeting|nothing|something)/iu.test(said)
  )
    return `I am ${said}`
  const words = said.split(' ')
  return words.length <= 3 && !words.slice(1).some(word => /(?:s|ed|is|am|are)$/iu.test(word)) && !/^i\b/iu.test(said)
    ? `it is time for ${said}`
    : said
}

const MOOD: Readonly<Record<string, string>> = {
  termine: 'termina',
  empiece: 'empieza',
  acabe: 'acaba',
  comience: 'comienza',
  llegue: 'llego',
  abra: 'abro',
  salga: 'salgo',
  entre: 'entro',
  vea: 'veo',
  reciba: 'recibo',
  siente: 'siento',
  encienda: 'enciendo',
  suene: 'suena',
  pida: 'pide',
  diga: 'dice',
  venga: 'viene',
  sienta: 'siento',
  pregunte: 'pregunta'
}

function cueEs(said: string): string {
  const when = /^(?:justo )?(?:cuando|en cuanto|apenas|si)\s+(?<rest>.+)$/iu.exec(said)?.groups?.['rest']
  if (when) return indicative(when)
  if (/^\d{1,2}(?::\d\d)?(?: ?h)?$/iu.test(said)) return `son las ${said}`
  if (/^la (?:próxima|proxima) vez que /iu.test(said))
    return `${indicative(said.replace(/^la pr[oó]xima vez que /iu, ''))} la próxima vez`
  if (/^a las /iu.test(said)) return `son las ${said.slice(6)}`
  if (/^a la /iu.test(said)) return `es la ${said.slice(5)}`
  const going = /^(?:justo )?al (?<verb>\p{L}+(?:ar|er|ir|arme|erme|irme))(?!\p{L})(?<rest>.*)$/iu.exec(said)?.groups
  if (going) return meeting(going['verb'] ?? '', going['rest'] ?? '')
  if (/^(?:el|los) (?:lunes|martes|miércoles|miercoles|jueves|viernes|sábado|sabado|domingo)/iu.test(said))
    return `es ${said.replace(/^(?:el|los) /iu, '')}`
  if (/^cada /iu.test(said)) return `es ${said.replace(/^cada /iu, '')}`
  if (/^en (?:la|el|mi|una|un|nuestr[oa]) /iu.test(said)) return `estoy ${said}`
  if (
    /^(?:(?:justo )?(?:después|despues|antes|durante)|por la|mañana|manana|hoy|esta|este|lunes|martes|miércoles|miercoles|jueves|viernes|sábado|sabado|domingo|a primera|al final|a mediodía|a mediodia|la próxima|la proxima)/iu.test(
      said
    )
  )
    return `es ${said}`
  const words = said.split(' ')
  return /^(?:la|el|mi|una?|los|las)$/iu.test(words[0] ?? '') &&
    words.length <= 5 &&
    !words.slice(1).some(word => /^(?:termina|empieza|acaba|llega|sale|suena|es|está|me|se|hay)$/iu.test(word))
    ? `llega ${said}`
    : said
}

const PRONOUN = /^(?:me|se|yo|lo|le|los|las|no|te|nos)$/iu

/** The forms of "he, she, it" that a subject named before them calls for. */
const INDICATIVE =
  'llegue llega, salga sale, venga viene, cierre cierra, pida pide, diga dice, haga hace, tenga tiene, vuelva vuelve, pueda puede, vaya va, sea es, este está, empiece empieza, comience comienza, pregunte pregunta, suene suena, termine termina, acabe acaba, abra abre, vea ve, reciba recibe, entre entra, llame llama, escriba escribe, hable habla, interrumpa interrumpe, grite grita, entregue entrega, mande manda, cambie cambia, critique critica, necesite necesita, responda responde, conteste contesta'
const INDICATIVES: ReadonlyMap<string, string> = new Map(
  INDICATIVE.split(', ').map(pair => pair.split(' ') as [string, string])
)
const TO_ME =
  /^(?:interrumpa|grite|critique|escriba|hable|mande|responda|conteste|necesite|llame|pregunte|pida|diga|entregue)$/u
const indicativeOf = (word: string): string | undefined => INDICATIVES.get(fold(word))

/** "cuando termine" → "termina". Where "yo" and somebody else share the form, nothing is decided: "es cuando …". */
function indicative(rest: string): string {
  const words = rest.split(' ')
  const own = /^(?<verb>termin|acab|dej)e(?= de \p{L}+r(?:me)?(?!\p{L}))/iu
  if (own.test(rest)) return rest.replace(own, '$<verb>o')
  const first = words.findIndex(word => !PRONOUN.test(word))
  const subject = /^(?:alguien|nadie|mi|el|la|los|las|un|una|él|ella|\p{Lu}\p{Ll}+)$/u.test(words[first] ?? '')
  const later = subject ? words.findIndex((word, index) => index > first && indicativeOf(word) !== undefined) : -1
  if (later > 0)
    return [...words.slice(0, later), indicativeOf(words[later] ?? '') ?? '', ...words.slice(later + 1)].join(' ')
  const at = first
  // "me interrumpa" is somebody else's deed.
  if (/^me$/iu.test(words[first - 1] ?? '') && TO_ME.test(fold(words[first] ?? '')))
    return [...words.slice(0, first), indicativeOf(words[first] ?? '') ?? '', ...words.slice(first + 1)].join(' ')
  const verb = fold(words[at] ?? '')
  const others = /^(?:el|la|los|las|mi|un|una|alguien)$/iu.test(words[at + 1] ?? '')
  const form =
    words.slice(0, at).some(word => /^se$/iu.test(word)) || (others && /^(?:llegue|entre|salga|venga)$/u.test(verb))
      ? third(verb)
      : MOOD[verb]
  if (form) return [...words.slice(0, at), form, ...words.slice(at + 1)].join(' ')
  return /^(?:vuelva|haga|tenga|note|vaya|pueda|sepa|necesite|termine|este|sea)$/u.test(verb)
    ? `es cuando ${rest}`
    : rest
}

const third = (verb: string): string | undefined =>
  ({ llegue: 'llega', salga: 'sale', venga: 'viene', cierre: 'cierra' })[verb] ??
  (/^\p{L}+a$/u.test(verb) ? verb.replace(/a$/u, 'e') : /^\p{L}+e$/u.test(verb) ? verb.replace(/e$/u, 'a') : undefined)

const THIRD: Readonly<Record<string, string>> = {
  empezar: 'empieza',
  comenzar: 'comienza',
  acabar: 'acaba',
  terminar: 'termina'
}

function meeting(verb: string, rest: string): string {
  const reflexive = verb.endsWith('me')
  const itself =
    /^ (?:la|el|mi|las|los|nuestr[oa]|cada) /iu.test(rest) && /^(?:empezar|comenzar|acabar|terminar)$/iu.test(verb)
  if (itself) return `${THIRD[verb.toLowerCase()] ?? ''}${rest}`
  const own = iForm(reflexive ? verb.slice(0, -2) : verb)
  return own ? `${reflexive ? 'me ' : ''}${own}${rest}` : `llega el momento de ${verb}${rest}`
}
