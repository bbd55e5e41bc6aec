/** What the engine itself says when something happened: in every language, with the data that the person can see. */
import type { NudgePreferences, NudgeView } from '../contract/nudges.ts'

type Locale = NudgePreferences['language']['locale']
type Told = Pick<NudgeView, 'action' | 'whyYou' | 'whyNow' | 'evidence' | 'dataUsed'>
/** A datum by its name; a day is written as people write it. */
type Read = (name: string) => string

export type Occasion =
  | 'first_plan'
  | 'check_in'
  | 're_engage'
  | 'pulse'
  | 'course/begin'
  | 'course/half'
  | 'course/done'
  | 'moment/new_hire_eve'
  | 'moment/new_title'
  | 'moment/first_month'

type Words = Readonly<Record<Occasion, (read: Read) => Told>>

const en: Words = {
  first_plan: () => ({
    action: 'Make your first plan with me: one situation, one small step.',
    whyYou: 'You said yes to a coach and have no plan yet.',
    whyNow: 'It takes two minutes, and you can change it any time.',
    evidence: 'If-then plans raise follow-through (642 tests, Sheeran, Listrom & Gollwitzer 2024).',
    dataUsed: ['your agreement', 'that you have made no plan']
  }),
  check_in: read => ({
    action: 'Decide with one tap: shall I go on, less often, or not at all?',
    whyYou: `My last ${read('unanswered')} messages found no answer, so I stopped.`,
    whyNow: 'I ask this once. Nothing more comes until you say so.',
    evidence: '',
    dataUsed: ['which of my messages you answered']
  }),
  re_engage: read => ({
    action: 'Write me one word for what this week is about. I will go on from there.',
    whyYou: `We have not talked since ${read('silent_since')}.`,
    whyNow: 'Until then I come half as often.',
    evidence: '',
    dataUsed: ['which of my messages you answered']
  }),
  pulse: () => ({
    action: 'Say with two taps whether coaching helps you at work.',
    whyYou: 'You have had the coach for four weeks or more.',
    whyNow: 'I ask once a month at most, and you can skip it or end it.',
    evidence: '',
    dataUsed: ['when my first message reached you', 'when you were last asked']
  }),
  'course/begin': read => ({
    action: `Open “${read('course')}” and look at the first lesson for two minutes.`,
    whyYou: `“${read('course')}” is open to you and not begun.`,
    whyNow: 'A first look is small enough for today.',
    evidence: '',
    dataUsed: ['how far you are with your courses']
  }),
  'course/half': read => ({
    action: `Take the next short lesson of “${read('course')}”.`,
    whyYou: `You have done ${read('progress').replace(' ', '')} of “${read('course')}”.`,
    whyNow: 'It has rested for a week.',
    evidence: 'Learning spread over days keeps more than all at once (g = 0.74, Latimier et al. 2021).',
    dataUsed: ['how far you are with your courses']
  }),
  'course/done': read => ({
    action: `Choose one thing from “${read('course')}” and say where you will try it this week.`,
    whyYou: `You have finished “${read('course')}”.`,
    whyNow: 'It is still fresh.',
    evidence: 'If-then plans raise follow-through (642 tests, Sheeran, Listrom & Gollwitzer 2024).',
    dataUsed: ['how far you are with your courses']
  }),
  'moment/new_hire_eve': read => ({
    action: `Write three lines for ${read('newcomer') || 'your new colleague'}’s first day: whom to meet, what to do, whom to ask.`,
    whyYou: `${read('newcomer') || 'Somebody new'} starts with you on ${read('starts')}.`,
    whyNow: 'The working day before is the best time for it.',
    evidence:
      'Short checklists the evening before sped up new hires by about a quarter (reported by one company, not peer-reviewed).',
    dataUsed: ['who reports to you, and when they start']
  }),
  'moment/new_title': read => ({
    action: 'Ask your manager one question: what would make the first month in this role a good one?',
    whyYou: `Your title is “${read('title')}” now, says your company’s directory.`,
    whyNow: 'Early on, nobody wonders that you ask.',
    evidence: '',
    dataUsed: ['your title']
  }),
  'moment/first_month': read => ({
    action: 'Note one thing here that surprised you, before it looks normal.',
    whyYou: `You started on ${read('started')}.`,
    whyNow: 'After a month you know enough to see it, and are new enough to notice.',
    evidence: '',
    dataUsed: ['the day you started']
  })
}

