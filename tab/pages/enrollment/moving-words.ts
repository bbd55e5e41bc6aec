/** What an admin reads about moving in: accounts from before, the list for review, the cutover and the guide. */
import type { Doubt, Ground, LearnerState } from '../../../api/contract/moving.ts'

const numbers = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

type ByGround = Readonly<Record<Ground, string>>
type ByDoubt = Readonly<Record<Doubt, string>>
type ByState = Readonly<Record<LearnerState, string>>

const en = {
  moving: {
    title: 'Accounts from before',
    body: 'Accounts that the learning site already has are compared with your people. Certain ones are linked at once; the rest waits for you below. Nobody loses progress, and every link can be taken back.',
    noSite: 'No learning site is connected. ConsciousInsights connects it with you.',
    basis: 'What can be trusted?',
    basisBody:
      'A link is certain when something that your company gave out is the same, the name is the same too, and nothing speaks against it. Say what your company gave out. If you are not sure, leave it: more accounts wait for you then, and none is linked wrongly.',
    formerId: 'The former single sign-on sent as the account’s id',
    formerIds: {
      none: 'Nothing, or not known',
      idp_id: 'The id at your provider',
      employee_number: 'The employee number',
      email: 'The e-mail',
      attribute: 'Another attribute of the directory'
    },
    attribute: 'Name of the attribute',
    numberField: 'Profile field on the site with the employee number, filled in by the company',
    noField: 'None, or learners fill it in themselves',
    emails: 'E-mails on the site came from your company, and learners could not change them',
    choicesSilent: 'The learning site cannot be asked now. Load the page again in a minute.',
    cost: (learners: number, time: string) =>
      `${numbers(learners, 'account', 'accounts')} on the site. At its limit the comparison takes ${time}. Newcomers and leavers are served first.`,
    dry: 'Show what would be linked',
    carryOut: 'Compare and link the certain ones',
    run: (mode: string, state: string, when: string) => `${mode}, ${when}: ${state}`,
    modes: { dry: 'Comparison without linking', carry_out: 'Comparison with linking' },
    runStates: { running: 'under way', paused: 'paused', cancelled: 'cancelled', done: 'done' },
    stages: {
      list: 'Reading the site’s list of accounts',
      keys: 'Asking how each account signs in',
      judge: 'Comparing',
      courses: 'Reading the courses of linked accounts'
    },
    progress: (done: number, of: number) => `${done} of ${numbers(of, 'account', 'accounts')}`,
    givesWay: 'Waiting for newcomers and leavers, who come first.',
    pause: 'Pause',
    resume: 'Go on',
    cancel: 'Cancel',
    cancelTitle: 'Cancel this comparison?',
    cancelBody: 'What is linked stays linked, and can be taken back one by one. You can begin again at any time.',
    keep: 'Let it go on',
    never: 'Not compared yet.',
    states: {
      unread: 'not judged yet',
      linked: 'linked',
      certain: 'certain, to be linked',
      review: 'for review',
      postponed: 'for later',
      refused: 'refused',
      nobody: 'nobody at CI'
    } as ByState,
    count: (count: number, state: string) => `${count} ${state}`,
    together: 'Decide together',
    togetherBody: 'One person each, with the same for and against it.',
    group: (accounts: number, state: string) => `${numbers(accounts, 'account', 'accounts')}, ${state}`,
    acceptAll: (accounts: number) => `Link all ${accounts}`,
    refuseAll: (accounts: number) => `Refuse all ${accounts}`,
    laterAll: (accounts: number) => `All ${accounts} later`,
    show: 'Look at them',
    oneByOne: 'Each of these has to be looked at.',
    sure: (accounts: number) => `Link ${numbers(accounts, 'account', 'accounts')}?`,
    sureBody:
      'Each is linked with the one person found. Their courses and progress come along. Each link can be taken back.',
    notYet: 'Not yet',
    list: 'The list',
    state: 'Show',
    search: 'Name or e-mail on the site',
    onlyGroup: 'Only those chosen above are shown.',
    all: 'Show all',
    empty: 'Nobody is here.',
    more: 'Show more',
    onSite: 'On the site',
    atCi: 'At CI',
    account: (name: string, email: string) => `${name || 'No name'}, ${email || 'no e-mail'}`,
    number: (number: string) => `employee number ${number}`,
    formerIdOf: (id: string) => `id of the former sign-on ${id}`,
    since: (day: string) => `since ${day}`,
    roles: (roles: string) => `may do more there: ${roles}`,
    left: 'has left or has no access',
    same: 'For it',
    against: 'Against it',
    nothing: 'nothing',
    accept: 'The same person',
    acceptOf: (account: string, name: string) => `${account} and ${name}: the same person`,
    refuse: 'None of them',
    refuseOf: (account: string) => `${account}: none of them`,
    later: 'Later',
    laterOf: (account: string) => `${account}: later`,
    undo: 'Take it back',
    undoOf: (account: string) => `${account}: take it back`,
    reason: 'Reason (optional)',
    decided: (by: string, when: string, reason: string) =>
      [by ? `${by}, ${when}` : when, reason].filter(Boolean).join(': '),
    done: (count: number, left: number) =>
      `${numbers(count, 'account', 'accounts')} decided.${left > 0 ? ` ${numbers(left, 'was', 'were')} left out: the person got another account meanwhile.` : ''}`,
    given: (courses: string) =>
      `While it was linked, this account was given: ${courses}. End these on the site by hand if the account is not the person’s.`,
    grounds: {
      subject: 'the site signs them in through CI',
      former_id: 'same id at the former sign-on',
      employee_number: 'same employee number',
      email: 'same e-mail',
      email_similar: 'same e-mail but for its spelling',
      mailbox: 'same before the @, another domain',
      name: 'same name'
    } as ByGround,
    doubts: {
      name_differs: 'another name',
      email_not_vouched: 'only an e-mail, and you did not vouch for those',
      other_domain: 'the e-mail is of no domain of yours',
      no_sure_mark: 'nothing that your company gave out is the same',
      number_differs: 'another employee number',
      email_of_another: 'somebody else has this e-mail',
      email_had_before: 'somebody who left had this e-mail',
      person_left: 'the person has left',
      older_than_person: 'the account is older than their first day',
      several_people: 'several people come into question',
      several_accounts: 'several accounts come into question',
      has_account: 'the person has another account',
      other_subject: 'the site signs somebody else in to it',
      has_role: 'the account runs or teaches on the site',
      undone: 'this link was taken back before'
    } as ByDoubt
  },
  cutover: {
    title: 'Before you switch over',
    body: 'Once the site’s OpenID Connect app is on, there is no other way in than through CI. This lists who could not sign in any more. It changes nothing and can be run as often as you like.',
    plan: 'Plan of the site',
    plans: { plus: 'Thinkific Plus', other: 'Another plan', unknown: 'Not known' },
    check: 'Check now',
    checking: 'Checking. It appears here when it is done.',
    never: 'Not checked yet.',
    ready: 'Ready: nobody who should get in is left out, or you accepted each by name.',
    notReady: (open: number) => `Not ready: ${numbers(open, 'point is', 'points are')} open.`,
    summary: (when: string, able: number, learners: number, accepted: number, left: number) =>
      `${when}: ${able} of ${numbers(learners, 'account', 'accounts')} can sign in. Accepted: ${accepted}. Of people who left, shut as intended: ${left}.`,
    kinds: 'What is open',
    kind: (title: string, open: number, accepted: number) =>
      `${title}: ${open} open${accepted > 0 ? `, ${accepted} accepted` : ''}`,
    only: 'Show',
    everything: 'Everything',
    choose: (name: string) => `Choose ${name}`,
    site: 'The site as a whole',
    remedy: 'What to do',
    reason: 'Why is it right to leave these out?',
    accept: (count: number) => `Accept ${numbers(count, 'point', 'points')}`,
    accepted: (by: string, when: string, reason: string) => `Accepted by ${by}, ${when}: ${reason}`,
    withdraw: 'Take it back',
    withdrawOf: (name: string) => `${name}: take it back`,
    more: 'Show more',
    save: 'Save as a file',
    saveFile: (name: string) => `Save ${name}`
  },
  guide: {
    title: 'The way over, and back',
    body: 'Retiring the former sign-on takes nine steps. Up to step 3 nothing changes on the site. Step 5 is there because two things could not be verified: how the site finds an old account, and how it goes back.',
    who: 'Who',
    checked: 'Checked by',
    back: 'Way back',
    steps: [
      {
        title: 'Connect provider, directory and site',
        who: 'Your IT with ConsciousInsights',
        checked: 'The set-up page shows people and their groups.',
        back: 'Disconnect the directory. Nothing on the site has changed.'
      },
      {
        title: 'Compare the accounts without linking',
        who: 'You, with whoever built the former sign-on',
        checked: '“Accounts from before” counts who is certain and who is not.',
        back: 'Nothing to undo.'
      },
      {
        title: 'Link the certain ones, decide the rest',
        who: 'You',
        checked: 'No account is left for review.',
        back: 'Take links back one by one. Nothing on the site has changed.'
      },
      {
        title: 'Let rules give the courses',
        who: 'You',
        checked: 'Dry run before saving, comparison with the site afterwards.',
        back: 'Save the rules empty: what they gave ends, progress stays. The spreadsheet works as before.'
      },
      {
        title: 'Try one pilot account',
        who: 'ConsciousInsights with the site’s owner, on a test site. On your own site everybody else is locked out meanwhile',
        checked: 'The pilot’s old courses and progress are there after signing in through CI.',
        back: 'Switch the OpenID Connect app off again. The former ways in should be back; ask Thinkific beforehand whether and how soon.'
      },
      {
        title: 'Check who could not sign in',
        who: 'You',
        checked: '“Before you switch over” says ready. Run it again on the day.',
        back: 'Nothing to undo.'
      },
      {
        title: 'Switch over',
        who: 'The site’s owner, signed in all the while, with ConsciousInsights',
        checked: 'The pilot and three people of different groups sign in. The sign-ins page shows them.',
        back: 'Switch the app off. Passwords and the former sign-on should work as before, as the pilot showed; accounts made meanwhile stay.'
      },
      {
        title: 'Watch for two weeks',
        who: 'You',
        checked: 'Check again each day; the comparison with the site finds no second accounts.',
        back: 'As in step 7. Leave the former sign-on installed until here.'
      },
      {
        title: 'Take the former sign-on down',
        who: 'Whoever built it',
        checked:
          'It had no sign-in for two weeks. Replace the site’s key that it used, and send the new one to ConsciousInsights.',
        back: 'Only by installing it again. Keep its settings for three months, its key never.'
      }
    ]
  }
}

