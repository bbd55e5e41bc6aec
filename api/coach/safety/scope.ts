/** What stands around a phrase decides what it means: over, a topic, or about somebody else. Pure. */
import type { Spoken } from './spoken.ts'

export type Who = 'self' | 'third'

const OVER =
  /\b(?:eso fue|that was|me pegaba|nos pegaba|a los (?:diez|once|doce|trece|catorce|quince|dieciseis|diecisiete|dieciocho|diecinueve|veinte|veinti\w+|treinta)|grew up with|creci con|de nin[oa]|survived a|sobrevivio a|sobrevivi a|when i was|rough patch|after my (?:divorce|breakup|father|mother|accident)|dark (?:place|time|period)|despues (?:del|de mi|de la) \w+|(?:una )?mala racha|mala epoca|epoca (?:mala|oscura|negra)|at (?:school|uni|university|college|16|17|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)|in (?:high school|school|uni)|when my (?:kids|children)|the year|a los (?:quince|dieciseis|diecisiete|dieciocho|veinte|\d+)|(?:hasta|en) (?:19|20)\d\d|a los \d+|cuando (?:yo )?tenia|en el (?:instituto|colegio|19\d\d|20\d\d)|en (?:19|20)\d\d|en la (?:universidad|prepa|secundaria)|(?:years|months|a decade|decades|a long time|ages) ago|used to|in the past|when i was (?:a (?:teen|teenager|kid|student)|young|younger|in (?:school|college|university)|\d+)|as a (?:teen|teenager|student|kid)|back then|back in|at one point|once (?:thought|felt|wanted|tried)|had (?:a|my) (?:dark|rough|hard) (?:time|period|phase)|in my (?:teens|twenties|youth)|last (?:year|decade)|(?:in|until|till|since) (?:19|20)\d\d|long before|before (?:therapy|treatment)|hace (?:\w+ )?(?:anos|ano|meses|mucho tiempo|tiempo|decadas)|en el pasado|cuando era (?:joven|adolescente|nin[oa]|estudiante|mas joven)|de (?:joven|adolescente)|en mi (?:adolescencia|juventud)|antes (?:pensaba|queria|tenia|de la terapia)|en aquella epoca|en su momento|una vez (?:pense|quise)|llegue a|solia|hubo un tiempo|pase por (?:una|un)|en aquel entonces|estuve|years back|(?:years|months|decades) (?:earlier|before)|long ago|a (?:few|couple of) years (?:ago|back)|(?:that|it) (?:ended|stopped) in|as a (?:girl|boy|child|kid|youngster)|at (?:twenty|thirty|eleven|twelve|thirteen|fourteen|nine|ten)|en la (?:carrera|facultad|uni)|de (?:chic[oa]s?|pequen[oa]|muchach[oa])|en la pandemia|a mis (?:\d+|quince|dieciseis|diecisiete|dieciocho|veinte|treinta)|termino en|lo deje en (?:19|20)\d\d|in the (?:pandemic|nineties|eighties)|in the \d{4} crash|antes (?:deseaba|creia))\b/u
