/**
 * What people agree to, word for word, by version. A version that people may have read is never edited: a new one follows it.
 * Where a company has a language model answer, its service is named in the text, and a yes holds for that service.
 */

type Company = { readonly name: string; readonly sponsor: { readonly name: string; readonly title: string } }

type AgreementText = {
  readonly title: string
  readonly invites: (company: Company) => string
  readonly about: readonly string[]
  /** Only where one answers. */
  readonly model: (company: Company, modelService: string) => string
  readonly whoTitle: string
  /** Who sees what, and what is kept. */
  readonly who: (company: Company) => readonly string[]
  readonly stop: string
  /** What is new in it, for whoever agreed to an earlier version. */
  readonly changed: readonly string[]
  /** The same, where another service answers than the one that they knew of. */
  readonly modelChanged: (modelService: string) => string
}

type AgreementVersion = Readonly<Record<AgreementLanguage, AgreementText>>
type AgreementLanguage = 'en' | 'es'

const FIRST: AgreementVersion = {
  en: {
    title: 'A coach beside your work, if you like',
    invites: ({ name, sponsor }) => `${sponsor.name}, ${sponsor.title} at ${name}, invites you to try it.`,
    about: [
      'Now and then I bring one small idea for your working day, about two minutes. You can also write to me whenever you like.',
      'I am ConsciousInsights, an AI program. What I generate carries the label “AI-generated”.',
      'I am not therapy, not HR and not legal advice, and nothing here is used to rate, pay or promote you.'
    ],
    model: ({ name }, modelService) =>
      `A language model that ${name} chose writes most of my answers. It runs at ${modelService} and gets our conversation, also from the private tab, what you let me know or remember of your work, and your plans and courses when it asks for them. I add neither your name nor your e-mail.`,
    whoTitle: 'Who sees what',
    who: ({ name }) => [
      `This Teams chat lies in ${name}’s own Microsoft tenant, where its administrators can reach it under its rules. What you write in the private tab goes to the coach only.`,
      `${name} gets counts of at least eight people: never your name, never your words, and not whether you say yes or no here.`,
      'Your conversation and plans are kept sealed with a key of your own, until you erase them: write “delete my data”.',
      'To learn what helps, some people may get some ideas later or not at all, drawn by lot. What you ask for always comes.'
    ],
    stop: '“stop” and “pause” work at any time.',
    changed: [
      'It now says that your yes or no stays between us.',
      'It now says how to erase everything, and that some ideas may be left out by lot to learn what helps.'
    ],
    modelChanged: modelService => `It now names the language model that writes my answers: ${modelService}.`
  },
  es: {
    title: 'Un coach junto a tu trabajo, si quieres',
    invites: ({ name, sponsor }) => `${sponsor.name}, ${sponsor.title} en ${name}, te invita a probarlo.`,
    about: [
      'De vez en cuando te traigo una idea pequeña para tu día de trabajo, de unos dos minutos. También puedes escribirme cuando quieras.',
      'Soy ConsciousInsights, un programa de IA. Lo que genero lleva la etiqueta «generado por IA».',
      'No soy terapia, ni Recursos Humanos, ni asesoría legal, y nada de esto sirve para evaluarte, pagarte o ascenderte.'
    ],
    model: ({ name }, modelService) =>
      `La mayoría de mis respuestas las escribe un modelo de lenguaje que eligió ${name}. Funciona en ${modelService} y recibe nuestra conversación, también la de la pestaña privada, lo que me dejas saber o recordar de tu trabajo, y tus planes y cursos cuando los pide. Yo no añado ni tu nombre ni tu correo.`,
    whoTitle: 'Quién ve qué',
    who: ({ name }) => [
      `Este chat de Teams está en el entorno de Microsoft de ${name}, y sus administradores pueden acceder a él según sus reglas. Lo que escribes en la pestaña privada llega solo al coach.`,
      `${name} recibe recuentos de al menos ocho personas: nunca tu nombre, nunca tus palabras, y tampoco si aquí dices sí o no.`,
      'Tu conversación y tus planes se guardan sellados con una clave tuya, hasta que los borres: escribe «borra mis datos».',
      'Para aprender qué ayuda, algunas ideas pueden llegar más tarde o no llegar a algunas personas, por sorteo. Lo que pidas llega siempre.'
    ],
    stop: '«alto» y «pausa» funcionan en todo momento.',
    changed: [
      'Ahora dice que tu sí o tu no queda entre nosotros.',
      'Ahora dice cómo borrarlo todo, y que algunas ideas pueden quedar fuera por sorteo para aprender qué ayuda.'
    ],
    modelChanged: modelService => `Ahora nombra el modelo de lenguaje que escribe mis respuestas: ${modelService}.`
  }
}

