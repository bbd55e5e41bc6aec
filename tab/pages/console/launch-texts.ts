/** The launch pack: announcement, questions and answers, a note for managers, with the company's own names and days. Pure. */

export type LaunchFacts = {
  readonly company: string
  readonly sponsor: string
  readonly sponsorTitle: string
  /** As people read it. */
  readonly day: string
  readonly start: string
  readonly end: string
  readonly contact: string
  /** The service of the company's language model, where one answers. */
  readonly model: string | undefined
}
type Paper = { readonly name: string; readonly title: string; readonly parts: readonly Part[] }
type Part = readonly [heading: string, ...paragraphs: string[]]

export const PAPERS = ['announcement', 'questions', 'managers'] as const
export type PaperName = (typeof PAPERS)[number]
export const LAUNCH_LANGUAGES = ['en', 'es'] as const
export type LaunchLanguage = (typeof LAUNCH_LANGUAGES)[number]

type Pack = Readonly<Record<PaperName, (facts: LaunchFacts) => Paper>>

const en: Pack = {
  announcement: ({ company, sponsor, sponsorTitle, day, contact }) => ({
    name: 'announcement',
    title: `A coach for you, from ${day}`,
    parts: [
      [
        'What begins',
        `From ${day} on, people in the program at ${company} have a coach in Microsoft Teams: ConsciousInsights. It helps you to pick one small thing to do differently, to plan when, and to look back on how it went.`,
        'You do not have to install or set up anything. On the first day it asks whether you want it. If you say no, it stays quiet.'
      ],
      [
        'What stays yours',
        'Nobody at the company reads your conversations. HR sees counts over groups, never a name, and no group of fewer than eight people.',
        'You decide how often it writes, pause it, stop it, or have everything of yours erased. The private tab in Teams keeps a conversation out of the company’s Teams chat.'
      ],
      ['Who stands behind it', `${sponsor}, ${sponsorTitle}`, `Questions: ${contact}`]
    ]
  }),
  questions: ({ company, day, start, end, contact, model }) => ({
    name: 'questions-and-answers',
    title: 'Questions and answers',
    parts: [
      [
        'Do I have to take part?',
        'No. It asks once and takes no for an answer. Saying no has no consequences and nobody is told.'
      ],
      [
        'Who reads what I write?',
        `Nobody at ${company}. What you type in the Teams chat also lies in the company’s Teams, as every chat does; the private tab does not. If somebody at ConsciousInsights ever had to look, for a fault that you reported, two people have to agree, it is limited in time, and you are told.`
      ],
      [
        'What does HR see?',
        'Counts, such as how many people made a plan. Never a name, and nothing for fewer than eight people.'
      ],
      ['What does my manager see?', 'Nothing. There is no view of a person for managers.'],
      [
        'When does it write?',
        `From ${day} on, within your own working time (${start} to ${end} where you have set nothing else), twice a week at most unless you choose more.`
      ],
      ['Is it a person?', 'No, and it says so. In danger or in need it names people whom you can call.'],
      [
        'Who writes the answers?',
        model
          ? `Most of them a language model that ${company} chose, at ${model}. It gets the conversation and what you let the coach know of your work; your name and e-mail are not handed over. The text that you agree to says so too.`
          : 'People: it leads dialogues that were written by people. No language model is used.'
      ],
      [
        'Can I have my data, or have it erased?',
        'Yes, on the page “What is known about me”, or by writing “delete my data” to the coach.'
      ],
      ['Whom do I ask?', contact]
    ]
  }),
  managers: ({ company, sponsor, day, contact }) => ({
    name: 'note-for-managers',
    title: 'A note for managers',
    parts: [
      [
        'What your people get',
        `On ${day} the coach asks the people of the program at ${company} whether they want to take part. Those who do get a small action once or twice a week, in their working hours.`
      ],
      [
        'What helps',
        'Say in your next meeting that you know about it and that taking part is up to each person.',
        'Give time: an action takes two to ten minutes.',
        'If somebody tells you of a plan, ask how it went, and listen.'
      ],
      [
        'What harms',
        'Asking who said yes. Asking what somebody wrote. Counting. The coach is worth something only while it is private.'
      ],
      ['More', `${sponsor} stands behind the program. Questions: ${contact}`]
    ]
  })
}

