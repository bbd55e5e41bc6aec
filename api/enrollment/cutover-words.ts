/** What keeps people from signing in after the cutover, and what to do: for the admin's page and its file. */
import type { CutoverKind } from '../contract/cutover.ts'

export type Language = 'en' | 'es'
export const languageOf = (header: string | undefined): Language =>
  header?.toLowerCase().startsWith('es') ? 'es' : 'en'

type Said = { readonly title: string; readonly what: (people: number) => string; readonly remedy: string }
type Words = Readonly<Record<CutoverKind, Said>>

const en: Words = {
  plan_unknown: {
    title: 'The site’s plan is not known',
    what: () => 'The OpenID Connect app needs Thinkific Plus, and no call of the site tells its plan.',
    remedy: 'Look under “Billing” on the site or ask Thinkific, then check again and say which plan it is.'
  },
  plan_other: {
    title: 'The site has no Thinkific Plus',
    what: () => 'Without Plus the OpenID Connect app cannot be installed.',
    remedy: 'Do not cut over. Ask Thinkific for Plus, or keep the present sign-in; courses are given either way.'
  },
  not_compared: {
    title: 'The accounts were never compared',
    what: () => 'Who has an account on the site is not known yet.',
    remedy: 'Run “Accounts from before” above to its end, then check again.'
  },
  compared_long_ago: {
    title: 'The accounts were compared more than a day ago, or some were not read',
    what: people =>
      people > 0 ? `${people} accounts have not been judged yet.` : 'Accounts may have been made on the site since.',
    remedy: 'Compare once more, without linking if you like, then check again.'
  },
  connection_down: {
    title: 'Your company’s sign-in is switched off',
    what: () => 'The connection to your provider is not active: nobody could sign in.',
    remedy: 'Repair the connection on the set-up page first.'
  },
  instructors_unread: {
    title: 'The site did not tell who teaches there',
    what: () => 'Instructors may be missing in this list.',
    remedy: 'Check again in a minute. If it stays, compare the site’s own list of instructors by hand.'
  },
  not_keyed: {
    title: 'The site finds these accounts by e-mail only',
    what: people =>
      `${people} accounts are linked here, and the site itself does not know our id of them: it has no call to add one. At the first sign-in it has to find them by their e-mail, which we could not verify.`,
    remedy:
      'Try it with one pilot account (step 5 of the guide). If its courses are there afterwards, accept this point and name the account; if not, do not cut over.'
  },
  in_review: {
    title: 'It is not decided whose account this is',
    what: () => 'It waits on the list for review.',
    remedy: 'Decide it under “Accounts from before”.'
  },
  staff_without_person: {
    title: 'Runs or teaches on the site, and has no sign-in',
    what: () => 'A site admin, course author or instructor without a person at CI is locked out with everybody else.',
    remedy:
      'Put them into the company’s access group, or ask ConsciousInsights to invite them to its own organization for this site. Keep one owner signed in while you cut over.'
  },
  nobody: {
    title: 'Has an account and is nobody at CI',
    what: () => 'No person of your company was found for it.',
    remedy: 'Add the person to the directory and compare again, or accept that this account is no longer used.'
  },
  other_subject: {
    title: 'The site signs somebody else in to this account',
    what: () => 'It is tied to another id of a provider.',
    remedy: 'Ask Thinkific to remove that tie, then compare again.'
  },
  address_of_another: {
    title: 'Somebody else has this e-mail at CI',
    what: () => 'At their first sign-in the site may take that person for the owner of this account.',
    remedy: 'Change the e-mail of the account on the site, or delete the account there, then compare again.'
  },
  person_left: {
    title: 'Left the company',
    what: () => 'The account stays shut, as intended.',
    remedy: 'Nothing to do.'
  },
  no_access: {
    title: 'Is not in the access group',
    what: () => 'The person is in the directory and may not use CI.',
    remedy: 'Add them to the access group at your provider, or accept that they lose the site.'
  },
  no_email: {
    title: 'Has no e-mail in the directory',
    what: () => 'The site wants an e-mail at each sign-in.',
    remedy: 'Add the e-mail in your directory.'
  },
  email_differs: {
    title: 'Has another e-mail on the site',
    what: () =>
      'The site does not know our id of the account and would look for the other e-mail: it would make a second, empty one.',
    remedy: 'Change the e-mail of the account on the site to the one in the directory, then compare again.'
  }
}

