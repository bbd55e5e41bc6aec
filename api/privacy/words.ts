/** What receipts about one's own data are called. */
const en = {
  erased: 'You erased what was yours',
  exported: 'You asked for a file with your data; it is ready',
  accessOpened: 'ConsciousInsights’ staff may look at your conversation for a while'
}
const es: typeof en = {
  erased: 'Borraste todo lo tuyo',
  exported: 'Pediste un archivo con tus datos; está listo',
  accessOpened: 'El equipo de ConsciousInsights puede mirar tu conversación por un rato'
}

export type Language = 'en' | 'es'
export const languageOf = (locale: string | undefined): Language =>
  locale?.toLowerCase().startsWith('es') ? 'es' : 'en'
export const privacyWords = (language: Language): typeof en => (language === 'es' ? es : en)
