/** Offered by Teams in the composer; `prompt` is what it writes for the person, so `bot/commands.ts` or the coach answers it. */
export type PackageCommand = { readonly title: string; readonly description: string; readonly prompt: string }

/** What people read about the app in Teams. The first language is the manifest's own, the others become files. */
export type PackageWords = {
  readonly short: string
  readonly full: string
  readonly coachTab: string
  readonly commands: readonly PackageCommand[]
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
      {
        title: 'Prepare a one-to-one',
        description: 'Think it through in five short turns',
        prompt: 'I want to prepare my next one-to-one'
      },
      {
        title: 'Make a plan',
        description: 'One moment, one small action',
        prompt: 'I want to make a small plan for this week'
      },
      { title: 'Why this?', description: 'Why you received the last suggestion', prompt: 'why' },
      {
        title: 'Pause two weeks',
        description: 'No suggestions for a while; ends by itself',
        prompt: 'pause two weeks'
      },
      { title: 'Resume', description: 'Suggestions come again', prompt: 'resume' },
      { title: 'Fewer', description: 'Suggestions come less often', prompt: 'fewer' },
      { title: 'Stop', description: 'No more suggestions', prompt: 'stop' },
      { title: 'Continue in private', description: 'Open the private tab', prompt: 'privately' },
      { title: 'Delete my data', description: 'Erase our conversation; asks once more', prompt: 'delete my data' },
      { title: 'Help', description: 'What the coach can do', prompt: 'help' }
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
      {
        title: 'Preparar una reunión 1 a 1',
        description: 'Pensarla juntos en cinco turnos cortos',
        prompt: 'Quiero preparar mi próxima reunión 1 a 1'
      },
      {
        title: 'Hacer un plan',
        description: 'Un momento, una acción pequeña',
        prompt: 'Quiero hacer un plan pequeño para esta semana'
      },
      { title: '¿Por qué esto?', description: 'Por qué recibiste la última sugerencia', prompt: 'por qué' },
      {
        title: 'Pausa de dos semanas',
        description: 'Sin sugerencias por un tiempo; termina sola',
        prompt: 'pausa dos semanas'
      },
      { title: 'Reanudar', description: 'Las sugerencias vuelven', prompt: 'reanudar' },
      { title: 'Menos', description: 'Las sugerencias llegan más espaciadas', prompt: 'menos' },
      { title: 'Alto', description: 'No más sugerencias', prompt: 'alto' },
      { title: 'Seguir en privado', description: 'Abrir la pestaña privada', prompt: 'en privado' },
      {
        title: 'Borra mis datos',
        description: 'Borrar nuestra conversación; pregunta una vez más',
        prompt: 'borra mis datos'
      },
      { title: 'Ayuda', description: 'Qué puede hacer el coach', prompt: 'ayuda' }
    ]
  }
} as const satisfies Readonly<Record<string, PackageWords>>

export type PackageLanguage = keyof typeof PACKAGE_WORDS
