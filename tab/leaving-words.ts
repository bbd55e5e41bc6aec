/** What an owner reads on leaving, roles and webhooks. English and Spanish, each written for its readers. */
import type { AUDIT_NOUNS } from '../api/contract/audit.ts'
import type { GIVEN_ROLES } from '../api/contract/role-grants.ts'
import type { LEAVING_STATES } from '../api/contract/leaving.ts'
import type { WEBHOOK_EVENTS } from '../api/contract/webhooks.ts'
import type { Role } from '../api/contract/roles.ts'

type States = Readonly<Record<(typeof LEAVING_STATES)[number], string>>
type Events = Readonly<Record<(typeof WEBHOOK_EVENTS)[number], string>>
type Nouns = Readonly<Record<(typeof AUDIT_NOUNS)[number], string>>
type Roles = Readonly<Record<Role, string>>
type RoleSays = Readonly<Record<(typeof GIVEN_ROLES)[number], string>>

const en = {
  leaving: {
    title: 'Leaving',
    fileTitle: 'Your company’s file',
    fileBody:
      'People, groups, enrollments and completions, rules, journeys, campaigns, reports, the audit log and settings, as CSV and JSON in one archive. Conversations and plans are each person’s own and are not in it.',
    make: 'Make the file',
    making: (done: number, all: number, rows: string) => `Being made: ${done} of ${all} parts, ${rows} rows so far.`,
    leave: 'You can leave this page; it goes on.',
    ready: (when: string, rows: string, size: string) => `Made ${when}: ${rows} rows, ${size}.`,
    keptUntil: (when: string) => `Kept until ${when}.`,
    keptToEnd: 'The last file. It is kept until everything is erased.',
    failed: 'The file could not be made. Make it again.',
    expired: 'A file was here and is gone.',
    fetch: 'Make a link',
    fetchOpen: 'Download the archive',
    fetchOnce: (when: string) => `The link opens once, until ${when}.`,
    drop: 'Remove',
    dropAsk: 'Remove this file?',
    dropBody: 'It can be made again at any time.',
    none: 'No file yet.',
    planTitle: 'Leave ConsciousInsights',
    planBody:
      'Choose the last day. Until then everything goes on, and it can be undone. On that day the last file is made and everybody but the owners loses access and courses. Once you say that you have the file, or after 14 days, everything is erased and you get a signed receipt.',
    day: 'Last day',
    dayHint: 'At the end of that day, where you are. From tomorrow to a year ahead.',
    reason: 'Reason, for the record',
    confirmName: (name: string) => `Type “${name}” to confirm`,
    plan: 'Set the last day',
    states: {
      scheduled: 'Your company leaves',
      exporting: 'The last day has come: the last file is being made',
      handing_over: 'The last file is there. Fetch it, then say so',
      closing: 'Sign-ins have ended; the learning site and your systems are told',
      erasing: 'Everything is being erased'
    } satisfies States,
    on: (when: string) => `On ${when}.`,
    by: (who: string, reason: string) => `Set by ${who}: ${reason}`,
    undo: 'Undo: we stay',
    undone: 'Undone. Nothing has changed.',
    tellPeople:
      'Tell people that they can take their own data with them until then, on the page “What is known about me”.',
    until: (when: string) => `If nobody says so, everything is erased on ${when}.`,
    haveIt: 'We have the file: erase everything',
    receipt: 'The receipt',
    receiptBody:
      'This link works without signing in. Keep it: it shows how far the erasure is, and then the signed receipt.'
  },
  roles: {
    title: 'Roles',
    body: 'Who may do what for your company. Groups of your directory give roles; you can give more here. A role holds within five minutes; taken, it is gone within seconds.',
    names: {
      owner: 'Owner',
      it: 'IT',
      hr: 'HR',
      author: 'Coach',
      support: 'Support',
      admin: 'Admin',
      manager: 'Manager'
    } satisfies Roles,
    says: {
      owner: 'all set-up: roles, leaving, retention, courses',
      it: 'identity, Teams, connections, webhooks, audit log',
      hr: 'reports and campaigns, never of one person',
      author: 'journeys and the material the coach quotes',
      support: 'looks up access and courses, asks the learning site again'
    } satisfies RoleSays,
    none: 'Nobody has a role yet.',
    byGroup: 'by a group of the directory',
    byOwner: (who: string, when: string, reason: string) => `given by ${who} on ${when}: ${reason}`,
    somebody: 'an owner',
    take: 'Take',
    takeOf: (role: string, name: string) => `Take the role ${role} of ${name}`,
    takeAsk: (role: string, name: string) => `Take the role ${role} of ${name}?`,
    takeBody: 'It is gone within seconds, also where they are signed in. It is recorded with this reason.',
    taken: 'Taken by an owner',
    giveTitle: 'Give a role',
    search: 'Name or e-mail of the person',
    find: 'Find',
    nobody: 'Nobody with access has this name or address.',
    choose: (name: string) => `Choose ${name}`,
    chosen: (name: string) => `For ${name}`,
    role: 'Role',
    reason: 'Reason, for the record',
    give: 'Give the role',
    given: 'Given. It holds within five minutes.',
    keep: 'Cancel'
  },
  lookup: {
    title: 'Help somebody',
    body: 'Whether somebody has access, and what they are enrolled in. What they talk about and how far they are is nobody’s to see.',
    search: 'Name or e-mail',
    find: 'Find',
    nobody: 'Nobody has this name or address.',
    access: 'May take courses.',
    noAccess: 'Has no access now.',
    noCourses: 'No courses.',
    states: { coming: 'is coming', open: 'open', ended: 'ended', failed: 'refused by the learning site' },
    until: (when: string) => `until ${when}`,
    again: 'Have the learning site asked again about all it refused',
    asked: (people: number) => `Asked again about ${people}.`
  },
  auditSearch: {
    who: 'Whom it is about, or who did it',
    about: 'About',
    everything: 'everything',
    nouns: {
      person: 'people coming and going',
      role: 'roles',
      account: 'sign-in accounts',
      connection: 'connections',
      claim_mapping: 'the claim mapping',
      enrollment_rules: 'enrollment rules',
      campaign: 'campaigns',
      webhook: 'webhooks',
      api_key: 'API keys',
      company_export: 'the company’s file',
      leaving: 'leaving',
      audit: 'saving of this log'
    } satisfies Nouns
  },
  webhooks: {
    title: 'Webhooks',
    body: 'Your own systems are told what happens, signed as Standard Webhooks: ids, your own names for people, no content, and nothing about how one person uses the product.',
    none: 'No endpoint yet. Add the https address of a system of yours, such as n8n or your data platform.',
    address: 'Address',
    events: 'What it is told',
    eventNames: {
      'person.joined': 'somebody joined',
      'person.left': 'somebody left',
      'course.enrolled': 'a course was given',
      'course.completed': 'a course was completed',
      'report.made': 'a report was made',
      'company.leaving': 'your company leaves'
    } satisfies Events,
    add: 'Add the endpoint',
    secret: 'Its secret. It is shown only now: keep it where your system reads it.',
    states: { active: 'on', paused: 'off', disabled: 'switched off: nothing arrived for days' },
    failing: (when: string) => `Nothing has arrived since ${when}.`,
    waiting: (count: number) => `${count} waiting.`,
    test: 'Send a test',
    testWell: (status: number, ms: number) => `It answered ${status} after ${ms} ms.`,
    testBad: (status: string) => `It did not take it: ${status}.`,
    problems: {
      unreachable: 'it cannot be reached, or leads elsewhere',
      late: 'no answer within 15 seconds',
      refused: 'it refused',
      forbidden_address: 'the address is not public'
    },
    on: 'Switch on',
    off: 'Switch off',
    rotate: 'New secret',
    rotateAsk: 'Make a new secret?',
    rotateBody: 'The one before goes on signing beside it for a day.',
    remove: 'Remove',
    removeAsk: 'Remove this endpoint?',
    removeBody: 'It is told nothing more, and its log is gone.',
    keep: 'Cancel',
    log: 'What was sent',
    logEmpty: 'Nothing yet.',
    logStates: { waiting: 'waiting', delivered: 'arrived', failed: 'did not arrive' },
    attempts: (count: number) => (count === 1 ? '1 attempt' : `${count} attempts`),
    again: 'Send again',
    of: (what: string, host: string) => `${what}: ${host}`
  }
}

