/** What is read where somebody writes a nudge, and beside figures about people. English and Spanish. */
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
    exact: (people: number) => `${people} people`,
    fewer: (than: number) => `fewer than ${than}`,
    at_least: (people: number) => `at least ${people}`,
    hidden: 'not shown',
    hiddenWhy: 'Not shown: too few people, or a figure of too few could be worked out from it.'
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
    exact: people => `${people} personas`,
    fewer: than => `menos de ${than}`,
    at_least: people => `al menos ${people}`,
    hidden: 'no se muestra',
    hiddenWhy: 'No se muestra: son muy pocas personas, o se podría calcular una cifra de muy pocas.'
  }
}

export const nudgeFormWords = { en, es }