const RECOVERED =
  /\b(?:(?:with|con) (?:la )?(?:therapy|terapia)|today i (?:talk|teach|help|work)|doy charlas|speak about it|talk about it openly|lo cuento en|soy abuel[oa]|a (?:grandfather|grandmother)|another life|otra vida|(?:been|am) safe (?:for|since)|anos a salvo|(?:am|i am|feel) (?:\w+ )?grateful|agradezco|agradecid\w+|happily|felizmente|why i (?:volunteer|lead|mentor)|soy voluntari\w+|terapia me ayudo|me ayudo (?:la )?terapia|therapy helped|finding joy|disfrut\w+|orgullos\w+|proud|glad (?:i|that i) failed|haber fallado|quiero apoyar|want to support|(?:years|anos) (?:later|despues)|love my (?:job|life|work)|amo mi (?:trabajo|vida)|(?:am|soy) (?:happy|feliz)|i (?:mentor|volunteer)|acompano a otros|pedi ayuda|got out of it|hoy dirijo|now i (?:run|lead|mentor|help|coach)|era (?:una )?broma|fue (?:una )?broma|was (?:only )?(?:a joke|joking)|was a figure of speech|quedo (?:\w+ )?atras|(?:have not|has not|did not|not|never) (?:\w+ ){0,3}(?:in|for|since) (?:\w+ )?(?:years|decade|decades|\d+|a long time|then|many years|ten|five|ages)|(?:years|decade) (?:clean|sober|free|later|without)|hace (?:\w+ ){0,2}anos que no|desde hace (?:\w+ ){0,2}anos|no me ha vuelto|nunca mas volvio|happy (?:dad|mum|mom|man|woman|person)|vivo (?:tranquil[oa]|feliz|content[oa])|(?:now|today|these days|since then|but) (?:\w+ ){0,2}(?:i am|i feel|i have been|i love|things are|my life is|life is) (?:\w+ ){0,2}(?:better|fine|good|ok|okay|happy|glad|well|great|grateful|healthy|stable|recovered|different|in a good|past|over|free|proud|doing)|(?:i am|doing|feel|feeling|been) (?:\w+ ){0,2}(?:better|fine|good|great|recovered|well|happy|okay|healthy|stable|in a good place|grateful|glad|past that|clean|over (?:it|that)|past (?:it|that))(?: now| today| these days)?|got (?:help|better|through it|through that|over it)|(?:therapy|treatment|counselling|counseling|medication|my therapist) (?:\w+ )?(?:helped|saved|worked|got me|changed|made)|recovered|recovery|behind me|overcame|no longer feel|not feel that way|not anymore|came out (?:of it|stronger|the other side)|healed|survived (?:it|that)|glad i (?:did not|am here|stayed|got|survived|am alive)|happy (?:to be|i am) alive|(?:ahora|hoy|actualmente|ya|desde entonces|hoy en dia|por suerte|afortunadamente) (?:\w+ ){0,2}(?:estoy|me siento|me encuentro|soy|todo|vivo|disfruto|me va|lo tengo) (?:\w+ ){0,2}(?:bien|mejor|feliz|recuperad[oa]|content[oa]|estable|tranquil[oa]|agradecid[oa]|superad[oa]|orgullos[oa]|san[oa])|(?:estoy|me siento|me encuentro) (?:\w+ ){0,2}(?:bien|mejor|feliz|recuperad[oa]|estable|content[oa]|agradecid[oa])|(?:lo|la|ya) (?:he )?super(?:e|ado|ada)|(?:la )?terapia (?:\w+ )?(?:ayudo|salvo|funciono|ha ayudado|sirvio|cambio)|sali (?:adelante|de (?:ahi|eso|aquello))|recuperad[oa]|(?:today|now|these days|nowadays) (?:\w+ )?i (?:teach|laugh|lead|advise|love)|(?:am|i am) (?:married|sober|clean|dry|stable|settled)|proof that|it (?:ended|stopped|is over) and|and it (?:ended|stopped)|(?:peaceful|quiet|calm|well|fine|good|stable|free) since|been well|got past it|moved on|rebuilt|hardly think of|long dead|no wish (?:\w+ )?to go back|lovely family|learned (?:how )?to listen|gave me my life back|discharged (?:\w+ )?(?:in|years)|never (?:come|came) back|rehice|hoy (?:dirijo|me rio|asesoro)|vivo en paz|prueba de que|duermo (?:bien|a pierna)|(?:esta|estan|fue|lo) (?:\w+ )?condenad[oa]|condenaron|sobri[oa]|se acabo y|y se acabo|eso termino|me (?:recupere|levante)|se recupero|de alta en|sigo estable|mi testimonio|ya ni pienso|ahora dirijo|ya no me siento|me alegro de (?:estar|seguir|no)|eso ya paso|busque ayuda y)\b/u
const AGAIN =
  /\b(?:again|still|came back|coming back|back again|returned|returning|lately|recently|these thoughts are|right now i want|relaps\w+|otra vez|de nuevo|todavia|aun|han vuelto|ha vuelto|vuelvo a|volviendo|recaid\w+|recai|ultimamente|sigo (?:con|pensando|queriendo)|tonight|right now|this time|these days i (?:want|think)|now i (?:want|wish|think|feel)|esta noche|esta vez|ahora mismo|ahora (?:quiero|pienso|me quiero)|anymore|not over|worse|peor|(?:is|are|feels?) back|volvio|volvieron|regreso|vuelvo)\b/u

export const isOver = (text: string): boolean => OVER.test(text) && RECOVERED.test(text) && !AGAIN.test(text)

