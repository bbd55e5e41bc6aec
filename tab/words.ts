/** What people read in the tab, English and Spanish, each written for its readers. */
import { accessWords } from './access-words.ts'
import { brakeWords } from './brake-words.ts'
import { returnerWords } from './returner-words.ts'
import { claimWords } from './claim-words.ts'
import { courseWords } from './course-words.ts'
import { oversightWords } from './oversight-words.ts'
import { signUpWords } from './pages/enrollment/sign-up-words.ts'
import { movingWords } from './pages/enrollment/moving-words.ts'
import { enrollmentWords } from './pages/enrollment/words.ts'

const en = {
  coach: 'Coach',
  plans: 'Plans',
  courses: 'Courses',
  nudges: 'Your nudges',
  report: 'Report',
  setupPage: 'Set-up',
  pages: 'Pages',
  loading: 'Loading …',
  aiLabel: 'AI-generated',
  humanLabel: 'Written by people',
  you: 'You',
  typedIn: { teams: 'typed in Teams', tab: '', web: '', lms: '' },
  privacy: 'What you write here goes straight to ConsciousInsights and is not stored in your company’s Teams.',
  composer: 'What is on your mind?',
  send: 'Send',
  sending: 'Sending …',
  notSent: 'Not sent. Your text is still here; try again.',
  openers: ['I want to prepare a one-to-one', 'There is a conversation I keep avoiding', 'I have too much on my plate'],
  firstQuestion: 'What would you like to be a little different by the end of this week?',
  openPlan: 'Your open plan',
  ifThen: (cue: string, action: string) => `If ${cue}, then I will ${action}`,
  happened: 'It happened',
  notYet: 'Not this time',
  drop: 'Drop it',
  planStates: { open: 'Open', kept: 'It happened', missed: 'Not this time', dropped: 'Dropped' },
  asksOn: (when: string) => `Your coach asks on ${when}`,
  noPlans:
    'No plans yet. A plan is one sentence: “If stand-up ends, then I will thank one person.” Make one with the coach.',
  noNudges: 'Nothing has been sent and nothing is planned.',
  budget: (perWeek: number) => `At most ${perWeek} a week, 20 hours apart, in your working hours.`,
  paused: (until: string) => `Paused until ${until}.`,
  stopped: 'You stopped them. Nothing more is sent.',
  pause: 'Pause two weeks',
  stop: 'Stop nudges',
  whyThis: 'Why this?',
  dataUsed: (data: string) => `Data used: ${data}`,
  nudgeStates: {
    planned: 'Planned',
    queued: 'On its way',
    sent: 'Sent',
    answered: 'Answered',
    held: 'Held',
    cancelled: 'Cancelled',
    failed: 'Not delivered',
    unreachable: 'Could not reach you',
    expired: 'Expired'
  },
  setup: {
    directory: (when: string) => `The directory last spoke: ${when}.`,
    drift: (d: { at: string; listed: number; missing: number; extra: number; differing: number }) =>
      `Compared with its lists on ${d.at}: ${d.listed} people; ${d.missing} were missing here, ${d.extra} too many, ${d.differing} different. All mended.`,
    signIn: (when: string) => `The last sign-in that worked: ${when}.`,
    failed: (count: number) =>
      `${count === 1 ? '1 sign-in' : `${count} sign-ins`} failed in the last seven days. Below you see why, and what to do.`,
    links: (l: { people: number; linked: number; unlinked: number }) =>
      `${l.linked} of ${l.people} people are known by their Teams account; ${l.unlinked} connect when they first come.`,
    onThisPage: 'On this page',
    portal: 'Set-up links',
    portalBody:
      'Each link opens one task in the set-up portal and lives a few minutes. It is for you; do not send it on.',
    intents: {
      sso: 'Sign-in',
      dsync: 'Directory',
      domain_verification: 'Domains',
      certificate_renewal: 'Certificate',
      audit_logs: 'Audit log',
      log_streams: 'Log streams'
    },
    goOn: (task: string) => `Go on to the portal: ${task}`
  },
  lab: {
    title: 'Claim lab',
    body: 'Paste an ID token, a SAML response, a SCIM user or claims, as JSON or a line each. Nothing is verified, and nothing is kept unless you save it: then without tokens and signatures.',
    type: 'Kind of provider',
    paste: 'What it sends',
    tooLong: 'That is more than 200,000 characters. Paste the assertion or the token alone.',
    look: 'Show what comes of it',
    allowed: 'Would come in.',
    refused: 'Would not come in.',
    attributes: {
      subject: 'id',
      email: 'e-mail',
      firstName: 'first name',
      lastName: 'last name',
      groups: 'groups',
      department: 'department',
      country: 'country',
      locale: 'language',
      employeeNumber: 'employee number'
    },
    mapped: (attribute: string, value: string, claim: string) => `${attribute}: ${value} (from ${claim})`,
    missing: (attributes: string) => `Missing: ${attributes}.`,
    suggestion: (attribute: string, claim: string) => `${attribute} could come from “${claim}”`,
    firstPart: (attribute: string, claim: string) =>
      `${attribute} could come from “${claim}”, comparing the first part of each full name`,
    use: 'Use it',
    useFor: (attribute: string, claim: string) => `Use it: “${claim}” for ${attribute}`,
    cohorts: (names: string) => `Programs: ${names}`,
    courses: (names: string) => `Courses: ${names}`,
    name: 'Name of the case',
    keep: 'Save as a case',
    cases: 'Saved cases',
    noCases: 'None yet. Saved cases are tried at every change of the mapping.',
    holds: 'holds',
    breaks: 'breaks',
    drop: 'Remove',
    dropCase: (name: string) => `Remove the case “${name}”`
  },
  ...claimWords.en,
  ...accessWords.en,
  ...brakeWords.en,
  ...oversightWords.en,
  ...enrollmentWords.en,
  ...signUpWords.en,
  ...movingWords.en,
  ...returnerWords.en,
  ...courseWords.en,
  agreement: {
    title: 'Before you start',
    body: 'This is a coach that is a program (AI). It is not therapy, not HR, not legal advice. It keeps what you write, sealed with a key of your own. Your employer sees only counts over at least eight people, never your words and never your name.',
    yes: 'Start',
    no: 'Not for me',
    declined:
      'You said it is not for you. Courses stay as they are, and HR is not told. You can start whenever you like.'
  },
  former: {
    title: 'From your former coach',
    notLoaded: 'Messages from your former coach could not be looked for.',
    body: (messages: number) =>
      `${messages} ${messages === 1 ? 'message was' : 'messages were'} brought from the chatbot that you used before. Only you can read them; this coach and reports do not use them.`,
    afterAgreement: 'You can read them here once you have started with the coach, or erase them now.',
    show: 'Show them',
    hide: 'Hide them',
    older: 'Show earlier ones',
    said: {
      person: (day: string) => `you, ${day}`,
      coach: (day: string) => `your former coach, ${day}`
    },
    erase: 'Erase them',
    eraseBody: 'They are gone for good, and your company cannot bring them here again.',
    eraseYes: 'Erase for good',
    eraseNo: 'Keep them'
  },
  reportEmpty: 'No report yet. The first one is made on the schedule your company chose, or now.',
  makeReport: 'Make a report now',
  table: 'By program',
  program: 'Program',
  peopleBehind: (people: number) => `${people} people stand behind these figures.`,
  definition: 'What this counts',
  failures: {
    unknown_tenant: [
      'Your company is not connected yet',
      'Your Microsoft 365 organization is not linked to ConsciousInsights. Ask your IT admin to finish the set-up.'
    ],
    unlinked: [
      'We do not know you yet',
      'We cannot tell yet which person at your company you are. Connect once: your company signs you in on a page, and the page shows a code to enter here.'
    ],
    no_access: [
      'You are not in the program',
      'Your company has not given you access yet, or it has ended. Ask your HR contact.'
    ],
    superseded: [
      'Your access has just changed',
      'Sign out of Teams and in again, or wait an hour; then open this tab again. Nothing of yours is lost.'
    ],
    guest: [
      'You are a guest here',
      'Coaching belongs to your own company’s account. Switch Teams to it and open the tab again.'
    ],
    consent_required: ['Your permission is needed', 'Teams asks once whether this app may know who you are.'],
    not_in_teams: [
      'Open this in Teams, or in a window of its own',
      'The page around this one is not Teams. Open the ConsciousInsights app in Teams, or this address in a browser.'
    ],
    signed_out: ['You are signed out', 'Sign in to go on. What you were writing is still here, in this window.'],
    offline: ['You are offline', 'Nothing you typed is lost. We try again when you are back.'],
    failed: ['This did not work', 'Something went wrong on our side. Nothing you wrote is lost.']
  } as Readonly<Record<FailureKind, readonly [string, string]>>,
  signIn: 'Sign in',
  signOut: 'Sign out',
  retry: 'Try again',
  outdated: 'This may be out of date: the newest could not be loaded.',
  notDone: {
    offline: 'You are offline, and nothing was changed. Press again when you are back.',
    failed: 'That did not work, and nothing was changed. Press again in a minute.'
  },
  connect: {
    start: 'Connect',
    steps: ['Sign in as at work.', 'Enter the six digits that the page shows, within five minutes.'],
    open: 'Open the page',
    code: 'Code from the page',
    enter: 'Enter the code',
    again: 'Start again',
    failed: 'That did not work. Try again in a minute.'
  },
  reference: (id: string) => `Reference: ${id}`
}

