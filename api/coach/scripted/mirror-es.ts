/** «Hago mi parte» pasa a «haces tu parte». Undefined unless every word that could be "yo" has a known form for "tú". Pure. */
import { fold } from './fold.ts'
import { youForm } from './verbs-es.ts'

/** People leave accents out: what is written without one and means one thing only. */
const ACCENTS: Readonly<Record<string, string>> = {
  mas: 'más',
  dia: 'día',
  dias: 'días',
  tambien: 'también',
  reunion: 'reunión'
}

/** What may stand before a noun or an adjective that ends like a verb of "yo". */
const BEFORE_NOUN =
  /^(?:un|el|del|al|mi|mis|este|ese|aquel|otro|todo|mucho|poco|cada|de|en|con|por|para|sin|muy|más|mas|tan|bastante|demasiado|algún|ningún|nuevo|mejor|primer|su|tu|sobre|y|o|a|gran|buen|mal|tanto|cuánto|qué|medio)$/iu

/** End in -o and are no verbs of "yo", whatever stands before. */
const NO_VERB =
  /^(?:no|lo|yo|como|cómo|pero|todo|solo|sólo|mucho|poco|cuando|cuándo|demasiado|bueno|nuevo|otro|algo|luego|medio|dentro|cierto|claro|largo|corto|bajo|alto|tiempo|equipo|proyecto|correo|grupo|puesto|mismo|propio|tanto|cuanto|menos|rápido|lento|mejor|peor|miedo|esfuerzo|dinero|sueldo|hecho|dicho|visto|puesto|escrito|abierto|nervioso|ansioso|último|primero|segundo|tercero|ocho|cuatro|cinco|uno|cero|año|pronto|junto|ello|eso|esto|aquello|quizo|pido|imposible)$/iu

/** The same for "yo" and for him, her or it: only a named subject tells. */
const EITHER =
  /^(?!había|día|todavía|mayoría|compañía|energía|categoría|garantía|vía|guía|pase|frase|clase|fase|base|tecnología|economía|auditoría|consultoría|minoría)\p{L}+(?:aba|ía|ase|iera|iese)$/iu

const OTHERS =
  /(?:nosotros|nosotras|nuestr[oa]s?|nos|\p{L}+(?:amos|emos|imos)|tú|usted|vos|vosotros|contigo|tu|tus|te|ti)/iu
const OTHERS_WORD = new RegExp(`^${OTHERS.source}$`, 'iu')

/** "quiere que haga": who is to do it, is not told by the form. */
const OPEN_WISH =
  /\bque (?:no |me |lo |le |les |se )*(?:haga|sea|esté|tenga|vaya|pueda|diga|ponga|salga|venga|dé|entregue|trabaje|responda|termine|llegue|hable|cambie|asuma|acepte)\b/iu

const VERB =
  /^(?:es|está|son|están|tiene|tienen|hace|hacen|hay|quiere|quieren|puede|pueden|va|van|dice|dicen|pide|piden|llega|llegan|viene|cambia|cambian|falta|faltan|me|te|le|les|se|fue|fueron|era|eran|parece|cuesta|gusta|preocupa|interrumpe|interrumpen|espera|esperan|sabe|saben|responde|responden|trabaja|trabajan|da|dan|manda|mandan|llama|entiende|escucha|escuchan|queda|quedan|empieza|termina|habla|hablan|ha|han|sigue|siguen|necesita|necesitan|depende|sale|salen|toma|dura|duran|sube|baja|pierde|gana|ganan|cobra|cobran|decide|deciden|grita|gritan|critica|critican|entrega|entregan|avisa|avisan|cree|creen|piensa|piensan|trata|tratan|evita|evitan|ignora|ignoran|deja|dejan|vuelve|vuelven|asienten)$/iu

const SUBJECT =
  /^(?:mi|mis|el|la|los|las|un|una|este|esta|esto|eso|nadie|todos|todo|alguien|cada|ellos|ellas|él|ella|algunos|hay|otro|otra|otros|nada)$/iu

/** A clause may open with its circumstances. */
const CIRCUMSTANCE = /^(?:a|en|por|desde|ayer|hoy|siempre|nunca|ya|ahí|aquí)$/iu

