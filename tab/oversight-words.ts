/** What an admin reads about connections, accounts and the audit log. English and Spanish, each written for its readers. */
import type { CONNECTION_REASONS } from '../api/contract/admin.ts'
import type { GraphAnswer, LINK_REASONS } from '../api/contract/accounts.ts'

type Reason = (typeof CONNECTION_REASONS)[number]
type Rung = (typeof LINK_REASONS)[number]
/** What is so, and what to do; nothing to do is empty. */
type Told = readonly [state: string, remedy: string]

const en = {
  health: {
    title: 'Connections',
    signIn: 'Sign-in',
    directory: 'Directory',
    lights: { green: 'Works', amber: 'Needs a look', red: 'Does not work' },
    notLive: 'WorkOS does not answer right now. This is what we heard last.',
    never: 'never',
    certificate: (when: string) => `Its certificate runs out on ${when}.`,
    events: {
      'connection.activated': (when: string) => `Switched on ${when}.`,
      'connection.deactivated': (when: string) => `Switched off ${when}.`,
      'connection.deleted': (when: string) => `Removed ${when}.`,
      'connection.saml_certificate_renewal_required': (when: string) => `WorkOS warned of the certificate on ${when}.`,
      'connection.saml_certificate_renewed': (when: string) => `The certificate was renewed on ${when}.`,
      'dsync.activated': (when: string) => `Connected ${when}.`,
      'dsync.deactivated': (when: string) => `Switched off ${when}.`,
      'dsync.deleted': (when: string) => `Removed ${when}.`
    } as Readonly<Record<string, (when: string) => string>>,
    signInReasons: {
      well: ['People sign in through it.', ''],
      unused: ['It is ready. Nobody has signed in through it in the last seven days.', ''],
      never_connected: ['No sign-in is connected yet.', 'Connect yours in the checklist above.'],
      own: ['ConsciousInsights itself signs your people in, by a mailed code or a passkey.', ''],
      gone: [
        'WorkOS no longer has this connection: nobody can sign in.',
        'Connect your provider again: “Sign-in” under Set-up. Then tell us, so that we use the new one.'
      ],
      off: ['It is switched off: nobody can sign in.', 'Switch it on again: “Sign-in” under Set-up.'],
      unfinished: ['Its set-up is not finished.', 'Go through the remaining steps: “Sign-in” under Set-up.'],
      certificate_expired: [
        'Its certificate has run out: your provider’s answers are refused.',
        'Give your provider’s new certificate: “Certificate” under Set-up.'
      ],
      certificate_expiring: [
        'Its certificate runs out within thirty days. On that day nobody could sign in any more.',
        'Give your provider’s new certificate in time: “Certificate” under Set-up.'
      ],
      all_failing: [
        'Every sign-in of the last seven days failed at the connection.',
        'Read under Sign-ins what happened and what to do, then try it yourself.'
      ],
      many_failing: [
        'In the last seven days more sign-ins failed at the connection than worked.',
        'Read under Sign-ins what happened and what to do.'
      ]
    } as Readonly<Partial<Record<Reason, Told>>>,
    directoryReasons: {
      well: ['Changes arrive, and the nightly comparison works.', ''],
      gone: [
        'WorkOS no longer has this directory: its people lost access.',
        'Connect it again: “Directory” under Set-up.'
      ],
      off: ['It is switched off: its people lost access.', 'Switch it on again: “Directory” under Set-up.'],
      never_connected: ['No directory is connected yet.', 'Connect yours in the checklist above.'],
      never_heard: [
        'It is connected, but nothing has come from it yet.',
        'Assign people or groups to the app at your provider; the first changes can take forty minutes.'
      ],
      not_compared: [
        'Its lists have not been compared for two days, so something may be missing.',
        'It is tried again each night. If it stays so, write to us.'
      ]
    } as Readonly<Partial<Record<Reason, Told>>>,
    bySignIn: 'There is no directory: people come by sign-in.',
    rungs: (by: Readonly<Record<Rung, number>>) =>
      `Known by the directory’s object id: ${by.directory_attribute}. By employee number: ${by.employee_number}. By connecting themselves: ${by.sign_in}.`
  },
  matching: {
    title: 'Match by employee number',
    body: 'For Teams accounts that your directory does not name: CI reads the employee number of the person who is signed in, and of nobody else, from Microsoft, and joins them to the one active person in your directory with the same number. It needs the Microsoft Graph permission User.Read (delegated). Everyone else goes on connecting by a code.',
    numbers: (n: { people: number; withNumber: number; unique: number }) =>
      `Of ${n.people} active people in your directory, ${n.withNumber} have an employee number; ${n.unique} of these numbers are one person’s alone, and only those are matched.`,
    none: 'No one in your directory has an employee number yet. Add the attribute “employee_number” to your directory’s mapping first.',
    unavailable: 'This is not set up on our side yet. Ask us to do it; people connect by a code until then.',
    toggle: 'Match accounts by employee number',
    answers: {
      granted: ['Microsoft answers: consent is given.', ''],
      consent_missing: [
        'Consent is missing: nobody is matched yet, and people connect by a code.',
        'An admin of your Microsoft tenant gives it once for everybody, then press “Check now”.'
      ],
      refused: [
        'Microsoft refused: nobody is matched, and people connect by a code.',
        'Often a Conditional Access policy asks for more. Exclude the app ConsciousInsights from it for User.Read, or leave matching off.'
      ],
      unreachable: [
        'Microsoft did not answer. Whoever came then connects by a code.',
        'Nothing to do; press “Check now” later.'
      ]
    } as Readonly<Record<GraphAnswer, Told>>,
    notAsked: 'Microsoft has not been asked yet. Press “Check now” to see whether consent is given.',
    answered: (when: string) => `Asked ${when}.`,
    consent: 'Give consent at Microsoft',
    consentFor: (tenant: string) => `Give consent at Microsoft for tenant ${tenant}`,
    check: 'Check now',
    inTeams: 'To check it now, open this page in Teams.'
  },
  accounts: {
    title: 'Connected accounts',
    body: 'Find out how a person’s Teams account was connected, and disconnect one that is wrong.',
    search: 'Name or e-mail',
    find: 'Find',
    short: 'Type at least two letters.',
    none: (text: string) => `Nobody with “${text}” is connected.`,
    rungs: {
      directory_attribute: 'named by the directory',
      employee_number: 'same employee number',
      sign_in: 'connected by a code'
    } as Readonly<Record<Rung, string>>,
    since: (rung: string, when: string) => `${rung}, ${when}`,
    part: 'Disconnect',
    partName: (name: string) => `Disconnect ${name}`,
    confirmTitle: (name: string) => `Disconnect ${name}?`,
    confirmBody:
      'Their sign-ins end and they are told. No rule connects this account to them again; they can, by signing in. Nothing they wrote is lost.',
    reason: 'Why?',
    reasonHint: 'At least three characters. The person and the audit log see it.',
    cancel: 'Leave it',
    done: (name: string) => `${name} is disconnected and has been told.`
  },
  audit: {
    title: 'Audit log',
    body: 'Every change of who is who and who may come in. It can be added to, never changed.',
    from: 'From',
    to: 'Up to and including',
    csv: 'Make a CSV file',
    jsonl: 'Make a JSON lines file',
    saveFile: (name: string) => `Save ${name}`,
    empty: 'Nothing was recorded in this time.',
    more: 'Show older ones',
    about: (name: string) => `About ${name}`,
    by: (name: string) => `By ${name}`,
    forward: 'Also forward it to WorkOS Audit Logs',
    forwardBody:
      'From there it can stream on to your own log system: “Log streams” under Set-up. Off unless you switch it on.',
    forwarding: {
      well: (when: string) => `Everything has arrived. The last event went ${when}.`,
      fresh: 'Switched on. New events go there within seconds.',
      waiting: (count: number) => (count === 1 ? '1 event is waiting.' : `${count} events are waiting.`),
      unreachable: (when: string) => `WorkOS does not answer. Nothing is lost; the next try is at ${when}.`,
      refused: (when: string) =>
        `WorkOS refuses our key. Write to us; nothing is lost, and the next try is at ${when}.`,
      rejected: (count: number) =>
        `${count === 1 ? '1 event was' : `${count} events were`} not accepted there. The log here and its files have them.`
    }
  }
}