export type FailureKind =
  | 'unknown_tenant'
  | 'unlinked'
  | 'no_access'
  | 'superseded'
  | 'guest'
  | 'consent_required'
  | 'not_in_teams'
  | 'signed_out'
  | 'offline'
  | 'failed'
export type Words = typeof en

const es: Words = {
  coach: 'Coach',
  plans: 'Planes',
  courses: 'Cursos',
  nudges: 'Tus mensajes',
  report: 'Informe',
  setupPage: 'Configuración',
  pages: 'Páginas',
  loading: 'Cargando …',
  aiLabel: 'Generado por IA',
  humanLabel: 'Escrito por personas',
  you: 'Tú',
  typedIn: { teams: 'escrito en Teams', tab: '', web: '', lms: '' },
  privacy: 'Lo que escribes aquí va directo a ConsciousInsights y no se guarda en el Teams de tu empresa.',
  composer: '¿Qué tienes en mente?',
  send: 'Enviar',
  sending: 'Enviando …',
  notSent: 'No se envió. Tu texto sigue aquí; inténtalo de nuevo.',
  openers: [
    'Quiero preparar una reunión individual',
    'Hay una conversación que vengo evitando',
    'Tengo demasiadas cosas encima'
  ],
  firstQuestion: '¿Qué te gustaría que fuera un poco distinto al final de esta semana?',
  openPlan: 'Tu plan abierto',
  ifThen: (cue, action) => `Si ${cue}, entonces ${action}`,
  happened: 'Se cumplió',
  notYet: 'Esta vez no',
  drop: 'Dejarlo',
  planStates: { open: 'Abierto', kept: 'Se cumplió', missed: 'Esta vez no', dropped: 'Dejado' },
  asksOn: when => `Tu coach pregunta el ${when}`,
  noPlans:
    'Aún no hay planes. Un plan es una frase: «Si termina la reunión, entonces agradezco a alguien». Haz uno con el coach.',
  noNudges: 'No se ha enviado nada y no hay nada planeado.',
  budget: perWeek => `Como máximo ${perWeek} por semana, con 20 horas entre ellos, en tu horario laboral.`,
  paused: until => `En pausa hasta el ${until}.`,
  stopped: 'Los detuviste. No se envía nada más.',
  pause: 'Pausar dos semanas',
  stop: 'Detener los mensajes',
  whyThis: '¿Por qué este?',
  dataUsed: data => `Datos usados: ${data}`,
  nudgeStates: {
    planned: 'Planeado',
    queued: 'En camino',
    sent: 'Enviado',
    answered: 'Respondido',
    held: 'Retenido',
    cancelled: 'Cancelado',
    failed: 'No entregado',
    unreachable: 'No pudimos llegar a ti',
    expired: 'Vencido'
  },
  setup: {
    directory: when => `El directorio habló por última vez: ${when}.`,
    drift: d =>
      `Comparado con sus listas el ${d.at}: ${d.listed} personas; aquí faltaban ${d.missing}, sobraban ${d.extra}, ${d.differing} eran distintas. Todo corregido.`,
    signIn: when => `El último inicio de sesión correcto: ${when}.`,
    failed: count =>
      `En los últimos siete días ${count === 1 ? 'falló 1 inicio de sesión' : `fallaron ${count} inicios de sesión`}. Abajo ves por qué y qué hacer.`,
    links: l =>
      `Conocemos a ${l.linked} de ${l.people} personas por su cuenta de Teams; ${l.unlinked} se conectan la primera vez que vienen.`,
    onThisPage: 'En esta página',
    portal: 'Enlaces de configuración',
    portalBody:
      'Cada enlace abre una tarea del portal de configuración y dura unos minutos. Es para ti; no lo reenvíes.',
    intents: {
      sso: 'Inicio de sesión',
      dsync: 'Directorio',
      domain_verification: 'Dominios',
      certificate_renewal: 'Certificado',
      audit_logs: 'Registro de auditoría',
      log_streams: 'Envío de registros'
    },
    goOn: task => `Ir al portal: ${task}`
  },
  lab: {
    title: 'Laboratorio de atributos',
    body: 'Pega un token de identidad, una respuesta SAML, un usuario SCIM o atributos, en JSON o uno por línea. Nada se verifica y nada se guarda, salvo que lo guardes: entonces, sin tokens ni firmas.',
    type: 'Tipo de proveedor',
    paste: 'Lo que envía',
    tooLong: 'Son más de 200.000 caracteres. Pega solo la aserción o el token.',
    look: 'Ver el resultado',
    allowed: 'Podría entrar.',
    refused: 'No podría entrar.',
    attributes: {
      subject: 'identificador',
      email: 'correo',
      firstName: 'nombre',
      lastName: 'apellido',
      groups: 'grupos',
      department: 'departamento',
      country: 'país',
      locale: 'idioma',
      employeeNumber: 'número de empleado'
    },
    mapped: (attribute, value, claim) => `${attribute}: ${value} (de ${claim})`,
    missing: attributes => `Falta: ${attributes}.`,
    suggestion: (attribute, claim) => `${attribute} podría venir de «${claim}»`,
    firstPart: (attribute, claim) =>
      `${attribute} podría venir de «${claim}», comparando la primera parte de cada nombre completo`,
    use: 'Usarlo',
    useFor: (attribute, claim) => `Usarlo: «${claim}» para ${attribute}`,
    cohorts: names => `Programas: ${names}`,
    courses: names => `Cursos: ${names}`,
    name: 'Nombre del caso',
    keep: 'Guardar como caso',
    cases: 'Casos guardados',
    noCases: 'Aún no hay. Los casos guardados se prueban en cada cambio de la asignación.',
    holds: 'se cumple',
    breaks: 'no se cumple',
    drop: 'Quitar',
    dropCase: name => `Quitar el caso «${name}»`
  },
  ...claimWords.es,
  ...accessWords.es,
  ...brakeWords.es,
  ...oversightWords.es,
  ...enrollmentWords.es,
  ...signUpWords.es,
  ...movingWords.es,
  ...returnerWords.es,
  ...courseWords.es,
  agreement: {
    title: 'Antes de empezar',
    body: 'Este coach es un programa (IA). No es terapia, ni Recursos Humanos, ni asesoría legal. Guarda lo que escribes, sellado con una clave solo tuya. Tu empresa ve únicamente cifras de al menos ocho personas, nunca tus palabras ni tu nombre.',
    yes: 'Empezar',
    no: 'No es para mí',
    declined:
      'Dijiste que no es para ti. Los cursos siguen igual y Recursos Humanos no se entera. Puedes empezar cuando quieras.'
  },
  former: {
    title: 'De tu coach anterior',
    notLoaded: 'No se pudieron buscar los mensajes de tu coach anterior.',
    body: messages =>
      `${messages} ${messages === 1 ? 'mensaje viene' : 'mensajes vienen'} del chatbot que usabas antes. Solo tú puedes leerlos; este coach y los informes no los usan.`,
    afterAgreement: 'Podrás leerlos aquí cuando hayas empezado con el coach, o puedes borrarlos ahora.',
    show: 'Mostrarlos',
    hide: 'Ocultarlos',
    older: 'Mostrar anteriores',
    said: { person: day => `tú, ${day}`, coach: day => `tu coach anterior, ${day}` },
    erase: 'Borrarlos',
    eraseBody: 'Se borran para siempre, y tu empresa no puede traerlos aquí otra vez.',
    eraseYes: 'Borrar para siempre',
    eraseNo: 'Conservarlos'
  },
  reportEmpty: 'Aún no hay informe. El primero se hace en la fecha que eligió tu empresa, o ahora.',
  makeReport: 'Hacer un informe ahora',
  table: 'Por programa',
  program: 'Programa',
  peopleBehind: people => `Detrás de estas cifras hay ${people} personas.`,
  definition: 'Qué cuenta',
  failures: {
    unknown_tenant: [
      'Tu empresa aún no está conectada',
      'Tu organización de Microsoft 365 no está vinculada con ConsciousInsights. Pide a tu equipo de TI que termine la configuración.'
    ],
    unlinked: [
      'Aún no te conocemos',
      'Todavía no sabemos qué persona de tu empresa eres. Conéctate una vez: tu empresa inicia tu sesión en una página, y la página muestra un código para escribirlo aquí.'
    ],
    no_access: [
      'No estás en el programa',
      'Tu empresa aún no te dio acceso, o ya terminó. Pregunta a Recursos Humanos.'
    ],
    superseded: [
      'Tu acceso acaba de cambiar',
      'Cierra tu sesión de Teams y ábrela de nuevo, o espera una hora; después abre esta pestaña otra vez. No se perdió nada tuyo.'
    ],
    guest: [
      'Aquí eres una persona invitada',
      'El coaching pertenece a la cuenta de tu propia empresa. Cambia Teams a esa cuenta y abre la pestaña otra vez.'
    ],
    consent_required: ['Hace falta tu permiso', 'Teams pregunta una vez si esta aplicación puede saber quién eres.'],
    not_in_teams: [
      'Ábrelo en Teams, o en su propia ventana',
      'La página que rodea a esta no es Teams. Abre la aplicación ConsciousInsights en Teams, o esta dirección en un navegador.'
    ],
    signed_out: [
      'Tu sesión está cerrada',
      'Inicia sesión para seguir. Lo que estabas escribiendo sigue aquí, en esta ventana.'
    ],
    offline: ['Estás sin conexión', 'Nada de lo que escribiste se pierde. Lo intentamos de nuevo cuando vuelvas.'],
    failed: ['Esto no funcionó', 'Algo falló de nuestro lado. Nada de lo que escribiste se pierde.']
  },
  signIn: 'Iniciar sesión',
  signOut: 'Cerrar sesión',
  retry: 'Intentar de nuevo',
  outdated: 'Puede que esto no esté al día: no se pudo cargar lo más nuevo.',
  notDone: {
    offline: 'No tienes conexión y nada cambió. Pulsa otra vez cuando vuelva.',
    failed: 'No funcionó y nada cambió. Pulsa otra vez en un minuto.'
  },
  connect: {
    start: 'Conectar',
    steps: [
      'Inicia sesión como en el trabajo.',
      'Escribe los seis dígitos que muestra la página, en los próximos cinco minutos.'
    ],
    open: 'Abrir la página',
    code: 'Código de la página',
    enter: 'Enviar el código',
    again: 'Empezar de nuevo',
    failed: 'No funcionó. Inténtalo otra vez en un minuto.'
  },
  reference: id => `Referencia: ${id}`
}

export const wordsFor = (locale: string): Words => (locale.startsWith('es') ? es : en)
