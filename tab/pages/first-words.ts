/** What the first questions say in the tab. */
import type { Example } from '../../api/contract/first-plans.ts'

export type FirstWords = {
  readonly locale: 'en' | 'es'
  readonly step: (at: number, of: number) => string
  readonly skip: string
  readonly focus: { readonly ask: string; readonly hint: string }
  readonly hours: { readonly ask: string; readonly known: (start: string, end: string) => string }
  readonly language: { readonly ask: string; readonly hint: string }
  readonly fits: string
  readonly mornings: string
  readonly afternoons: string
  readonly names: { readonly en: string; readonly es: string }
  readonly ifThen: (plan: Example) => string
  readonly cue: string
  readonly action: string
}

const names = { en: 'English', es: 'Español' }

const en: FirstWords = {
  locale: 'en',
  step: (at, of) => `Question ${at} of ${of}. One tap each, and you can skip any of them.`,
  skip: 'Skip',
  focus: {
    ask: 'What would you like to be a little better at?',
    hint: 'What I bring follows it. You can change it any time under “Your nudges”.'
  },
  hours: {
    ask: 'When may I write to you?',
    known: (start, end) => `As far as I know you work from ${start} to ${end}. Outside of that nothing comes.`
  },
  language: { ask: 'In which language shall I write?', hint: 'It counts for this page and for Teams.' },
  fits: 'That fits',
  mornings: 'Mornings only',
  afternoons: 'Afternoons only',
  names,
  ifThen: ({ cue, action }) => `If ${cue}, then I will ${action}.`,
  cue: 'If …',
  action: 'then I will …'
}

const es: FirstWords = {
  locale: 'es',
  step: (at, of) => `Pregunta ${at} de ${of}. Basta un toque, y puedes saltarte cualquiera.`,
  skip: 'Saltar',
  focus: {
    ask: '¿En qué te gustaría mejorar un poco?',
    hint: 'Lo que te traiga irá por ahí. Puedes cambiarlo cuando quieras en «Tus mensajes».'
  },
  hours: {
    ask: '¿Cuándo puedo escribirte?',
    known: (start, end) => `Hasta donde sé, trabajas de ${start} a ${end}. Fuera de ese horario no llega nada.`
  },
  language: { ask: '¿En qué idioma te escribo?', hint: 'Vale para esta página y para Teams.' },
  fits: 'Está bien así',
  mornings: 'Solo mañanas',
  afternoons: 'Solo tardes',
  names,
  ifThen: ({ cue, action }) => `Si ${cue}, entonces ${action}.`,
  cue: 'Si …',
  action: 'entonces …'
}

export const firstWordsIn = (locale: string): FirstWords => (locale.startsWith('es') ? es : en)