const es: typeof en = {
  leaving: {
    title: 'Irse',
    fileTitle: 'El archivo de tu empresa',
    fileBody:
      'Personas, grupos, inscripciones y cursos completados, reglas, recorridos, campañas, informes, registro de auditoría y configuración, en CSV y JSON dentro de un solo archivo. Las conversaciones y los planes son de cada persona y no están en él.',
    make: 'Crear el archivo',
    making: (done, all, rows) => `Se está creando: ${done} de ${all} partes, ${rows} filas hasta ahora.`,
    leave: 'Puedes salir de esta página; sigue por su cuenta.',
    ready: (when, rows, size) => `Creado el ${when}: ${rows} filas, ${size}.`,
    keptUntil: when => `Se guarda hasta el ${when}.`,
    keptToEnd: 'El último archivo. Se guarda hasta que se borre todo.',
    failed: 'No se pudo crear el archivo. Créalo de nuevo.',
    expired: 'Hubo un archivo y ya no está.',
    fetch: 'Crear un enlace',
    fetchOpen: 'Descargar el archivo',
    fetchOnce: when => `El enlace se abre una sola vez, hasta el ${when}.`,
    drop: 'Quitar',
    dropAsk: '¿Quitar este archivo?',
    dropBody: 'Se puede crear otra vez cuando haga falta.',
    none: 'Aún no hay ningún archivo.',
    planTitle: 'Dejar ConsciousInsights',
    planBody:
      'Elige el último día. Hasta entonces todo sigue, y se puede cancelar. Ese día se crea el último archivo y todos, menos los titulares, pierden el acceso y los cursos. Cuando digas que tienes el archivo, o a los 14 días, se borra todo y recibes un recibo firmado.',
    day: 'Último día',
    dayHint: 'Al final de ese día, donde estás. Desde mañana hasta dentro de un año.',
    reason: 'Motivo, para el registro',
    confirmName: name => `Escribe «${name}» para confirmar`,
    plan: 'Fijar el último día',
    states: {
      scheduled: 'Tu empresa se va',
      exporting: 'Llegó el último día: se está creando el último archivo',
      handing_over: 'El último archivo está listo. Descárgalo y dilo aquí',
      closing: 'Ya nadie puede entrar; se avisa al sitio de cursos y a los sistemas de tu empresa',
      erasing: 'Se está borrando todo'
    },
    on: when => `El ${when}.`,
    by: (who, reason) => `Lo fijó ${who}: ${reason}`,
    undo: 'Cancelar: nos quedamos',
    undone: 'Cancelado. No ha cambiado nada.',
    tellPeople:
      'Avisa a las personas de que hasta entonces pueden llevarse sus propios datos, en la página «Lo que se sabe de mí».',
    until: when => `Si nadie lo dice, todo se borra el ${when}.`,
    haveIt: 'Tenemos el archivo: borrar todo',
    receipt: 'El recibo',
    receiptBody:
      'Este enlace funciona sin iniciar sesión. Guárdalo: muestra cómo va el borrado y, al final, el recibo firmado.'
  },
  roles: {
    title: 'Roles',
    body: 'Quién puede hacer qué por tu empresa. Los grupos del directorio de tu empresa dan roles; aquí puedes dar más. Un rol vale en cinco minutos; si se quita, deja de valer en segundos.',
    names: {
      owner: 'Titular',
      it: 'TI',
      hr: 'RR. HH.',
      author: 'Coach',
      support: 'Soporte',
      admin: 'Administración',
      manager: 'Responsable'
    },
    says: {
      owner: 'toda la configuración: roles, salida, plazos, cursos',
      it: 'identidad, Teams, conexiones, webhooks, auditoría',
      hr: 'informes y campañas, nunca de una sola persona',
      author: 'recorridos y el material que cita el coach',
      support: 'consulta accesos y cursos, y pide al sitio que lo intente otra vez'
    },
    none: 'Todavía nadie tiene un rol.',
    byGroup: 'por un grupo del directorio',
    byOwner: (who, when, reason) => `dado por ${who} el ${when}: ${reason}`,
    somebody: 'un titular',
    take: 'Quitar',
    takeOf: (role, name) => `Quitar el rol ${role} a ${name}`,
    takeAsk: (role, name) => `¿Quitar el rol ${role} a ${name}?`,
    takeBody: 'Deja de valer en segundos, también donde tenga la sesión abierta. Queda registrado con este motivo.',
    taken: 'Quitado por un titular',
    giveTitle: 'Dar un rol',
    search: 'Nombre o correo de la persona',
    find: 'Buscar',
    nobody: 'Nadie con acceso tiene ese nombre o correo.',
    choose: name => `Elegir a ${name}`,
    chosen: name => `Para ${name}`,
    role: 'Rol',
    reason: 'Motivo, para el registro',
    give: 'Dar el rol',
    given: 'Dado. Vale en cinco minutos.',
    keep: 'Cancelar'
  },
  lookup: {
    title: 'Ayudar a alguien',
    body: 'Si alguien tiene acceso y en qué está inscrito. De qué habla y cuánto ha avanzado no lo ve nadie.',
    search: 'Nombre o correo',
    find: 'Buscar',
    nobody: 'Nadie tiene ese nombre o correo.',
    access: 'Puede hacer cursos.',
    noAccess: 'Ahora no tiene acceso.',
    noCourses: 'Sin cursos.',
    states: { coming: 'en camino', open: 'abierto', ended: 'terminado', failed: 'rechazado por el sitio de cursos' },
    until: when => `hasta el ${when}`,
    again: 'Pedir al sitio otra vez todo lo que rechazó',
    asked: people => `Pedido otra vez para ${people}.`
  },
  auditSearch: {
    who: 'De quién trata, o quién lo hizo',
    about: 'Sobre',
    everything: 'todo',
    nouns: {
      person: 'personas que llegan y se van',
      role: 'roles',
      account: 'cuentas de acceso',
      connection: 'conexiones',
      claim_mapping: 'la asignación de atributos',
      enrollment_rules: 'reglas de inscripción',
      campaign: 'campañas',
      webhook: 'webhooks',
      api_key: 'claves de API',
      company_export: 'el archivo de la empresa',
      leaving: 'la salida de la empresa',
      audit: 'descargas de este registro'
    }
  },
  webhooks: {
    title: 'Webhooks',
    body: 'Los sistemas de tu empresa reciben avisos de lo que pasa, firmados como Standard Webhooks: identificadores, los nombres que tu empresa da a las personas, ningún contenido y nada sobre cómo usa el producto una persona.',
    none: 'Aún no hay ningún destino. Añade la dirección https de un sistema de tu empresa, como n8n o una plataforma de datos.',
    address: 'Dirección',
    events: 'De qué se avisa',
    eventNames: {
      'person.joined': 'alguien se incorporó',
      'person.left': 'alguien se fue',
      'course.enrolled': 'se asignó un curso',
      'course.completed': 'se completó un curso',
      'report.made': 'se hizo un informe',
      'company.leaving': 'tu empresa se va'
    },
    add: 'Añadir el destino',
    secret: 'Su secreto. Solo se muestra ahora: guárdalo donde lo lea tu sistema.',
    states: { active: 'activado', paused: 'apagado', disabled: 'desactivado: desde hace días no llega nada' },
    failing: when => `No ha llegado nada desde el ${when}.`,
    waiting: count => `${count} en espera.`,
    test: 'Enviar una prueba',
    testWell: (status, ms) => `Respondió ${status} en ${ms} ms.`,
    testBad: status => `No la aceptó: ${status}.`,
    problems: {
      unreachable: 'no se puede llegar, o lleva a otra parte',
      late: 'sin respuesta en 15 segundos',
      refused: 'la rechazó',
      forbidden_address: 'la dirección no es pública'
    },
    on: 'Activar',
    off: 'Apagar',
    rotate: 'Nuevo secreto',
    rotateAsk: '¿Crear un secreto nuevo?',
    rotateBody: 'El anterior sigue firmando a su lado durante un día.',
    remove: 'Quitar',
    removeAsk: '¿Quitar este destino?',
    removeBody: 'No recibe más avisos, y su registro desaparece.',
    keep: 'Cancelar',
    log: 'Lo que se envió',
    logEmpty: 'Todavía nada.',
    logStates: { waiting: 'en espera', delivered: 'llegó', failed: 'no llegó' },
    attempts: count => (count === 1 ? '1 intento' : `${count} intentos`),
    again: 'Enviar otra vez',
    of: (what, host) => `${what}: ${host}`
  }
}

export const leavingWords = { en, es }
