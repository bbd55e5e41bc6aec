/** What people read about their nudges and what they decide about them. English and Spanish, each written for its readers. */
import type { GivenAnswer, NudgeAnswer, NudgeView } from '../api/contract/nudges.ts'
import { RECEIPT_WORDS } from '../api/contract/receipt-words.ts'

const en = {
  ownNudges: {
    ...RECEIPT_WORDS.en,
    coming: 'Coming',
    came: 'What came',
    yours: 'Yours to decide',
    yoursBody: 'Only you see and change this. Your company does not.',
    nothingComing: 'Nothing is planned right now.',
    nothingCame: ['Nothing has come yet', 'Your coach writes in your working hours, a few times a week at most.'],
    noYes: {
      none: 'It begins with your yes, which you give on the page “Coach”.',
      declined: 'You said it is not for you, so nothing comes. You can start on the page “Coach” whenever you like.'
    },
    noTeams: 'The app is not in your Teams yet, so messages cannot reach you. Add it there, or ask your IT team.',
    example: 'This is what one looks like',
    exampleAction: 'Thank one colleague for one thing they did this week, and say what it made possible.',
    exampleWhy: 'Beneath it you read why you got it, and one tap says: done, later, or not relevant.',
    older: (count: number) => `Show ${count} earlier`,
    states: {
      planned: 'Planned',
      queued: 'On its way',
      sent: 'Waiting for you',
      answered: 'Answered',
      held: 'Held back',
      cancelled: 'Cancelled',
      failed: 'Not delivered',
      unreachable: 'Could not reach you',
      expired: 'Expired unsent'
    } satisfies Record<NudgeView['state'], string>,
    answers: {
      done: 'Done',
      later_today: 'Later today',
      next_week: 'Next week',
      not_relevant: 'Not relevant',
      fewer: 'Fewer',
      pause: 'Pause',
      stop: 'Stop'
    } satisfies Record<NudgeAnswer, string>,
    answered: {
      done: 'You did it',
      later_today: 'You put it off until later',
      next_week: 'You put it off by a week',
      not_relevant: 'You said it is not relevant; it does not come again',
      fewer: 'You asked for fewer',
      pause: 'You asked for a pause',
      stop: 'You stopped the messages',
      not_yet: 'It did not happen this time',
      dropped: 'You let it go'
    } satisfies Record<GivenAnswer, string>,
    checkIn: { done: 'Go on as before', fewer: 'Less often' } as Partial<Record<NudgeAnswer, string>>,
    wentOn: 'You said: go on as before',
    notHere: 'The link leads to a message that is no longer here, or is not yours.',
    answerOf: (answer: string, action: string) => `${answer}: ${action}`,
    again: (when: string) => `It comes again on ${when}.`,
    saved: 'Saved.',
    undo: 'Undo',
    undone: 'Undone. It is as it was.',
    budget: 'How many',
    perWeek: (count: number) =>
      count === 0
        ? 'None by itself: only follow-ups that you ask for.'
        : `At most ${count} a week, at least 20 hours apart. Follow-ups that you ask for do not count.`,
    pause: 'Pause',
    pauseBody: 'Nothing comes until that day; then it goes on by itself.',
    pauseUntil: 'Pause until',
    paused: (day: string) => `Paused. It goes on by itself on ${day}.`,
    resume: 'Go on now',
    resumed: 'The pause is over.',
    away: 'Away',
    awayBody: 'On leave or traveling? What falls due waits, and does not come all at once.',
    awayUntil: 'My first day back',
    saveDay: 'Save day',
    isAway: (day: string) => `You are away. Your first day back is ${day}.`,
    back: 'I am back',
    isBack: 'Messages may come again.',
    from: 'From',
    to: 'To',
    days: 'Days',
    frame: (from: string, to: string, by: { readonly law: string | null; readonly agreement: boolean }) => {
      const limits = [by.law, by.agreement && 'your company’s works agreement'].filter(Boolean).join('; ')
      return `Whatever anybody chooses, nothing comes before ${from} or after ${to}${limits ? ` (${limits})` : ''}.`
    },
    hoursOutside: 'Your hours lie wholly outside of that: nothing comes until you choose others.',
    publicHolidays: 'Nothing comes on public holidays where you work.',
    quietDays: (days: string) => `Your company’s next days without messages: ${days}.`,
    hoursOrder: 'The end must be later than the start.',
    oneDay: 'Choose at least one day. To hear nothing, choose 0 above or stop.',
    save: 'Save hours',
    companyHours: 'Use my company’s hours',
    zone: 'Time zone',
    language: 'Language of messages',
    automatic: 'Automatic',
    languages: { en: 'English', es: 'Español' },
    focus: 'What you want to grow in',
    focusBody: 'Up to three; the first counts most. They decide what comes.',
    focusPlaces: ['First', 'Second', 'Third'],
    noFocus: 'None',
    stop: 'Stop',
    stopBody: 'Nothing more comes, follow-ups included. Courses and plans stay, and your company is not told.',
    stopButton: 'Stop all messages',
    stopTitle: 'Stop all messages from your coach?',
    keep: 'Keep them',
    stopped: 'You stopped the messages. Nothing comes.',
    start: 'Start again',
    started: 'Started again. The next one is planned.',
    why: 'Why this?',
    noReceipt: 'The full record could not be loaded. Close and open this to try again.'
  }
}

