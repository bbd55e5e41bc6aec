/** What is read where somebody writes a nudge, and beside figures about people. English and Spanish. */
import { WHY_BLANK } from '../api/contract/why-blank.ts'

const en = {
  nudgeForm: {
    action: 'What to do: one small action, a verb first',
    whyNow: 'Why now, in one sentence',
    evidence: 'What it rests on (may be empty)',
    words: (count: number, most: number) => `${count} of ${most} words`,
    test: 'Send it to myself',
    tested: 'It is on its way to your chat with the coach, marked as a test.',
    refused: {
      no_chat: 'The coach has no chat with you yet. Add ConsciousInsights in Teams, then send it again.',
      no_agreement: 'You have not agreed to hear from the coach. Say yes on the page “Coach”, then send it again.'
    } as Readonly<Record<string, string>>
  },
  people: {
    about: (people: number) => `about ${people}`,
    fewer: (than: number) => `fewer than ${than}`,
    at_least: (people: number) => `at least ${people}`,
    blank: 'blank',
    why: WHY_BLANK.en
  }
}

const es: typeof en = {
  nudgeForm: {
    action: 'Qué hacer: una acción pequeña, con el verbo delante',
    whyNow: 'Por qué ahora, en una frase',
    evidence: 'En qué se apoya (puede quedar vacío)',
    words: (count, most) => `${count} de ${most} palabras`,
    test: 'Enviármelo',
    tested: 'Va en camino a tu chat con el coach, marcado como prueba.',
    refused: {
      no_chat: 'El coach aún no tiene un chat contigo. Añade ConsciousInsights en Teams y envíalo de nuevo.',
      no_agreement: 'No has aceptado mensajes del coach. Di que sí en la página «Coach» y envíalo de nuevo.'
    }
  },
  people: {
    about: people => `unas ${people}`,
    fewer: than => `menos de ${than}`,
    at_least: people => `al menos ${people}`,
    blank: 'en blanco',
    why: WHY_BLANK.es
  }
}

export const nudgeFormWords = { en, es }