export function flipEs(clause: string): string | undefined {
  const words = clause.split(' ').map(word => ACCENTS[word.toLowerCase()] ?? word)
  if (
    /(?<!(?:más|mas|menos|mejor|peor|mayor|menor) )que yo(?!\p{L})/iu.test(clause) ||
    OPEN_WISH.test(clause) ||
    words.some(word => OTHERS_WORD.test(core(word)) && !/^(?:extremos?|supremo)$/iu.test(core(word)))
  )
    return undefined
  const flipped = words.map((word, at) => flipWord(word, words.slice(0, at)))
  if (flipped.some(word => word === undefined)) return undefined
  const changed = words.some((word, at) => isVerbOfI(word, words.slice(0, at)))
  const opensWell =
    changed ||
    SUBJECT.test(core(words[0] ?? '')) ||
    CIRCUMSTANCE.test(core(words[0] ?? '')) ||
    /^(?:me|no|se|le|les)$/iu.test(core(words[0] ?? ''))
  if (
    !opensWell ||
    !(changed || words.slice(1).some(word => VERB.test(core(word))) || /^hay$/iu.test(core(words[0] ?? '')))
  )
    return undefined
  const text = flipped.join(' ').replace(/^tú (?=\p{L})/iu, 'tú ')
  // A name at the beginning keeps its capital.
  const named =
    /^\p{Lu}/u.test(text) &&
    !SUBJECT.test(core(words[0] ?? '')) &&
    !isVerbOfI(words[0] ?? '', []) &&
    VERB.test(core(words[1] ?? ''))
  return named || /^Teams\b/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1)
}

const core = (word: string): string => word.replaceAll(/[^\p{L}\p{M}]/gu, '').toLowerCase()

const isNounHere = (before: readonly string[]): boolean => BEFORE_NOUN.test(core(before.at(-1) ?? ''))

const isVerbOfI = (word: string, before: readonly string[]): boolean => {
  const low = core(word)
  if (/^(?:me|mi|mis|mí|conmigo|mí[oa]s?|yo)$/iu.test(low)) return false
  return youForm(low) !== undefined && !isNoun(low, before)
}

/** Deeds of "yo" and things, written alike. */
const EITHER_THING =
  /^(?:trabajo|silencio|apoyo|cambio|acuerdo|pago|uso|cuento|juego|retraso|descanso|intento|logro|abandono|recuerdo|gasto|grito|encuentro|consumo|mando|reclamo|relleno|repaso|respeto|bloqueo|enojo|enfado|cargo|paso|deseo|bajo|recibo|trato|gusto|paro|vivo)$/u

/** What a deed may follow: nothing, a pronoun, a joint, an adverb. */
const BEFORE_DEED =
  /^(?:yo|me|se|lo|la|los|las|le|les|no|y|o|que|donde|cuando|como|porque|pero|si|ya|siempre|nunca|también|tambien|solo|sólo|casi|apenas|aún|todavía|mientras|hoy|ahora|aquí|allí|luego)$/u

/** "trabajo" after "mi", "acuerdo" after "de", "silencio" after "hay" are things. */
const isNoun = (low: string, before: readonly string[]): boolean =>
  EITHER_THING.test(low) && (isNounHere(before) || (before.length > 0 && !BEFORE_DEED.test(core(before.at(-1) ?? ''))))

function flipWord(word: string, before: readonly string[]): string | undefined {
  const low = core(word)
  const with_ = (next: string): string => word.replace(/[\p{L}\p{M}]+/u, next)
  if (before.length > 0 && /^\p{Lu}\p{Ll}/u.test(word)) return word
  if (isNoun(low, before)) return word
  const known = youForm(low)
  if (known !== undefined && !(low === 'me' && /^(?:de|a)$/u.test(core(before.at(-1) ?? '')))) return with_(known)
  const clitic = /^(?<verb>\p{L}+(?:ar|er|ir|ír|ando|iendo|ándo|iéndo|ár|ér))me(?<more>l[oa]s?)?$/u.exec(low)?.groups
  if (clitic) return with_(`${clitic['verb']}te${clitic['more'] ?? ''}`)
  if (/(?:ar|er|ir)(?:se)?l[oa]s?$/u.test(low)) return word
  if (EITHER.test(low)) return hasSubject(before) ? word : undefined
  if (low.endsWith('o') && !NO_VERB.test(low) && !isParticiple(low) && !isNounHere(before)) return undefined
  // "-é" and "-í" without a known verb may be the past of "yo".
  if (/[éí]$/u.test(low) && !/^(?:qué|porqué|así|aquí|ahí|allí|café|sí|dé|esté|mí|también)$/u.test(low))
    return undefined
  return word
}

const isParticiple = (low: string): boolean => /(?:ado|ido|ando|iendo|yendo)$/u.test(low)

const hasSubject = (before: readonly string[]): boolean =>
  before.some(word => /^(?:mi|el|la|los|las|este|esta|él|ella|nadie|todo|alguien)$/u.test(core(word))) &&
  !before.some(word => fold(word) === 'yo')
