/** A journey to copy and make one's own: the first eight weeks of somebody who leads people. English and Spanish. */
import type { JourneyContent } from '../contract/journeys.ts'

type Line = readonly [action: string, whyNow: string, evidence?: string]

const words = ([action, whyNow, evidence = '']: Line) => ({ action, whyNow, evidence })
const step = (week: number, day: number, { en, es }: { readonly en: Line; readonly es: Line }) => ({
  kind: 'nudge' as const,
  stepId: `w${week}d${day}`,
  week,
  day,
  minutes: 2,
  words: { en: words(en), es: words(es) }
})

const PLANS: Readonly<Record<'en' | 'es', string>> = {
  en: 'If-then plans raise follow-through (642 tests, Sheeran, Listrom & Gollwitzer 2024).',
  es: 'Los planes «si…, entonces…» ayudan a cumplir (642 pruebas, Sheeran, Listrom y Gollwitzer 2024).'
}

const steps = [
  step(1, 2, {
    en: [
      'Write down the names of your team, and beside each one thing you do not know yet about their work.',
      'In the first weeks a question still sounds like interest.'
    ],
    es: [
      'Escribe los nombres de tu equipo y, junto a cada uno, algo que todavía no sabes de su trabajo.',
      'En las primeras semanas preguntar todavía suena a interés.'
    ]
  }),
  step(1, 4, {
    en: [
      'Put a first one-to-one with each person into the calendar, thirty minutes, this month.',
      'A calendar fills from the edges; what is in it first stays.'
    ],
    es: [
      'Pon en la agenda una primera reunión individual con cada persona, de treinta minutos, este mes.',
      'La agenda se llena sola; lo que entra primero se queda.'
    ]
  }),
  step(2, 2, {
    en: [
      'Write one open question for your next one-to-one: “What should I keep as it is?”',
      'It is easier to hear what works before you change something.'
    ],
    es: [
      'Escribe una pregunta abierta para tu próxima reunión individual: «¿Qué debería dejar como está?»',
      'Es más fácil escuchar lo que funciona antes de cambiar algo.'
    ]
  }),
  step(2, 4, {
    en: [
      'Finish this sentence and keep it: “If somebody brings me a problem, then I will first ask …”',
      'This week several problems will come to you; decide once how you meet them.',
      PLANS.en
    ],
    es: [
      'Completa esta frase y guárdala: «Si alguien me trae un problema, entonces primero preguntaré…»',
      'Esta semana te llegarán varios problemas; decide una vez cómo recibirlos.',
      PLANS.es
    ]
  }),
  step(3, 2, {
    en: [
      'Name one task of yours that somebody in the team could do as well, and who.',
      'By the third week your list has grown; something on it is no longer yours.'
    ],
    es: [
      'Nombra una tarea tuya que alguien del equipo podría hacer igual de bien, y quién.',
      'En la tercera semana tu lista ya creció; algo de ella ya no te toca.'
    ]
  }),
  step(3, 4, {
    en: [
      'Write two sentences for handing it over: what a good result looks like, and when you will look at it together.',
      'Said before they begin, it is help; said after, it is a correction.'
    ],
    es: [
      'Escribe dos frases para delegarla: cómo es un buen resultado y cuándo lo miran en conjunto.',
      'Dicho antes de empezar es ayuda; dicho después es una corrección.'
    ]
  }),
  step(4, 2, {
    en: [
      'Thank one person for one thing they did this week, and say what it made possible.',
      'What happened this week is still fresh for both of you.'
    ],
    es: [
      'Agradece a una persona algo que hizo esta semana y di qué hizo posible.',
      'Lo de esta semana todavía está fresco para las dos partes.'
    ]
  }),
  step(4, 4, {
    en: [
      'Ask somebody you trust: “What is one thing I should do differently in our meetings?” Then only listen.',
      'After a month people have seen enough of you to say something useful.'
    ],
    es: [
      'Pregunta a alguien de confianza: «¿Qué debería hacer distinto en nuestras reuniones?» Y luego solo escucha.',
      'Después de un mes ya te han visto lo suficiente para decirte algo útil.'
    ]
  }),
  step(5, 2, {
    en: [
      'Write the first sentence of a conversation that you have been putting off. Only the first.',
      'Halfway through is a good moment to stop carrying it.'
    ],
    es: [
      'Escribe la primera frase de una conversación que vienes aplazando. Solo la primera.',
      'A mitad de camino es buen momento para dejar de cargarla.'
    ]
  }),
  step(5, 4, {
    en: [
      'Describe in one sentence what you saw, without a judgment: “In the last two reviews the numbers came late.”',
      'What both of you can see is where such a conversation can begin.'
    ],
    es: [
      'Describe en una frase lo que viste, sin juicio: «En las dos últimas revisiones los números llegaron tarde».',
      'Lo que las dos partes pueden ver es donde esa conversación puede empezar.'
    ]
  }),
  step(6, 2, {
    en: [
      'Name one thing your team will not do this month, and tell whoever waits for it.',
      'Said early, it costs little; said late, it costs trust.'
    ],
    es: [
      'Nombra algo que tu equipo no hará este mes y díselo a quien lo espera.',
      'Dicho pronto cuesta poco; dicho tarde cuesta confianza.'
    ]
  }),
  step(6, 4, {
    en: [
      'Block one hour next week for your own thinking, and name what it is for.',
      'Next week’s calendar still has room.'
    ],
    es: [
      'Reserva una hora de la próxima semana para pensar, y ponle nombre.',
      'La agenda de la próxima semana todavía tiene hueco.'
    ]
  }),
  step(7, 2, {
    en: [
      'In your next one-to-one ask: “What would you like to be able to do by the summer?” Write down the answer.',
      'You know each other well enough by now to talk further ahead.'
    ],
    es: [
      'En tu próxima reunión individual pregunta: «¿Qué te gustaría saber hacer para el verano?» Anota la respuesta.',
      'Ya hay confianza para mirar un poco más lejos.'
    ]
  }),
  step(7, 4, {
    en: [
      'Find one task of the next two weeks that would take somebody a step toward what they told you.',
      'The wish is a few days old; a small step now shows that you heard it.'
    ],
    es: [
      'Busca una tarea de las próximas dos semanas que acerque a alguien a lo que te contó.',
      'El deseo tiene pocos días; un paso pequeño ahora muestra que lo escuchaste.'
    ]
  }),
  step(8, 2, {
    en: [
      'Write three lines: what goes better than eight weeks ago, what helped, what you keep.',
      'At the end of a stretch it is easiest to see what changed.'
    ],
    es: [
      'Escribe tres líneas: qué va mejor que hace ocho semanas, qué ayudó y qué conservas.',
      'Al final de una etapa es cuando mejor se ve lo que cambió.'
    ]
  }),
  step(8, 4, {
    en: [
      'Make one plan for the next month: “If it is Friday at eleven, then I will …”',
      'The journey ends here; one habit of your own goes on.',
      PLANS.en
    ],
    es: [
      'Haz un plan para el próximo mes: «Si es viernes a las once, entonces…»',
      'El recorrido termina aquí; un hábito tuyo continúa.',
      PLANS.es
    ]
  })
]

const content: JourneyContent = {
  title: { en: 'Your first eight weeks with a team', es: 'Tus primeras ocho semanas con un equipo' },
  languages: ['en', 'es'],
  steps
}

export const EXAMPLE = { name: 'First eight weeks with a team (example)', content }
