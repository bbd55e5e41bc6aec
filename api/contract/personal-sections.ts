/** What a person's data is called, wherever they read about it: the page, the file, the receipt. */
const keysOf = <Key extends string>(values: Readonly<Record<Key, string>>) => Object.keys(values) as [Key, ...Key[]]

export const PERSONAL_SECTIONS = {
  en: {
    profile: 'Your profile in the company’s directory',
    groups: 'Your groups, programs and managers',
    accounts: 'Accounts and devices you sign in with',
    signIns: 'Sign-ins',
    courses: 'Courses',
    installation: 'The app in your Teams',
    agreement: 'What you agreed to',
    conversation: 'Your conversation with the coach',
    plans: 'Your plans',
    former: 'Conversations with a former coach',
    memory: 'What the coach remembers',
    context: 'Facts about your work, switched on and off',
    nudges: 'Nudges and what you answered',
    choices: 'Your choices about nudges',
    pulse: 'What you answered once a month: did it help?',
    experiments: 'Experiments',
    reports: 'How you are counted in your employer’s reports',
    links: 'Your chat with the bot and links to it',
    messages: 'Messages on their way to you',
    accessLog: 'Who looked at your conversation',
    requests: 'Your exports and erasures',
    receipts: 'Receipts',
    records: 'Records of what happened'
  },
  es: {
    profile: 'Tu perfil en el directorio de la empresa',
    groups: 'Tus grupos, programas y responsables',
    accounts: 'Cuentas y dispositivos con los que entras',
    signIns: 'Inicios de sesión',
    courses: 'Cursos',
    installation: 'La aplicación en tu Teams',
    agreement: 'Lo que aceptaste',
    conversation: 'Tu conversación con el coach',
    plans: 'Tus planes',
    former: 'Conversaciones con un coach anterior',
    memory: 'Lo que recuerda el coach',
    context: 'Datos sobre tu trabajo, activados o no',
    nudges: 'Mensajes del coach y lo que respondiste',
    choices: 'Lo que decidiste sobre esos mensajes',
    pulse: 'Lo que respondiste una vez al mes: ¿sirvió?',
    experiments: 'Experimentos',
    reports: 'Cómo se te cuenta en los informes de tu empresa',
    links: 'Tu chat con el bot y sus enlaces',
    messages: 'Mensajes de camino a ti',
    accessLog: 'Quién miró tu conversación',
    requests: 'Tus descargas y borrados',
    receipts: 'Recibos',
    records: 'Registros de lo que pasó'
  }
} as const
export type PersonalSection = keyof typeof PERSONAL_SECTIONS.en

/** Why something stays when everything else is erased. */
export const KEPT_REASONS = {
  en: {
    employer: 'Your employer’s record of who works there. Ask them about it.',
    training: 'A training record of your employer.',
    sign_in: 'For signing in, until your access ends. You can remove devices on the page “Sign-ins”.',
    security: 'For security: who signed in and when. Erased by itself after the time your company set.',
    proof: 'Proof of what you decided or what was done, without any words of yours.',
    wish: 'So that your “no” goes on holding.'
  },
  es: {
    employer: 'El registro de tu empresa sobre quién trabaja allí. Pregúntale a ella.',
    training: 'Un registro de formación de tu empresa.',
    sign_in: 'Para entrar, mientras dure tu acceso. Puedes quitar dispositivos en la página «Accesos».',
    security: 'Por seguridad: quién entró y cuándo. Se borra solo tras el plazo que fijó tu empresa.',
    proof: 'Prueba de lo que decidiste o de lo que se hizo, sin palabras tuyas.',
    wish: 'Para que tu «no» siga valiendo.'
  }
} as const
export type KeptReason = keyof typeof KEPT_REASONS.en

export const PERSONAL_KEYS = keysOf<PersonalSection>(PERSONAL_SECTIONS.en)
export const KEPT_KEYS = keysOf<KeptReason>(KEPT_REASONS.en)