const es: Pack = {
  announcement: ({ company, sponsor, sponsorTitle, day, contact }) => ({
    name: 'anuncio',
    title: `Un coach para ti, desde el ${day}`,
    parts: [
      [
        'Qué empieza',
        `Desde el ${day}, las personas del programa en ${company} tienen un coach en Microsoft Teams: ConsciousInsights. Ayuda a elegir algo pequeño que hacer de otra manera, a planear cuándo y a mirar después cómo fue.`,
        'No hay que instalar ni configurar nada. El primer día pregunta si lo quieres. Si dices que no, se queda en silencio.'
      ],
      [
        'Qué sigue siendo tuyo',
        'Nadie de la empresa lee tus conversaciones. Recursos Humanos ve cifras de grupos, nunca un nombre, y de ningún grupo de menos de ocho personas.',
        'Tú decides cada cuánto escribe; puedes pausarlo, pararlo o pedir que se borre todo lo tuyo. La pestaña privada de Teams deja una conversación fuera del chat de la empresa.'
      ],
      ['Quién lo respalda', `${sponsor}, ${sponsorTitle}`, `Preguntas: ${contact}`]
    ]
  }),
  questions: ({ company, day, start, end, contact, model }) => ({
    name: 'preguntas-y-respuestas',
    title: 'Preguntas y respuestas',
    parts: [
      [
        '¿Tengo que participar?',
        'No. Pregunta una vez y acepta un no. Decir que no no tiene consecuencias y no se le cuenta a nadie.'
      ],
      [
        '¿Quién lee lo que escribo?',
        `Nadie de ${company}. Lo que escribes en el chat de Teams también está en el Teams de la empresa, como cualquier chat; la pestaña privada, no. Si alguna vez alguien de ConsciousInsights tuviera que mirar, por un fallo que tú contaste, hacen falta dos personas, es por tiempo limitado y se te avisa.`
      ],
      [
        '¿Qué ve Recursos Humanos?',
        'Cifras, como cuántas personas hicieron un plan. Nunca un nombre, y nada de menos de ocho personas.'
      ],
      ['¿Qué ve mi responsable?', 'Nada. No existe ninguna vista de una persona para jefaturas.'],
      [
        '¿Cuándo escribe?',
        `Desde el ${day}, dentro de tu horario laboral (de ${start} a ${end} si no has elegido otro), dos veces por semana como mucho, salvo que quieras más.`
      ],
      ['¿Es una persona?', 'No, y lo dice. Ante un peligro o una necesidad nombra a personas a quienes llamar.'],
      [
        '¿Quién escribe las respuestas?',
        model
          ? `La mayoría, un modelo de lenguaje que eligió ${company}, en ${model}. Recibe la conversación y lo que dejas saber al coach de tu trabajo; no se le entregan tu nombre ni tu correo. El texto que aceptas también lo dice.`
          : 'Personas: lleva diálogos escritos por personas. No se usa ningún modelo de lenguaje.'
      ],
      [
        '¿Puedo tener mis datos, o que se borren?',
        'Sí, en la página «Lo que se sabe de mí», o escribiendo «borra mis datos» al coach.'
      ],
      ['¿A quién pregunto?', contact]
    ]
  }),
  managers: ({ company, sponsor, day, contact }) => ({
    name: 'nota-para-jefaturas',
    title: 'Nota para jefaturas',
    parts: [
      [
        'Qué recibe tu gente',
        `El ${day} el coach pregunta a las personas del programa en ${company} si quieren participar. Quienes quieren reciben una acción pequeña una o dos veces por semana, en su horario laboral.`
      ],
      [
        'Qué ayuda',
        'Di en la próxima reunión que lo conoces y que participar depende de cada quien.',
        'Da tiempo: una acción lleva de dos a diez minutos.',
        'Si alguien te cuenta un plan, pregunta cómo fue y escucha.'
      ],
      [
        'Qué daña',
        'Preguntar quién dijo que sí. Preguntar qué escribió alguien. Contar. El coach solo vale mientras es privado.'
      ],
      ['Más', `${sponsor} respalda el programa. Preguntas: ${contact}`]
    ]
  })
}

const PACKS: Readonly<Record<LaunchLanguage, Pack>> = { en, es }

const escaped = (text: string): string => text.replaceAll(/[&<>"']/gu, sign => `&#${String(sign.codePointAt(0))};`)

/** A page that prints and that a word processor opens. */
export function launchPaper(language: LaunchLanguage, paper: PaperName, facts: LaunchFacts) {
  const { name, title, parts } = PACKS[language][paper](facts)
  const body = parts.map(
    ([heading, ...paragraphs]) =>
      `<h2>${escaped(heading)}</h2>${paragraphs.map(text => `<p>${escaped(text)}</p>`).join('')}`
  )
  const style =
    'body{font:16px/1.5 "Segoe UI",sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}h1{font-size:1.6rem;line-height:1.25}h2{font-size:1.1rem;break-after:avoid}'
  const html = `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escaped(title)}</title><style>${style}</style></head><body><h1>${escaped(title)}</h1>${body.join('')}</body></html>`
  return { fileName: `${name}.${language}.html`, title, html }
}
