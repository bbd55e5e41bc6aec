/** Everything the bot says in its own words, English and Spanish, each written for its readers. */
import type { NudgeAnswer } from '../api/contract/nudges.ts'

export type Locale = 'en' | 'es'
export const localeOf = (locale: string): Locale => (locale.toLowerCase().startsWith('es') ? 'es' : 'en')

type Company = { readonly name: string; readonly sponsor: { readonly name: string; readonly title: string } }
type IfThen = { readonly cue: string; readonly action: string }

const en = {
  /** Shown where a message pops up on a screen that others may see. */
  toast: 'A thought from your coach',
  toastReport: 'A report from ConsciousInsights',
  openTab: 'Open the private tab',
  openPage: 'Open the set-up page',
  tabHint: 'Private: what you write in the tab does not pass through Teams.',
  agreement: {
    asked: 'I have not kept what you just wrote. First, this:',
    title: 'A coach beside your work, if you like',
    invites: ({ name, sponsor }: Company) => `${sponsor.name}, ${sponsor.title} at ${name}, invites you to try it.`,
    what: 'Now and then I bring one small idea for your working day, about two minutes. You can also write to me whenever you like.',
    ai: 'I am ConsciousInsights, an AI program. What I generate carries the label “AI-generated”.',
    not: 'I am not therapy, not HR and not legal advice, and nothing here is used to rate, pay or promote you.',
    whoTitle: 'Who sees what',
    who: ({ name }: Company) => [
      `This Teams chat lies in ${name}’s own Microsoft tenant, where its administrators can reach it under its rules. What you write in the private tab goes to the coach only.`,
      `${name} gets counts of at least eight people: never your name, never your words.`,
      'Your conversation and plans are kept sealed with a key of your own, until you erase them.'
    ],
    stop: '“stop” and “pause” work at any time.',
    give: 'Yes, let’s start',
    decline: 'Not for me',
    given:
      'You said yes. Write me one line whenever you like: what would you like to be a little different by the end of this week?',
    declined: 'Understood: this is not for you. Nothing more will come. If you change your mind, write “hello”.'
  },
  nudge: {
    answers: {
      done: 'Done',
      later_today: 'Later today',
      next_week: 'Next week',
      not_relevant: 'Not relevant to me',
      fewer: 'Fewer of these',
      pause: 'Pause for two weeks',
      stop: 'Stop them all'
    } satisfies Readonly<Record<NudgeAnswer, string>>,
    why: 'Why this?',
    whyYou: 'Why you',
    whyNow: 'Why now',
    data: 'Data used',
    evidence: 'What it rests on',
    decided: {
      done: 'You did it. Noted.',
      not_relevant: 'Not relevant: this one will not come again.',
      fewer: 'Fewer from now on.',
      stop: 'Stopped. Nothing more will come unasked; you can still write to me.'
    },
    again: (when: string) => `It comes again on ${when}.`,
    notAgain: 'Put aside. It will not come again.',
    pausedUntil: (when: string) => `Paused until ${when}.`
  },
  plan: {
    title: 'Your plan',
    text: ({ cue, action }: IfThen) => `If ${cue}, then I will ${action}.`,
    accept: 'Keep it',
    change: 'Change it',
    drop: 'Drop it',
    cueLabel: 'If …',
    actionLabel: 'then I will …',
    accepted: (when: string | undefined) =>
      when ? `Kept. I will ask you once, on ${when}.` : 'Kept. I will not ask; it is in your tab.',
    askAnew: 'The old plan is dropped. Write me your new one like this: “if …, then I will …”.',
    followUp: 'Did it happen?',
    outcomes: { kept: 'Yes, it did', missed: 'Not this time', dropped: 'Let it go' },
    closed: {
      kept: 'It happened. What made it work is worth remembering.',
      missed: 'Not this time. Write to me if a smaller step would fit better.',
      dropped: 'Let go. Nothing more comes about it.'
    }
  },
  crisis: { title: 'From people, not from the program' },
  report: {
    people: (count: number) => `${count} people stand behind these figures.`,
    count: 'People',
    figure: 'Figure',
    value: 'People',
    group: 'Group',
    active: 'Talked with the coach',
    completed: 'Completed a course',
    blank: 'blank',
    open: 'Open the report',
    tooFew: (smallest: number) => `No group under ${smallest} people is ever shown.`
  },
  hrChannel: {
    ask: 'Shall the aggregate reports for HR come to this channel? Everybody in it will see them. HR or an admin of your company decides.',
    yes: 'Yes, send them here',
    no: 'No',
    confirmed: 'Reports for HR come to this channel. To end that, remove the app from it.',
    removed: 'No reports come to this channel.'
  },
  connect: {
    title: 'Connect, once',
    body: 'I cannot tell yet which person at your company you are. Your company signs you in on a page, and the page shows a code to enter here.',
    start: 'Connect',
    steps: ['Open the page and sign in as at work.', 'Enter here the six digits that it shows, within five minutes.'],
    open: 'Open the page',
    code: 'Code from the page',
    enter: 'Enter the code',
    again: 'Start again',
    wrong_code: 'That is not the code on the page. Look again.',
    expired: 'That code is no longer open. Start again.',
    person_linked: 'You are connected to another Teams account. If it is not yours, tell your company’s CI admin now.',
    done: 'Connected. Write me anything from your working day.'
  },
  refusal: {
    notYours: 'This card belongs to somebody else.',
    gone: 'This is no longer there. Nothing was changed.',
    hrOnly: 'Only HR or an admin of your company can decide this.',
    noAccess: 'Your account has no access right now. Ask the people who run ConsciousInsights at your company.',
    failed: 'That did not work, and nothing was changed. Press again in a minute.'
  },
  notice: {
    help: 'Write me anything from your working day and I will think it through with you. “pause” holds my messages for two weeks, “stop” ends them, “why” tells why the last one came, “privately” opens the private tab. For an emergency, call your local emergency number.',
    stopped: 'Stopped. Nothing more will come unasked. You can still write to me.',
    paused: (until: string) => `Paused until ${until}. You can still write to me.`,
    privately: 'What you write in the private tab goes to the coach only, not through Teams.',
    why: ({ action, whyYou, whyNow, evidence }: { action: string; whyYou: string; whyNow: string; evidence: string }) =>
      [`The last one was: “${action}”`, whyYou, whyNow, evidence].filter(Boolean).join('\n\n'),
    nothingToExplain: 'I have not sent you anything unasked yet.',
    notKept: 'You said that this is not for you, so I keep nothing of what you write. The card below changes that.',
    unlinked: 'I cannot tell yet which person at your company you are. Connect once, then write again.',
    linked:
      'This Teams account is connected to you now: you signed in through your company and entered the code here. Was that not you? Tell your company’s CI admin at once.',
    linkedByNumber:
      'This Teams account is connected to you now: Microsoft and your company’s directory give the same employee number for it. Is that not you? Tell your company’s CI admin at once.',
    parted:
      'An admin of your company disconnected this Teams account, so I send nothing more here. If that was a mistake, write to me: I will show you how to connect again.',
    noAccess: 'Your account has no access right now. Ask the people who run ConsciousInsights at your company.',
    unknownTenant: 'Your company does not use ConsciousInsights yet. If it should, ask your HR team to write to us.',
    groupOnly: 'I only talk in private. Open a chat with me and write there.',
    tooLong: 'That is more than I can take at once. Please send it in parts of about a page.',
    braked:
      'Many people have just lost their access at once. They are out, and that stays so. Their courses are kept until you say whether they really left. It waits for you on the set-up page.'
  }
}