const es: Words = {
  first_plan: () => ({
    action: 'Haz conmigo tu primer plan: una situación y un paso pequeño.',
    whyYou: 'Dijiste que sí a un coach y todavía no tienes ningún plan.',
    whyNow: 'Son dos minutos, y puedes cambiarlo cuando quieras.',
    evidence: 'Los planes «si…, entonces…» ayudan a cumplir (642 pruebas, Sheeran, Listrom y Gollwitzer 2024).',
    dataUsed: ['tu acuerdo', 'que aún no hay ningún plan tuyo']
  }),
  check_in: read => ({
    action: 'Decide con un toque: ¿sigo, menos a menudo, o lo dejamos?',
    whyYou: `Mis últimos ${read('unanswered')} mensajes quedaron sin respuesta, así que paré.`,
    whyNow: 'Lo pregunto una sola vez. No llegará nada más hasta que tú lo digas.',
    evidence: '',
    dataUsed: ['a cuáles de mis mensajes respondiste']
  }),
  re_engage: read => ({
    action: 'Escríbeme en una palabra de qué va tu semana. Yo sigo desde ahí.',
    whyYou: `No hablamos desde el ${read('silent_since')}.`,
    whyNow: 'Mientras tanto vengo la mitad de veces.',
    evidence: '',
    dataUsed: ['a cuáles de mis mensajes respondiste']
  }),
  pulse: () => ({
    action: 'Di con dos toques si el coaching te sirve en el trabajo.',
    whyYou: 'Tienes el coach desde hace cuatro semanas o más.',
    whyNow: 'Lo pregunto como mucho una vez al mes; puedes saltártelo o no recibirlo más.',
    evidence: '',
    dataUsed: ['cuándo te llegó mi primer mensaje', 'cuándo se te preguntó por última vez']
  }),
  'course/begin': read => ({
    action: `Abre «${read('course')}» y mira la primera lección durante dos minutos.`,
    whyYou: `Tienes abierto «${read('course')}» y está sin empezar.`,
    whyNow: 'Un primer vistazo cabe en el día de hoy.',
    evidence: '',
    dataUsed: ['cómo vas con tus cursos']
  }),
  'course/half': read => ({
    action: `Haz la siguiente lección corta de «${read('course')}».`,
    whyYou: `Llevas hecho el ${read('progress')} de «${read('course')}».`,
    whyNow: 'Lleva una semana en reposo.',
    evidence: 'Repartir lo aprendido en varios días retiene más que todo de golpe (g = 0,74, Latimier et al. 2021).',
    dataUsed: ['cómo vas con tus cursos']
  }),
  'course/done': read => ({
    action: `Elige una idea de «${read('course')}» y di dónde la probarás esta semana.`,
    whyYou: `Has terminado «${read('course')}».`,
    whyNow: 'Lo tienes fresco.',
    evidence: 'Los planes «si…, entonces…» ayudan a cumplir (642 pruebas, Sheeran, Listrom y Gollwitzer 2024).',
    dataUsed: ['cómo vas con tus cursos']
  }),
  'moment/new_hire_eve': read => ({
    action: `Escribe tres líneas para el primer día de ${read('newcomer') || 'quien llega'}: a quién conocer, qué hacer, a quién preguntar.`,
    whyYou: `${read('newcomer') || 'Alguien nuevo'} empieza contigo el ${read('starts')}.`,
    whyNow: 'La jornada anterior es el mejor momento.',
    evidence:
      'Una lista breve la víspera aceleró en torno a un cuarto a los recién llegados (dato de una empresa, sin revisión por pares).',
    dataUsed: ['quién depende de ti y cuándo empieza']
  }),
  'moment/new_title': read => ({
    action: 'Haz una sola pregunta a tu responsable: ¿qué haría bueno el primer mes en este puesto?',
    whyYou: `Tu puesto es ahora «${read('title')}», según el directorio de tu empresa.`,
    whyNow: 'Al principio a nadie le extraña que preguntes.',
    evidence: '',
    dataUsed: ['tu puesto']
  }),
  'moment/first_month': read => ({
    action: 'Anota algo de aquí que te haya sorprendido, antes de que te parezca normal.',
    whyYou: `Empezaste el ${read('started')}.`,
    whyNow: 'Con un mes ya sabes lo suficiente para verlo, y aún te llama la atención.',
    evidence: '',
    dataUsed: ['el día en que empezaste']
  })
}

export const OCCASION_WORDS: Readonly<Record<Locale, Words>> = { en, es }