const TOPIC =
  /\b(?:prevention|awareness|oncolog\w+|(?:a|my|the|our) talk (?:on|about)|among|hashtags?|blocks|bloquea|prensa|simulador|simulator|museo|museum|medieval(?:es)?|etiquetas|patients?|pacientes?|lyric|memoirs?|memorias|biograph\w+|biograf\w+|producto|detecta|lyric|consejo de administracion|cuidados paliativos|palliative|hospice|plantilla para reconocer|charge nurse|simulacro|simulation|fire drill|evacuation|mock|ficticios|train managers|detects?|scene|staged|novel|narrator|mandos|formo|escena|narrador|lector|slides?|warning signs|wellbeing week|keynote|insurance team|raid|grenade|squad|fortnite|minecraft|gaming|game|boss fight|respawn|script|screenplay|theatre|theater|rehearsal|memorial|subtitles|brochure|leaflet|poster|toolbox talk|checklist|module|e ?learning|quiz|intranet|partida|videojuego|juego|granada|guion|teatro|ensayo|diapositivas?|cartel informativo|folleto|senales de alerta|encuesta|traducir|traduccion|subtitulos|hackathon|ticket de soporte|user story|training|workshop|webinar|seminar|policy|policies|documentary|movie|film|series|novel|(?:the|a|this|that|my|our|audio) ?book|podcast|article|headline|statistics|stats|research paper|study|studies|report on|report about|hotline|helpline|campaign|course|lecture|lesson|module|thesis|essay|conference|fundraiser|fundraising|first aid|legislation|bill|debate|euthanasia|assisted|lyrics|song|character|protagonist|episode|season|actor|plot|hamlet|romeo|netflix|the news|on the news|historian|rates?|research|prevencion|concienciacion|concientizacion|sensibilizacion|formacion|capacitacion|curso|taller|charla|protocolo|politica|documental|pelicula|serie|novela|libro|articulo|noticia|noticias|titular|estadisticas?|estudio|investigacion|tesis|ensayo|conferencia|campana|telefono de|linea de|eutanasia|ley|letra de|cancion|personaje|protagonista|episodio|temporada|obra de teatro|debate|tasas?|dia mundial|podcast|webinar|presentation|presentacion|manual|guide|guia|read about|leyendo sobre|volunteer\w*|voluntari\w+)\b/u
/** Somebody who speaks of their own wish, whatever the topic. */
const OWN =
  /\b(?:i (?:want|wish|am going|am thinking|have been thinking|have thought|think about|thought about|feel|am|need|can not|do not want|might|keep|was going|tried|plan|will)|my own|me (?:quiero|voy|siento|dan)|quiero|pienso|he pensado|estoy pensando|siento|no puedo|tengo ganas|yo|intente|voy a)\b/u

