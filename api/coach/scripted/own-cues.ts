/** What a person says about plans, courses and facts of their own that they want shown or changed; matched on folded text (fold.ts). In doubt silent. */
import type { Locale } from '../words.ts'

export type OwnCue =
  | 'plans'
  | 'courses'
  | 'known'
  | 'kept'
  | 'missed'
  | 'dropped'
  | 'close'
  | 'change'
  | 'remind'
  | 'undo'
  /** Of a plan that is being looked at. */
  | 'itKept'
  | 'itMissed'
  | 'itDropped'
  | 'itClose'
  | 'itChange'
  | 'itStays'
  /** Of those that were named. */
  | 'none'

const all = (of: Readonly<Record<OwnCue, string>>): Readonly<Record<OwnCue, RegExp>> =>
  Object.fromEntries(Object.entries(of).map(([cue, pattern]) => [cue, new RegExp(pattern, 'u')])) as Record<
    OwnCue,
    RegExp
  >

const POLITE =
  "^(?:(?:please|hey|hi|hello|ok|okay|and|so|well|coach),? )*(?:(?:can|could|would|will|may) (?:you|i|we) (?:please )?|i(?:'d| would) like to |i want to |let me |let's )?"
const PLAN =
  '(?:the|that|this|my|your)(?: (?:first|second|third|last|old|open|other|current|same))?(?: if-then)? plan\\b'
const TAIL = '(?:,? please| now| again| right now| at the moment| so far)*\\W*$'

const DAY =
  ' (?:later|tomorrow|today|tonight|(?:on |this |next )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|week|month|morning|afternoon|evening)|in (?:an?|one|two|three|\\d+|some|a few)|at \\d|once)'

const en = all({
  plans: `${POLITE}(?:what(?:'s| is| are) (?:all )?my (?:open |current )?plans?|(?:show|list|see|tell|read|give)(?: me)?(?: about)?(?: all)?(?: of)? my (?:open |current )?plans?|(?:which|what|how many) (?:open )?plans (?:do|did|have|are)\\b.{0,25}|do i (?:still )?have (?:any |a |an )?(?:open )?plans?(?: open| left)?|what (?:did|have) i plan(?:ned)?|(?:are there )?any open plans|(?:my )?(?:open )?plans)${TAIL}`,
  courses: `${POLITE}(?:(?:which|what|how many) (?:courses?|trainings?) (?:do i|am i|have i|are mine|are open)\\b.{0,30}|(?:show|list|see|tell)(?: me)?(?: about)?(?: all)?(?: of)? my (?:courses?|trainings?|(?:course |learning )?progress)|what(?:'s| is| are) my (?:courses?|trainings?|(?:course |learning )?progress)|do i have (?:any |a )?(?:open )?(?:courses?|trainings?)\\b.{0,20}|how far (?:am i|have i (?:got|gotten|come)|along am i)(?: (?:with|in|on|through) (?:my |the |this |that )?(?:\\w+ )?(?:courses?|trainings?|learning)\\b.{0,20})?|how am i doing (?:in|with|on) (?:my|the) (?:courses?|trainings?)\\b.{0,20}|(?:my )?courses)${TAIL}`,
  known:
    '\\b(?:what|how much)(?: else)? (?:do|can|could) you (?:already |really |actually |all )?(?:know|remember)(?: all)? (?:about|of) me\\b|\\bdo you (?:know|remember) (?:me|(?:anything|something) about me)\\W*$|\\bwhat (?:data|facts|information) do you have (?:about|on) me\\b',
  kept: `^(?!.*\\b(?:not|never|if|whether|when|once|don't|isn't|wasn't|hasn't)\\b)(?:.*\\b(?:${PLAN} (?:is|was|has been) (?:all |now )?(?:done|finished|completed?|kept)|${PLAN} (?:worked|happened|went (?:well|fine|great|ok))|i(?:'ve| have)? (?:did|done|kept(?: to)?|completed|finished|managed|carried out|followed through(?: on| with)?) ${PLAN}|mark (?:${PLAN}|it|that) (?:as )?(?:done|kept|completed?|finished)))`,
  missed: `\\bi (?:did not|didn't|didnt|haven't|have not|couldn't|could not|never) (?:manage to )?(?:do|did|done|keep|kept|manage|managed|finish|complete)(?: to)? ${PLAN}|\\b${PLAN} (?:did not|didn't) (?:work|happen)`,
  dropped: `${POLITE}(?:drop|cancel|delete|remove|forget(?: about)?|discard|abandon|scrap|give up(?: on)?) ${PLAN}|\\bi (?:don't|do not) want ${PLAN}(?: any ?more)?\\W*$`,
  close: `${POLITE}(?:close|end|archive|tick off|check off) ${PLAN}`,
  change: `${POLITE}(?:change|edit|reword|adjust|modify|update|rewrite|rephrase) ${PLAN}`,
  remind: `${POLITE}(?!.*\\bto \\p{L})(?:(?:don't |do not |never )?(?:ask|nudge|check (?:back )?(?:in )?with) me(?: again)?(?: about (?:it|that|this|${PLAN}))?(?: any ?more|${DAY})\\b.{0,30}|(?:don't |do not |never )?(?:ask|remind|nudge) me (?:about|of) (?:it|that|this|${PLAN})(?: any ?more)?|(?:don't |do not |never )?remind me(?: again)?(?: (?:about|of) .{2,60}?)?(?:${DAY}\\b.{0,30})?)\\W*$`,
  undo: '^(?:please )?(?:undo(?: it| that)?|bring it back|(?:re)?open it again|reopen it|make it anew|(?:oh,? )?(?:that|it) was a mistake)\\W*$',
  itKept:
    "^(?:yes,? )?(?:i did(?: it| that| so)?(?=\\W*$|[,.!;])|(?:it(?:'s| is| was| has been)? |that(?:'s| is) |all )?(?:done|finished|kept|completed?|happened)\\b)",
  itMissed: "^(?:it )?(?:not (?:this time|yet)|did not happen|didn't happen|missed(?: it)?)\\b",
  itDropped:
    "^(?:i(?:'ll| will| want to| would)? )?(?:please )?(?:drop|dropped|cancel|delete|remove|discard|scrap)(?: (?:it|that|this|the plan)(?: one)?)?(?:,? please)?\\W*$",
  itClose: `${POLITE}(?:close|end|archive|tick off|check off) (?:it|that|this)(?: one)?${TAIL}`,
  itChange: `${POLITE}(?:change|edit|reword|adjust|modify|rewrite|rephrase)(?:d)?(?: (?:it|that|this))?(?=\\W|$)|^(?:the )?(?:moment|step|wording)\\W*$`,
  itStays:
    '^(?:(?:please )?(?:leave|keep) it\\b|(?:leave |still |stays? |it stays |keep )?open\\b|not now\\b|later\\b|as it is\\b)',
  none: '^(?:none|neither|no one|nothing|another one|something else)\\b'
})

