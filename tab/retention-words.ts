/** What an admin reads about how long things are kept. English and Spanish, each written for its readers. */
import type { RetentionPolicy } from '../api/contract/retention.ts'

type Period = keyof RetentionPolicy

const en = {
  retention: {
    title: 'How long things are kept',
    intro: 'Each night, what is older goes for good, for everybody in your company.',
    own: 'You have set nothing: our own 24 months hold.',
    since: (when: string) => `In force since ${when}.`,
    names: {
      conversationDays: 'Conversations',
      nudgeDays: 'Nudges',
      inboundDays: 'Messages to the bot',
      traceDays: 'Sign-ins'
    } satisfies Readonly<Record<Period, string>>,
    what: {
      conversationDays: 'What people and coach said, plans that are over, what people thought of an answer',
      nudgeDays: 'Nudges that are over, and their delivery',
      inboundDays: 'What was typed to the bot in Teams, once it is answered',
      traceDays: 'Sign-ins, and attempts to link accounts'
    } satisfies Readonly<Record<Period, string>>,
    hint: (what: string, least: number, most: string) => `${what}. From ${least} to ${most} days.`,
    label: (name: string) => `${name}, in days`,
    outside: (least: number, most: string) => `Write a whole number from ${least} to ${most}`,
    tryFirst: 'See what would go',
    tried: 'People who would lose something tonight:',
    result: (name: string, people: string) => `${name}: ${people}`,
    exact: 'Told in steps of eight, so that nobody can be worked out.',
    before: 'A period is shorter than now. See first what would go.',
    save: 'Save periods',
    saveAsk: 'Delete what is older, from tonight on?',
    saveBody: (results: string) => `It cannot be brought back. ${results}.`,
    confirm: 'Save and delete tonight',
    keep: 'Leave it as it is',
    saved: 'Saved. It holds from tonight on.'
  }
}

const es: typeof en = {
  retention: {
    title: 'Cuánto tiempo se guardan las cosas',
    intro: 'Cada noche, lo que es más antiguo se borra para siempre, para toda tu empresa.',
    own: 'No has fijado nada: valen nuestros 24 meses.',
    since: when => `Vale desde ${when}.`,
    names: {
      conversationDays: 'Conversaciones',
      nudgeDays: 'Mensajes del coach',
      inboundDays: 'Mensajes al bot',
      traceDays: 'Inicios de sesión'
    },
    what: {
      conversationDays:
        'Lo que dijeron las personas y el coach, los planes terminados, lo que se opinó de una respuesta',
      nudgeDays: 'Los mensajes terminados y su entrega',
      inboundDays: 'Lo que se escribió al bot en Teams, una vez respondido',
      traceDays: 'Los inicios de sesión y los intentos de enlazar cuentas'
    },
    hint: (what, least, most) => `${what}. De ${least} a ${most} días.`,
    label: name => `${name}, en días`,
    outside: (least, most) => `Escribe un número entero de ${least} a ${most}`,
    tryFirst: 'Ver qué se borraría',
    tried: 'Personas a las que se les borraría algo esta noche:',
    result: (name, people) => `${name}: ${people}`,
    exact: 'Se dice de ocho en ocho, para que no se pueda deducir de nadie.',
    before: 'Un plazo es más corto que ahora. Mira primero qué se borraría.',
    save: 'Guardar plazos',
    saveAsk: '¿Borrar lo más antiguo desde esta noche?',
    saveBody: results => `No se puede recuperar. ${results}.`,
    confirm: 'Guardar y borrar esta noche',
    keep: 'Dejarlo como está',
    saved: 'Guardado. Vale desde esta noche.'
  }
}

export const retentionWords = { en, es }
