/** Words about the pulse that only the tab says. */
const en = {
  title: (month: string) => `Does it help? ${month}`,
  none: 'No answer',
  asks: 'Ask me once a month in a message',
  saved: 'Saved. You can change it until the month ends.',
  asksAgain: 'Saved. The coach may ask once a month, within your budget and hours.',
  asksNot: 'Saved. The coach will not ask. You can answer here all the same.'
}

const es: typeof en = {
  title: month => `¿Sirve? ${month}`,
  none: 'Sin respuesta',
  asks: 'Preguntarme una vez al mes en un mensaje',
  saved: 'Guardado. Puedes cambiarlo hasta que acabe el mes.',
  asksAgain: 'Guardado. El coach puede preguntar una vez al mes, dentro de tu cupo y tu horario.',
  asksNot: 'Guardado. El coach no preguntará. Aquí puedes responder igualmente.'
}

export const PULSE_PAGE_WORDS = { en, es } as const
