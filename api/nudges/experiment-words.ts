/** What people read of an experiment on nudges, English and Spanish, each written for its readers. */
const en = {
  /** Part of the agreement while an experiment is on: who reads it and says yes takes part. */
  disclosure: (percent: string) =>
    `To find out whether these messages help, about ${percent} in 100 people get none that they did not ask for. Chance decides, nobody at your company sees who, and what you ask for always comes.`,
  question: 'May your answer help to find out whether my messages are any good?',
  questionNow: 'Your company has turned this on since you agreed.',
  questionData: 'that you agreed to be coached'
}

export type ExperimentWords = typeof en

const es: ExperimentWords = {
  disclosure: percent =>
    `Para saber si estos mensajes ayudan, unas ${percent} de cada 100 personas no reciben ninguno que no hayan pedido. Lo decide el azar, nadie en tu empresa ve a quién le toca, y lo que pidas llega siempre.`,
  question: '¿Nos ayudas a saber si mis mensajes sirven de algo?',
  questionNow: 'Tu empresa lo activó después de que aceptaste.',
  questionData: 'que aceptaste tener coach'
}

export const experimentWords = (locale: string): ExperimentWords => (locale.toLowerCase().startsWith('es') ? es : en)
