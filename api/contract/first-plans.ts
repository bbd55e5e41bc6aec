/** The first plan as it is offered after the first questions, in the chat and in the tab, in the same words. */
import type { FocusArea } from './nudges.ts'

type Locale = 'en' | 'es'

export type Example = { readonly cue: string; readonly action: string }

/** One first plan a person: taken twice, on two devices, or here and in the chat, one is kept. */
export const firstPlanId = (personId: string): string => `pln_${personId.split('_').at(-1) ?? ''}`

/** As long as each of its two halves may be. */
export const PLAN_WORDS = { shortest: 3, longest: 200 } as const

const en = {
  title: 'A first plan, if you like',
  hint: 'Plans that begin with “if” are kept more often than good intentions. Take this one, or make it yours.',
  take: 'Take this one',
  next: 'Another example',
  own: 'Write my own',
  later: 'Not now',
  ownHint: 'A moment that surely comes, and one small thing you do then.',
  cueExample: 'the stand-up ends',
  actionExample: 'write down who needs help',
  keep: 'Keep it',
  back: 'Back to the example',
  incomplete: 'Both lines need a few words.'
}
const es: typeof en = {
  title: 'Un primer plan, si quieres',
  hint: 'Los planes que empiezan con «si» se cumplen más que las buenas intenciones. Quédate con este o hazlo tuyo.',
  take: 'Me quedo con este',
  next: 'Otro ejemplo',
  own: 'Escribir el mío',
  later: 'Ahora no',
  ownHint: 'Un momento que llega seguro, y algo pequeño que haces entonces.',
  cueExample: 'termina la reunión diaria',
  actionExample: 'anoto quién necesita ayuda',
  keep: 'Guardarlo',
  back: 'Volver al ejemplo',
  incomplete: 'Las dos líneas necesitan algunas palabras.'
}
export const FIRST_PLAN_WORDS = { en, es } as const

/** By what a person wants to grow in: a moment that surely comes, one action of two minutes. */
const EXAMPLES: Readonly<Record<Locale, Readonly<Record<FocusArea, readonly [Example, Example]>>>> = {
  en: {
    one_to_ones: [
      { cue: 'a one-to-one begins', action: 'ask what is hardest right now, and wait for the answer' },
      { cue: 'a one-to-one is ten minutes away', action: 'write down one thing I want to understand' }
    ],
    feedback: [
      { cue: 'somebody shows me their work', action: 'say first what I would keep, and why' },
      { cue: 'a meeting that I led ends', action: 'ask one person what I could do differently' }
    ],
    delegation: [
      { cue: 'I begin a task that somebody could learn from', action: 'ask who would like to take it' },
      { cue: 'somebody asks me what to do', action: 'ask what they would do' }
    ],
    priorities: [
      { cue: 'I open my laptop in the morning', action: 'write down the one thing that must be done today' },
      { cue: 'a new request comes in', action: 'say by when I will decide, before I say yes' }
    ],
    hard_conversations: [
      { cue: 'I notice that I put a conversation off', action: 'write its first sentence' },
      { cue: 'it gets heated', action: 'say back what I heard before I answer' }
    ],
    recognition: [
      { cue: 'the stand-up ends', action: 'thank one person for one precise thing' },
      { cue: 'I read good news from my team', action: 'write to the person whose work it was' }
    ],
    focus_time: [
      { cue: 'I sit down after lunch', action: 'close the mail for half an hour' },
      { cue: 'my first break is over', action: 'turn off notifications until the next one' }
    ],
    energy: [
      { cue: 'a call ends', action: 'stand up and walk for two minutes' },
      { cue: 'I close my laptop for the day', action: 'write down what went well' }
    ],
    learning: [
      { cue: 'I finish something new to me', action: 'write down the one thing I would do differently' },
      { cue: 'somebody explains something to me', action: 'say it back in my own words' }
    ]
  },
  es: {
    one_to_ones: [
      { cue: 'empieza una reunión individual', action: 'pregunto qué es lo más difícil ahora y espero la respuesta' },
      { cue: 'faltan diez minutos para una reunión individual', action: 'anoto una cosa que quiero entender' }
    ],
    feedback: [
      { cue: 'alguien me muestra su trabajo', action: 'digo primero qué conservaría, y por qué' },
      { cue: 'termina una reunión que dirigí', action: 'pregunto a una persona qué podría hacer distinto' }
    ],
    delegation: [
      { cue: 'empiezo una tarea de la que alguien puede aprender', action: 'pregunto quién quiere tomarla' },
      { cue: 'alguien me pregunta qué hacer', action: 'le pregunto qué haría' }
    ],
    priorities: [
      { cue: 'abro el portátil por la mañana', action: 'anoto lo único que hoy tiene que quedar hecho' },
      { cue: 'llega una petición nueva', action: 'digo para cuándo decido, antes de decir que sí' }
    ],
    hard_conversations: [
      { cue: 'noto que aplazo una conversación', action: 'escribo su primera frase' },
      { cue: 'sube el tono', action: 'repito lo que entendí antes de responder' }
    ],
    recognition: [
      { cue: 'termina la reunión diaria', action: 'agradezco a una persona una cosa precisa' },
      { cue: 'leo una buena noticia de mi equipo', action: 'escribo a la persona que lo hizo posible' }
    ],
    focus_time: [
      { cue: 'me siento después de comer', action: 'cierro el correo media hora' },
      { cue: 'termina mi primera pausa', action: 'apago las notificaciones hasta la siguiente' }
    ],
    energy: [
      { cue: 'termina una llamada', action: 'me levanto y camino dos minutos' },
      { cue: 'cierro el portátil al final del día', action: 'anoto algo que salió bien' }
    ],
    learning: [
      { cue: 'termino algo nuevo para mí', action: 'anoto lo que haría de otra manera' },
      { cue: 'alguien me explica algo', action: 'lo repito con mis palabras' }
    ]
  }
}

/** Without a focus the examples of the most common one. @param at counts on without end. */
export function exampleFor(locale: Locale, focus: FocusArea | undefined, at: number): Example {
  const [first, second] = EXAMPLES[locale][focus ?? 'one_to_ones']
  return at % 2 === 0 ? first : second
}
