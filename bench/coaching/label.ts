/**
 * Labels a coach's turn from its text alone, sentence by sentence, after the behaviours that AnnoMI and MITI count. It knows neither the
 * engine nor its templates. A quotation is one word to it: what is said inside belongs to somebody else.
 */
export const BEHAVIOURS = ['reflection', 'open', 'closed', 'affirmation', 'input', 'draft'] as const
export type Behaviour = (typeof BEHAVIOURS)[number]
export type Labels = { readonly of: ReadonlySet<Behaviour>; readonly questions: number; readonly reflections: number }

type Piece = { readonly text: string; readonly quoted: readonly string[] }

export function label(turn: string): Labels {
  const found = sentences(turn).flatMap(behaviourOf)
  return {
    of: new Set(found),
    questions: found.filter(each => each === 'open' || each === 'closed').length,
    reflections: found.filter(each => each === 'reflection').length
  }
}

const QUOTE = /[“«"](?<inside>[^”»"]*)[”»"]/gu
const STAND_IN = 'QQQ'

function sentences(turn: string): readonly Piece[] {
  const quotes = [...turn.matchAll(QUOTE)].map(found => found.groups?.['inside'] ?? '')
  let at = 0
  return turn
    .replaceAll(QUOTE, whole => STAND_IN + (/[.?!…]\s*[”»"]$/u.test(whole) ? '. ' : ''))
    .split(/(?<=[.?!…])\s+/u)
    .filter(part => /[\p{L}\p{N}]/u.test(part))
    .map(text => {
      const count = text.split(STAND_IN).length - 1
      at += count
      return { text: text.trim(), quoted: quotes.slice(at - count, at) }
    })
}

const fold = (text: string): string =>
  text.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase()

const OPENERS =
  /(?:^|[,;:]\s|[¿(]\s?|\b(?:and|but|so|y|pero|entonces)\s)(?:(?:at|in|on|with|to|for|from|by|since|until|a|de|con|en|por|para|desde|hasta|hacia|about|sobre)\s)?(?:what|which|how|where|when|who|whom|whose|why|que|cual|cuales|como|donde|cuando|quien|quienes|cuanto|cuanta|cuantos|por que|para que)\b/u
/** A choice among answers that are all listed. */
const LISTED =
  /(?::\s*\p{L}[^?]*,[^?]*(?:\bor\b|\bo\b|,)[^?]*\?|\b(?:today|tomorrow|hoy|manana)\b.*(?:next week|proxima semana|in three days|en tres dias))/u
const SUGGESTS =
  /(?:\b(?:you could|you might|you should|you may want|you'd better|you need to (?!you)|one option|another option|two ideas|some people|many people|others (?:do|try|put|use|ask)|what others do|people often|try (?!to see)|consider|i suggest|i recommend|i would|my advice|it (?:helps|often helps|is best|is better|can help) to|it might help|research|studies|make sure|remember to|start by|begin with|don't (?:forget|wait)|why not|how about|better to|is (?:harder|stronger|better|easier)|would (?:help|do)\b|might (?:help|need)|could help)\b|\b(?:podrias|deberias|tendrias que|una opcion|otra opcion|dos ideas|hay quien|hay gente que|otros (?:prueban|hacen|usan)|lo que (?:prueban|hacen) otros|prueba (?:a|con)|intenta|te (?:sugiero|recomiendo|aconsejo)|mi consejo|conviene|convendria|ayuda (?:mucho )?\p{L}+r\b|es mejor|lo mejor es|los estudios|segun estudios|recuerda|asegurate|empieza por|no olvides|por que no (?:pruebas|intentas)|pesa mas|seria mas|le (?:ayudaria|daria|falte)|bastaria)\b)/u
const DRAFTS =
  /(?:\b(?:say|said|like this|draft|try|example|open with|way in|a start|write|ask|perhaps|maybe|wording|words|phrase|sentence|for instance|put it)\b|\b(?:decir|dile|decirle|asi|borrador|prueba|ejemplo|abrir|entrada|comienzo|preguntar|quiza|escribir|frase|redaccion|version)\b)[^.?!]*:?\s*QQQ/u
const PRAISES =
  /(?:\b(?:well done|good work|good job|nice work|great|impressive|bravo|congratulations|that (?:took|takes|shows)|took courage|strong|brave|you (?:did it|kept|followed through|made it|managed|succeeded|stayed|handled|found it|found a|came prepared)|good that|i appreciate|thank you for)\b|\b(?:bien hecho|buen trabajo|felicidades|enhorabuena|genial|muy bien|hace falta valor|eso muestra|valiente|lo (?:hiciste|lograste|conseguiste|cumpliste|encontraste)|hiciste (?:lo que|que pasara)|mantuviste|que bien que|bien que|gracias por|encontraste|has conseguido|has logrado)\b)/u
const HOUSEKEEPING =
  /^(?:(?:hello|hi|welcome|good (?:morning|afternoon)|hola|buenas|bienvenid\w+)\b.{0,40}|(?:noted|kept|stopped|written down|anotado|guardado|paramos)\b(?!.*\b(?:if|si)\b).*|.*\b(?:i (?:ask|will ask|won't ask|will not ask|come back|am a|am the|am in|am software|am here|play|keep|have|know|do not|don't|cannot|can't|see the|take|help|listen|look|got|misread|missed|did not|leave)|from my side|nothing (?:is|was) planned|no plan was|write (?:whenever|when)|come back|a line is enough|in your tab|your company|the tab|out of the role|end of the scene|step out|my (?:words|question))\b.*|.*\b(?:te pregunto|preguntare|no preguntare|vuelvo|soy (?:un|una|software)|sirvo|escucho|estoy (?:para|en el papel)|no (?:puedo|se|tengo|escribo|busco)|guardo|tengo (?:lo|nuestra)|tu pestana|la pestana|tu empresa|tu responsable recibe|escribe cuando|vuelve cuando|una linea basta|no queda nada|no se planeo|no hay ningun plan|sali del papel|fin de la escena|salimos de la escena|mi pregunta|aqui estoy)\b.*|(?:that makes|it is|the result is|da|son|el resultado es) \d.*|\d[\d.,]*\.?|.*\b(?:you (?:are|'re) welcome|gladly|with pleasure|de nada|con gusto)\b.*)$/u
const HEARS =
  /^(?:so|as i hear it|if i (?:follow|hear|understand)|i hear|it sounds like|sounds like|the way you|what i hear|in short|two things|on (?:one|the one) (?:side|hand)|asi que|o sea que|entonces|por lo que|entiendo que|veo que|si te sigo|oigo|parece que|suena a|en pocas palabras|destacan|por un lado|dos cosas)\b/u
const YOU =
  /\b(?:you|your|yours|you're|you've|you'd|yourself|tu|tus|te|ti|contigo|tuy[oa]s?|usted|eres|estas|tienes|quieres|haces|puedes|sientes|necesitas|sabes|ves|dices|vas|llevas|has|dijiste|hiciste|lo ves|pides|buscas|prefieres|traes|nombras|\p{L}+(?:aste|iste))\b/u
const COACH = /\b(?:i|i'll|i'm|me|my|yo|mi|mis|me)\b/u
const PLAN = /(?:\bif\b.+\bthen i will\b|\bsi\b.+\bentonces\b)/u

function behaviourOf({ text, quoted }: Piece): readonly Behaviour[] {
  const plain = fold(text).replaceAll('qqq', STAND_IN)
  if (/^\((?:as|en el papel)/u.test(plain)) return []
  if (text.endsWith('?')) return [OPENERS.test(plain) && !LISTED.test(plain) ? 'open' : 'closed']
  const long = quoted.some(inside => inside.split(/\s+/u).length >= 6)
  if (long && DRAFTS.test(plain)) return ['draft']
  if (PLAN.test(plain)) return ['reflection']
  const praise = PRAISES.test(plain)
  if (SUGGESTS.test(plain) && !HEARS.test(plain)) return ['input']
  if (HEARS.test(plain)) return ['reflection']
  if (HOUSEKEEPING.test(plain)) return []
  if (praise) return ['affirmation']
  if (quoted.length > 0 || YOU.test(plain)) return ['reflection']
  // About someone or something else in the person's story.
  return !COACH.test(plain) &&
    plain.split(' ').length >= 3 &&
    /^(?:he|she|they|it|the|there|nobody|everyone|your|el|la|los|las|nadie|hay|ella|ellos|se)\b/u.test(plain)
    ? ['reflection']
    : []
}
