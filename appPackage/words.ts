/** What people read about the app in Teams. The first language is the manifest's own, the others become files. */
export type PackageWords = {
  readonly short: string
  readonly full: string
  readonly coachTab: string
  /** Typed for the person by Teams, so `bot/commands.ts` has to understand each title. */
  readonly commands: readonly { readonly title: string; readonly description: string }[]
}

export const DEFAULT_LANGUAGE = 'en'

export const PACKAGE_WORDS = {
  en: {
    short: 'A coach where you already work: one small step at a time',
    full:
      'ConsciousInsights brings coaching to Microsoft Teams. The coach is an AI and says so. It suggests one small action at a time, in your own working hours, helps you to turn it into a plan, and asks later how it went. ' +
      'Nothing starts before you agree, and you can pause or stop whenever you like by typing "pause" or "stop". ' +
      'Your company sees figures about groups, never what you wrote. The tab shows your conversation, your plans and your courses.',
    coachTab: 'Coach',
    commands: [
      { title: 'help', description: 'What the coach can do' },
      { title: 'pause', description: 'No suggestions for a while' },
      { title: 'stop', description: 'No more suggestions' },
      { title: 'why', description: 'Why you received the last suggestion' },
      { title: 'privately', description: 'Continue in the private tab' }
    ]
  },
  es: {
    short: 'Coaching donde ya trabajas: un pequeño paso cada vez',
    full:
      'ConsciousInsights lleva el coaching a Microsoft Teams. Quien te acompaña es una IA y lo dice. Te propone una pequeña acción cada vez, en tu horario de trabajo, te ayuda a convertirla en un plan y más tarde te pregunta cómo te fue. ' +
      'Nada empieza antes de que aceptes, y puedes hacer una pausa o parar cuando quieras escribiendo «pausa» o «alto». ' +
      'Tu empresa ve cifras de grupos, nunca lo que escribiste. La pestaña muestra tu conversación, tus planes y tus cursos.',
    coachTab: 'Coach',
    commands: [
      { title: 'ayuda', description: 'Qué puede hacer el coach' },
      { title: 'pausa', description: 'Sin sugerencias por un tiempo' },
      { title: 'alto', description: 'No más sugerencias' },
      { title: 'por qué', description: 'Por qué recibiste la última sugerencia' },
      { title: 'en privado', description: 'Continuar en la pestaña privada' }
    ]
  }
} as const satisfies Readonly<Record<string, PackageWords>>

export type PackageLanguage = keyof typeof PACKAGE_WORDS
