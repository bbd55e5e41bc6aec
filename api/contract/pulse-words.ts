/** The words of the monthly pulse, on its card and in the tab. English and Spanish, each written. */
import type { PulseAnswer, PulseQuestion } from './pulse.ts'

type Question = { readonly ask: string } & Readonly<Record<PulseAnswer, string>>

const en = {
  title: 'Two questions, one tap each',
  private: 'Your company sees only counts over at least 8 people who answered, never what you said.',
  questions: {
    helped: {
      ask: 'Has coaching helped you at work in the last four weeks?',
      yes: 'Yes',
      partly: 'A little',
      no: 'No'
    },
    changed: {
      ask: 'Have you done something differently because of it?',
      yes: 'Yes',
      partly: 'Not yet',
      no: 'No'
    }
  } satisfies Record<PulseQuestion, Question>,
  skip: 'Skip this time',
  never: 'Do not ask again',
  thanks: 'Thank you. The next time is in a month at the earliest.',
  skipped: 'Skipped. The next time is in a month at the earliest.',
  stopped: 'I will not ask this again. On the page “Your nudges” you can still answer, or have it back.',
  given: (ask: string, said: string) => `${ask} ${said}`
}

const es: typeof en = {
  title: 'Dos preguntas, un toque cada una',
  private: 'Tu empresa solo ve recuentos de al menos 8 personas que respondieron, nunca lo que dijiste.',
  questions: {
    helped: {
      ask: '¿Te ha servido el coaching en el trabajo estas últimas cuatro semanas?',
      yes: 'Sí',
      partly: 'Un poco',
      no: 'No'
    },
    changed: {
      ask: '¿Has hecho algo de otra manera gracias a eso?',
      yes: 'Sí',
      partly: 'Todavía no',
      no: 'No'
    }
  },
  skip: 'Esta vez no',
  never: 'No preguntes más',
  thanks: 'Gracias. La próxima vez será, como pronto, dentro de un mes.',
  skipped: 'Lo dejamos. La próxima vez será, como pronto, dentro de un mes.',
  stopped: 'No volveré a preguntarlo. En la página «Tus mensajes» puedes responder igualmente o recuperarlo.',
  given: (ask, said) => `${ask} ${said}`
}

export const PULSE_WORDS = { en, es } as const
