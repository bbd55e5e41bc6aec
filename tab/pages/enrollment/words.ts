/** What an admin reads about courses: rules, work at hand, people, drift. */
import { formerWords } from './former-words.ts'
import { importWords } from './import-words.ts'

const numbers = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

const en = {
  enrollment: {
    imports: importWords.en,
    former: formerWords.en,
    rules: 'Who gets which course',
    rulesBody: 'The first rule that speaks of a course decides. Exceptions for one person come before every rule.',
    noRules:
      'No rules yet. One rule is one sentence: whoever is in the cohort “New managers” gets “The first 90 days”.',
    version: (version: number, when: string) => `Version ${version}, since ${when}`,
    fromSettings: 'Set up by ConsciousInsights. From your first change on, it is yours.',
    condition: {
      everyone: () => 'Everyone',
      group: (name: string) => `Whoever is in the group “${name}”`,
      cohort: (name: string) => `Whoever is in the cohort “${name}”`,
      attribute: (name: string, value: string) => `Whoever’s ${name} is “${value}”`,
      claim: (name: string, value: string) => `Whoever signs in with ${name} “${value}”`,
      site: (name: string, value: string) => `Whoever’s ${name} on the learning site is “${value}”`
    },
    gives: (targets: string) => `gets ${targets}`,
    withholds: (targets: string) => `does not get ${targets}`,
    startsAfter: (days: number) => `from day ${days} on`,
    startsAt: (when: string) => `from ${when} on`,
    endsAfter: (days: number) => `for ${numbers(days, 'day', 'days')}`,
    endsAt: (when: string) => `until ${when}`,
    kinds: { course: 'Course', bundle: 'Bundle', group: 'Group on the site' },
    add: 'Add a rule',
    edit: (name: string) => `Change “${name}”`,
    up: (name: string) => `Move “${name}” up`,
    down: (name: string) => `Move “${name}” down`,
    remove: (name: string) => `Remove “${name}”`,
    editShort: 'Change',
    removeShort: 'Remove',
    name: 'Name, as people read why they have the course',
    who: 'Who',
    whoKinds: {
      cohort: 'A cohort',
      group: 'A group of the directory',
      attribute: 'An attribute of the directory',
      claim: 'A claim of the sign-in',
      site: 'The profile on the learning site',
      everyone: 'Everyone'
    },
    choose: 'Choose …',
    whoName: 'Its name',
    whoValue: 'Its value',
    effect: 'What the rule does',
    effects: { give: 'Gives', withhold: 'Keeps from' },
    what: 'Courses, bundles and groups',
    startDays: 'Starts so many days after joining',
    endDays: 'Ends so many days after joining (empty: never)',
    startFixed: 'Starts on a date instead',
    endFixed: 'Ends on a date instead',
    use: 'Use this rule',
    back: 'Leave it',
    siteSilent:
      'The learning site cannot be asked now. Rules can be changed; new courses can be chosen once it answers.',
    incomplete: 'A rule needs a name, a condition and at least one course.',
    exceptions: 'Exceptions',
    exception: (name: string, target: string, gives: boolean) =>
      gives ? `${name} gets ${target}` : `${name} does not get ${target}`,
    noExceptions: 'None. Find a person below to make one.',
    linkByEmail: 'E-mails on the learning site are given out by us: link an account that has a person’s e-mail',
    unsaved: 'Not saved yet. Nothing changes before you have seen what it would do.',
    dryRun: 'Show what it would do',
    discard: 'Discard the changes',
    dry: {
      title: 'What it would do',
      nothing: 'Nobody gains or loses anything.',
      gain: (people: number, of: number) => `${people} of ${numbers(of, 'person', 'people')} gain something.`,
      lose: (people: number, of: number) => `${people} of ${numbers(of, 'person', 'people')} lose something.`,
      redate: (people: number) => `For ${numbers(people, 'person', 'people')} only dates change.`,
      more: (count: number) => `and ${count} more`,
      cost: (calls: number, time: string) =>
        `${numbers(calls, 'call', 'calls')} to the learning site: at its limit about ${time}.`,
      lasting: 'Cannot be undone here:',
      accounts: (count: number) => `${numbers(count, 'account', 'accounts')} on the site, made and kept`,
      memberships: (count: number) =>
        `${numbers(count, 'membership', 'memberships')} in groups: the site has no call that ends one`,
      byHand: (count: number) =>
        `${numbers(count, 'member', 'members')} to be taken out of groups by hand, on the site`,
      safe: 'Nothing that cannot be undone. Who loses a course keeps what they did in it.'
    },
    reason: 'Why is the change right?',
    save: 'Save and carry out',
    saved: 'Saved. It is being carried out; watch it above.',
    minutes: (count: number) => numbers(count, 'minute', 'minutes'),
    lessThanAMinute: 'less than a minute',
    work: 'Work at hand',
    noSite: 'No learning site is connected. ConsciousInsights connects it with you.',
    site: (name: string, calls: number) => `${name}: at most ${calls} calls a minute, all our work together.`,
    idle: 'Nobody waits.',
    waiting: (leavers: number, newcomers: number, rest: number) =>
      `Waiting: ${numbers(leavers, 'leaver', 'leavers')}, ${numbers(newcomers, 'newcomer', 'newcomers')}, ${rest} others. Leavers go first.`,
    runKinds: { rules: 'New rules', repair: 'Repair', again: 'Tried again', import: 'Import', undo: 'Import undone' },
    runStates: { running: 'under way', paused: 'paused', cancelled: 'cancelled', done: 'done' },
    run: (kind: string, state: string, when: string) => `${kind}, ${when}: ${state}`,
    progress: (done: number, people: number) => `${done} of ${numbers(people, 'person', 'people')}`,
    failedIn: (people: number) => `${numbers(people, 'person', 'people')} refused by the site`,
    leftOut: (people: number) => `${numbers(people, 'person', 'people')} left out`,
    pause: 'Pause',
    resume: 'Go on',
    cancel: 'Cancel',
    cancelTitle: 'Cancel this work?',
    cancelBody: 'What is done stays. Who still waits is left as they are, and the next comparison shows them.',
    keep: 'Let it go on',
    again: 'Try again',
    problems: {
      key_refused: [
        'The site refuses our key',
        'It was changed or revoked, or the site has another name now. Send the new one to ConsciousInsights.'
      ],
      no_api: ['The site’s plan has no interface', 'Ask Thinkific to include API access in the plan.'],
      renamed: [
        'The site has another name now',
        'Tell ConsciousInsights the new name and address. One change of the settings, and all goes on with the same accounts.'
      ],
      other_site: [
        'This is another site',
        'None of the accounts that we know is there, so nothing is asked of it. Tell ConsciousInsights the right name.'
      ],
      maintenance: ['The site is being worked on', 'Nothing to do: it is asked again by itself.'],
      not_json: [
        'Something answers in the site’s place',
        'A proxy or a login page is in the way. Ask who runs your network.'
      ],
      unreachable: ['The site does not answer', 'Nothing to do: it is asked again by itself, less and less often.'],
      too_many: ['The site wants fewer calls', 'Something else may be calling it too. We wait as long as it asks.'],
      site_failed: ['The site had a fault', 'Nothing to do: each person is tried again by itself.'],
      unexpected: ['The site answered something unknown', 'It is tried again. If it stays, tell ConsciousInsights.'],
      course_gone: ['A course is no longer on the site', 'Restore it there or change the rule, then try again.'],
      bundle_gone: ['A bundle is no longer on the site', 'Restore it there or change the rule, then try again.'],
      group_gone: ['A group is no longer on the site', 'Make it there or change the rule, then try again.'],
      email_taken: [
        'An account with this e-mail exists and is not linked',
        'If your company gives out those e-mails, allow linking by e-mail in the rules. Else correct the account on the site.'
      ],
      account_in_review: [
        'An account from before may be theirs',
        'Decide it under “Accounts from before”. Until then no second one is made.'
      ],
      no_email: ['The directory has no e-mail for a person', 'Add it in your directory, then try again.'],
      refused: ['The site refused', 'Correct what it says, then try again.']
    } as Readonly<Record<string, readonly [string, string]>>,
    said: (text: string) => `It said: ${text}`,
    since: (when: string) => `since ${when}`,
    nothingLost: 'Nobody’s work is lost.',
    people: 'People',
    peopleBody: 'Who has access to what, and why. How far somebody is in a course, only they see.',
    search: 'Name or e-mail',
    noPeople: 'Nobody is found.',
    nothingHeld: 'No courses',
    left: 'left',
    states: { coming: 'on its way', open: 'open', ended: 'ended', failed: 'refused' },
    receipts: 'Receipts',
    receiptsOf: (name: string) => `Receipts of ${name}`,
    hide: 'Hide receipts',
    noReceipts: 'Nothing has been asked for this person yet.',
    receipt: (title: string, when: string) => `${when}: ${title}`,
    answered: (answer: string) => `answer ${answer}`,
    byRule: (rule: string, version: string) => `by “${rule}”, version ${version}`,
    next: 'Show more',
    except: 'Exception',
    exceptFor: (name: string) => `Make an exception for ${name}`,
    target: 'Course',
    why: 'Reason',
    addException: 'Add to the changes',
    drift: 'Comparison with the site',
    driftBody: 'Each night the whole site is compared with the rules. Nothing is changed until you say so.',
    driftLimits:
      'Compared are all courses, and the bundles and groups that rules name or named. Single courses inside a bundle are the site’s own affair. The site has no call that takes somebody out of a group: that is done by hand there.',
    unread: (targets: string) =>
      `The site no longer has ${targets}: nobody could be compared there. Restore it on the site or change the rule.`,
    noDrift: 'Not compared yet. The first comparison comes tonight.',
    compared: (people: number, listed: number, when: string) =>
      `${when}: ${numbers(people, 'person', 'people')} and ${numbers(listed, 'enrollment', 'enrollments')} compared.`,
    inStep: 'The site is as the rules say.',
    drifts: {
      missing: 'missing on the site',
      extra: 'open without a rule',
      wrong_expiry: 'with another end than the rule’s',
      by_hand: 'changed by hand on the site'
    },
    extraMember: 'in the group without a rule: take them out by hand on the site',
    driftItem: (name: string, target: string, what: string) => `${name}: ${target}, ${what}`,
    firstHundred: 'The first hundred are shown.',
    look: 'Compare now',
    looking: 'Comparing. It appears here when it is done.',
    mend: 'What should be mended?',
    repairDry: 'Show what a repair would do',
    repairCost: (people: number, calls: number, time: string) =>
      `${numbers(people, 'person', 'people')}, ${numbers(calls, 'call', 'calls')}, about ${time}. What is open without a rule is closed; nobody’s progress is lost.`,
    repairByHand: (members: number) =>
      `${numbers(members, 'member of a group stays', 'members of groups stay')} until taken out by hand on the site.`,
    repair: 'Repair',
    repaired: 'The repair has begun; watch it above.'
  }
}

