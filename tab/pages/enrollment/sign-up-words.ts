/** What an admin reads about learners who signed up on the site, and about signing in there. */
const numbers = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

const en = {
  signUps: {
    title: 'Sign-ups on the learning site',
    body: 'Whoever signs up there gets the courses of the rules within a minute, before any directory is connected. A sign-up gives courses there and no access here.',
    watched: (since: string) => `Watched since ${since}`,
    looked: (when: string) => `last looked for new ones ${when}`,
    notLooked: 'the first look comes in a moment',
    listing: 'All accounts of the site are being listed for the first time; large sites take some minutes.',
    whose: {
      everybody: 'Everybody on the site is taken to be yours.',
      domains: 'Yours are those with an e-mail of your domains.',
      field: 'Yours are those with your value in the profile field that was agreed.'
    },
    accepts: {
      single_sign_on: 'Only accounts that the site’s single sign-on made count.',
      everybody: 'An account that somebody made with a password counts too.'
    },
    joinBy: {
      email: 'When a directory is connected, a learner is recognized by e-mail, because your company gives those out.',
      sso_id: 'When a directory is connected, a learner is recognized by the id of the single sign-on.',
      none: 'When a directory is connected, nobody is recognized by themselves: agree on an attribute with ConsciousInsights first.'
    },
    state: 'Show',
    states: {
      taken: 'Have the courses of the rules',
      waiting: 'Waiting for their turn',
      there: 'There from before, waiting for you',
      doubtful: 'May be somebody who is known',
      other_way: 'Not made by the single sign-on',
      gone: 'Deleted on the site'
    },
    counted: (state: string, people: number) => `${state} (${people})`,
    nobody: 'Nobody.',
    learner: (email: string, when: string, heard: string) => `${email}, signed up ${when}, ${heard}`,
    heard: { webhook: 'told by the site at once', sweep: 'found by looking', list: 'found in the list of all' },
    receiptsOf: (name: string) => `Receipts of ${name}`,
    receipts: 'Receipts',
    hide: 'Hide receipts',
    hideOf: (name: string) => `Hide receipts of ${name}`,
    there: (people: number) =>
      `${numbers(people, 'learner was', 'learners were')} there before. They take part in the rules when you say so.`,
    dryRun: 'Show what the rules would give them',
    mostly: 'Courses that they have already are not given again, so it may be fewer calls.',
    takeIn: 'Let them take part',
    takenIn: (people: number) => `${numbers(people, 'learner takes', 'learners take')} part now; watch it above.`,
    mayBe: (name: string) => `May be ${name}: the e-mail is the same, which proves nothing.`,
    same: 'The same person',
    different: 'Somebody else',
    sameAs: (learner: string, person: string) => `${learner} is the same person as ${person}`,
    differentFrom: (learner: string, person: string) => `${learner} is somebody else than ${person}`,
    onlyThere: 'Signed up on the learning site; no access here',
    next: 'Show more'
  },
  siteSignIns: {
    title: (people: number) => `${numbers(people, 'person', 'people')} could not be signed in on the learning site`,
    because: {
      account_refused:
        'The site has no account that is surely theirs. See what it refused below, then let them try again.',
      account_gone: 'Their account was deleted there. Another one is being made.',
      no_email: 'They have no e-mail, and the site signs people in by it. Add it in your directory or on the site.',
      site_refused:
        'The site refused our signature or its time. If it stays, the key was changed: send the new one to ConsciousInsights.'
    },
    names: (names: string, more: number) => (more > 0 ? `${names} and ${more} more` : names)
  }
}

const es: typeof en = {
  signUps: {
    title: 'Registros en el sitio de cursos',
    body: 'Quien se registra allí recibe los cursos de las reglas en menos de un minuto, antes de conectar ningún directorio. Un registro da cursos allí y ningún acceso aquí.',
    watched: since => `Se observa desde el ${since}`,
    looked: when => `última búsqueda de nuevos el ${when}`,
    notLooked: 'la primera búsqueda llega en un momento',
    listing: 'Se están leyendo por primera vez todas las cuentas del sitio; en los grandes tarda unos minutos.',
    whose: {
      everybody: 'Todas las cuentas del sitio se toman como de tu empresa.',
      domains: 'Son de tu empresa las que tienen un correo de tus dominios.',
      field: 'Son de tu empresa las que llevan tu valor en el campo de perfil acordado.'
    },
    accepts: {
      single_sign_on: 'Solo cuentan las cuentas que creó el inicio de sesión único del sitio.',
      everybody: 'También cuenta una cuenta creada con contraseña.'
    },
    joinBy: {
      email: 'Cuando se conecte un directorio, se reconoce a cada persona por el correo, porque los asigna tu empresa.',
      sso_id:
        'Cuando se conecte un directorio, se reconoce a cada persona por el identificador del inicio de sesión único.',
      none: 'Cuando se conecte un directorio no se reconocerá a nadie por sí solo: acuerda antes un atributo con ConsciousInsights.'
    },
    state: 'Mostrar',
    states: {
      taken: 'Tienen los cursos de las reglas',
      waiting: 'Esperan su turno',
      there: 'Estaban antes y esperan tu decisión',
      doubtful: 'Quizá son alguien conocido',
      other_way: 'No las creó el inicio de sesión único',
      gone: 'Borradas en el sitio'
    },
    counted: (state, people) => `${state} (${people})`,
    nobody: 'Nadie.',
    learner: (email, when, heard) => `${email}, registro del ${when}, ${heard}`,
    heard: {
      webhook: 'lo avisó el sitio al momento',
      sweep: 'se encontró buscando',
      list: 'se encontró en la lista completa'
    },
    receiptsOf: name => `Recibos de ${name}`,
    receipts: 'Recibos',
    hide: 'Ocultar recibos',
    hideOf: name => `Ocultar recibos de ${name}`,
    there: people =>
      `${numbers(people, 'persona ya estaba', 'personas ya estaban')} allí. Las reglas valdrán para ellas cuando lo digas.`,
    dryRun: 'Mostrar qué les darían las reglas',
    mostly: 'Los cursos que ya tienen no se dan otra vez, así que pueden ser menos llamadas.',
    takeIn: 'Que las reglas valgan para ellas',
    takenIn: people => `Las reglas ya valen para ${numbers(people, 'persona', 'personas')}; míralo arriba.`,
    mayBe: name => `Quizá es ${name}: el correo es el mismo, y eso no prueba nada.`,
    same: 'La misma persona',
    different: 'Otra persona',
    sameAs: (learner, person) => `${learner} es la misma persona que ${person}`,
    differentFrom: (learner, person) => `${learner} es otra persona que ${person}`,
    onlyThere: 'Se registró en el sitio de cursos; sin acceso aquí',
    next: 'Mostrar más'
  },
  siteSignIns: {
    title: people => `${numbers(people, 'persona no pudo', 'personas no pudieron')} entrar en el sitio de cursos`,
    because: {
      account_refused:
        'El sitio no tiene una cuenta que sea suya con seguridad. Mira abajo qué rechazó y deja que lo intenten de nuevo.',
      account_gone: 'Su cuenta se borró allí. Se está creando otra.',
      no_email: 'No tienen correo y el sitio lo usa para entrar. Añádelo en tu directorio o en el sitio.',
      site_refused:
        'El sitio rechazó nuestra firma o su hora. Si sigue así, cambió la clave: envía la nueva a ConsciousInsights.'
    },
    names: (names, more) => (more > 0 ? `${names} y ${more} más` : names)
  }
}

export const signUpWords = { en, es }