const SECOND: AgreementVersion = {
  en: {
    ...FIRST.en,
    who: ({ name }) => [
      `This Teams chat lies in ${name}’s own Microsoft tenant, where its administrators can reach it under its rules. What you write in the private tab goes to the coach only.`,
      `${name} gets counts of at least eight people: never your words, and not whether you say yes or no here.`,
      `One thing is known by name, as with any training: the courses you are enrolled in, and which you completed and when. Whoever looks after courses at ${name} sees that, and nothing else of you here.`,
      `Your conversation and plans are kept sealed with a key of your own, for as long as ${name} has set (“What is known about me” says how long) or until you erase them: write “delete my data”.`,
      'To learn what helps, some people may get some ideas later or not at all, drawn by lot. What you ask for always comes.'
    ],
    changed: [
      'It now says that whoever looks after courses sees by name which ones you are enrolled in and completed.',
      'It now says that your company sets how long your conversation is kept at most.'
    ]
  },
  es: {
    ...FIRST.es,
    who: ({ name }) => [
      `Este chat de Teams está en el entorno de Microsoft de ${name}, y sus administradores pueden acceder a él según sus reglas. Lo que escribes en la pestaña privada llega solo al coach.`,
      `${name} recibe recuentos de al menos ocho personas: nunca tus palabras, y tampoco si aquí dices sí o no.`,
      `Una cosa se sabe con nombre, como en cualquier formación: los cursos en los que participas, y cuáles terminaste y cuándo. Quien lleva los cursos en ${name} ve eso, y nada más de ti aquí.`,
      `Tu conversación y tus planes se guardan sellados con una clave tuya, durante el tiempo que fijó ${name} («Lo que se sabe de mí» dice cuánto) o hasta que los borres: escribe «borra mis datos».`,
      'Para aprender qué ayuda, algunas ideas pueden llegar más tarde o no llegar a algunas personas, por sorteo. Lo que pidas llega siempre.'
    ],
    changed: [
      'Ahora dice que quien lleva los cursos ve con nombre en cuáles participas y cuáles terminaste.',
      'Ahora dice que tu empresa fija cuánto tiempo se guarda tu conversación como máximo.'
    ]
  }
}

/** Version 1 first. Adding one asks everybody again who agreed to an earlier one. */
const VERSIONS: readonly AgreementVersion[] = [FIRST, SECOND]

export const AGREEMENT_VERSION = VERSIONS.length

export function agreementText(version: number, language: AgreementLanguage): AgreementText {
  const text = VERSIONS[version - 1] ?? FIRST
  return text[language]
}

/** What somebody read: the version, and which service of a language model it named. */
export type Read = { readonly version: number; readonly modelService: string | null }

/** What is new since the text that somebody agreed to, oldest first. */
export const changesSince = (
  before: Read,
  modelService: string | null,
  language: AgreementLanguage
): readonly string[] => [
  ...VERSIONS.slice(before.version).flatMap(text => text[language].changed),
  ...(modelService === null || modelService === before.modelService
    ? []
    : [agreementText(AGREEMENT_VERSION, language).modelChanged(modelService)])
]

/** The whole text, line by line, as its reader saw it. */
export const linesOf = (text: AgreementText, company: Company, modelService: string | null): string[] => [
  text.title,
  text.invites(company),
  ...text.about,
  ...(modelService === null ? [] : [text.model(company, modelService)]),
  text.whoTitle,
  ...text.who(company),
  text.stop
]
