/** The words of a receipt, wherever a person opens it: on a card, in a chat, in the tab. English and Spanish, each written. */
import type { ChoiceSource, NudgePreferences, NudgeReceipt, NudgeView, WhyNotSent } from './nudges.ts'

export type Locale = NudgePreferences['language']['locale']
type WhyNot = NudgeReceipt['considered'][number]['whyNot']

const en = {
  at: (when: string, zone: string) => `${when} (${zone})`,
  kinds: {
    welcome: 'The first question',
    first_plan: 'Your first plan',
    tip: '',
    course: 'About a course of yours',
    moment: 'About a moment at work',
    re_engage: 'After a silence',
    campaign: 'From your company',
    follow_up: 'You asked for it, so it does not count',
    check_in: 'A question about the messages themselves',
    test: 'A test that you sent yourself; it does not count',
    pulse: 'Two questions a month'
  } satisfies Record<NudgeView['kind'], string>,
  sources: {
    person: 'You chose this.',
    teams: 'As your Teams says.',
    directory: 'As your company’s directory says.',
    company: 'As your company set it for everybody.'
  } satisfies Record<ChoiceSource, string>,
  whyYou: 'Why you',
  whyNow: 'Why now',
  evidence: 'Evidence',
  data: 'Data used',
  when: 'When',
  hours: 'Hours and days',
  rule: 'Rule',
  rules: {
    'library.focus': 'It was the turn of an area that you chose.',
    'library.turn': 'Each area takes its turn.',
    journey: 'Your program takes a journey together, and this is its step of the week.',
    campaign: 'Your company’s HR team sends one message to a part of the company.',
    'campaign.ci': 'ConsciousInsights sends one message, as agreed with your company.',
    'course.begin': 'A course that is open to you and not begun after five days is said once.',
    'course.half': 'A course that rests half done for a week is said once.',
    'course.done': 'What was just learned is used soon, or lost.',
    'moment.new_hire_eve': 'Before somebody starts with you, the working day before is the time.',
    'moment.new_title': 'A new title is a good moment for one question.',
    'moment.first_month': 'After a first month, first impressions are worth noting.',
    first_plan: 'Whoever has no plan after the first questions is offered one.',
    check_in: 'After four messages without an answer comes one question, and then silence.',
    re_engage: 'After three weeks of silence comes a light word, at most every eight weeks.',
    pulse: 'Once a month at most, after four weeks with the coach, you are asked whether it helps.',
    follow_up: 'You made a plan and chose the moment.',
    welcome: 'On the company’s first day everybody is asked once.',
    experiment: 'Your company compares weeks with and without messages, and you are asked once.'
  } as Readonly<Record<string, string>>,
  window: (from: string, to: string) => `Open to messages then: ${from} to ${to}.`,
  count: 'Your week',
  counted: (sent: number, most: number) => `${sent} of at most ${most} had come in the seven days before.`,
  paces: {
    full: '',
    half: 'As two in a row had no answer, they come half as often.',
    ask: 'As four in a row had no answer, only a question comes.'
  } satisfies Record<NudgeReceipt['budget']['pace'], string>,
  considered: 'What else was considered',
  otherTip: 'Another small action',
  whyNot: {
    own_moment: (when: string) => (when ? `comes at a moment of its own: ${when}` : 'has a moment of its own'),
    silence: () => 'you had asked for silence',
    not_yet: () => 'it is too early for it',
    too_late: () => 'it would have come too late to be of use',
    budget: () => 'your week was full',
    no_window: () => 'no open hour was left for it'
  } as Readonly<Record<WhyNot, (when: string) => string>>,
  notSent: 'Why it did not come',
  whyNotSent: {
    left: 'Your access had ended.',
    not_agreed: 'You had not said yes to the coach.',
    declined: 'You had said no to the coach.',
    done: 'What it was about was done already.',
    withdrawn: 'Whoever wanted it took it back.'
  } satisfies Record<WhyNotSent, string>,
  decided: (when: string) => `Decided on ${when}.`
}