const CORTES =
  '^(?:(?:por favor|oye|hola|ok|vale|bueno|pues|y|entonces|coach),? )*[¿¡]*(?:(?:me |lo )?(?:puedes|podrias|puedo|podemos|quiero|quisiera|me gustaria) (?:por favor )?)?'
const EL_PLAN = '(?:el|ese|este|mi|aquel)(?: (?:primer|segundo|tercer|ultimo|otro|mismo))? plan\\b'
const FIN = '(?:,? por favor| ahora| ahora mismo| otra vez)*\\W*$'
const MUESTRA =
  '(?:muestra(?:me)?|muestras|mostrar(?:me)?|ensena(?:me)?|ensenas|ensenar(?:me)?|dime|ver|lista(?:r|me)?)'

const DIA =
  ' (?:manana|hoy|luego|mas tarde|pasado manana|(?:el|este) (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)|la (?:proxima|semana)|esta (?:tarde|noche|semana)|(?:en|dentro de) (?:\\d+|una?|dos|tres|unos)|a las?)'

const es = all({
  plans: `${CORTES}(?:(?:que|cuantos|cuales) planes (?:tengo|hay|me quedan|estan|siguen|he|hice)\\b.{0,25}|cual(?:es)? (?:es|son) mis? plan(?:es)?(?: abiertos?)?|${MUESTRA} (?:todos )?(?:mis|los) planes(?: abiertos)?|tengo (?:algun |algunos |mas )plan(?:es)?(?: abiertos?| pendientes?)?|tengo planes(?: abiertos| pendientes)?|que (?:tengo|tenia|habia) planead[oa]|(?:mis )?planes(?: abiertos)?)${FIN}`,
  courses: `${CORTES}(?:(?:que|cuantos|cuales) (?:cursos?|formacion(?:es)?) (?:tengo|hay|estoy|me|he|debo|llevo)\\b.{0,30}|cual(?:es)? (?:es|son) mis? (?:cursos?|formacion(?:es)?|progreso|avances?)|(?:como|que tal) voy(?: (?:con|en) (?:mis?|los|el|las?) (?:cursos?|formacion(?:es)?)\\b.{0,20})?|cuanto (?:me falta|llevo|he avanzado)(?: (?:en|del?|con|para)\\b.{0,12}\\b(?:cursos?|formacion(?:es)?)\\b.{0,20})?|${MUESTRA} (?:todos )?(?:mis|los) (?:cursos|progresos?|avances?)|tengo (?:algun |algunos )?cursos?(?: pendientes?| abiertos?)?|(?:mis )?cursos)${FIN}`,
  known:
    '\\b(?:que|cuanto)(?: mas| cosas| datos)? (?:sabes|recuerdas|conoces|tienes)(?: ya| todo)? (?:de|sobre|acerca de) mi\\b|\\b(?:sabes|recuerdas) algo (?:de|sobre) mi\\b|\\b(?:me (?:conoces|recuerdas)|te acuerdas de mi)\\W*$',
  kept: `^(?!.*\\b(?:no|nunca|cuando)\\b)(?!si (?!ya|cumpli|hice))(?:.*\\b(?:${EL_PLAN} (?:ya )?(?:esta |quedo |ha quedado )?(?:hecho|cumplido|terminado|completado|listo)|${EL_PLAN} (?:se cumplio|funciono|salio bien)|(?<!\\bno )(?:ya )?(?:cumpli|hice|complete|termine|logre|he (?:cumplido|hecho|completado|terminado)) (?:con )?${EL_PLAN}|marca(?:r|lo)? (?:${EL_PLAN} )?como (?:hecho|cumplido|terminado)))`,
  missed: `\\bno (?:cumpli|hice|logre|pude(?: con| hacer| cumplir)?|he (?:cumplido|hecho)) (?:con )?${EL_PLAN}|\\b${EL_PLAN} no (?:se cumplio|funciono|salio)`,
  dropped: `${CORTES}(?:deja(?:r)?|cancela(?:r)?|elimina(?:r)?|borra(?:r)?|quita(?:r)?|olvida(?:r)?|descarta(?:r)?|abandona(?:r)?) ${EL_PLAN}(?!.*\\b(?:como esta|abierto|asi)\\b)|\\bya no quiero ${EL_PLAN}\\W*$`,
  close: `${CORTES}(?:cierra|cerrar|termina(?:r)?|archiva(?:r)?) ${EL_PLAN}`,
  change: `${CORTES}(?:cambia(?:r|mos)?|cambiemos|modifica(?:r)?|ajusta(?:r)?|edita(?:r)?|corrige|corregir|reformula(?:r)?) ${EL_PLAN}`,
  remind: `${CORTES}(?:(?:no|nunca) )?(?:me )?(?:recuerdamelo|recuerdame|recordarmelo|recordarme|recuerdas|recuerdes|preguntame|preguntarme|preguntas|preguntes|avisame|avisarme)(?!.* \\p{L}{2,}(?:ar|er|ir)(?:l[aeo]s?)?\\b)(?: ${EL_PLAN})?(?: (?:mas|otra vez|de nuevo))?(?: (?:por|de|sobre) (?:eso|ello|esto|${EL_PLAN}|.{2,60}?))?(?:${DIA}\\b.{0,30})?\\W*$`,
  undo: '^(?:deshacer|deshazlo|deshaz eso|recuperalo|reabrelo|abrelo (?:otra vez|de nuevo)|vuelve a abrirlo|(?:eso )?fue un error|me equivoque)\\W*$',
  itKept:
    '^(?:si,? |ya |lo )*(?:(?:esta|quedo) )?(?:hecho|cumplido|listo|terminado|completado|hice|cumpli|se cumplio)\\b',
  itMissed: '^(?:esta vez no|todavia no|aun no|no se cumplio)\\b',
  itDropped:
    '^(?:por favor,? )?(?:lo (?:descarto|cancelo|borro|elimino|quito)|descart(?:alo|arlo|ar|ado)|cancel(?:alo|arlo|ar)|elimin(?:alo|arlo|ar)|borr(?:alo|arlo|ar)|quit(?:alo|arlo))(?:,? por favor)?\\W*$',
  itClose: `${CORTES}(?:cierralo|cerrarlo|terminalo|archivalo)${FIN}`,
  itChange: `${CORTES}(?:lo cambio|cambialo|cambiarlo|cambiar|modificalo|modificarlo|ajustalo|ajustarlo|editarlo)(?=\\W|$)|^(?:el )?(?:momento|paso|texto)\\W*$`,
  itStays:
    '^(?:(?:sigue |queda |dejalo |dejarlo |que siga )?abierto\\b|dejalo\\b|dejarlo\\b|ahora no\\b|luego\\b|(?:queda |sigue )?(?:asi|como esta)\\b)',
  none: '^(?:ningun[oa]|nada|otr[oa]|otra cosa)\\b'
})

const CUES: Readonly<Record<Locale, Readonly<Record<OwnCue, RegExp>>>> = { en, es }

/** People mix languages: a cue of any language counts. */
export const saysOwn = (plain: string, cue: OwnCue): boolean => Object.values(CUES).some(cues => cues[cue].test(plain))
