/** What is said about conversations, English and Spanish, each written for its readers. */
export type Locale = 'en' | 'es'

export type CrisisLine = { readonly country: string; readonly name: string; readonly contact: string }

export const localeOf = (locale: string | undefined): Locale => (locale?.startsWith('es') ? 'es' : 'en')

const en = {
  calendar: {
    title: (cue: string, action: string) => `If ${cue}, then I will ${action}`,
    body: 'A plan of yours, made with your coach. Change or close it in the tab.'
  },
  former: {
    imported: 'Your conversations with your former coach were brought here; only you can read them',
    undone: 'What was brought here from your former coach was taken out again'
  }
}

const es: typeof en = {
  calendar: {
    title: (cue, action) => `Si ${cue}, entonces ${action}`,
    body: 'Un plan tuyo, hecho con tu coach. Cámbialo o ciérralo en la pestaña.'
  },
  former: {
    imported: 'Tus conversaciones con tu coach anterior se trajeron aquí; solo tú puedes leerlas',
    undone: 'Lo que se trajo aquí de tu coach anterior se quitó otra vez'
  }
}

export const coachWords = (locale: Locale): typeof en => (locale === 'es' ? es : en)

const LONGEST = 80

/** The person's own words, short enough for a title. */
export function snippet(text: string): string {
  const line = text
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .replace(/[.!?…]+$/u, '')
  if (line.length <= LONGEST) return line
  const end = line.lastIndexOf(' ', LONGEST)
  return `${line.slice(0, end > 0 ? end : LONGEST)} …`
}
