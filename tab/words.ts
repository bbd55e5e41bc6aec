/** What people read before anything else in the tab, English and Spanish, each written for its readers; other pages bring theirs. */
import { coachPageWords } from './pages/coach/words.ts'
import type { DeskWords } from './desk-words.ts'

const en = {
  coach: 'Coach',
  plans: 'Plans',
  courses: 'Courses',
  nudges: 'Your nudges',
  known: 'What is known about me',
  report: 'Report',
  sessionsPage: 'Sign-ins',
  experimentsPage: 'Experiments',
  journeysPage: 'Journeys',
  campaignsPage: 'Campaigns',
  enrollmentPage: 'Enrollment',
  reachPage: 'Reach',
  setupPage: 'Set-up',
  pages: 'Pages',
  loading: 'Loading …',
  aiLabel: 'AI-generated',
  humanLabel: 'Written by people',
  you: 'You',
  typedIn: {
    teams: 'typed in Teams',
    tab: 'typed in the tab in Teams',
    web: 'typed on the web',
    lms: 'typed in your learning system'
  },
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
  dueOn: (when: string) => `Due ${when}`,
  noPlans:
    'No plans yet. A plan is one sentence: “If stand-up ends, then I will thank one person.” Make one here, or with the coach.',
  ...coachPageWords.en,
  agreement: {
    yes: 'Start',
    no: 'Not for me',
    declined:
      'You said it is not for you. Courses stay as they are, and HR is not told. You can start whenever you like.',
    changed:
      'You said yes before. The text has changed since, so you are asked once more. Nothing comes until you answer.',
    otherText: 'The text changed while you read it. Here it is as it stands now: read it again, then decide.'
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
    consent_required: [
      'Your permission is needed',
      'This app may not know yet who you are. You are asked once, in a small window of Microsoft; it gives no access to your mail, chats or files.'
    ],
    not_in_teams: [
      'Open this in Teams, or in a window of its own',
      'The page around this one is not Teams. Open the ConsciousInsights app in Teams, or this address in a browser.'
    ],
    signed_out: ['You are signed out', 'Sign in to go on. What you were writing is still here, in this window.'],
    embed_signed_out: [
      'Your coach is here',
      'Sign in with your work account. A small window opens for it and closes by itself.'
    ],
    cookies_blocked: [
      'Your browser blocks what a sign-in needs',
      'It keeps nothing for this site, so that we could not tell your sign-in from a forged one. Allow cookies for this address, or open the coach in Teams. We keep no cookie that follows you.'
    ],
    offline: ['You are offline', 'Nothing you typed is lost. We try again when you are back.'],
    failed: ['This did not work', 'Something went wrong on our side. Nothing you wrote is lost.']
  } as Readonly<Record<FailureKind, readonly [string, string]>>,
  signIn: 'Sign in',
  embed: {
    open: 'Go on in the small window …',
    blocked:
      'Your browser blocked the window. Allow pop-ups for this site, at the right of the address, and press once more.',
    closed: 'The window was closed before you were signed in. Press once more.',
    refused: 'That sign-in did not work. Press once more.'
  },
  consent: {
    start: 'Give permission',
    closed: 'The window was closed before you answered. Press once more.',
    blocked: 'Teams could not open the window. Allow pop-ups for Teams, or open this app in the Teams desktop app.',
    refused:
      'Permission was not given. If Microsoft asked for an administrator, send this page to your IT team: they can allow the app for everybody.',
    failed: 'That did not work. Press once more in a minute.'
  },
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
  helpers: {
    it: 'If it stays like this, your company’s IT team can help.',
    hr: 'Your HR contact knows who is in the program.',
    own: 'If you are not sure which account that is, your own company’s IT team knows.'
  },
  support: 'You can also ask our support:',
  sendReference: 'Send along the reference below.',
  reference: (id: string) => `Reference: ${id}`,
  copy: 'Copy with details',
  copied: 'Copied: reference, time, page, host and code. Nothing else, and nothing was sent.',
  notCopied:
    'This window may not copy by itself. The details are chosen below: copy them with Ctrl+C or ⌘C; on a phone, press and hold them.',
  details: { title: 'Details to send along', time: 'Time', page: 'Page', host: 'Host', code: 'Code' }
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
  | 'embed_signed_out'
  | 'cookies_blocked'
  | 'offline'
  | 'failed'
export type CoreWords = typeof en
/** Of the pages beside the coach too. */
export type Words = CoreWords & DeskWords

const es: CoreWords = {
  coach: 'Coach',
  plans: 'Planes',
  courses: 'Cursos',
  nudges: 'Tus mensajes',
  known: 'Lo que se sabe de mí',
  report: 'Informe',
  sessionsPage: 'Accesos',
  experimentsPage: 'Experimentos',
  journeysPage: 'Recorridos',
  campaignsPage: 'Campañas',
  enrollmentPage: 'Inscripciones',
  reachPage: 'Alcance',
  setupPage: 'Configuración',
  pages: 'Páginas',
  loading: 'Cargando …',
  aiLabel: 'Generado por IA',
  humanLabel: 'Escrito por personas',
  you: 'Tú',
  typedIn: {
    teams: 'escrito en Teams',
    tab: 'escrito en la pestaña de Teams',
    web: 'escrito en la web',
    lms: 'escrito en tu plataforma de cursos'
  },
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
  dueOn: when => `Fecha: ${when}`,
  noPlans:
    'Aún no hay planes. Un plan es una frase: «Si termina la reunión, entonces agradezco a alguien». Haz uno aquí o con el coach.',
  ...coachPageWords.es,
  agreement: {
    yes: 'Empezar',
    no: 'No es para mí',
    declined:
      'Dijiste que no es para ti. Los cursos siguen igual y Recursos Humanos no se entera. Puedes empezar cuando quieras.',
    changed:
      'Ya dijiste que sí. Desde entonces el texto cambió, así que se te pregunta otra vez. Hasta que respondas no llega nada.',
    otherText: 'El texto cambió mientras lo leías. Aquí está como es ahora: léelo de nuevo y decide.'
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
    consent_required: [
      'Hace falta tu permiso',
      'Esta aplicación aún no puede saber quién eres. Se te pregunta una vez, en una ventana pequeña de Microsoft; no da acceso a tu correo, tus chats ni tus archivos.'
    ],
    not_in_teams: [
      'Ábrelo en Teams, o en su propia ventana',
      'La página que rodea a esta no es Teams. Abre la aplicación ConsciousInsights en Teams, o esta dirección en un navegador.'
    ],
    signed_out: [
      'Tu sesión está cerrada',
      'Inicia sesión para seguir. Lo que estabas escribiendo sigue aquí, en esta ventana.'
    ],
    embed_signed_out: [
      'Tu coach está aquí',
      'Entra con tu cuenta del trabajo. Se abre una ventana pequeña y se cierra sola.'
    ],
    cookies_blocked: [
      'Tu navegador bloquea lo que hace falta para entrar',
      'No guarda nada de este sitio, y así no podríamos distinguir tu acceso de uno falsificado. Permite las cookies de esta dirección, o abre el coach en Teams. No usamos cookies que te sigan.'
    ],
    offline: ['Estás sin conexión', 'Nada de lo que escribiste se pierde. Lo intentamos de nuevo cuando vuelvas.'],
    failed: ['Esto no funcionó', 'Algo falló de nuestro lado. Nada de lo que escribiste se pierde.']
  },
  signIn: 'Iniciar sesión',
  embed: {
    open: 'Sigue en la ventana pequeña …',
    blocked:
      'Tu navegador bloqueó la ventana. Permite las ventanas emergentes de este sitio, a la derecha de la dirección, y pulsa otra vez.',
    closed: 'La ventana se cerró antes de que entraras. Pulsa otra vez.',
    refused: 'No se pudo entrar. Pulsa otra vez.'
  },
  consent: {
    start: 'Dar permiso',
    closed: 'La ventana se cerró antes de que respondieras. Pulsa otra vez.',
    blocked:
      'Teams no pudo abrir la ventana. Permite las ventanas emergentes de Teams, o abre esta aplicación en Teams de escritorio.',
    refused:
      'No se dio el permiso. Si Microsoft pidió la aprobación de quien administra, envía esta página a tu equipo de TI: pueden permitir la aplicación para todas las personas.',
    failed: 'No funcionó. Pulsa otra vez en un minuto.'
  },
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
  helpers: {
    it: 'Si sigue así, el equipo de TI de tu empresa puede ayudarte.',
    hr: 'Recursos Humanos sabe quién está en el programa.',
    own: 'Si no tienes claro cuál es esa cuenta, el equipo de TI de tu propia empresa lo sabe.'
  },
  support: 'También puedes escribir a nuestro soporte:',
  sendReference: 'Envía también la referencia de abajo.',
  reference: id => `Referencia: ${id}`,
  copy: 'Copiar con detalles',
  copied: 'Se copió: referencia, hora, página, lugar y código. Nada más, y no se envió nada.',
  notCopied:
    'Esta ventana no puede copiar por sí sola. Los detalles están seleccionados abajo: cópialos con Ctrl+C o ⌘C; en un teléfono, mantenlos pulsados.',
  details: { title: 'Detalles para enviar', time: 'Hora', page: 'Página', host: 'Lugar', code: 'Código' }
}

export const wordsFor = (locale: string): CoreWords => (locale.startsWith('es') ? es : en)
