/** What a person reads about the ways in which the coach reaches them, English and Spanish. */
const en = {
  cameBy: { chat: 'in the chat', feed: 'in your activity feed', mail: 'by mail' },
  ownMail: {
    title: 'Mail',
    body: 'When the coach cannot reach you in Teams, a nudge comes by mail instead. It counts like any other.',
    toggle: 'Send me mail when Teams does not reach me',
    refused:
      'Your mail server said that your address has no mailbox, so nothing is sent there until your company changes it.'
  }
}

const es: typeof en = {
  cameBy: { chat: 'por el chat', feed: 'en tu actividad de Teams', mail: 'por correo' },
  ownMail: {
    title: 'Correo',
    body: 'Cuando el coach no puede llegar a ti en Teams, el mensaje te llega por correo. Cuenta como cualquier otro.',
    toggle: 'Enviarme un correo cuando Teams no me llega',
    refused:
      'Tu servidor de correo dijo que tu dirección no tiene buzón, así que no se envía nada hasta que tu empresa la cambie.'
  }
}

export const ownReachWords = { en, es }
