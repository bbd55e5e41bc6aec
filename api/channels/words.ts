/** Titles of receipts, English and Spanish. */
const TITLES = {
  en: { given: 'You agreed to be coached', declined: 'You said that the coach is not for you' },
  es: { given: 'Aceptaste el acompañamiento del coach', declined: 'Dijiste que el coach no es para ti' }
} as const

export const receiptTitle = (locale: string, decision: 'given' | 'declined'): string =>
  TITLES[locale.startsWith('es') ? 'es' : 'en'][decision]
