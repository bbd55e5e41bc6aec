/** What an admin reads about reaching people. English and Spanish, each written for its readers. */
import type { CompanyReach, GAPS, INSTALL_PROBLEMS, INSTALL_REASONS, WAYS } from '../../../api/contract/reach.ts'

type Said<Key extends string> = Readonly<Record<Key, string>>
type Check = CompanyReach['checks'][number]

const en = {
  reach: {
    title: 'How many people the coach reaches',
    intro:
      'Numbers only, never a name, rounded up or down by chance; one follows once enough people have moved. The first way that is open to a person is the one that counts.',
    refresh: 'Count again',
    way: 'Way',
    people: 'People',
    ways: {
      chat: 'The chat in Teams',
      mail: 'Mail',
      feed: 'The activity feed in Teams',
      nobody: 'No way yet',
      no: 'Blocked or removed by the person: left alone'
    } satisfies Said<(typeof WAYS)[number]>,
    cameTitle: 'By which way people got something in the last 28 days',
    rungs: { chat: 'Chat', feed: 'Activity feed', mail: 'Mail' },
    gapsTitle: 'Why people have no chat, and what to do',
    gaps: {
      not_linked: [
        'Their Microsoft account is not known',
        'Under Set-up, name the directory attribute that holds the object id, or let them connect when they first come.'
      ],
      not_installed: [
        'The app is not installed for them',
        'In the Teams admin center, add the app to a setup policy for these people. Or grant level 2 below and start an installation.'
      ],
      policy: [
        'A policy of Teams forbids them the app',
        'In the Teams admin center, allow the app for them under “Manage apps” or in their permission policy.'
      ],
      no_teams: [
        'They have no Teams here yet, or are guests',
        'Nothing to do: whoever opens Teams for the first time can be reached the next time you install. Guests belong to their own company.'
      ]
    } satisfies Readonly<Record<(typeof GAPS)[number], readonly [string, string]>>,
    settingsTitle: 'What you allow',
    level: 'Microsoft Graph',
    levels: [
      'Level 0: nothing. The app comes by setup policy',
      'Level 1: notices in the activity feed',
      'Level 2: the feed, and installing the app for people'
    ],
    levelHelp:
      'Each level adds one permission. We make no call above the level chosen here, whatever was granted in Entra.',
    mail: 'People who agreed may get mail when Teams does not reach them',
    welcome: 'People who have not decided may be asked by mail',
    catalog: 'The app’s id in your catalogue',
    catalogHelp:
      'Leave it empty: the check below finds it where one person has the app. You see it in the admin center too.',
    save: 'Save',
    saved: 'Saved.',
    noGraph: 'Microsoft Graph is not set up on our side yet. Ask us to do it.',
    noMail: 'We have no mail server set up yet, so no mail goes out.',
    checkTitle: 'Is everything in place?',
    checkBody:
      'Asks Microsoft now. From level 1 on you find a test entry in your own activity feed. Nobody else notices anything.',
    check: 'Check now',
    unchecked: 'Not checked since the last change.',
    levelZero: 'At level 0 there is nothing to check.',
    checkedAt: (when: string) => `Checked ${when}.`,
    token: {
      ok: 'Entra gives us a token.',
      refused: 'Entra refuses us a token. Run the first command below as an admin, then check again.',
      unreachable: 'Entra did not answer. Try again in a minute.'
    } satisfies Said<Check['token']>,
    checks: {
      feed: {
        ok: 'The activity feed works: look for the test entry.',
        missing: 'The permission for the activity feed is missing. Run the commands below.',
        unknown: 'The feed could not be tried: connect your own account, and have the app installed for you.'
      },
      install: {
        ok: 'The permission to install is there.',
        missing: 'The permission to install is missing. Run the commands below.',
        unknown: 'The permission to install could not be tried yet: nobody’s Microsoft account is known.'
      },
      app: {
        ok: 'The app was found in your catalogue.',
        missing: 'The app is not in your catalogue. Upload it in the Teams admin center.',
        unknown: 'The app was not found. Upload it, install it for yourself, and check again; or enter its id above.'
      }
    } satisfies Readonly<Record<'feed' | 'install' | 'app', Said<Check['feed']>>>,
    grant: 'Commands that grant it (PowerShell, as an admin)',
    grantBody:
      'They give our app what the level you saved needs in your tenant, and nothing else. The last line takes it back.',
    runTitle: 'Install the app',
    runBody:
      'For everybody in the program whose account is known and who has no chat. Whoever removed or blocked the coach is left alone. At most 30 a second, as Microsoft allows.',
    dryRun: 'Show what it would do',
    dry: (people: string, calls: string, time: string) =>
      `People: ${people}. Calls: ${calls} or a few more, about ${time}. Nothing has been called yet.`,
    dryFew: (people: string) => `People: ${people}. A few seconds. Nothing has been called yet.`,
    seconds: (n: number) => (n === 1 ? '1 second' : `${n} seconds`),
    minutes: (n: number) => (n === 1 ? '1 minute' : `${n} minutes`),
    start: 'Install now',
    running: 'Installing',
    states: { running: 'Under way', paused: 'Paused', cancelled: 'Cancelled', done: 'Done' },
    progress: (done: string, people: string) => `Done: ${done}. People: ${people}`,
    counting: 'Finding out whom it concerns …',
    results: 'What came of it',
    installed: 'Installed now',
    already: 'Had it already',
    reasons: {
      policy: 'Forbidden by a policy of Teams',
      guest: 'Guests of another company',
      no_teams: 'Never opened Teams',
      gone: 'No longer in your directory at Microsoft',
      refused: 'Refused by Microsoft',
      no_answer: 'No answer after five tries'
    } satisfies Said<(typeof INSTALL_REASONS)[number]>,
    problems: {
      app_unknown: 'We do not know the app in your catalogue. Press “Check now”, or enter its id.',
      not_in_catalog: 'The app is not in your catalogue. Upload it in the Teams admin center, then go on.',
      permission_missing: 'The permission to install is missing. Run the commands above, then go on.',
      token_refused: 'Entra refuses us a token. Press “Check now” to see why, then go on.',
      level: 'Level 2 is not allowed. Choose it above first.',
      down: 'Microsoft asks us to wait. It goes on by itself.'
    } satisfies Said<(typeof INSTALL_PROBLEMS)[number]>,
    turns: {
      pause: 'Pause',
      resume: 'Go on',
      cancel: 'Cancel',
      cancelTitle: 'Cancel the installation?',
      cancelBody: 'Whoever has the app keeps it. Nobody else gets it. You can start again at any time.',
      keep: 'Keep going'
    }
  }
}