const es: typeof en = {
  enrollment: {
    imports: importWords.es,
    former: formerWords.es,
    rules: 'Quién recibe qué curso',
    rulesBody: 'Decide la primera regla que habla de un curso. Las excepciones de una persona van antes que todas.',
    noRules:
      'Todavía no hay reglas. Una regla es una frase: quien está en la cohorte «Nuevos mandos» recibe «Los primeros 90 días».',
    version: (version, when) => `Versión ${version}, desde ${when}`,
    fromSettings: 'La preparó ConsciousInsights. Desde tu primer cambio, es tuya.',
    condition: {
      everyone: () => 'Todo el mundo',
      group: name => `Quien está en el grupo «${name}»`,
      cohort: name => `Quien está en la cohorte «${name}»`,
      attribute: (name, value) => `Quien tiene ${name} «${value}»`,
      claim: (name, value) => `Quien entra con ${name} «${value}»`,
      site: (name, value) => `Quien en el sitio de cursos tiene en ${name} «${value}»`
    },
    gives: targets => `recibe ${targets}`,
    withholds: targets => `no recibe ${targets}`,
    startsAfter: days => `desde el día ${days}`,
    startsAt: when => `desde ${when}`,
    endsAfter: days => `durante ${numbers(days, 'día', 'días')}`,
    endsAt: when => `hasta ${when}`,
    kinds: { course: 'Curso', bundle: 'Paquete', group: 'Grupo del sitio' },
    add: 'Añadir una regla',
    edit: name => `Cambiar «${name}»`,
    up: name => `Subir «${name}»`,
    down: name => `Bajar «${name}»`,
    remove: name => `Quitar «${name}»`,
    editShort: 'Cambiar',
    removeShort: 'Quitar',
    name: 'Nombre, como la gente lee por qué tiene el curso',
    who: 'Quién',
    whoKinds: {
      cohort: 'Una cohorte',
      group: 'Un grupo del directorio',
      attribute: 'Un atributo del directorio',
      claim: 'Un dato del inicio de sesión',
      site: 'El perfil en el sitio de cursos',
      everyone: 'Todo el mundo'
    },
    choose: 'Elige …',
    whoName: 'Su nombre',
    whoValue: 'Su valor',
    effect: 'Qué hace la regla',
    effects: { give: 'Da', withhold: 'No da' },
    what: 'Cursos, paquetes y grupos',
    startDays: 'Empieza tantos días después de entrar',
    endDays: 'Termina tantos días después de entrar (vacío: nunca)',
    startFixed: 'O empieza en una fecha',
    endFixed: 'O termina en una fecha',
    use: 'Usar esta regla',
    back: 'Dejarla como estaba',
    siteSilent:
      'Ahora no se puede preguntar al sitio de cursos. Las reglas se pueden cambiar; los cursos nuevos, cuando responda.',
    incomplete: 'Una regla necesita un nombre, una condición y al menos un curso.',
    exceptions: 'Excepciones',
    exception: (name, target, gives) => (gives ? `${name} recibe ${target}` : `${name} no recibe ${target}`),
    noExceptions: 'Ninguna. Busca a una persona más abajo para crear una.',
    linkByEmail: 'Los correos del sitio los da nuestra empresa: vincular la cuenta que tenga el correo de la persona',
    unsaved: 'Sin guardar. Nada cambia antes de que veas qué pasaría.',
    dryRun: 'Ver qué pasaría',
    discard: 'Descartar los cambios',
    dry: {
      title: 'Qué pasaría',
      nothing: 'Nadie gana ni pierde nada.',
      gain: (people, of) => `${people} de ${numbers(of, 'persona', 'personas')} ganan algo.`,
      lose: (people, of) => `${people} de ${numbers(of, 'persona', 'personas')} pierden algo.`,
      redate: people => `Para ${numbers(people, 'persona', 'personas')} solo cambian fechas.`,
      more: count => `y ${count} más`,
      cost: (calls, time) => `${numbers(calls, 'llamada', 'llamadas')} al sitio de cursos: a su límite, unos ${time}.`,
      lasting: 'Aquí no se puede deshacer:',
      accounts: count => `${numbers(count, 'cuenta', 'cuentas')} en el sitio, que se crean y quedan`,
      memberships: count =>
        `${numbers(count, 'pertenencia', 'pertenencias')} a grupos: el sitio no tiene llamada que las termine`,
      byHand: count => `${numbers(count, 'miembro', 'miembros')} que hay que sacar de grupos a mano, en el sitio`,
      safe: 'Nada que no se pueda deshacer. Quien pierde un curso conserva lo que hizo en él.'
    },
    reason: '¿Por qué es correcto el cambio?',
    save: 'Guardar y aplicar',
    saved: 'Guardado. Se está aplicando; síguelo arriba.',
    minutes: count => numbers(count, 'minuto', 'minutos'),
    lessThanAMinute: 'menos de un minuto',
    work: 'Trabajo en curso',
    noSite: 'No hay ningún sitio de cursos conectado. ConsciousInsights lo conecta contigo.',
    site: (name, calls) => `${name}: como mucho ${calls} llamadas por minuto, contando todo nuestro trabajo.`,
    idle: 'Nadie espera.',
    waiting: (leavers, newcomers, rest) =>
      `En espera: ${numbers(leavers, 'baja', 'bajas')}, ${numbers(newcomers, 'alta', 'altas')} y ${rest} más. Las bajas van primero.`,
    runKinds: {
      rules: 'Reglas nuevas',
      repair: 'Reparación',
      again: 'Nuevo intento',
      import: 'Importación',
      undo: 'Importación deshecha'
    },
    runStates: { running: 'en marcha', paused: 'en pausa', cancelled: 'cancelado', done: 'terminado' },
    run: (kind, state, when) => `${kind}, ${when}: ${state}`,
    progress: (done, people) => `${done} de ${numbers(people, 'persona', 'personas')}`,
    failedIn: people => `El sitio rechazó a ${numbers(people, 'persona', 'personas')}`,
    leftOut: people => `${numbers(people, 'persona', 'personas')} sin hacer`,
    pause: 'Pausar',
    resume: 'Seguir',
    cancel: 'Cancelar',
    cancelTitle: '¿Cancelar este trabajo?',
    cancelBody: 'Lo hecho queda. Quien espera se queda como está, y la próxima comparación lo muestra.',
    keep: 'Dejarlo seguir',
    again: 'Intentar otra vez',
    problems: {
      key_refused: [
        'El sitio rechaza nuestra clave',
        'La cambiaron o la revocaron, o el sitio tiene otro nombre. Envía lo nuevo a ConsciousInsights.'
      ],
      no_api: ['El plan del sitio no incluye la interfaz', 'Pide a Thinkific que el plan incluya el acceso por API.'],
      renamed: [
        'El sitio tiene ahora otro nombre',
        'Dile a ConsciousInsights el nombre y la dirección nuevos. Un cambio de configuración y todo sigue con las mismas cuentas.'
      ],
      other_site: [
        'Este es otro sitio',
        'Allí no está ninguna de las cuentas que conocemos, así que no se le pide nada. Dile a ConsciousInsights el nombre correcto.'
      ],
      maintenance: ['El sitio está en mantenimiento', 'No hay nada que hacer: se le pregunta otra vez solo.'],
      not_json: [
        'Algo responde en lugar del sitio',
        'Un proxy o una página de acceso está en medio. Pregunta a quien lleva tu red.'
      ],
      unreachable: ['El sitio no responde', 'No hay nada que hacer: se le pregunta otra vez, cada vez menos seguido.'],
      too_many: ['El sitio quiere menos llamadas', 'Quizá algo más lo llama. Esperamos lo que pide.'],
      site_failed: ['El sitio tuvo un fallo', 'No hay nada que hacer: cada persona se intenta otra vez.'],
      unexpected: ['El sitio respondió algo desconocido', 'Se intenta otra vez. Si sigue, avisa a ConsciousInsights.'],
      course_gone: ['Un curso ya no está en el sitio', 'Recupéralo allí o cambia la regla, e inténtalo otra vez.'],
      bundle_gone: ['Un paquete ya no está en el sitio', 'Recupéralo allí o cambia la regla, e inténtalo otra vez.'],
      group_gone: ['Un grupo ya no está en el sitio', 'Créalo allí o cambia la regla, e inténtalo otra vez.'],
      email_taken: [
        'Hay una cuenta con este correo y no está vinculada',
        'Si los correos los da tu empresa, permite vincular por correo en las reglas. Si no, corrige la cuenta en el sitio.'
      ],
      account_in_review: [
        'Puede que una cuenta de antes sea suya',
        'Decídelo en «Cuentas de antes». Hasta entonces no se crea una segunda.'
      ],
      no_email: ['El directorio no tiene correo de una persona', 'Añádelo en tu directorio e inténtalo otra vez.'],
      refused: ['El sitio lo rechazó', 'Corrige lo que dice e inténtalo otra vez.']
    },
    said: text => `Dijo: ${text}`,
    since: when => `desde ${when}`,
    nothingLost: 'No se pierde el trabajo de nadie.',
    people: 'Personas',
    peopleBody: 'Quién tiene acceso a qué, y por qué. Cuánto avanza alguien en un curso solo lo ve esa persona.',
    search: 'Nombre o correo',
    noPeople: 'No se encuentra a nadie.',
    nothingHeld: 'Sin cursos',
    left: 'se fue',
    states: { coming: 'en camino', open: 'abierto', ended: 'terminado', failed: 'rechazado' },
    receipts: 'Recibos',
    receiptsOf: name => `Recibos de ${name}`,
    hide: 'Ocultar recibos',
    noReceipts: 'Todavía no se ha pedido nada para esta persona.',
    receipt: (title, when) => `${when}: ${title}`,
    answered: answer => `respuesta ${answer}`,
    byRule: (rule, version) => `por «${rule}», versión ${version}`,
    next: 'Ver más',
    except: 'Excepción',
    exceptFor: name => `Crear una excepción para ${name}`,
    target: 'Curso',
    why: 'Motivo',
    addException: 'Añadir a los cambios',
    drift: 'Comparación con el sitio',
    driftBody: 'Cada noche se compara todo el sitio con las reglas. Nada cambia hasta que tú lo digas.',
    driftLimits:
      'Se comparan todos los cursos, y los paquetes y grupos que las reglas nombran o nombraron. Los cursos sueltos dentro de un paquete son cosa del sitio. El sitio no tiene ninguna llamada que saque a alguien de un grupo: eso se hace allí a mano.',
    unread: targets =>
      `El sitio ya no tiene ${targets}: ahí no se pudo comparar a nadie. Recupéralo en el sitio o cambia la regla.`,
    noDrift: 'Todavía sin comparar. La primera comparación es esta noche.',
    compared: (people, listed, when) =>
      `${when}: ${numbers(people, 'persona', 'personas')} y ${numbers(listed, 'inscripción', 'inscripciones')} comparadas.`,
    inStep: 'El sitio está como dicen las reglas.',
    drifts: {
      missing: 'falta en el sitio',
      extra: 'abierto sin regla',
      wrong_expiry: 'con otro final que el de la regla',
      by_hand: 'cambiado a mano en el sitio'
    },
    extraMember: 'en el grupo sin regla: hay que sacarle a mano en el sitio',
    driftItem: (name, target, what) => `${name}: ${target}, ${what}`,
    firstHundred: 'Se muestran los primeros cien.',
    look: 'Comparar ahora',
    looking: 'Comparando. Aparece aquí al terminar.',
    mend: '¿Qué hay que reparar?',
    repairDry: 'Ver qué haría una reparación',
    repairCost: (people, calls, time) =>
      `${numbers(people, 'persona', 'personas')}, ${numbers(calls, 'llamada', 'llamadas')}, unos ${time}. Lo abierto sin regla se cierra; nadie pierde su avance.`,
    repairByHand: members =>
      `${numbers(members, 'miembro de un grupo sigue', 'miembros de grupos siguen')} hasta que se les saque a mano en el sitio.`,
    repair: 'Reparar',
    repaired: 'La reparación ha empezado; síguela arriba.'
  }
}

export const enrollmentWords = { en, es }