const es: typeof en = {
  moving: {
    title: 'Cuentas de antes',
    body: 'Las cuentas que el sitio de cursos ya tiene se comparan con las personas de tu empresa. Las seguras se vinculan al momento; las demás esperan tu decisión aquí abajo. Nadie pierde su progreso y todo vínculo se puede deshacer.',
    noSite: 'No hay ningún sitio de cursos conectado. ConsciousInsights lo conecta contigo.',
    basis: '¿En qué se puede confiar?',
    basisBody:
      'Un vínculo es seguro cuando coincide algo que dio tu empresa, el nombre también coincide y nada lo contradice. Indica qué dio tu empresa. Si no lo sabes con certeza, déjalo: habrá más cuentas por decidir, pero ninguna mal vinculada.',
    formerId: 'El inicio de sesión anterior enviaba como identificador de la cuenta',
    formerIds: {
      none: 'Nada, o no se sabe',
      idp_id: 'El identificador en tu proveedor',
      employee_number: 'El número de empleado',
      email: 'El correo',
      attribute: 'Otro atributo del directorio'
    },
    attribute: 'Nombre del atributo',
    numberField: 'Campo de perfil del sitio con el número de empleado, rellenado por la empresa',
    noField: 'Ninguno, o lo rellena cada persona',
    emails: 'Los correos del sitio venían de tu empresa y nadie podía cambiarlos',
    choicesSilent: 'Ahora no se puede consultar el sitio de cursos. Vuelve a cargar la página en un minuto.',
    cost: (learners, time) =>
      `${numbers(learners, 'cuenta', 'cuentas')} en el sitio. Al ritmo que permite, la comparación tarda ${time}. Primero se atiende a quien llega y a quien se va.`,
    dry: 'Mostrar qué se vincularía',
    carryOut: 'Comparar y vincular las seguras',
    run: (mode, state, when) => `${mode}, ${when}: ${state}`,
    modes: { dry: 'Comparación sin vincular', carry_out: 'Comparación que vincula' },
    runStates: { running: 'en marcha', paused: 'en pausa', cancelled: 'cancelada', done: 'terminada' },
    stages: {
      list: 'Leyendo la lista de cuentas del sitio',
      keys: 'Preguntando cómo entra cada cuenta',
      judge: 'Comparando',
      courses: 'Leyendo los cursos de las cuentas vinculadas'
    },
    progress: (done, of) => `${done} de ${numbers(of, 'cuenta', 'cuentas')}`,
    givesWay: 'Espera a quien llega y a quien se va, que van primero.',
    pause: 'Pausar',
    resume: 'Continuar',
    cancel: 'Cancelar',
    cancelTitle: '¿Cancelar esta comparación?',
    cancelBody: 'Lo vinculado sigue vinculado y se puede deshacer uno a uno. Puedes empezar de nuevo cuando quieras.',
    keep: 'Dejar que siga',
    never: 'Todavía no se ha comparado.',
    states: {
      unread: 'sin valorar',
      linked: 'vinculadas',
      certain: 'seguras, por vincular',
      review: 'por revisar',
      postponed: 'para más tarde',
      refused: 'rechazadas',
      nobody: 'de nadie en CI'
    },
    count: (count, state) => `${count} ${state}`,
    together: 'Decidir juntas',
    togetherBody: 'Una persona cada una, con lo mismo a favor y en contra.',
    group: (accounts, state) => `${numbers(accounts, 'cuenta', 'cuentas')}, ${state}`,
    acceptAll: accounts => `Vincular las ${accounts}`,
    refuseAll: accounts => `Rechazar las ${accounts}`,
    laterAll: accounts => `Las ${accounts}, más tarde`,
    show: 'Verlas',
    oneByOne: 'Hay que mirar cada una de estas.',
    sure: accounts => `¿Vincular ${numbers(accounts, 'cuenta', 'cuentas')}?`,
    sureBody:
      'Cada una se vincula con la única persona encontrada, con sus cursos y su progreso. Cada vínculo se puede deshacer.',
    notYet: 'Todavía no',
    list: 'La lista',
    state: 'Mostrar',
    search: 'Nombre o correo en el sitio',
    onlyGroup: 'Solo se muestran las elegidas arriba.',
    all: 'Mostrar todas',
    empty: 'Aquí no hay nadie.',
    more: 'Mostrar más',
    onSite: 'En el sitio',
    atCi: 'En CI',
    account: (name, email) => `${name || 'Sin nombre'}, ${email || 'sin correo'}`,
    number: number => `número de empleado ${number}`,
    formerIdOf: id => `identificador del inicio de sesión anterior ${id}`,
    since: day => `desde el ${day}`,
    roles: roles => `allí puede hacer más: ${roles}`,
    left: 'ya no está o no tiene acceso',
    same: 'A favor',
    against: 'En contra',
    nothing: 'nada',
    accept: 'La misma persona',
    acceptOf: (account, name) => `${account} y ${name}: la misma persona`,
    refuse: 'Ninguna de ellas',
    refuseOf: account => `${account}: ninguna de ellas`,
    later: 'Más tarde',
    laterOf: account => `${account}: más tarde`,
    undo: 'Deshacer',
    undoOf: account => `${account}: deshacer`,
    reason: 'Motivo (opcional)',
    decided: (by, when, reason) => [by ? `${by}, ${when}` : when, reason].filter(Boolean).join(': '),
    done: (count, left) =>
      `${numbers(count, 'cuenta decidida', 'cuentas decididas')}.${left > 0 ? ` Quedó fuera ${numbers(left, 'cuenta', 'cuentas')}: la persona recibió otra entretanto.` : ''}`,
    given: courses =>
      `Mientras estuvo vinculada, esta cuenta recibió: ${courses}. Si la cuenta no es de la persona, termínalos a mano en el sitio.`,
    grounds: {
      subject: 'el sitio le da entrada a través de CI',
      former_id: 'mismo identificador en el inicio de sesión anterior',
      employee_number: 'mismo número de empleado',
      email: 'mismo correo',
      email_similar: 'mismo correo salvo en la escritura',
      mailbox: 'igual antes de la @, otro dominio',
      name: 'mismo nombre'
    },
    doubts: {
      name_differs: 'otro nombre',
      email_not_vouched: 'solo un correo, y no respondes por ellos',
      other_domain: 'el correo no es de ningún dominio vuestro',
      no_sure_mark: 'no coincide nada que diera tu empresa',
      number_differs: 'otro número de empleado',
      email_of_another: 'otra persona tiene este correo',
      email_had_before: 'alguien que se fue tenía este correo',
      person_left: 'la persona ya no está',
      older_than_person: 'la cuenta es anterior a su primer día',
      several_people: 'podría ser de varias personas',
      several_accounts: 'varias cuentas podrían ser suyas',
      has_account: 'la persona tiene otra cuenta',
      other_subject: 'en ella el sitio da entrada a otra persona',
      has_role: 'la cuenta administra o enseña en el sitio',
      undone: 'este vínculo ya se deshizo una vez'
    }
  },
  cutover: {
    title: 'Antes de hacer el cambio',
    body: 'Cuando se activa la aplicación OpenID Connect del sitio, solo se entra a través de CI. Aquí se ve quién ya no podría entrar. No cambia nada y se puede repetir cuantas veces quieras.',
    plan: 'Plan del sitio',
    plans: { plus: 'Thinkific Plus', other: 'Otro plan', unknown: 'No se sabe' },
    check: 'Comprobar ahora',
    checking: 'Comprobando. Aparecerá aquí al terminar.',
    never: 'Todavía no se ha comprobado.',
    ready: 'Listo: nadie que deba entrar se queda fuera, o aceptaste a cada cual por su nombre.',
    notReady: open => `No está listo: ${numbers(open, 'punto abierto', 'puntos abiertos')}.`,
    summary: (when, able, learners, accepted, left) =>
      `${when}: pueden entrar ${able} de ${numbers(learners, 'cuenta', 'cuentas')}, aceptados: ${accepted}; de personas que se fueron, cerradas como debe ser: ${left}.`,
    kinds: 'Qué está abierto',
    kind: (title, open, accepted) => `${title}: ${open} por resolver${accepted > 0 ? `, ${accepted} aceptados` : ''}`,
    only: 'Mostrar',
    everything: 'Todo',
    choose: name => `Elegir ${name}`,
    site: 'El sitio en conjunto',
    remedy: 'Qué hacer',
    reason: '¿Por qué está bien dejarlos fuera?',
    accept: count => `Aceptar ${numbers(count, 'punto', 'puntos')}`,
    accepted: (by, when, reason) => `Aceptado por ${by}, ${when}: ${reason}`,
    withdraw: 'Deshacer',
    withdrawOf: name => `${name}: deshacer`,
    more: 'Mostrar más',
    save: 'Guardar en un archivo',
    saveFile: name => `Guardar ${name}`
  },
  guide: {
    title: 'El camino de ida y el de vuelta',
    body: 'Retirar el inicio de sesión anterior lleva nueve pasos. Hasta el paso 3 no cambia nada en el sitio. El paso 5 existe porque dos cosas no se han podido verificar: cómo encuentra el sitio una cuenta antigua y cómo se vuelve atrás.',
    who: 'Quién',
    checked: 'Se comprueba con',
    back: 'Vuelta atrás',
    steps: [
      {
        title: 'Conectar proveedor, directorio y sitio',
        who: 'Tu equipo de TI con ConsciousInsights',
        checked: 'La página de configuración muestra a las personas y sus grupos.',
        back: 'Desconecta el directorio. En el sitio no ha cambiado nada.'
      },
      {
        title: 'Comparar las cuentas sin vincular',
        who: 'Tú, con quien construyó el inicio de sesión anterior',
        checked: '«Cuentas de antes» cuenta las seguras y las dudosas.',
        back: 'No hay nada que deshacer.'
      },
      {
        title: 'Vincular las seguras y decidir las demás',
        who: 'Tú',
        checked: 'No queda ninguna cuenta por revisar.',
        back: 'Deshaz los vínculos uno a uno. En el sitio no ha cambiado nada.'
      },
      {
        title: 'Dejar que las reglas den los cursos',
        who: 'Tú',
        checked: 'Simulación antes de guardar y comparación con el sitio después.',
        back: 'Guarda las reglas vacías: termina lo que dieron y el progreso queda. La hoja de cálculo sirve como antes.'
      },
      {
        title: 'Probar con una cuenta piloto',
        who: 'ConsciousInsights con la cuenta propietaria, en un sitio de pruebas. En el tuyo, entretanto, nadie más podría entrar',
        checked: 'Al entrar a través de CI, la cuenta piloto conserva sus cursos y su progreso.',
        back: 'Desactiva la aplicación OpenID Connect. Deberían volver las entradas de antes; pregunta antes a Thinkific si vuelven y cuánto tardan.'
      },
      {
        title: 'Comprobar quién no podría entrar',
        who: 'Tú',
        checked: '«Antes de hacer el cambio» dice que está listo. Repítelo ese mismo día.',
        back: 'No hay nada que deshacer.'
      },
      {
        title: 'Hacer el cambio',
        who: 'La cuenta propietaria del sitio, sin cerrar su sesión, con ConsciousInsights',
        checked: 'Entran la cuenta piloto y tres personas de grupos distintos. La página de entradas las muestra.',
        back: 'Desactiva la aplicación. Las contraseñas y el inicio de sesión anterior deberían funcionar como antes, según mostró la prueba; las cuentas creadas entretanto se quedan.'
      },
      {
        title: 'Observar dos semanas',
        who: 'Tú',
        checked: 'Comprueba cada día; la comparación con el sitio no encuentra segundas cuentas.',
        back: 'Como en el paso 7. Hasta aquí, deja instalado el inicio de sesión anterior.'
      },
      {
        title: 'Retirar el inicio de sesión anterior',
        who: 'Quien lo construyó',
        checked:
          'Lleva dos semanas sin entradas. Cambia la clave del sitio que usaba y envía la nueva a ConsciousInsights.',
        back: 'Solo instalándolo de nuevo. Guarda su configuración tres meses, su clave nunca.'
      }
    ]
  }
}

export const movingWords = { en, es }