type Words = typeof en

const es: Words = {
  reach: {
    title: 'A cuántas personas llega el coach',
    intro:
      'Solo números, nunca un nombre, redondeados al azar; cambian cuando se han movido suficientes personas. Cuenta la primera vía abierta para cada persona.',
    refresh: 'Contar de nuevo',
    way: 'Vía',
    people: 'Personas',
    ways: {
      chat: 'El chat de Teams',
      mail: 'Correo',
      feed: 'La actividad de Teams',
      nobody: 'Ninguna vía todavía',
      no: 'La persona lo bloqueó o lo quitó: se respeta'
    },
    cameTitle: 'Por qué vía les llegó algo en los últimos 28 días',
    rungs: { chat: 'Chat', feed: 'Actividad', mail: 'Correo' },
    gapsTitle: 'Por qué no tienen chat, y qué hacer',
    gaps: {
      not_linked: [
        'No conocemos su cuenta de Microsoft',
        'En Configuración, indica qué atributo del directorio contiene el id de objeto, o deja que se conecten la primera vez que entren.'
      ],
      not_installed: [
        'No tienen la aplicación instalada',
        'En el centro de administración de Teams, añade la aplicación a una directiva de configuración para estas personas. O permite el nivel 2 más abajo e inicia una instalación.'
      ],
      policy: [
        'Una directiva de Teams no les permite la aplicación',
        'En el centro de administración de Teams, permite la aplicación en «Administrar aplicaciones» o en su directiva de permisos.'
      ],
      no_teams: [
        'Aún no tienen Teams aquí, o son invitados',
        'No hay nada que hacer: a quien abra Teams por primera vez se le podrá instalar la próxima vez. Los invitados pertenecen a su propia empresa.'
      ]
    },
    settingsTitle: 'Qué permites',
    level: 'Microsoft Graph',
    levels: [
      'Nivel 0: nada. La aplicación llega por directiva de configuración',
      'Nivel 1: avisos en la actividad de Teams',
      'Nivel 2: la actividad, e instalar la aplicación a las personas'
    ],
    levelHelp:
      'Cada nivel añade un permiso. No hacemos ninguna llamada por encima del nivel que elijas aquí, aunque Entra conceda más.',
    mail: 'Quienes aceptaron pueden recibir correo cuando Teams no les llega',
    welcome: 'A quienes no han decidido se les puede preguntar por correo',
    catalog: 'Id de la aplicación en tu catálogo',
    catalogHelp:
      'Déjalo vacío: la comprobación de abajo lo encuentra si alguien tiene la aplicación. También está en el centro de administración.',
    save: 'Guardar',
    saved: 'Guardado.',
    noGraph: 'Microsoft Graph aún no está preparado de nuestro lado. Pídenoslo.',
    noMail: 'Aún no tenemos un servidor de correo, así que no sale ningún correo.',
    checkTitle: '¿Está todo en su sitio?',
    checkBody:
      'Pregunta a Microsoft ahora. Desde el nivel 1 encontrarás una entrada de prueba en tu propia actividad. Nadie más nota nada.',
    check: 'Comprobar ahora',
    unchecked: 'No se ha comprobado desde el último cambio.',
    levelZero: 'En el nivel 0 no hay nada que comprobar.',
    checkedAt: when => `Comprobado ${when}.`,
    token: {
      ok: 'Entra nos da un token.',
      refused: 'Entra nos niega el token. Ejecuta el primer comando de abajo como administrador y comprueba otra vez.',
      unreachable: 'Entra no respondió. Inténtalo de nuevo en un minuto.'
    },
    checks: {
      feed: {
        ok: 'La actividad funciona: busca la entrada de prueba.',
        missing: 'Falta el permiso para la actividad. Ejecuta los comandos de abajo.',
        unknown: 'No se pudo probar la actividad: conecta tu propia cuenta e instala la aplicación para ti.'
      },
      install: {
        ok: 'El permiso para instalar está concedido.',
        missing: 'Falta el permiso para instalar. Ejecuta los comandos de abajo.',
        unknown: 'Aún no se pudo probar el permiso para instalar: no conocemos la cuenta de Microsoft de nadie.'
      },
      app: {
        ok: 'La aplicación está en tu catálogo.',
        missing: 'La aplicación no está en tu catálogo. Súbela en el centro de administración de Teams.',
        unknown: 'No encontramos la aplicación. Súbela, instálala para ti y comprueba otra vez; o escribe su id arriba.'
      }
    },
    grant: 'Comandos que lo conceden (PowerShell, como administrador)',
    grantBody:
      'Dan a nuestra aplicación solo lo que necesita el nivel que guardaste, en tu organización. La última línea lo retira.',
    runTitle: 'Instalar la aplicación',
    runBody:
      'A todas las personas del programa cuya cuenta conocemos y que no tienen chat. A quien quitó o bloqueó al coach no se le toca. Como mucho 30 por segundo, lo que permite Microsoft.',
    dryRun: 'Ver qué haría',
    dry: (people, calls, time) =>
      `Personas: ${people}. Llamadas: ${calls} o algunas más, unos ${time}. Todavía no se ha llamado a nadie.`,
    dryFew: people => `Personas: ${people}. Unos segundos. Todavía no se ha llamado a nadie.`,
    seconds: n => (n === 1 ? '1 segundo' : `${n} segundos`),
    minutes: n => (n === 1 ? '1 minuto' : `${n} minutos`),
    start: 'Instalar ahora',
    running: 'Instalando',
    states: { running: 'En marcha', paused: 'En pausa', cancelled: 'Cancelada', done: 'Terminada' },
    progress: (done, people) => `Hecho: ${done}. Personas: ${people}`,
    counting: 'Averiguando a quién le toca …',
    results: 'Qué resultó',
    installed: 'Instalada ahora',
    already: 'Ya la tenían',
    reasons: {
      policy: 'No permitida por una directiva de Teams',
      guest: 'Invitados de otra empresa',
      no_teams: 'Nunca abrieron Teams',
      gone: 'Ya no están en tu directorio de Microsoft',
      refused: 'Rechazada por Microsoft',
      no_answer: 'Sin respuesta tras cinco intentos'
    },
    problems: {
      app_unknown: 'No sabemos cuál es la aplicación en tu catálogo. Pulsa «Comprobar ahora» o escribe su id.',
      not_in_catalog: 'La aplicación no está en tu catálogo. Súbela en el centro de administración y continúa.',
      permission_missing: 'Falta el permiso para instalar. Ejecuta los comandos de arriba y continúa.',
      token_refused: 'Entra nos niega el token. Pulsa «Comprobar ahora» para ver por qué y continúa.',
      level: 'El nivel 2 no está permitido. Elígelo arriba primero.',
      down: 'Microsoft nos pide esperar. Continúa por sí sola.'
    },
    turns: {
      pause: 'Pausar',
      resume: 'Continuar',
      cancel: 'Cancelar',
      cancelTitle: '¿Cancelar la instalación?',
      cancelBody:
        'Quien ya tiene la aplicación la conserva. Nadie más la recibe. Puedes empezar de nuevo cuando quieras.',
      keep: 'Seguir'
    }
  }
}

export const reachWords = { en, es }