export type Words = typeof en

const es: Words = {
  toast: 'Una idea de tu coach',
  toastReport: 'Un informe de ConsciousInsights',
  openTab: 'Abrir la pestaña privada',
  openPage: 'Abrir la página de configuración',
  tabHint: 'Privado: lo que escribes en la pestaña no pasa por Teams.',
  agreement: {
    asked: 'No he guardado lo que acabas de escribir. Antes, esto:',
    title: 'Un coach junto a tu trabajo, si quieres',
    invites: ({ name, sponsor }) => `${sponsor.name}, ${sponsor.title} en ${name}, te invita a probarlo.`,
    what: 'De vez en cuando te traigo una idea pequeña para tu día de trabajo, de unos dos minutos. También puedes escribirme cuando quieras.',
    ai: 'Soy ConsciousInsights, un programa de IA. Lo que genero lleva la etiqueta «generado por IA».',
    not: 'No soy terapia, ni Recursos Humanos, ni asesoría legal, y nada de esto sirve para evaluarte, pagarte o ascenderte.',
    whoTitle: 'Quién ve qué',
    who: ({ name }) => [
      `Este chat de Teams está en el entorno de Microsoft de ${name}, y sus administradores pueden acceder a él según sus reglas. Lo que escribes en la pestaña privada llega solo al coach.`,
      `${name} recibe recuentos de al menos ocho personas: nunca tu nombre, nunca tus palabras.`,
      'Tu conversación y tus planes se guardan sellados con una clave tuya, hasta que los borres.'
    ],
    stop: '«alto» y «pausa» funcionan en todo momento.',
    give: 'Sí, empecemos',
    decline: 'No es para mí',
    given:
      'Dijiste que sí. Escríbeme una línea cuando quieras: ¿qué te gustaría que fuera un poco distinto al final de esta semana?',
    declined: 'Entendido: no es para ti. No llegará nada más. Si cambias de opinión, escribe «hola».'
  },
  nudge: {
    answers: {
      done: 'Hecho',
      later_today: 'Hoy más tarde',
      next_week: 'La próxima semana',
      not_relevant: 'No me sirve',
      fewer: 'Menos mensajes',
      pause: 'Pausa de dos semanas',
      stop: 'No quiero más'
    },
    why: '¿Por qué esto?',
    whyYou: 'Por qué tú',
    whyNow: 'Por qué ahora',
    data: 'Datos usados',
    evidence: 'En qué se apoya',
    decided: {
      done: 'Lo hiciste. Anotado.',
      not_relevant: 'No te sirve: este no volverá a llegar.',
      fewer: 'Menos a partir de ahora.',
      stop: 'Se acabó. No llegará nada que no pidas; puedes seguir escribiéndome.'
    },
    again: when => `Volverá el ${when}.`,
    notAgain: 'Lo dejamos. No volverá a llegar.',
    pausedUntil: when => `En pausa hasta el ${when}.`
  },
  plan: {
    title: 'Tu plan',
    text: ({ cue, action }) => `Si ${cue}, entonces ${action}.`,
    accept: 'Me lo quedo',
    change: 'Cambiarlo',
    drop: 'Dejarlo',
    cueLabel: 'Si …',
    actionLabel: 'entonces …',
    accepted: when =>
      when ? `Guardado. Te preguntaré una vez, el ${when}.` : 'Guardado. No preguntaré; está en tu pestaña.',
    askAnew: 'El plan anterior queda descartado. Escríbeme el nuevo así: «si …, entonces …».',
    followUp: '¿Se cumplió?',
    outcomes: { kept: 'Sí', missed: 'Esta vez no', dropped: 'Dejarlo ir' },
    closed: {
      kept: 'Se cumplió. Vale la pena recordar qué ayudó.',
      missed: 'Esta vez no. Escríbeme si encajaría mejor un paso más pequeño.',
      dropped: 'Queda atrás. No llegará nada más sobre esto.'
    }
  },
  crisis: { title: 'De personas, no del programa' },
  report: {
    people: count => `Detrás de estas cifras hay ${count} personas.`,
    count: 'Personas',
    figure: 'Cifra',
    value: 'Personas',
    group: 'Grupo',
    active: 'Conversaron con el coach',
    completed: 'Completaron un curso',
    blank: 'en blanco',
    open: 'Abrir el informe',
    tooFew: smallest => `Nunca se muestra un grupo de menos de ${smallest} personas.`
  },
  hrChannel: {
    ask: '¿Quieren recibir en este canal los informes agregados para Recursos Humanos? Los verá todo el canal. Lo decide Recursos Humanos o un administrador de la empresa.',
    yes: 'Sí, envíalos aquí',
    no: 'No',
    confirmed:
      'Los informes para Recursos Humanos llegan a este canal. Para terminarlo, quita la aplicación del canal.',
    removed: 'A este canal no llegan informes.'
  },
  connect: {
    title: 'Conéctate, una vez',
    body: 'Todavía no sé qué persona de tu empresa eres. Tu empresa inicia tu sesión en una página, y la página muestra un código para escribirlo aquí.',
    start: 'Conectar',
    steps: [
      'Abre la página e inicia sesión como en el trabajo.',
      'Escribe aquí los seis dígitos que muestra, en los próximos cinco minutos.'
    ],
    open: 'Abrir la página',
    code: 'Código de la página',
    enter: 'Enviar el código',
    again: 'Empezar de nuevo',
    wrong_code: 'Ese no es el código de la página. Míralo otra vez.',
    expired: 'Ese código ya no está abierto. Empieza de nuevo.',
    person_linked:
      'Ya tienes otra cuenta de Teams conectada. Si no es tuya, avisa ahora a quien administra CI en tu empresa.',
    done: 'Listo, ya te conozco. Escríbeme lo que quieras de tu día de trabajo.'
  },
  refusal: {
    notYours: 'Esta tarjeta es de otra persona.',
    gone: 'Esto ya no existe. No se cambió nada.',
    hrOnly: 'Solo Recursos Humanos o un administrador de tu empresa puede decidirlo.',
    noAccess:
      'Tu cuenta no tiene acceso en este momento. Pregunta a quienes administran ConsciousInsights en tu empresa.',
    failed: 'No funcionó y no se cambió nada. Vuelve a pulsar en un minuto.'
  },
  notice: {
    help: 'Escríbeme cualquier cosa de tu día de trabajo y la pensamos juntos. «pausa» detiene mis mensajes dos semanas, «alto» los termina, «por qué» explica el último, «en privado» abre la pestaña privada. En una emergencia, llama al número de emergencias de tu país.',
    stopped: 'Se acabó. No llegará nada que no pidas. Puedes seguir escribiéndome.',
    paused: until => `En pausa hasta el ${until}. Puedes seguir escribiéndome.`,
    privately: 'Lo que escribes en la pestaña privada llega solo al coach, sin pasar por Teams.',
    why: ({ action, whyYou, whyNow, evidence }) =>
      [`El último fue: «${action}»`, whyYou, whyNow, evidence].filter(Boolean).join('\n\n'),
    nothingToExplain: 'Todavía no te he enviado nada por mi cuenta.',
    notKept:
      'Dijiste que esto no es para ti, así que no guardo nada de lo que escribes. La tarjeta siguiente lo cambia.',
    unlinked: 'Todavía no sé qué persona de tu empresa eres. Conéctate una vez y vuelve a escribir.',
    linked:
      'Esta cuenta de Teams ya está conectada contigo: tu empresa inició tu sesión y escribiste el código aquí. ¿No fuiste tú? Avisa enseguida a quien administra CI en tu empresa.',
    linkedByNumber:
      'Esta cuenta de Teams ya está conectada contigo: Microsoft y el directorio de tu empresa le dan el mismo número de empleado. ¿No eres tú? Avisa enseguida a quien administra CI en tu empresa.',
    parted:
      'Administración de tu empresa desconectó esta cuenta de Teams, así que aquí no te envío nada más. Si fue un error, escríbeme: te muestro cómo conectarte de nuevo.',
    noAccess:
      'Tu cuenta no tiene acceso en este momento. Pregunta a quienes administran ConsciousInsights en tu empresa.',
    unknownTenant:
      'Tu empresa todavía no usa ConsciousInsights. Si debería, pide a tu equipo de Recursos Humanos que nos escriba.',
    groupOnly: 'Solo hablo en privado. Abre un chat conmigo y escríbeme ahí.',
    tooLong: 'Es más de lo que puedo leer de una vez. Envíalo en partes de una página, más o menos.',
    braked:
      'Muchas personas acaban de perder el acceso a la vez. Ya están fuera, y eso no cambia. Sus cursos se conservan hasta que digas si de verdad se fueron. Te espera en la página de configuración.'
  }
}

export const wordsFor = (locale: Locale): Words => (locale === 'es' ? es : en)
