/** What nudges say, per language: one action of at most two minutes, why it helps and on what evidence. Content is data. */
export type Locale = 'en' | 'es'

export type Tip = {
  readonly id: string
  readonly words: Readonly<
    Record<Locale, { readonly action: string; readonly whyNow: string; readonly evidence: string }>
  >
}

const GOLLWITZER = {
  en: 'If-then plans raise follow-through (642 tests, Sheeran, Listrom & Gollwitzer 2024).',
  es: 'Los planes «si…, entonces…» ayudan a cumplir (642 pruebas, Sheeran, Listrom y Gollwitzer 2024).'
}
const BOCK = {
  en: 'Short checklists the evening before sped up new hires by about a quarter (reported by one company, not peer-reviewed).',
  es: 'Una lista breve la víspera aceleró en torno a un cuarto a los recién llegados (dato de una empresa, sin revisión por pares).'
}
const FITZ = {
  en: 'Messages in batches beat messages as they come (n = 237, Fitz et al. 2019).',
  es: 'Leer mensajes en bloques rinde más que leerlos según llegan (n = 237, Fitz et al. 2019).'
}

export const TIPS: readonly Tip[] = [
  {
    id: 'one-to-one-opening',
    words: {
      en: {
        action: 'Write one open question for your next one-to-one: “What is the hardest part right now?”',
        whyNow: 'It takes a minute, and the next one-to-one is when it counts.',
        evidence: GOLLWITZER.en
      },
      es: {
        action:
          'Escribe una pregunta abierta para tu próxima reunión individual: «¿Qué es lo más difícil ahora mismo?»',
        whyNow: 'Lleva un minuto, y donde cuenta es en la próxima reunión.',
        evidence: GOLLWITZER.es
      }
    }
  },
  {
    id: 'name-the-first-step',
    words: {
      en: {
        action: 'Pick the task you keep postponing and write down its first two-minute step.',
        whyNow: 'Early in the day a small start still has the day ahead of it.',
        evidence: GOLLWITZER.en
      },
      es: {
        action: 'Elige la tarea que vienes aplazando y anota su primer paso de dos minutos.',
        whyNow: 'Temprano, un pequeño comienzo todavía tiene todo el día por delante.',
        evidence: GOLLWITZER.es
      }
    }
  },
  {
    id: 'thank-precisely',
    words: {
      en: {
        action: 'Thank one colleague for one thing they did this week, and say what it made possible.',
        whyNow: 'What happened this week is still fresh for both of you.',
        evidence: GOLLWITZER.en
      },
      es: {
        action: 'Agradece a alguien una cosa concreta que hizo esta semana y di qué hizo posible.',
        whyNow: 'Lo de esta semana todavía está fresco para las dos partes.',
        evidence: GOLLWITZER.es
      }
    }
  },
  {
    id: 'welcome-checklist',
    words: {
      en: {
        action: 'List three things a new colleague should know on their first day, and send them to yourself.',
        whyNow: 'Before someone starts, you remember what helped you.',
        evidence: BOCK.en
      },
      es: {
        action: 'Anota tres cosas que debería saber alguien en su primer día y envíatelas.',
        whyNow: 'Antes de que llegue alguien recuerdas qué te ayudó a ti.',
        evidence: BOCK.es
      }
    }
  },
  {
    id: 'quiet-hour',
    words: {
      en: {
        action: 'Block one hour this week without messages, and name the work it is for.',
        whyNow: 'The week’s calendar still has room.',
        evidence: FITZ.en
      },
      es: {
        action: 'Reserva una hora de esta semana sin mensajes y ponle nombre al trabajo.',
        whyNow: 'La agenda de la semana todavía tiene hueco.',
        evidence: FITZ.es
      }
    }
  },
  {
    id: 'ask-before-advising',
    words: {
      en: {
        action: 'In your next conversation, ask “What have you tried?” before you suggest anything.',
        whyNow: 'There is a conversation today where it fits.',
        evidence: GOLLWITZER.en
      },
      es: {
        action: 'En tu próxima conversación pregunta «¿Qué has probado ya?» antes de proponer nada.',
        whyNow: 'Hoy tienes alguna conversación en la que encaja.',
        evidence: GOLLWITZER.es
      }
    }
  },
  {
    id: 'decide-what-not',
    words: {
      en: {
        action: 'Name one thing you will not do this week, and tell whoever waits for it.',
        whyNow: 'Said early, it costs little; said late, it costs trust.',
        evidence: GOLLWITZER.en
      },
      es: {
        action: 'Nombra algo que no harás esta semana y díselo a quien lo espera.',
        whyNow: 'Dicho pronto cuesta poco; dicho tarde cuesta confianza.',
        evidence: GOLLWITZER.es
      }
    }
  },
  {
    id: 'rehearse-the-hard-sentence',
    words: {
      en: {
        action: 'Write the first sentence of the conversation you have been avoiding. Only the first.',
        whyNow: 'A first sentence is small enough for now.',
        evidence: GOLLWITZER.en
      },
      es: {
        action: 'Escribe la primera frase de la conversación que estás evitando. Solo la primera.',
        whyNow: 'Una primera frase cabe en este momento.',
        evidence: GOLLWITZER.es
      }
    }
  }
]

export const WORDS: Readonly<
  Record<
    Locale,
    {
      readonly whyCohort: (cohort: string) => string
      readonly whyAgreed: string
      readonly dataCohort: string
      readonly dataTimezone: string
      readonly welcome: { readonly action: string; readonly whyNow: string }
      readonly followUp: { readonly action: string; readonly whyYou: string; readonly whyNow: string }
    }
  >
> = {
  en: {
    whyCohort: cohort => `You are in the program “${cohort}”.`,
    whyAgreed: 'You agreed to short prompts from your coach.',
    dataCohort: 'your program',
    dataTimezone: 'your time zone and working hours',
    welcome: { action: 'Decide whether you want a coach', whyNow: 'Your company starts today.' },
    followUp: {
      action: 'Say how your plan went',
      whyYou: 'You made this plan and chose the moment.',
      whyNow: 'It is the moment you chose.'
    }
  },
  es: {
    whyCohort: cohort => `Estás en el programa «${cohort}».`,
    whyAgreed: 'Aceptaste mensajes breves de tu coach.',
    dataCohort: 'tu programa',
    dataTimezone: 'tu zona horaria y tu horario laboral',
    welcome: { action: 'Decide si quieres un coach', whyNow: 'Tu empresa empieza hoy.' },
    followUp: {
      action: 'Cuenta cómo fue tu plan',
      whyYou: 'Hiciste este plan y elegiste el momento.',
      whyNow: 'Es el momento que elegiste.'
    }
  }
}
