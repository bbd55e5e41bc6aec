/** What an admin reads about claims: the mapping and how sign-ins ended. English and Spanish, each written for its readers. */
const OUTCOMES = [
  'signed_in',
  'expired',
  'provider_refused',
  'wrong_company',
  'missing_claims',
  'not_in_directory',
  'no_access',
  'too_many_groups'
] as const
type Outcome = (typeof OUTCOMES)[number]

/** What became of a sign-in, and what the admin should do; nothing to do is empty. */
type Told = readonly [happened: string, todo: string]

const en = {
  mapping: {
    title: 'Claim mapping',
    body: 'Which claim becomes what. Names are tried from top to bottom, spelled as you spell them: “Mail” is not “mail”. Where a directory is connected, it alone tells names, groups and all the rest; of a sign-in only the id counts.',
    attributes: {
      subject: 'Id',
      email: 'E-mail',
      firstName: 'First name',
      lastName: 'Last name',
      groups: 'Groups',
      department: 'Department',
      country: 'Country',
      locale: 'Language',
      employeeNumber: 'Employee number'
    },
    commonName: 'Groups come with their full name, such as CN=CI-Access,OU=Groups: compare the first part alone',
    commonNameHint: 'Then a group of the same first name elsewhere in your directory counts as well.',
    defaults: 'the defaults of the connection type',
    frozen: 'This stays as it is: people have signed in by it, and another id would make them other people.',
    add: 'Add a claim name',
    addNow: 'Add',
    up: (name: string) => `Move “${name}” up`,
    down: (name: string) => `Move “${name}” down`,
    remove: 'Remove',
    removeName: (name: string) => `Remove “${name}”`,
    twice: (name: string) => `“${name}” is in the list already.`,
    full: 'Ten names are the most. Remove one first.',
    unsaved: (attributes: string) => `Not saved yet: ${attributes}`,
    savedNow: (names: string) => `Saved now: ${names}`,
    savedNone: 'Saved now: only the defaults',
    save: 'Save',
    discard: 'Discard',
    discarded: 'Your changes are undone. This is what is saved.',
    saved: 'Saved. It counts from the next sign-in on.',
    savedBroken: (cases: string) =>
      `Saved, with your reason. These cases now end differently from when you kept them: ${cases}.`,
    reason: 'Why is the change right?',
    reasonHint: 'At least three characters. It is kept in the audit log.',
    saveAnyway: 'Save anyway',
    meanwhile: 'Somebody else changed the mapping while you were at it. Yours is not saved, and nothing of it is lost.',
    loadAgain: 'Load it again',
    loadedAgain: 'Loaded. Your changes are still here, on top of what is saved now. Look it over, then save.',
    used: (attribute: string, claim: string) => `${attribute}: “${claim}” is tried first now. It counts once you save.`
  },
  signIns: {
    title: 'Sign-ins',
    body: 'How the latest ended. Of claims only the names are kept, never what was in them.',
    all: 'Also show those that worked',
    none: 'None has failed. When one does, you find here what happened, which claims came, and what to do.',
    noneAtAll: 'Nobody has signed in yet. The first attempt appears here, whether it works or not.',
    outcomes: {
      signed_in: ['Signed in', ''],
      expired: [
        'Too late, or finished in another window',
        'Nothing to do for one or two. If there are many, look at how long your sign-in page keeps people.'
      ],
      provider_refused: [
        'Your provider did not confirm the sign-in',
        'Look in your provider’s log at that minute. Often the person is not assigned to the app, or a certificate has run out.'
      ],
      wrong_company: [
        'The account came over another company’s connection',
        'Ask the person to use their account with you. If it happens to everybody, check the connection: “Sign-in” under Set-up.'
      ],
      missing_claims: [
        'No id or no e-mail came',
        'Paste what your provider sends into the claim lab. It shows which claim could fill the gap.'
      ],
      not_in_directory: [
        'Signed in with you, but not in the directory we get',
        'Share the person through your directory. If they are in it, sign-in and directory use different ids: compare them in the claim lab.'
      ],
      no_access: [
        'Known, but without access',
        'If the person should come in, put them in the group that gives access. If not, all is as it should be.'
      ],
      too_many_groups: [
        'Too many groups to be sent along',
        'In Entra, let the app send “groups assigned to the application”, or connect the directory. Nobody is let in or thrown out meanwhile.'
      ]
    } as Readonly<Record<Outcome, Told>>,
    other: ['It did not work', 'Write to us with the time of the attempt.'] as Told,
    came: (names: string) => `Came: ${names}`,
    noneCame: 'No claims came.',
    used: (list: string) => `Used: ${list}`,
    from: (attribute: string, claim: string) => `${attribute} from ${claim}`,
    byDefault: (attribute: string) => `${attribute} as the connection reads it`,
    more: (count: number) => `Show ${count} more`
  }
}

