/** What simulated people say whatever they came for. */
import type { Wish } from './person.ts'

type Phrases = Readonly<
  Record<
    | 'fillers'
    | 'tails'
    | 'colors'
    | 'reasons'
    | 'practice'
    | 'oneToOne'
    | 'vague'
    | 'selfCritical'
    | 'hello'
    | 'hostile'
    | 'howSayShort'
    | 'advice'
    | 'stop'
    | 'yes'
    | 'moments'
    | 'unsure'
    | 'firstOrSecond'
    | 'likesDraft'
    | 'reactions'
    | 'worked'
    | 'noMore'
    | 'questions',
    readonly string[]
  >
> & {
  readonly offScript: readonly (readonly [Wish, string])[]
  readonly doubts: readonly (readonly [Wish, string])[]
  readonly no: string
  readonly leaveRole: string
  readonly ifThen: (cue: string, action: string) => string
  readonly howSay: (tell: string) => string
  readonly rather: (cue: string) => string
  readonly number: (n: number) => string
}

const en: Phrases = {
  fillers: [
    'It has been like this for months and honestly I sometimes lie awake at night and go through it again and again.',
    'My partner already says that I talk about nothing else at dinner, and she is probably right about that.',
    'I know that other people have bigger problems, but it takes a lot of my energy and I would like to have some of it back for other things.',
    'We had a reorganization in spring, half of the people changed their desk and since then nobody really knows who does what.',
    'I have read a book about it last year and for two weeks it was better and then the quarter closed and everything was as before.'
  ],
  colors: [
    'It has been like that since spring',
    'I think about it even when I am at home with the children',
    'I said it once, and nothing changed after that',
    'The others see it too, but nobody says anything',
    'By Thursday I am so tired that I do not care any more',
    'My friends in other companies tell me that it is the same there'
  ],
  tails: [
    'I wanted to do that for weeks and something always came up',
    'That would already change a lot for me',
    'It is small, and I think that I can do it without asking anyone',
    'I did it once last year and it went better than I thought',
    'I don’t know if it is enough, but it is a start'
  ],
  reasons: [
    'Then it is quiet and nobody needs me',
    'That is when it usually happens',
    'I have ten minutes there on most days',
    'Before that I am never at my desk'
  ],
  practice: [
    'Can we practice a hard conversation?',
    'I want to rehearse a difficult talk',
    'Could we role play something?',
    'I would like to practice a conversation with my boss before Thursday'
  ],
  oneToOne: [
    'Prepare a one-to-one',
    'I want to prepare my one-to-one with my manager',
    'Help me prepare a 1:1 with someone on my team',
    'I have a one-on-one tomorrow'
  ],
  vague: ['work', 'everything', 'not good', 'I have a problem', 'Something keeps bothering me', 'it’s complicated'],
  selfCritical: ['I am so bad at this.', 'I am useless at this kind of thing.', 'I always mess it up.'],
  hello: ['hi', 'Hello', 'good morning'],
  hostile: [
    'this is useless',
    'you are a stupid bot',
    'waste of time',
    'this is ridiculous, who pays for this',
    'you don’t understand anything'
  ],
  offScript: [
    ['weather', 'what is the weather tomorrow?'],
    ['sum', '17 * 4'],
    ['sum', 'what is 250 + 75?'],
    ['code', 'write a python script for me'],
    ['joke', 'tell me a joke'],
    ['trivia', 'what is the capital of Australia?'],
    ['trivia', 'who won the game last night?']
  ],
  doubts: [
    ['human', 'are you a real person?'],
    ['privacy', 'who can read this?'],
    ['privacy', 'can my boss see what I write?'],
    ['human', 'am I talking to a bot?'],
    ['privacy', 'is this confidential?']
  ],
  howSayShort: [
    'How do I say that to them?',
    'what should I say?',
    'can you help me phrase it?',
    'give me a sentence I can use'
  ],
  advice: [
    'what should I do?',
    'do you have any tips?',
    'what would you suggest?',
    'just tell me what to do',
    'any ideas?'
  ],
  stop: ['stop', 'Stop here', 'enough', 'quit', 'let’s stop'],
  yes: ['yes', 'ok', 'sure', 'yes, that’s it', 'sounds good', 'exactly', '👍'],
  no: 'no',
  moments: ['tomorrow', 'in three days', 'next week', 'today', 'don’t ask', 'next week please', 'friday'],
  unsure: ['I don’t know', 'no idea', 'not sure', 'hmm, hard to say', 'idk'],
  firstOrSecond: ['the first one', 'the second', 'first', 'the second one I think'],
  likesDraft: ['that’s good, thanks', 'yes', 'I like it', 'works for me', 'great'],
  reactions: [
    'he gets defensive',
    'she changes the subject',
    'he gets angry and loud',
    'she goes quiet',
    'I don’t know, he always has an excuse',
    'probably annoyed'
  ],
  worked: [
    'I stayed calm',
    'I said what I need',
    'it was short and clear',
    'not sure, I was nervous',
    'I gave a concrete example'
  ],
  noMore: ['that’s all', 'no', 'what she needs from me', 'nothing else'],
  questions: [
    'What do you need from me?',
    'how she sees my work this year',
    'What should I do more of?',
    'I don’t know'
  ],
  leaveRole: 'stop',
  ifThen: (cue, action) => `If ${cue}, then I will ${action}`,
  howSay: tell => `How do I ${tell}?`.replace('How do I tell', 'I need to tell').replace('?', '. How do I say that?'),
  rather: cue => `no, rather ${cue}`,
  number: n => `${n}`
}

