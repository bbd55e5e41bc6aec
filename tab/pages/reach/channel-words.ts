/** What HR reads about its channels, English and Spanish, each written for its readers. */
import type { HrChannelView } from '../../../api/contract/channels.ts'

type Problem = NonNullable<HrChannelView['problem']>

const en = {
  hrChannels: {
    title: 'Channels that get the report',
    none: 'None yet. Add the app to a team in Teams and choose a channel: it is offered here and asks there.',
    kinds: { standard: 'standard channel', private: 'private channel', shared: 'shared channel' },
    members: (n: number) => (n === 1 ? '1 member' : `${n} members`),
    unknown: 'Teams did not say who can read there.',
    states: { candidate: 'Waits for your decision', confirmed: 'Gets the report', removed: 'Gets nothing' },
    posted: (when: string) => `Last posted ${when}.`,
    notPosted: 'Nothing posted yet.',
    confirm: 'Send reports here',
    confirmTitle: (name: string) => `Send reports to ${name}?`,
    confirmBody: (who: string) => `Everybody who reads there sees them. ${who}`,
    keep: 'Not now',
    remove: 'Send no more',
    removeTitle: (name: string) => `Send no more reports to ${name}?`,
    removeBody: 'What was posted stays there. You can confirm the channel again.',
    named: (what: string, name: string) => `${what}: ${name}`,
    unnamed: 'General',
    zone: 'Time zone of its readers',
    company: (zone: string) => `As the company: ${zone}`,
    saved: 'Saved.',
    language: 'Language of its readers',
    companyLanguage: (language: string) => `As the company: ${language}`,
    languages: { en: 'English', es: 'Español' },
    postAgain: 'Post the newest report now',
    postedAgain: 'It is on its way to the channel.',
    nothingToPost: 'There is no report yet that could be posted.',
    schedule: {
      title: 'When reports come',
      body: 'Made and posted to the channels at this hour. A channel with a zone of its own gets it at the same hour there.',
      every: 'How often',
      everyWhat: { week: 'Every week', month: 'Every month', never: 'Not by itself' },
      weekday: 'Day',
      first: (weekday: string) => `First ${weekday} of the month`,
      time: 'Time',
      zone: 'Time zone',
      next: (when: string) => `The next one comes on ${when}.`,
      never: 'No report is made by itself. You can still make one on this page.',
      save: 'Save the schedule',
      saved: 'Saved.'
    },
    problems: {
      deleted: 'The channel was deleted. Restore it in Teams, or add the app to another one.',
      team_deleted: 'Its team was deleted or archived. Restore it, or add the app to another one.',
      app_removed: 'The app was removed from the team. Add it again, then confirm the channel anew.',
      not_found: 'Teams does not find the channel: it was deleted or moved. Add the app to the right one.',
      disabled: 'An admin turned the app off for the company. The next report tries again.',
      refused: 'Teams refused the last report. The next one tries again; ask your admin if that fails too.',
      unclear:
        'Nobody saw whether the last report arrived. So that nobody reads it twice it is not sent again by itself: look there, and post it again if it is missing.'
    } satisfies Readonly<Record<Problem, string>>
  }
}

const es: typeof en = {
  hrChannels: {
    title: 'Canales que reciben el informe',
    none: 'Todavía ninguno. Añade la aplicación a un equipo en Teams y elige un canal: se ofrece aquí y pregunta allí.',
    kinds: { standard: 'canal estándar', private: 'canal privado', shared: 'canal compartido' },
    members: n => (n === 1 ? '1 miembro' : `${n} miembros`),
    unknown: 'Teams no dijo quién puede leer allí.',
    states: { candidate: 'Espera tu decisión', confirmed: 'Recibe el informe', removed: 'No recibe nada' },
    posted: when => `Última publicación: ${when}.`,
    notPosted: 'Aún no se ha publicado nada.',
    confirm: 'Enviar informes aquí',
    confirmTitle: name => `¿Enviar informes a ${name}?`,
    confirmBody: who => `Los verá todo el que lea allí. ${who}`,
    keep: 'Ahora no',
    remove: 'No enviar más',
    removeTitle: name => `¿No enviar más informes a ${name}?`,
    removeBody: 'Lo publicado se queda allí. Puedes confirmar el canal de nuevo.',
    named: (what, name) => `${what}: ${name}`,
    unnamed: 'General',
    zone: 'Zona horaria de quienes lo leen',
    company: zone => `Como la empresa: ${zone}`,
    saved: 'Guardado.',
    language: 'Idioma de quienes lo leen',
    companyLanguage: language => `Como la empresa: ${language}`,
    languages: { en: 'English', es: 'Español' },
    postAgain: 'Publicar ahora el último informe',
    postedAgain: 'Va de camino al canal.',
    nothingToPost: 'Todavía no hay ningún informe que publicar.',
    schedule: {
      title: 'Cuándo llegan los informes',
      body: 'Se preparan y se publican en los canales a esta hora. Un canal con zona propia lo recibe a la misma hora de allí.',
      every: 'Frecuencia',
      everyWhat: { week: 'Cada semana', month: 'Cada mes', never: 'No por sí solo' },
      weekday: 'Día',
      first: weekday => `Primer ${weekday} del mes`,
      time: 'Hora',
      zone: 'Zona horaria',
      next: when => `El próximo llega el ${when}.`,
      never: 'Ningún informe se prepara por sí solo. Aun así puedes prepararlo en esta página.',
      save: 'Guardar el calendario',
      saved: 'Guardado.'
    },
    problems: {
      deleted: 'El canal se eliminó. Restáuralo en Teams o añade la aplicación a otro.',
      team_deleted: 'Su equipo se eliminó o se archivó. Restáuralo o añade la aplicación a otro.',
      app_removed: 'La aplicación se quitó del equipo. Añádela otra vez y confirma el canal de nuevo.',
      not_found: 'Teams no encuentra el canal: se eliminó o se movió. Añade la aplicación al correcto.',
      disabled: 'Un administrador desactivó la aplicación para la empresa. El próximo informe lo intenta otra vez.',
      refused:
        'Teams rechazó el último informe. El próximo lo intenta de nuevo; si tampoco llega, pregunta a tu administrador.',
      unclear:
        'No se sabe si llegó el último informe. Para que nadie lo lea dos veces no se envía otra vez solo: mira allí y publícalo de nuevo si falta.'
    }
  }
}

export const channelWords = { en, es }