const es: typeof en = {
  mapping: {
    title: 'Asignación de atributos',
    body: 'De qué atributo sale cada dato. Los nombres se prueban de arriba abajo y tal como los escribes: «Mail» no es «mail». Si hay un directorio conectado, solo él dice nombres, grupos y todo lo demás; del inicio de sesión cuenta solo el identificador.',
    attributes: {
      subject: 'Identificador',
      email: 'Correo',
      firstName: 'Nombre',
      lastName: 'Apellido',
      groups: 'Grupos',
      department: 'Departamento',
      country: 'País',
      locale: 'Idioma',
      employeeNumber: 'Número de empleado'
    },
    commonName: 'Los grupos llegan con su nombre completo, como CN=CI-Access,OU=Groups: comparar solo la primera parte',
    commonNameHint: 'Entonces también vale un grupo con el mismo primer nombre en otra parte de tu directorio.',
    defaults: 'los predeterminados del tipo de conexión',
    frozen: 'Ya no se cambia: hay personas que entraron con él, y con otro identificador serían otras personas.',
    add: 'Agregar un atributo',
    addNow: 'Agregar',
    up: name => `Subir «${name}»`,
    down: name => `Bajar «${name}»`,
    remove: 'Quitar',
    removeName: name => `Quitar «${name}»`,
    twice: name => `«${name}» ya está en la lista.`,
    full: 'Caben diez nombres como máximo. Quita uno primero.',
    unsaved: attributes => `Sin guardar: ${attributes}`,
    savedNow: names => `Guardado ahora: ${names}`,
    savedNone: 'Guardado ahora: solo los predeterminados',
    save: 'Guardar',
    discard: 'Descartar',
    discarded: 'Tus cambios se deshicieron. Esto es lo que está guardado.',
    saved: 'Guardado. Vale desde el próximo inicio de sesión.',
    savedBroken: cases => `Guardado, con tu motivo. Estos casos ya no dan lo mismo que cuando los guardaste: ${cases}.`,
    reason: '¿Por qué es correcto el cambio?',
    reasonHint: 'Tres caracteres o más. Queda en el registro de auditoría.',
    saveAnyway: 'Guardar de todos modos',
    meanwhile: 'Alguien más cambió la asignación mientras la editabas. Lo tuyo no se guardó, pero tampoco se perdió.',
    loadAgain: 'Cargarla otra vez',
    loadedAgain: 'Lista. Tus cambios siguen aquí, sobre lo que ahora está guardado. Revísalos y guarda.',
    used: (attribute, claim) => `${attribute}: ahora se prueba primero «${claim}». Vale cuando guardes.`
  },
  signIns: {
    title: 'Inicios de sesión',
    body: 'Cómo terminaron los últimos. De los atributos se guardan solo los nombres, nunca lo que traían.',
    all: 'Mostrar también los correctos',
    none: 'Ninguno ha fallado. Cuando uno falle, aquí verás qué pasó, qué atributos llegaron y qué hacer.',
    noneAtAll: 'Nadie ha iniciado sesión todavía. El primer intento aparecerá aquí, funcione o no.',
    outcomes: {
      signed_in: ['Entró', ''],
      expired: [
        'Llegó tarde o se terminó en otra ventana',
        'Por uno o dos no hay que hacer nada. Si son muchos, revisa cuánto tarda la gente en tu página de inicio de sesión.'
      ],
      provider_refused: [
        'Tu proveedor no confirmó la sesión',
        'Busca ese minuto en el registro de tu proveedor. Suele faltar asignar la aplicación a la persona, o venció un certificado.'
      ],
      wrong_company: [
        'La cuenta llegó por la conexión de otra empresa',
        'Pide a la persona que use su cuenta de tu empresa. Si le pasa a todo el mundo, revisa la conexión: «Inicio de sesión», en Configuración.'
      ],
      missing_claims: [
        'No llegó un identificador o un correo',
        'Pega lo que envía tu proveedor en el laboratorio de atributos. Ahí verás qué atributo puede cubrir el hueco.'
      ],
      not_in_directory: [
        'Tu empresa confirmó la sesión, pero la persona no está en el directorio que recibimos',
        'Compártela desde tu directorio. Si ya está, el inicio de sesión y el directorio usan identificadores distintos: compáralos en el laboratorio de atributos.'
      ],
      no_access: [
        'La conocemos, pero no tiene acceso',
        'Si debe entrar, ponla en el grupo que da acceso. Si no, todo está como debe.'
      ],
      too_many_groups: [
        'Demasiados grupos para enviarlos',
        'En Entra, haz que la aplicación envíe «grupos asignados a la aplicación», o conecta el directorio. Mientras tanto nadie entra ni queda fuera por eso.'
      ]
    },
    other: ['No funcionó', 'Escríbenos con la hora del intento.'],
    came: names => `Llegaron: ${names}`,
    noneCame: 'No llegó ningún atributo.',
    used: list => `Se usaron: ${list}`,
    from: (attribute, claim) => `${attribute} de ${claim}`,
    byDefault: attribute => `${attribute} según lo lee la conexión`,
    more: count => `Mostrar ${count} más`
  }
}

export const claimWords = { en, es }

/** The API may learn outcomes before this page does. */
export function toldOf({ outcomes, other }: typeof en.signIns, outcome: string): Told {
  const known = OUTCOMES.find(each => each === outcome)
  return known ? outcomes[known] : other
}