const es: Phrases = {
  fillers: [
    'Llevo así varios meses y la verdad es que a veces me despierto por la noche y le doy vueltas una y otra vez.',
    'En casa ya me dicen que no hablo de otra cosa en la cena, y seguramente tienen razón.',
    'Sé que otras personas tienen problemas más grandes, pero me quita mucha energía y me gustaría tener un poco para otras cosas.',
    'En primavera hubo una reorganización, la mitad de la gente cambió de sitio y desde entonces nadie sabe muy bien quién hace qué.',
    'El año pasado leí un libro sobre esto y durante dos semanas fue mejor, y luego llegó el cierre y todo volvió a ser como antes.'
  ],
  colors: [
    'Está así desde la primavera',
    'Lo pienso hasta cuando estoy en casa con los niños',
    'Lo dije una vez, y después no cambió nada',
    'Los demás también lo ven, pero nadie dice nada',
    'El jueves estoy tan cansada que ya me da igual',
    'Mis amigos de otras empresas me dicen que allí pasa lo mismo'
  ],
  tails: [
    'Llevo semanas queriendo hacerlo y siempre pasa algo',
    'Eso ya cambiaría mucho para mí',
    'Es pequeño, y creo que puedo hacerlo sin pedir permiso a nadie',
    'Lo hice una vez el año pasado y salió mejor de lo que pensaba',
    'No sé si basta, pero es un comienzo'
  ],
  reasons: [
    'A esa hora hay silencio y nadie me necesita',
    'Es cuando suele pasar',
    'Ahí tengo diez minutos casi todos los días',
    'Antes de eso nunca estoy en mi mesa'
  ],
  practice: [
    '¿Podemos practicar una conversación difícil?',
    'Quiero ensayar una charla complicada',
    '¿Hacemos un juego de rol?',
    'Me gustaría practicar una conversación con mi jefe antes del jueves'
  ],
  oneToOne: [
    'Preparar una reunión 1 a 1',
    'Quiero preparar mi 1 a 1 con mi jefa',
    'Ayúdame a preparar un uno a uno con alguien de mi equipo',
    'Mañana tengo un 1:1'
  ],
  vague: ['trabajo', 'todo', 'mal', 'tengo un problema', 'Algo me da vueltas', 'es complicado'],
  selfCritical: ['Soy muy mala para esto.', 'Soy un desastre con estas cosas.', 'Siempre lo hago mal.'],
  hello: ['hola', 'Buenos días', 'buenas'],
  hostile: [
    'esto no sirve de nada',
    'eres un bot inútil',
    'qué pérdida de tiempo',
    'esto es ridículo, quién paga por esto',
    'no me entiendes nada'
  ],
  offScript: [
    ['weather', '¿qué tiempo hace mañana?'],
    ['sum', '17 * 4'],
    ['sum', '¿cuánto es 250 + 75?'],
    ['code', 'escríbeme un script de python'],
    ['joke', 'cuéntame un chiste'],
    ['trivia', '¿cuál es la capital de Australia?'],
    ['trivia', '¿quién ganó el partido anoche?']
  ],
  doubts: [
    ['human', '¿eres una persona real?'],
    ['privacy', '¿quién puede leer esto?'],
    ['privacy', '¿mi jefe puede ver lo que escribo?'],
    ['human', '¿estoy hablando con un bot?'],
    ['privacy', '¿esto es confidencial?']
  ],
  howSayShort: ['¿Cómo se lo digo?', '¿qué le digo?', '¿me ayudas a redactarlo?', 'dame una frase que pueda usar'],
  advice: ['¿qué debería hacer?', '¿tienes algún consejo?', '¿qué me sugieres?', 'dime qué hacer', '¿alguna idea?'],
  stop: ['para', 'basta', 'ya no', 'salir', 'terminemos'],
  yes: ['sí', 'ok', 'claro', 'sí, eso es', 'vale', 'exacto', '👍'],
  no: 'no',
  moments: ['mañana', 'en tres días', 'la próxima semana', 'hoy', 'no preguntes', 'la semana que viene', 'el viernes'],
  unsure: ['no sé', 'ni idea', 'no estoy seguro', 'mmm, difícil de decir', 'no lo sé'],
  firstOrSecond: ['la primera', 'la segunda', 'la primera creo', 'la segunda me gusta más'],
  likesDraft: ['está bien, gracias', 'sí', 'me gusta', 'me sirve', 'genial'],
  reactions: [
    'se pone a la defensiva',
    'cambia de tema',
    'se enoja y grita',
    'se queda callada',
    'no sé, siempre tiene una excusa',
    'seguramente molesto'
  ],
  worked: [
    'me mantuve tranquila',
    'dije lo que necesito',
    'fue corto y claro',
    'no sé, estaba nerviosa',
    'di un ejemplo concreto'
  ],
  noMore: ['eso es todo', 'no', 'qué necesita de mí', 'nada más'],
  questions: ['¿Qué necesitas de mí?', 'cómo ve mi trabajo este año', '¿Qué debería hacer más?', 'no sé'],
  leaveRole: 'para',
  ifThen: (cue, action) => `Si ${cue}, entonces ${action}`,
  howSay: tell => `Tengo que ${tell}. ¿Cómo lo digo?`,
  rather: cue => `no, mejor ${cue}`,
  number: n => `un ${n}`
}

export const phrases: Readonly<Record<'en' | 'es', Phrases>> = { en, es }
