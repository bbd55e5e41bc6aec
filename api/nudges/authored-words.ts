/** What is said around words that a company wrote: why it came, what it rests on, reminders of courses. English and Spanish. */
import type { NudgeWords } from '../contract/nudge-content.ts'
import type { CoursePart } from './journey.ts'

type Said = {
  readonly test: (action: string) => string
  readonly testWhy: string
  readonly journeyWhy: (journey: string, week: string) => string
  /** `grounds` empty: to everybody. */
  readonly campaignWhy: (by: 'hr' | 'ci', grounds: string) => string
  /** Names of what a reason rests on. */
  readonly grounds: Readonly<Record<string, string>>
  readonly and: (names: readonly string[]) => string
  readonly course: Readonly<Record<CoursePart, (course: string) => NudgeWords>>
}

const list = (locale: string) => (names: readonly string[]) =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(names)

export const AUTHORED: Readonly<Record<'en' | 'es', Said>> = {
  en: {
    test: action => `Test: ${action}`,
    testWhy: 'You sent this to yourself to see it. It counts for nothing.',
    journeyWhy: (journey, week) => `It is week ${week} of “${journey}”, which your program takes together.`,
    campaignWhy: (by, grounds) =>
      `${by === 'hr' ? 'Your company’s HR team' : 'ConsciousInsights, as agreed with your company,'} sends this to ${grounds ? `people by ${grounds}` : 'everybody'}.`,
    grounds: {
      cohort: 'your program',
      group: 'your group',
      department: 'your department',
      country: 'your country',
      title: 'your job title',
      language: 'your language',
      course: 'how far you are in a course'
    },
    and: list('en'),
    course: {
      begin: course => ({
        action: `Open “${course}” and look at the first lesson for two minutes.`,
        whyNow: 'It is open for you and not begun yet; the first look is the hardest part.',
        evidence: ''
      }),
      finish: course => ({
        action: `Open “${course}” where you left off, and do the next small piece.`,
        whyNow: 'You have begun, and it keeps your place.',
        evidence: ''
      }),
      done: course => ({
        action: `Write down one thing from “${course}” that you will use this week.`,
        whyNow: 'You have just completed it, and what is used soon is kept.',
        evidence: ''
      })
    }
  },
  es: {
    test: action => `Prueba: ${action}`,
    testWhy: 'Te lo enviaste para verlo. No cuenta para nada.',
    journeyWhy: (journey, week) => `Es la semana ${week} de «${journey}», que tu programa recorre en conjunto.`,
    campaignWhy: (by, grounds) =>
      `${by === 'hr' ? 'Recursos Humanos de tu empresa' : 'ConsciousInsights, de acuerdo con tu empresa,'} envía esto ${grounds ? `según ${grounds}` : 'a todo el mundo'}.`,
    grounds: {
      cohort: 'tu programa',
      group: 'tu grupo',
      department: 'tu departamento',
      country: 'tu país',
      title: 'tu puesto',
      language: 'tu idioma',
      course: 'tu avance en un curso'
    },
    and: list('es'),
    course: {
      begin: course => ({
        action: `Abre «${course}» y mira la primera lección durante dos minutos.`,
        whyNow: 'Ya lo tienes abierto y sin empezar; la primera mirada es lo que más cuesta.',
        evidence: ''
      }),
      finish: course => ({
        action: `Abre «${course}» donde lo dejaste y haz el siguiente trocito.`,
        whyNow: 'Ya empezaste, y el curso guarda tu lugar.',
        evidence: ''
      }),
      done: course => ({
        action: `Anota una cosa de «${course}» que vayas a usar esta semana.`,
        whyNow: 'Acabas de terminarlo, y lo que se usa pronto se queda.',
        evidence: ''
      })
    }
  }
}