const es: typeof en = {
  health: {
    title: 'Conexiones',
    signIn: 'Inicio de sesión',
    directory: 'Directorio',
    lights: { green: 'Funciona', amber: 'Conviene mirarlo', red: 'No funciona' },
    notLive: 'WorkOS no responde en este momento. Esto es lo último que supimos.',
    never: 'nunca',
    certificate: when => `Su certificado vence el ${when}.`,
    events: {
      'connection.activated': when => `Se activó: ${when}`,
      'connection.deactivated': when => `Se desactivó: ${when}`,
      'connection.deleted': when => `Se eliminó: ${when}`,
      'connection.saml_certificate_renewal_required': when => `WorkOS avisó del certificado: ${when}`,
      'connection.saml_certificate_renewed': when => `Se renovó el certificado: ${when}`,
      'dsync.activated': when => `Se conectó: ${when}`,
      'dsync.deactivated': when => `Se desactivó: ${when}`,
      'dsync.deleted': when => `Se eliminó: ${when}`
    },
    signInReasons: {
      well: ['La gente inicia sesión a través de ella.', ''],
      unused: ['Está lista. Nadie ha iniciado sesión a través de ella en los últimos siete días.', ''],
      never_connected: ['Todavía no hay un inicio de sesión conectado.', 'Conecta el tuyo en la lista de arriba.'],
      own: [
        'ConsciousInsights mismo inicia la sesión de tu gente, con un código por correo o una llave de acceso.',
        ''
      ],
      gone: [
        'WorkOS ya no tiene esta conexión: nadie puede iniciar sesión.',
        'Conecta tu proveedor otra vez: «Inicio de sesión» en Configuración. Luego avísanos para usar la nueva.'
      ],
      off: ['Está desactivada: nadie puede iniciar sesión.', 'Actívala otra vez: «Inicio de sesión» en Configuración.'],
      unfinished: [
        'Su configuración no está terminada.',
        'Completa los pasos que faltan: «Inicio de sesión» en Configuración.'
      ],
      certificate_expired: [
        'Su certificado venció: se rechazan las respuestas de tu proveedor.',
        'Entrega el certificado nuevo de tu proveedor: «Certificado» en Configuración.'
      ],
      certificate_expiring: [
        'Su certificado vence en menos de treinta días. Ese día ya nadie podría iniciar sesión.',
        'Entrega a tiempo el certificado nuevo de tu proveedor: «Certificado» en Configuración.'
      ],
      all_failing: [
        'Todos los inicios de sesión de los últimos siete días fallaron en la conexión.',
        'Lee en Inicios de sesión qué pasó y qué hacer; después pruébalo tú.'
      ],
      many_failing: [
        'En los últimos siete días fallaron en la conexión más inicios de sesión de los que funcionaron.',
        'Lee en Inicios de sesión qué pasó y qué hacer.'
      ]
    },
    directoryReasons: {
      well: ['Los cambios llegan y la comparación nocturna funciona.', ''],
      gone: [
        'WorkOS ya no tiene este directorio: sus personas perdieron el acceso.',
        'Conéctalo otra vez: «Directorio» en Configuración.'
      ],
      off: ['Está desactivado: sus personas perdieron el acceso.', 'Actívalo otra vez: «Directorio» en Configuración.'],
      never_connected: ['Todavía no hay un directorio conectado.', 'Conecta el tuyo en la lista de arriba.'],
      never_heard: [
        'Está conectado, pero aún no ha llegado nada.',
        'Asigna personas o grupos a la aplicación en tu proveedor; los primeros cambios pueden tardar cuarenta minutos.'
      ],
      not_compared: [
        'Sus listas no se han comparado en dos días, así que puede faltar algo.',
        'Se intenta cada noche. Si sigue igual, escríbenos.'
      ]
    },
    bySignIn: 'No hay directorio: la gente llega al iniciar sesión.',
    rungs: by =>
      `Por el identificador del directorio: ${by.directory_attribute}. Por número de empleado: ${by.employee_number}. Conectadas por sí mismas: ${by.sign_in}.`
  },
  matching: {
    title: 'Unir por número de empleado',
    body: 'Para cuentas de Teams que tu directorio no nombra: CI lee en Microsoft el número de empleado de quien ha iniciado sesión, y de nadie más, y une la cuenta con la única persona activa de tu directorio que tiene ese número. Necesita el permiso User.Read (delegado) de Microsoft Graph. Los demás se siguen conectando con un código.',
    numbers: n =>
      `De ${n.people} personas activas en tu directorio, ${n.withNumber} tienen número de empleado; ${n.unique} de esos números son de una sola persona, y solo esos se unen.`,
    none: 'Nadie en tu directorio tiene número de empleado. Agrega antes el atributo «employee_number» a la asignación de tu directorio.',
    unavailable:
      'Esto aún no está preparado de nuestro lado. Pídenoslo; mientras tanto la gente se conecta con un código.',
    toggle: 'Unir cuentas por número de empleado',
    answers: {
      granted: ['Microsoft responde: el consentimiento está dado.', ''],
      consent_missing: [
        'Falta el consentimiento: aún no se une a nadie y la gente se conecta con un código.',
        'Alguien que administra tu Microsoft 365 lo da una vez para todos; después pulsa «Comprobar ahora».'
      ],
      refused: [
        'Microsoft lo rechazó: no se une a nadie y la gente se conecta con un código.',
        'A menudo una política de acceso condicional pide más. Excluye de ella la aplicación ConsciousInsights para User.Read, o deja esto desactivado.'
      ],
      unreachable: [
        'Microsoft no respondió. Quien llegó entonces se conecta con un código.',
        'No hay nada que hacer; pulsa «Comprobar ahora» más tarde.'
      ]
    },
    notAsked: 'Aún no se ha preguntado a Microsoft. Pulsa «Comprobar ahora» para ver si el consentimiento está dado.',
    answered: when => `Se preguntó: ${when}`,
    consent: 'Dar el consentimiento en Microsoft',
    consentFor: tenant => `Dar el consentimiento en Microsoft para ${tenant}`,
    check: 'Comprobar ahora',
    inTeams: 'Para comprobarlo ahora, abre esta página en Teams.'
  },
  accounts: {
    title: 'Cuentas conectadas',
    body: 'Mira cómo se conectó la cuenta de Teams de una persona y desconecta la que no es correcta.',
    search: 'Nombre o correo',
    find: 'Buscar',
    short: 'Escribe al menos dos letras.',
    none: text => `Nadie con «${text}» está conectado.`,
    rungs: {
      directory_attribute: 'la nombra el directorio',
      employee_number: 'mismo número de empleado',
      sign_in: 'conectada con un código'
    },
    since: (rung, when) => `${rung}, ${when}`,
    part: 'Desconectar',
    partName: name => `Desconectar a ${name}`,
    confirmTitle: name => `¿Desconectar a ${name}?`,
    confirmBody:
      'Se cierran sus sesiones y se le avisa. Ninguna regla vuelve a unir esta cuenta con esa persona; ella puede hacerlo al iniciar sesión. No se pierde nada de lo que escribió.',
    reason: '¿Por qué?',
    reasonHint: 'Al menos tres caracteres. Lo ven la persona y el registro de auditoría.',
    cancel: 'Dejarla',
    done: name => `${name}: cuenta desconectada y persona avisada.`
  },
  audit: {
    title: 'Registro de auditoría',
    body: 'Cada cambio de quién es quién y quién puede entrar. Se le puede añadir, nunca cambiar.',
    from: 'Desde',
    to: 'Hasta ese día incluido',
    csv: 'Crear un archivo CSV',
    jsonl: 'Crear un archivo de líneas JSON',
    saveFile: name => `Guardar ${name}`,
    empty: 'No se registró nada en ese tiempo.',
    more: 'Ver anteriores',
    about: name => `Sobre ${name}`,
    by: name => `Por ${name}`,
    forward: 'Enviarlo también a WorkOS Audit Logs',
    forwardBody:
      'Desde ahí puede seguir a tu propio sistema de registros: «Envío de registros» en Configuración. Desactivado salvo que lo actives.',
    forwarding: {
      well: when => `Todo ha llegado. El último evento salió: ${when}`,
      fresh: 'Activado. Los eventos nuevos llegan allí en segundos.',
      waiting: count => (count === 1 ? '1 evento está esperando.' : `${count} eventos están esperando.`),
      unreachable: when => `WorkOS no responde. No se pierde nada; el próximo intento es: ${when}`,
      refused: when => `WorkOS rechaza nuestra clave. Escríbenos; no se pierde nada y el próximo intento es: ${when}`,
      rejected: count =>
        `Allí no se ${count === 1 ? 'aceptó 1 evento' : `aceptaron ${count} eventos`}. Están en este registro y en sus archivos.`
    }
  }
}

export const oversightWords = { en, es }
