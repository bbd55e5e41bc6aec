/** What people read about where they are signed in, and admins about who left. */
const en = {
  sessions: {
    body: 'Where you are signed in outside of Teams. Teams is not listed: it proves anew who you are each time you open this.',
    none: 'Nowhere else. When you open the learning site or the web app, its sign-in appears here.',
    unknownDevice: 'A browser that does not say its name',
    apps: (names: string) => `Opened: ${names}`,
    since: (from: string, until: string) => `Since ${from}. Ends by itself ${until}.`,
    end: 'Sign out',
    endNamed: (device: string) => `Sign out of ${device}`,
    all: 'Sign out everywhere',
    confirmTitle: 'Sign out everywhere?',
    confirmBody:
      'Every sign-in on this page ends now, and the apps are told. You can sign in again at any time; nothing you wrote is lost.',
    cancel: 'Stay signed in',
    done: 'Done. All of them have ended.'
  },
  passkeys: {
    title: 'Passkeys',
    body: 'They sign you in without a code. Add one the next time you sign in with a code.',
    unknownDevice: 'A browser that does not say its name',
    synced: 'Your account there carries it to your other devices.',
    bound: 'Stays on that one device.',
    since: (when: string) => `Added ${when}.`,
    used: (when: string) => `Last used ${when}.`,
    unused: 'Not used yet.',
    remove: 'Remove',
    removeNamed: (device: string) => `Remove the passkey of ${device}`,
    confirmTitle: (device: string) => `Remove the passkey of ${device}?`,
    confirmBody:
      'It opens nothing from then on. You can still sign in with a code, and stay signed in where you are. Delete it on the device too.',
    keep: 'Keep it',
    removed: (device: string) => `The passkey of ${device} is removed.`
  },
  leavers: {
    title: 'People who left',
    body: 'What was shut behind them, and when. The receipt is signed, for an auditor.',
    none: 'Nobody has left yet.',
    reasons: {
      deactivated: 'deactivated in the directory',
      left_access_group: 'no longer in the access group',
      directory_removed: 'the directory was disconnected',
      removed: 'removed by ConsciousInsights'
    } as Readonly<Record<string, string>>,
    noName: 'Somebody whose name is not known',
    left: (reason: string, when: string) => `${reason}, ${when}`,
    returned: (when: string) => `Back since ${when}.`,
    heard: (seconds: string) => `We heard of it ${seconds} s after your directory changed.`,
    ended: (seconds: string, when: string) =>
      `Sessions and tokens ended ${seconds} s after we heard; every process refuses older ones by ${when} at the latest.`,
    hops: { conversation: 'Chat with the bot', nudges: 'Nudges still to come', courses: 'Courses' },
    states: {
      done: (seconds: string) => `ended after ${seconds} s`,
      waiting: 'not yet',
      held: 'kept until an admin decides',
      open: 'cannot be told: its own session ends by itself'
    },
    receipt: 'Signed receipt',
    receiptOf: (name: string) => `Signed receipt of ${name}`,
    save: 'Save it as a file',
    more: 'Show more'
  }
}

const es: typeof en = {
  sessions: {
    body: 'Dónde tienes la sesión abierta fuera de Teams. Teams no sale en la lista: comprueba quién eres cada vez que abres esto.',
    none: 'En ningún otro sitio. Cuando abras el sitio de cursos o la aplicación web, el acceso aparecerá aquí.',
    unknownDevice: 'Un navegador que no dice su nombre',
    apps: (names: string) => `Abierto: ${names}`,
    since: (from: string, until: string) => `Desde ${from}. Se cierra sola ${until}.`,
    end: 'Cerrar la sesión',
    endNamed: (device: string) => `Cerrar la sesión de ${device}`,
    all: 'Cerrar todas las sesiones',
    confirmTitle: '¿Cerrar todas las sesiones?',
    confirmBody:
      'Se cierran ahora todas las de esta página y se avisa a las aplicaciones. Puedes volver a entrar cuando quieras; no se pierde nada de lo que escribiste.',
    cancel: 'Dejarlas abiertas',
    done: 'Hecho. Todas están cerradas.'
  },
  passkeys: {
    title: 'Llaves de acceso',
    body: 'Con ellas entras sin código. Añade una la próxima vez que entres con un código.',
    unknownDevice: 'Un navegador que no dice su nombre',
    synced: 'Tu cuenta de ese sistema la lleva a tus otros dispositivos.',
    bound: 'Se queda en ese dispositivo.',
    since: (when: string) => `Añadida: ${when}.`,
    used: (when: string) => `Último uso: ${when}.`,
    unused: 'Todavía sin usar.',
    remove: 'Quitar',
    removeNamed: (device: string) => `Quitar la llave de ${device}`,
    confirmTitle: (device: string) => `¿Quitar la llave de ${device}?`,
    confirmBody:
      'Desde ese momento no abre nada. Puedes seguir entrando con un código, y las sesiones abiertas siguen. Bórrala también en el dispositivo.',
    keep: 'Dejarla',
    removed: (device: string) => `Se quitó la llave de ${device}.`
  },
  leavers: {
    title: 'Personas que se fueron',
    body: 'Qué se cerró tras ellas y cuándo. El recibo va firmado, para una auditoría.',
    none: 'Todavía no se ha ido nadie.',
    reasons: {
      deactivated: 'baja en el directorio',
      left_access_group: 'ya no está en el grupo de acceso',
      directory_removed: 'se desconectó el directorio',
      removed: 'baja hecha por ConsciousInsights'
    },
    noName: 'Alguien de quien no se sabe el nombre',
    left: (reason: string, when: string) => `${reason}, ${when}`,
    returned: (when: string) => `Volvió: ${when}`,
    heard: (seconds: string) => `Lo supimos ${seconds} s después del cambio en tu directorio.`,
    ended: (seconds: string, when: string) =>
      `Sus sesiones y tokens terminaron ${seconds} s después de saberlo; todos los procesos rechazan los anteriores, como muy tarde, desde ${when}`,
    hops: { conversation: 'Chat con el bot', nudges: 'Avisos pendientes', courses: 'Cursos' },
    states: {
      done: (seconds: string) => `cerrado a los ${seconds} s`,
      waiting: 'todavía no',
      held: 'se conservan hasta que decida un administrador',
      open: 'no se le puede avisar: su sesión se cierra sola'
    },
    receipt: 'Recibo firmado',
    receiptOf: (name: string) => `Recibo firmado de ${name}`,
    save: 'Guardarlo como archivo',
    more: 'Ver más'
  }
}

export const accessWords = { en, es }