const es: typeof en = {
  at: (when, zone) => `${when} (${zone})`,
  kinds: {
    welcome: 'La primera pregunta',
    first_plan: 'Tu primer plan',
    tip: '',
    course: 'Sobre un curso tuyo',
    moment: 'Sobre un momento del trabajo',
    re_engage: 'Después de un silencio',
    campaign: 'De tu empresa',
    follow_up: 'Lo pediste tú, así que no cuenta',
    check_in: 'Una pregunta sobre los propios mensajes',
    test: 'Una prueba que te enviaste; no cuenta',
    pulse: 'Dos preguntas al mes'
  },
  sources: {
    person: 'Lo elegiste tú.',
    teams: 'Como dice tu Teams.',
    directory: 'Como dice el directorio de tu empresa.',
    company: 'Como lo fijó tu empresa para todo el mundo.'
  },
  whyYou: 'Por qué tú',
  whyNow: 'Por qué ahora',
  evidence: 'Evidencia',
  data: 'Datos usados',
  when: 'Cuándo',
  hours: 'Horas y días',
  rule: 'Regla',
  rules: {
    'library.focus': 'Le tocaba a un área que elegiste.',
    'library.turn': 'Cada área tiene su turno.',
    journey: 'Tu programa hace un recorrido en conjunto, y este es el paso de la semana.',
    campaign: 'Recursos Humanos envía un mensaje a una parte de la empresa.',
    'campaign.ci': 'ConsciousInsights envía un mensaje, de acuerdo con tu empresa.',
    'course.begin': 'Un curso abierto y sin empezar a los cinco días se recuerda una sola vez.',
    'course.half': 'Un curso a medias que lleva una semana en reposo se recuerda una sola vez.',
    'course.done': 'Lo recién aprendido se usa pronto o se pierde.',
    'moment.new_hire_eve': 'Cuando alguien empieza contigo, la jornada anterior es el momento.',
    'moment.new_title': 'Un puesto nuevo es buen momento para una sola pregunta.',
    'moment.first_month': 'Tras el primer mes vale la pena anotar las primeras impresiones.',
    first_plan: 'A quien no tiene un plan después de las primeras preguntas se le ofrece uno.',
    check_in: 'Tras cuatro mensajes sin respuesta llega una pregunta, y después silencio.',
    re_engage: 'Tras tres semanas de silencio llega una palabra ligera, como mucho cada ocho semanas.',
    pulse: 'Como mucho una vez al mes, tras cuatro semanas con el coach, se te pregunta si sirve.',
    follow_up: 'Hiciste un plan y elegiste el momento.',
    welcome: 'El primer día de la empresa se pregunta una vez a cada persona.',
    experiment: 'Tu empresa compara semanas con y sin mensajes, y a ti se te pregunta una vez.'
  },
  window: (from, to) => `Horas abiertas entonces: de ${from} a ${to}.`,
  count: 'Tu semana',
  counted: (sent, most) => `Habían llegado ${sent} de ${most} como máximo en los siete días anteriores.`,
  paces: {
    full: '',
    half: 'Como dos seguidos quedaron sin respuesta, llegan la mitad de veces.',
    ask: 'Como cuatro seguidos quedaron sin respuesta, solo llega una pregunta.'
  },
  considered: 'Qué más se consideró',
  otherTip: 'Otra acción pequeña',
  whyNot: {
    own_moment: when => (when ? `llega en su propio momento: ${when}` : 'tiene su propio momento'),
    silence: () => 'habías pedido silencio',
    not_yet: () => 'es pronto para eso',
    too_late: () => 'habría llegado tarde para servir',
    budget: () => 'tu semana estaba completa',
    no_window: () => 'no le quedaba ninguna hora abierta'
  },
  notSent: 'Por qué no llegó',
  whyNotSent: {
    left: 'Tu acceso había terminado.',
    not_agreed: 'Aún no habías dicho que sí al coach.',
    declined: 'Habías dicho que no al coach.',
    done: 'Aquello de lo que trataba ya estaba hecho.',
    withdrawn: 'Quien lo quería lo retiró.'
  },
  decided: when => `Decidido el ${when}.`
}

export const RECEIPT_WORDS: Readonly<Record<Locale, typeof en>> = { en, es }