const es: typeof en = {
  ownNudges: {
    ...RECEIPT_WORDS.es,
    coming: 'Lo que viene',
    came: 'Lo que llegó',
    yours: 'Tú decides',
    yoursBody: 'Solo tú lo ves y lo cambias. Tu empresa, no.',
    nothingComing: 'Ahora mismo no hay nada planeado.',
    nothingCame: [
      'Aún no ha llegado nada',
      'Tu coach escribe en tu horario laboral, unas pocas veces por semana como mucho.'
    ],
    noYes: {
      none: 'Empieza con tu sí, que das en la página «Coach».',
      declined: 'Dijiste que no es para ti, así que no llega nada. Puedes empezar en la página «Coach» cuando quieras.'
    },
    noTeams:
      'La aplicación aún no está en tu Teams y los mensajes no pueden llegarte. Agrégala allí, o pide ayuda a tu equipo de TI.',
    example: 'Así se ve uno',
    exampleAction: 'Agradece a alguien una cosa concreta que hizo esta semana y di qué hizo posible.',
    exampleWhy: 'Debajo lees por qué te llegó, y con un toque dices: hecho, más tarde o no me sirve.',
    older: count => `Mostrar ${count} anteriores`,
    states: {
      planned: 'Planeado',
      queued: 'En camino',
      sent: 'Espera tu respuesta',
      answered: 'Respondido',
      held: 'Retenido',
      cancelled: 'Cancelado',
      failed: 'No entregado',
      unreachable: 'No pudimos llegar a ti',
      expired: 'Venció sin enviarse'
    },
    answers: {
      done: 'Hecho',
      later_today: 'Más tarde',
      next_week: 'La semana que viene',
      not_relevant: 'No me sirve',
      fewer: 'Menos',
      pause: 'Pausar',
      stop: 'Detener'
    },
    answered: {
      done: 'Lo hiciste',
      later_today: 'Lo dejaste para más tarde',
      next_week: 'Lo dejaste para la semana siguiente',
      not_relevant: 'Dijiste que no te sirve; no vuelve',
      fewer: 'Pediste menos',
      pause: 'Pediste una pausa',
      stop: 'Detuviste los mensajes',
      not_yet: 'Esta vez no se cumplió',
      dropped: 'Lo dejaste ir'
    },
    checkIn: { done: 'Seguir como antes', fewer: 'Menos a menudo' },
    wentOn: 'Dijiste: que siga como antes',
    notHere: 'El enlace lleva a un mensaje que ya no está aquí o que no es tuyo.',
    answerOf: (answer, action) => `${answer}: ${action}`,
    again: when => `Vuelve el ${when}.`,
    saved: 'Guardado.',
    undo: 'Deshacer',
    undone: 'Deshecho. Está como antes.',
    budget: 'Cuántos',
    perWeek: count =>
      count === 0
        ? 'Ninguno por iniciativa propia: solo los seguimientos que pidas.'
        : `Como máximo ${count} por semana, con al menos 20 horas entre ellos. Los seguimientos que pides no cuentan.`,
    pause: 'Pausa',
    pauseBody: 'No llega nada hasta ese día; después sigue sin que hagas nada.',
    pauseUntil: 'Pausar hasta el',
    paused: day => `En pausa. Sigue por sí solo el ${day}.`,
    resume: 'Seguir ahora',
    resumed: 'La pausa terminó.',
    away: 'Ausencia',
    awayBody: '¿Vacaciones o viaje? Lo que toque espera, y no llega todo de golpe.',
    awayUntil: 'Mi primer día de vuelta',
    saveDay: 'Guardar día',
    isAway: day => `Estás fuera. Tu primer día de vuelta es el ${day}.`,
    back: 'Ya volví',
    isBack: 'Ya pueden llegar mensajes.',
    from: 'Desde',
    to: 'Hasta',
    days: 'Días',
    frame: (from, to, by) => {
      const limits = [by.law, by.agreement && 'el acuerdo laboral de tu empresa'].filter(Boolean).join('; ')
      return `Elija quien elija, no llega nada antes de las ${from} ni después de las ${to}${limits ? ` (${limits})` : ''}.`
    },
    hoursOutside: 'Tus horas quedan por completo fuera: no llega nada hasta que elijas otras.',
    publicHolidays: 'En los festivos de donde trabajas no llega nada.',
    quietDays: days => `Próximos días sin mensajes en tu empresa: ${days}.`,
    hoursOrder: 'El final tiene que ser posterior al comienzo.',
    oneDay: 'Elige al menos un día. Para no recibir nada, elige 0 arriba o detén los mensajes.',
    save: 'Guardar horas',
    companyHours: 'Usar el horario de mi empresa',
    zone: 'Zona horaria',
    language: 'Idioma de los mensajes',
    automatic: 'Automático',
    languages: { en: 'English', es: 'Español' },
    focus: 'En qué quieres crecer',
    focusBody: 'Hasta tres; la primera cuenta más. Deciden qué llega.',
    focusPlaces: ['Primera', 'Segunda', 'Tercera'],
    noFocus: 'Ninguna',
    stop: 'Detener',
    stopBody: 'No llega nada más, tampoco seguimientos. Cursos y planes se quedan, y tu empresa no se entera.',
    stopButton: 'Detener todos los mensajes',
    stopTitle: '¿Detener todos los mensajes de tu coach?',
    keep: 'Dejarlos',
    stopped: 'Detuviste los mensajes. No llega nada.',
    start: 'Empezar de nuevo',
    started: 'Empezamos de nuevo. El próximo ya se planea.',
    why: '¿Por qué este?',
    noReceipt: 'No se pudo cargar el registro completo. Cierra y abre esto para intentarlo de nuevo.'
  }
}

export const nudgeWords = { en, es }
