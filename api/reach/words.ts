/** What people read beside the chat: in the activity feed, in mails, on the pages that a mail's links open. English and Spanish. */
export type Language = 'en' | 'es'

export type MailAnswerKey = 'done' | 'next_week' | 'not_relevant' | 'pause' | 'stop' | 'kept' | 'missed'

export type Words = {
  readonly feed: { readonly nudge: string; readonly welcome: string; readonly test: string }
  readonly mail: {
    readonly subject: string
    readonly welcomeSubject: string
    readonly welcome: (company: string) => readonly string[]
    readonly openWelcome: string
    readonly followUp: readonly string[]
    readonly answers: Readonly<Record<MailAnswerKey, string>>
    readonly open: string
    readonly why: string
    readonly stop: string
  }
  readonly pages: {
    readonly ask: (answer: string) => { readonly title: string; readonly body: string }
    readonly confirm: string
    readonly answered: { readonly title: string; readonly body: string }
    readonly ended: { readonly title: string; readonly body: string }
    readonly stopAsk: { readonly title: string; readonly body: string }
    readonly stopConfirm: string
    readonly stopped: { readonly title: string; readonly body: string }
  }
}

const en: Words = {
  feed: {
    nudge: 'A thought from your coach',
    welcome: 'Your coach would like to introduce itself',
    test: 'This is the test that you asked for: the activity feed works'
  },
  mail: {
    subject: 'A thought from your coach',
    welcomeSubject: 'Your coach would like to introduce itself',
    welcome: company => [
      `${company} offers you a coach: short conversations, and at most two small suggestions a week, in your working hours.`,
      'Nothing starts before you agree, and nobody is told what you decide. The page behind the link says what is kept and who can see it.'
    ],
    openWelcome: 'Read it and decide',
    followUp: ['You had planned something for about now. Did it happen?', 'Your plan itself stays on your own page.'],
    answers: {
      done: 'Done',
      next_week: 'Next week',
      not_relevant: 'Not relevant to me',
      pause: 'Pause for two weeks',
      stop: 'Send me no more of these',
      kept: 'It happened',
      missed: 'Not this time'
    },
    open: 'Open your page',
    why: 'You get this by mail because your coach cannot reach you in Teams. Install the app there, and it comes as a chat.',
    stop: 'No more mail from the coach'
  },
  pages: {
    ask: answer => ({ title: answer, body: 'Press the button and it is noted. Nothing has been noted yet.' }),
    confirm: 'Yes, note it',
    answered: { title: 'Noted', body: 'Thank you. You can close this page.' },
    ended: {
      title: 'This link has ended',
      body: 'It was for one message, and only for a while. Everything it offered is also on your own page in Teams.'
    },
    stopAsk: {
      title: 'No more mail from the coach?',
      body: 'You still hear from it in Teams. You can switch mail on again on your own page.'
    },
    stopConfirm: 'Yes, no more mail',
    stopped: { title: 'You get no more mail', body: 'It counts from now on. You can close this page.' }
  }
}

const es: Words = {
  feed: {
    nudge: 'Una idea de tu coach',
    welcome: 'Tu coach quiere presentarse',
    test: 'Esta es la prueba que pediste: las notificaciones de actividad funcionan'
  },
  mail: {
    subject: 'Una idea de tu coach',
    welcomeSubject: 'Tu coach quiere presentarse',
    welcome: company => [
      `${company} pone a tu alcance un coach: conversaciones cortas y, como mucho, dos sugerencias pequeñas por semana, en tu horario de trabajo.`,
      'Nada empieza antes de que aceptes, y nadie se entera de lo que decidas. La página del enlace explica qué se guarda y quién puede verlo.'
    ],
    openWelcome: 'Leerlo y decidir',
    followUp: ['Tenías planeado algo para estos momentos. ¿Pudo ser?', 'El plan en sí se queda en tu propia página.'],
    answers: {
      done: 'Hecho',
      next_week: 'La próxima semana',
      not_relevant: 'No es para mí',
      pause: 'Pausa de dos semanas',
      stop: 'No quiero recibir más',
      kept: 'Sí, lo hice',
      missed: 'Esta vez no'
    },
    open: 'Abrir tu página',
    why: 'Te llega por correo porque tu coach no puede escribirte en Teams. Instala ahí la aplicación y te llegará como chat.',
    stop: 'No más correos del coach'
  },
  pages: {
    ask: answer => ({ title: answer, body: 'Pulsa el botón y queda anotado. Todavía no se ha anotado nada.' }),
    confirm: 'Sí, anótalo',
    answered: { title: 'Anotado', body: 'Gracias. Puedes cerrar esta página.' },
    ended: {
      title: 'Este enlace ya no sirve',
      body: 'Era para un solo mensaje y por un tiempo. Todo lo que ofrecía está también en tu página de Teams.'
    },
    stopAsk: {
      title: '¿No más correos del coach?',
      body: 'Te seguirá escribiendo en Teams. Puedes volver a activar el correo en tu página.'
    },
    stopConfirm: 'Sí, no más correos',
    stopped: { title: 'Ya no recibirás correos', body: 'Cuenta desde ahora. Puedes cerrar esta página.' }
  }
}

export const languageOf = (locale: string): Language => (locale.toLowerCase().startsWith('es') ? 'es' : 'en')

export const wordsIn = (locale: string): Words => (languageOf(locale) === 'es' ? es : en)