const es: Words = {
  plan_unknown: {
    title: 'No se sabe qué plan tiene el sitio',
    what: () => 'La aplicación OpenID Connect necesita Thinkific Plus, y ninguna consulta al sitio dice su plan.',
    remedy: 'Míralo en la facturación del sitio o pregunta a Thinkific; después comprueba de nuevo e indica el plan.'
  },
  plan_other: {
    title: 'El sitio no tiene Thinkific Plus',
    what: () => 'Sin Plus no se puede instalar la aplicación OpenID Connect.',
    remedy: 'No hagas el cambio. Pide Plus a Thinkific o conserva la entrada actual; los cursos se asignan igualmente.'
  },
  not_compared: {
    title: 'Las cuentas no se han comparado nunca',
    what: () => 'Todavía no se sabe quién tiene cuenta en el sitio.',
    remedy: 'Lleva a término «Cuentas de antes», más arriba, y comprueba de nuevo.'
  },
  compared_long_ago: {
    title: 'Las cuentas se compararon hace más de un día, o faltan algunas por leer',
    what: people =>
      people > 0 ? `Quedan ${people} cuentas sin valorar.` : 'Desde entonces puede haber cuentas nuevas en el sitio.',
    remedy: 'Compara otra vez, sin vincular si prefieres, y comprueba de nuevo.'
  },
  connection_down: {
    title: 'La entrada de tu empresa está desactivada',
    what: () => 'La conexión con tu proveedor no está activa: no podría entrar nadie.',
    remedy: 'Repara antes la conexión en la página de configuración.'
  },
  instructors_unread: {
    title: 'El sitio no dijo quién enseña allí',
    what: () => 'Puede que en esta lista falten docentes.',
    remedy: 'Comprueba de nuevo en un minuto. Si sigue igual, compara a mano con la lista de docentes del sitio.'
  },
  not_keyed: {
    title: 'El sitio solo encuentra estas cuentas por su correo',
    what: people =>
      `${people} cuentas están vinculadas aquí, pero el sitio no conoce nuestro identificador: no tiene forma de añadirlo. En la primera entrada tiene que encontrarlas por su correo, y eso no hemos podido verificarlo.`,
    remedy:
      'Pruébalo con una cuenta piloto (paso 5 de la guía). Si después están sus cursos, acepta este punto y nombra la cuenta; si no, no hagas el cambio.'
  },
  in_review: {
    title: 'No está decidido de quién es la cuenta',
    what: () => 'Espera en la lista de revisión.',
    remedy: 'Decídelo en «Cuentas de antes».'
  },
  staff_without_person: {
    title: 'Administra o enseña en el sitio y no tiene cómo entrar',
    what: () => 'Quien administra, escribe o imparte cursos sin ser persona de CI se queda fuera como los demás.',
    remedy:
      'Añade a esa persona al grupo de acceso de la empresa o pide a ConsciousInsights que la invite a su propia organización para este sitio. Durante el cambio, deja abierta la sesión de la cuenta propietaria.'
  },
  nobody: {
    title: 'Tiene cuenta y no es nadie en CI',
    what: () => 'No se encontró a ninguna persona de tu empresa.',
    remedy: 'Añade a la persona al directorio y compara de nuevo, o acepta que la cuenta deja de usarse.'
  },
  other_subject: {
    title: 'En esta cuenta el sitio hace entrar a otra persona',
    what: () => 'Está atada a otro identificador de un proveedor.',
    remedy: 'Pide a Thinkific que deshaga esa atadura y compara de nuevo.'
  },
  address_of_another: {
    title: 'Otra persona tiene este correo en CI',
    what: () => 'En su primera entrada el sitio podría tomarla por la dueña de esta cuenta.',
    remedy: 'Cambia en el sitio el correo de la cuenta, o bórrala allí, y compara de nuevo.'
  },
  person_left: {
    title: 'Ya no está en la empresa',
    what: () => 'La cuenta queda cerrada, como debe ser.',
    remedy: 'No hay nada que hacer.'
  },
  no_access: {
    title: 'No está en el grupo de acceso',
    what: () => 'Está en el directorio y no puede usar CI.',
    remedy: 'Añade a la persona al grupo de acceso en tu proveedor, o acepta que pierda el sitio.'
  },
  no_email: {
    title: 'No tiene correo en el directorio',
    what: () => 'El sitio pide un correo en cada entrada.',
    remedy: 'Añade el correo en tu directorio.'
  },
  email_differs: {
    title: 'Tiene otro correo en el sitio',
    what: () =>
      'El sitio no conoce nuestro identificador de la cuenta y buscaría el otro correo: crearía una segunda cuenta, vacía.',
    remedy: 'Cambia en el sitio el correo de la cuenta por el del directorio y compara de nuevo.'
  }
}

const words: Readonly<Record<Language, Words>> = { en, es }

export const cutoverWords = (language: Language, kind: CutoverKind): Said => words[language][kind]

export const COLUMNS: Readonly<Record<Language, readonly string[]>> = {
  en: ['What', 'Name', 'E-mail on the site', 'People', 'Why', 'What to do', 'Accepted because', 'Account', 'Person'],
  es: [
    'Qué',
    'Nombre',
    'Correo en el sitio',
    'Personas',
    'Por qué',
    'Qué hacer',
    'Aceptado porque',
    'Cuenta',
    'Persona'
  ]
}