/** Somebody died of it: grief is met as grief. */
const BEREAVED =
  /\b(?:lost (?:\w+ ){1,4}to suicide|died by suicide|(?:committed|completed) suicide|took (?:his|her|their) own li(?:fe|ves)|(?:killed|hanged|shot) (?:himself|herself|themselves)|suicide of|se (?:suicido|mato|quito la vida|ahorco)|(?:perdi|perdimos|murio|fallecio)(?: \w+){0,5} por suicidio|suicidio de|(?:\w+'s) suicide)\b/u

export const isBereaved = (sentence: string, phrase: string): boolean =>
  BEREAVED.test(sentence) && !OWN.test(phrase) && !/\b(?:myself|my life|me)\b|rme\b/u.test(phrase)

/** A film, a training, a policy: danger is what it is about, not where the person is. `near`: with what stands right before. */
export function isTopic(sentence: string, phrase: string, near: string = phrase): boolean {
  if (!TOPIC.test(sentence)) return false
  const rest = sentence.replace(phrase, ' ')
  const saysOwn = OWN.test(near) || /\b(?:myself|my life|-?me)\b|\w{3,}(?:rme)\b/u.test(phrase)
  return !saysOwn || FICTION.test(rest)
}
const FICTION =
  /\b(?:character|protagonist|memoirs?|memorias|villain|villano|lyrics?|song|hamlet|romeo|juliet|poem|plot|episode|scene|novel|movie|film|actor|line in|(?:the|a|this|that|my|our|audio) ?book|series|fortnite|minecraft|raid|grenade|boss fight|level|respawn|squad|granada|partida|videojuego|nivel|personaje|protagonista|cancion|letra de|escena|poema|novela|pelicula|actriz|libro|serie|obra|capitulo)\b(?! (?:about|sobre|that i|que yo|made me|me hizo|i want|me dio))/u

const OTHERS_EN =
  "(?:my|a|our|his|her|one of my|one of our|this|that|the|some|another|their) (?:\\w+ ){0,2}(?:colleague|coworker|co worker|friend|best friend|teammate|team member|report|direct report|employee|intern|boss|manager|supervisor|brother|sister|son|daughter|wife|husband|mother|mum|mom|father|dad|partner|girlfriend|boyfriend|neighbor|neighbour|roommate|flatmate|cousin|uncle|aunt|nephew|niece|roommate|child|kid|teenager|peer|client|customer|student|mentee|assistant|secretary|guy|woman|man|person|people|buddy|mate|desk mate|deskmate|ex|lad|lads|girl|guys|boys|driver|drivers|engineer|nurse|teacher|cook|waiter|waitress|apprentice|trainee|agent|developer|analyst|accountant|receptionist|cleaner|guard|student|grandfather|grandmother|grandad|stepson|stepdaughter|roomie|kid|girlfriend's|man's|woman's)(?:'s)?|someone(?: \\w+){0,3}|somebody|a friend of mine|people|he|she|they"
const OTHERS_ES =
  '(?:mi|mis|un|una|el|la|su|nuestr[oa]|alguien|est[ea]|otr[oa]|uno de mis|una de mis) (?:\\w+ ){0,1}(?:companer[oa]s?|colegas?|amig[oa]s?|emplead[oa]|becari[oa]|jef[ea]|herman[oa]|hij[oa]|mujer|marido|espos[oa]|madre|padre|mama|papa|pareja|novi[oa]|vecin[oa]|prim[oa]|ti[oa]|sobrin[oa]|cliente|persona|chic[oa]|muchach[oa]|colaborador[a]?|chav[oa]|pib[ea]|subordinad[oa]|alumn[oa]|conocid[oa]|cunad[oa]|suegr[oa]|compi|compa|report|reporte|camarer[oa]|residente|practicante|profe|profesor[a]?|soci[oa]|abuel[oa]|senor[a]?|chav[oa]|conductor[a]?|chofer|vigilante|guardia|enfermer[oa]|tecnic[oa]|operari[oa]|pasante|aprendiz|ingenier[oa]|dependient[ae]|cociner[oa]|camioner[oa]|portero|recepcionista|administrativ[oa]|gerente|muchachit[oa]|morr[oa]|pel[ao]d[oa]|wey|nin[oa]|consuegr[oa]|comadre|compadre|ahijad[oa]|cuat[ea]|tip[oa])|alguien|una chica|un chavo'
/** Without its accent `el` is an article too. */
const EL = '|ella|ellos|ellas|el(?= (?:se|me|no|dice|quiere|esta|tiene|habla|siempre|nunca|piensa|siente|le|ha)\\b)'
const named = (nouns: string): string => `(?<![a-z'])(?:${nouns})(?![a-z'])`
const OTHER = { en: new RegExp(named(OTHERS_EN), 'gu'), es: new RegExp(named(OTHERS_ES + EL), 'gu') }
const NAMED_OTHER = new RegExp(named(`${OTHERS_EN.replace('|he|she|they', '')}|${OTHERS_ES}`), 'u')
const REPORTS =
  /\b(?:(?:said|says|told|tells|texted|wrote|posted|keeps saying|kept saying|mentioned|confided|admitted|confessed|whispered|joked|sent|messaged|says that|saying|heard|replied|shared|opened up|announced|talks? about|talking about|spoke of)|(?:dijo|dice|dijeron|ha dicho|me conto|conto|cuenta|escribio|ha escrito|publico|me confeso|confeso|repite|comento|menciono|mando|me ha contado|diciendo|contesto|respondio|insinuo|admitio|solto|habla de|hablo de|puso))\b/u
const I_REPORT =
  /\b(?:i (?:\w+ )?(?:told|said|confessed|admitted|mentioned|wrote|texted)|(?:le|les|se lo) (?:dije|conte|he dicho|he contado|confese)|yo (?:dije|le dije)|told (?:my|him|her) \w+ (?:that )?i)\b/u

const FIRST_IN =
  /\b(?:i|me|my|myself|mine|mi|mis|yo|conmigo|quiero|quisiera|puedo|tengo|estoy|soy|siento|pienso|voy|aguanto|merezco|prefiero|preferiria|odio|veo|encuentro|soporto|deseo|necesito|valgo|sirvo|sobro|\w{2,}rme|\w{2,}ndome)\b/u
const THIRD_IN =
  /\b(?:himself|herself|themselves|themself|his|her|their|he|she|they|him|them|wants|wishes|hates|feels|deserves|hopes|does not|has|is|threatens|su|sus|quiere|puede|tiene|siente|piensa|va|merece|prefiere|odia|\w{2,}rse|se|le|esta|habla|dice)\b/u

type Place = {
  readonly language: Spoken
  /** What stands before the phrase in its sentence. */
  readonly lead: string
  readonly phrase: string
  /** The sentence before it, for the subject may stand there. */
  readonly before: string
}

/** Whose danger a phrase speaks of. */
export function whoIn({ language, lead, phrase, before }: Place): Who {
  const isQuoted = (lead.split('"').length - 1) % 2 === 1
  const said = `${before} . ${lead}`
  const speaks = REPORTS.test(lead) || (isQuoted && REPORTS.test(said))
  const firstIn = FIRST_IN.test(phrase)
  const thirdIn = THIRD_IN.test(phrase)
  if (firstIn)
    return speaks && !I_REPORT.test(lead) && (isQuoted || / ,? ?$/u.test(lead)) && tellsOf(lead, before)
      ? 'third'
      : 'self'
  const nearest = nearestSubject(language, lead)
  if (speaks && nearest !== 'self' && !I_REPORT.test(lead)) return 'third'
  if (nearest === 'third') return 'third'
  if (nearest === 'self' && !/\b(?:himself|herself|themselves|themself|\w{2,}rse)\b/u.test(phrase)) return 'self'
  if (thirdIn && (NAMED_OTHER.test(said) || /\b(?:himself|herself|themselves|themself)\b/u.test(phrase))) return 'third'
  if (NAMED_OTHER.test(said) && !/(?:^| )(?:i|yo|me|my|mi)(?: |$)/u.test(lead)) return 'third'
  return nearest ?? 'self'
}

/** What stands in a sentence that decides whose danger it is, and whether it is one now. */
export const marksIn = (sentence: string): readonly string[] =>
  MARKS.filter(([, words]) => words.test(sentence)).map(([name]) => name)

/** Somebody else is named as the one who says what follows. */
export const isReported = (lead: string, before: string): boolean =>
  REPORTS.test(`${before} . ${lead}`) &&
  !I_REPORT.test(lead) &&
  (NAMED_OTHER.test(lead) || THEY.test(lead) || NAMED_OTHER.test(before))
const THEY = /\b(?:he|she|they|ella|ellos|someone|somebody)\b/u

/** Words put into somebody's mouth: a quotation, or speech without one that names its speaker right before. */
const tellsOf = (lead: string, before: string): boolean =>
  /"/u.test(lead)
    ? NAMED_OTHER.test(lead) ||
      /\b(?:he|she|they|el|ella)\b/u.test(lead) ||
      NAMED_OTHER.test(before) ||
      REPORTS.test(lead)
    : lead.endsWith(' , ') && NAMED_OTHER.test(lead)

const SELF = {
  en: /(?<![a-z'])(?:i)(?![a-z'])/gu,
  es: /(?<![a-z'])(?:yo|quiero|estoy|tengo|puedo|voy|siento|pienso|soy|he|doy|hago|hice|deje|compre|tome|guardo|llevo|llego|aguanto|creo|espero|necesito|quisiera|odio|veo|encuentro|sobro|valgo|sirvo|merezco|escribi|regale|fui|arrastro|ocupo|vivo|salgo|trabajo|conmigo|prefiero|descubro|sueno)(?![a-z'])/gu
}

function nearestSubject(language: Spoken, lead: string): Who | undefined {
  const tongue = language === 'es' ? 'es' : 'en'
  const self = lastOf(lead, SELF[tongue])
  const third = lastOf(lead, OTHER[tongue])
  if (self < 0 && third < 0) return undefined
  return third > self ? 'third' : 'self'
}

const lastOf = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].at(-1)?.index ?? -1

const MARKS: readonly (readonly [string, RegExp])[] = [
  ['over', OVER],
  ['recovered', RECOVERED],
  ['again', AGAIN],
  ['topic', TOPIC],
  ['fiction', FICTION],
  ['bereaved', BEREAVED],
  ['other', NAMED_OTHER],
  ['reports', REPORTS],
  ['i report', I_REPORT],
  ['own', OWN],
  ['first', FIRST_IN],
  ['third', THIRD_IN]
]
