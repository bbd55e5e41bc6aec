/** What the admin configures of the company, and why something cannot be. */
const en = {
  company: {
    title: 'Company and launch',
    body: 'Cards and mails name who stands behind the program. Nothing goes to anybody before the launch day.',
    name: 'Name of the company',
    sponsor: 'Who stands behind the program',
    sponsorTitle: 'Their title',
    locale: 'Language, where the directory names none',
    locales: { en: 'English', es: 'Spanish' },
    country: 'Country, where the directory names none',
    countryHint: 'Two letters, such as MX',
    timezone: 'Time zone, where the directory names none',
    timezoneHint: 'Such as America/Mexico_City',
    hours: 'Working hours and days without messages',
    launch: 'Launch day',
    launchHint: 'Leave it empty while it is open',
    save: 'Save',
    saved: 'Saved.',
    none: 'None',
    notYet: 'The directory has sent no groups yet. Connect it first.',
    people: (name: string, count: number) => `${name} (${count === 1 ? '1 person' : `${count} people`})`,
    refusals: {
      unknown_group: 'The directory has no such group any more. Choose another.',
      empty_group: 'Nobody active is in this group. Add people to it in your directory first.',
      no_admin: 'Nobody would be an admin and have access. Choose groups that at least one person is in both of.',
      past_launch: 'The launch cannot lie in the past.',
      no_sponsor: 'Say who stands behind the program first: the first card names them.',
      unknown_attribute: 'No attribute of this name in your directory holds object ids.',
      own_sign_in: 'This comes with a company’s own provider.',
      unknown_region:
        'The calendar of holidays knows no such part of your country. Choose one of those that are offered.',
      no_time_left:
        'Working hours, works agreement and the law of your country leave no time in common, so that no message would ever come. Choose hours that overlap. Nothing was changed.',
      key_refused: 'The site does not take this key. Make one there under Settings, Code & analytics, API.',
      key_missing: 'Enter the key of this site.',
      no_site: 'There is no site of this name. It is what stands before .thinkific.com.',
      not_reached: 'The site does not answer now. Nothing was changed; try again in a minute.',
      nothing_proven: 'No domain is proven yet. DNS records can take a day to be seen.',
      unavailable: 'WorkOS does not answer. Nothing was changed; try again in a minute.'
    }
  },
  companyGroups: {
    title: 'Access and roles',
    body: 'Your directory decides: whoever joins or leaves a group has or loses access within a minute.',
    access: 'May use ConsciousInsights',
    everybody: 'Everybody of the directory',
    owner: 'Owners: all set-up, roles and leaving',
    admin: 'Admins: all set-up',
    it: 'IT: identity, Teams, connections, audit log',
    hr: 'HR: reports and campaigns',
    author: 'Authors of journeys',
    support: 'Support: looks up access and courses'
  },
  pilot: {
    title: 'Cohorts',
    body: 'A cohort is a group of your directory whose people are on one journey together. Begin with a pilot.',
    none: 'None yet. For example: “Pilot”, made of the group “New managers”.',
    name: 'Name',
    group: 'Group of the directory',
    add: 'Add cohort',
    remove: (name: string) => `Remove ${name}`,
    removeTitle: (name: string) => `Remove “${name}”?`,
    removeBody: 'Its people lose the courses and journeys that came with it. What they wrote stays theirs.',
    removeConfirm: 'Remove',
    keep: 'Keep it'
  },
  microsoft: {
    title: 'Microsoft 365',
    body: 'People are recognized in Teams by tenant and object id, never by e-mail. A tenant is yours once one of its administrators has signed in.',
    tenants: 'Tenants',
    noTenant: 'No tenant is connected yet. Most companies have one.',
    proved: 'Proved',
    notProved: 'Not proved',
    provedAt: (at: string) => `One of its Microsoft administrators signed in, ${at}.`,
    grounds: {
      before: 'Confirmed by an admin here, before proofs were asked for.',
      operator: 'Entered by ConsciousInsights.'
    },
    unproved:
      'A tenant that is not proved works, but goes to whichever company proves it. Prove yours: one of its Microsoft administrators signs in once.',
    prove: 'Prove',
    proveIt: (tenant: string) => `Prove ${tenant}`,
    connect: 'Connect your tenant',
    add: 'Add a tenant',
    open: 'Open at Microsoft',
    openHint:
      'For a Global, Privileged Role, Application, Cloud Application or Teams Administrator of the tenant: you, or whomever you send the link. It is good for an hour.',
    look: 'Look again',
    giveUp: 'Give up',
    giveUpIt: (tenant: string) => `Give up ${tenant}`,
    giveUpTitle: 'Give this tenant up?',
    giveUpBody:
      'Nobody of the tenant comes in through Teams any more, no message goes there, and its accounts are disconnected from your people. To have it back, it has to be proved.',
    keep: 'Keep it',
    lost: (tenant: string, at: string) =>
      `Another company proved at Microsoft that tenant ${tenant} is theirs (${at}). It was not proved here, so it is yours no longer, and its accounts are disconnected. If that is wrong, write to us.`,
    notAvailable: 'Tenants cannot be proved yet: it is not set up on our side. Ask us.',
    refusals: {
      not_available: 'Tenants cannot be proved yet: it is not set up on our side. Ask us.',
      own_sign_in: 'This comes with a company’s own provider.',
      tenant_unproved: 'It is yours no longer. Load the page again.'
    },
    outcomes: {
      proved: 'The last proof worked.',
      replaced: 'The last link was replaced by a newer one.',
      declined: 'Whoever signed in last said that the tenant is not this company’s.',
      own_sign_in: 'This comes with a company’s own provider.',
      denied:
        'Last try: the sign-in was stopped or refused at Microsoft. Open the link again, with an administrator’s account.',
      invalid: 'Last try: Microsoft’s answer could not be used. Open the link again.',
      personal_account: 'Last try: a personal account. A work account of the tenant is needed.',
      guest: 'Last try: a guest of the tenant. An account that the tenant itself holds is needed.',
      not_admin: 'Last try: an account without one of the roles. Activate the role first, or pass the link on.',
      wrong_tenant: 'Last try: an account of another tenant. For that one, press “Add a tenant”.',
      other_company:
        'Last try: an administrator whose domain another company here has proven. If both are yours, write to us.',
      proved_by_other: 'Another company has proved this tenant. If it is yours, write to us.'
    },
    attribute: 'Attribute of the directory with the object id',
    found: (attribute: string, people: number, of: number) => `${attribute}: ${people} of ${of} people`,
    noAttribute: 'None: people connect by themselves the first time',
    noneFound: 'No attribute with object ids has come. In Entra ID map objectId to a custom attribute.'
  },
  learningSite: {
    title: 'Learning site',
    body: 'Thinkific. The key is tried before it is kept, is sealed, and is never shown again.',
    subdomain: 'Name of the site',
    subdomainHint: 'What stands before .thinkific.com',
    url: 'Where learners open it',
    key: 'API key',
    keyStays: 'Leave it empty to keep the one that is there.',
    signIn: 'How learners sign in there',
    signIns: { oidc: 'OpenID Connect (Plus plan)', jwt: 'Signed tokens (other plans)' },
    save: 'Try and save',
    saved: (courses: number) => `Saved. The site has ${courses === 1 ? '1 course' : `${courses} courses`}.`,
    clientTitle: 'For the site’s sign-in',
    clientBody:
      'Enter these at the site under Settings, Sign in & sign up, so that people sign in through ConsciousInsights.',
    show: 'Show what to enter there',
    issuer: 'Issuer',
    clientId: 'Client id',
    clientSecret: 'Client secret',
    redirect: 'Redirect address'
  },
  tryIt: {
    title: 'Your own sign-in, first time',
    body: 'Somebody of the admin group signs in the way everybody will. When that works, mailed codes open nothing any more, and whoever set this up by code signs in like everybody else.',
    steps: [
      'Open a private window of the browser, so that nobody is signed in there.',
      'Open the address below and enter the work e-mail.',
      'Choose “Sign in with my company”.',
      'If it is refused, “Sign-ins” here says why and what to do. Codes go on working until it succeeds.'
    ],
    address: 'Address',
    done: 'Done: your company’s own sign-in decides who comes in.'
  },
  teamsApp: {
    title: 'Teams app',
    body: 'A Teams admin does this once. Nobody has to look for the app.',
    steps: [
      'Take the app package. It is in the IT pack.',
      'Teams admin center, Teams apps, Manage apps, Upload new app: choose the package.',
      'Check that the app is allowed, for everybody or for the pilot’s group.',
      'Teams apps, Setup policies: add the app under “Installed apps” and pin it, for the pilot’s group. Teams applies it within a day or so.'
    ],
    pack: 'Open the IT pack',
    asked: 'The bot says nothing when it is installed. It asks people on the launch day, in their working hours.'
  },
  hrChannel: {
    title: 'HR’s channel',
    body: 'Reports go to a channel that HR chose and confirmed. They hold counts only, never a name.',
    steps: [
      'HR opens the channel in Teams, presses + and adds ConsciousInsights to the team.',
      'A card appears in the channel. Somebody of HR, or an admin, presses “Yes, send them here”.',
      'The first report comes once enough people take part that it gives nobody away.'
    ]
  }
}

const es: typeof en = {
  company: {
    title: 'Empresa y lanzamiento',
    body: 'Las tarjetas y los correos nombran a quien respalda el programa. Nada llega a nadie antes del día de inicio.',
    name: 'Nombre de la empresa',
    sponsor: 'Quién respalda el programa',
    sponsorTitle: 'Su cargo',
    locale: 'Idioma, si el directorio no dice ninguno',
    locales: { en: 'Inglés', es: 'Español' },
    country: 'País, si el directorio no dice ninguno',
    countryHint: 'Dos letras, como MX',
    timezone: 'Zona horaria, si el directorio no dice ninguna',
    timezoneHint: 'Como America/Mexico_City',
    hours: 'Horario laboral y días sin mensajes',
    launch: 'Día de inicio',
    launchHint: 'Déjalo vacío mientras no esté decidido',
    save: 'Guardar',
    saved: 'Guardado.',
    none: 'Ninguno',
    notYet: 'El directorio aún no ha enviado grupos. Conéctalo primero.',
    people: (name, count) => `${name} (${count === 1 ? '1 persona' : `${count} personas`})`,
    refusals: {
      unknown_group: 'El directorio ya no tiene ese grupo. Elige otro.',
      empty_group: 'No hay nadie activo en ese grupo. Añade personas en tu directorio primero.',
      no_admin: 'Nadie quedaría en administración con acceso. Elige grupos que compartan al menos una persona.',
      past_launch: 'El inicio no puede estar en el pasado.',
      no_sponsor: 'Di primero quién respalda el programa: la primera tarjeta lo nombra.',
      unknown_attribute: 'Ningún atributo con ese nombre contiene ids de objeto.',
      own_sign_in: 'Esto viene con un proveedor propio de la empresa.',
      unknown_region: 'El calendario de festivos no conoce esa parte de tu país. Elige una de las que se ofrecen.',
      no_time_left:
        'El horario laboral, el acuerdo laboral y la ley de tu país no tienen ninguna hora en común: no llegaría nunca ningún mensaje. Elige horas que coincidan. No se cambió nada.',
      key_refused: 'La plataforma no acepta esta clave. Crea una allí en Settings, Code & analytics, API.',
      key_missing: 'Escribe la clave de esta plataforma.',
      no_site: 'No hay ninguna plataforma con ese nombre. Es lo que va antes de .thinkific.com.',
      not_reached: 'La plataforma no responde ahora. No se cambió nada; prueba de nuevo en un minuto.',
      nothing_proven: 'Aún no hay ningún dominio probado. Un registro DNS puede tardar un día en verse.',
      unavailable: 'WorkOS no responde. No se cambió nada; prueba de nuevo en un minuto.'
    }
  },
  companyGroups: {
    title: 'Acceso y roles',
    body: 'Decide tu directorio: quien entra en un grupo o sale de él gana o pierde el acceso en un minuto.',
    access: 'Puede usar ConsciousInsights',
    everybody: 'Todo el directorio',
    owner: 'Titulares: toda la configuración, roles y salida',
    admin: 'Administración: toda la configuración',
    it: 'TI: identidad, Teams, conexiones, auditoría',
    hr: 'Recursos Humanos: informes y campañas',
    author: 'Quien escribe recorridos',
    support: 'Soporte: consulta accesos y cursos'
  },
  pilot: {
    title: 'Cohortes',
    body: 'Son grupos de tu directorio cuyas personas hacen juntas un recorrido. Empieza con un piloto.',
    none: 'Aún ninguna. Por ejemplo: «Piloto», formada por el grupo «Nuevas jefaturas».',
    name: 'Nombre',
    group: 'Grupo del directorio',
    add: 'Añadir',
    remove: name => `Quitar ${name}`,
    removeTitle: name => `¿Quitar «${name}»?`,
    removeBody:
      'Sus personas pierden los cursos y recorridos que venían con ella. Lo que escribieron sigue siendo suyo.',
    removeConfirm: 'Quitar',
    keep: 'Dejarlo'
  },
  microsoft: {
    title: 'Microsoft 365',
    body: 'En Teams se reconoce a la gente por inquilino e id de objeto, nunca por el correo. Un inquilino es tuyo cuando ha iniciado sesión alguien que lo administra.',
    tenants: 'Inquilinos',
    noTenant: 'Aún no hay ningún inquilino conectado. La mayoría de empresas tiene uno.',
    proved: 'Probado',
    notProved: 'Sin probar',
    provedAt: at => `Inició sesión alguien que lo administra en Microsoft, ${at}.`,
    grounds: {
      before: 'Lo confirmó aquí alguien de administración, cuando aún no se pedían pruebas.',
      operator: 'Lo escribió ConsciousInsights.'
    },
    unproved:
      'Un inquilino sin probar funciona, pero pasa a la empresa que lo pruebe. Prueba el tuyo: alguien que lo administra en Microsoft inicia sesión una vez.',
    prove: 'Probar',
    proveIt: tenant => `Probar ${tenant}`,
    connect: 'Conectar tu inquilino',
    add: 'Añadir un inquilino',
    open: 'Abrir en Microsoft',
    openHint:
      'Para quien administra el inquilino (rol global, de roles con privilegios, de aplicaciones, de aplicaciones en la nube o de Teams): tú, o la persona a quien envíes el enlace. Vale una hora.',
    look: 'Mirar de nuevo',
    giveUp: 'Dejar',
    giveUpIt: tenant => `Dejar ${tenant}`,
    giveUpTitle: '¿Dejar este inquilino?',
    giveUpBody:
      'Nadie del inquilino entra ya por Teams, no llega allí ningún mensaje y sus cuentas se desconectan de tu gente. Para recuperarlo hay que probarlo.',
    keep: 'Conservarlo',
    lost: (tenant, at) =>
      `Otra empresa probó ante Microsoft que el inquilino ${tenant} es suyo (${at}). Aquí no estaba probado, así que ya no es tuyo y sus cuentas se desconectaron. Si es un error, escríbenos.`,
    notAvailable: 'Aún no se pueden probar inquilinos: falta configurarlo de nuestro lado. Pídenoslo.',
    refusals: {
      not_available: 'Aún no se pueden probar inquilinos: falta configurarlo de nuestro lado. Pídenoslo.',
      own_sign_in: 'Esto viene con un proveedor propio de la empresa.',
      tenant_unproved: 'Ya no es tuyo. Carga la página de nuevo.'
    },
    outcomes: {
      proved: 'La última prueba funcionó.',
      replaced: 'Un enlace más nuevo sustituyó al último.',
      declined: 'Quien inició sesión dijo que el inquilino no es de esta empresa.',
      own_sign_in: 'Esto viene con un proveedor propio de la empresa.',
      denied:
        'Último intento: se detuvo o se rechazó en Microsoft. Abre el enlace otra vez, con una cuenta de administración.',
      invalid: 'Último intento: la respuesta de Microsoft no servía. Abre el enlace otra vez.',
      personal_account: 'Último intento: una cuenta personal. Hace falta una cuenta de trabajo del inquilino.',
      guest: 'Último intento: una cuenta invitada. Hace falta una del propio inquilino.',
      not_admin: 'Último intento: una cuenta sin ninguno de los roles. Activa antes el rol, o pasa el enlace.',
      wrong_tenant: 'Último intento: una cuenta de otro inquilino. Para ese, pulsa «Añadir un inquilino».',
      other_company: 'Último intento: una cuenta cuyo dominio probó aquí otra empresa. Si ambas son tuyas, escríbenos.',
      proved_by_other: 'Otra empresa ha probado este inquilino. Si es el tuyo, escríbenos.'
    },
    attribute: 'Atributo del directorio con el id de objeto',
    found: (attribute, people, of) => `${attribute}: ${people} de ${of} personas`,
    noAttribute: 'Ninguno: cada persona se conecta la primera vez',
    noneFound: 'No ha llegado ningún atributo con ids de objeto. En Entra ID asigna objectId a un atributo propio.'
  },
  learningSite: {
    title: 'Plataforma de aprendizaje',
    body: 'Thinkific. La clave se prueba antes de guardarla, se sella y no se vuelve a mostrar.',
    subdomain: 'Nombre de la plataforma',
    subdomainHint: 'Lo que va antes de .thinkific.com',
    url: 'Dónde la abre la gente',
    key: 'Clave de API',
    keyStays: 'Déjala vacía para conservar la que hay.',
    signIn: 'Cómo se entra allí',
    signIns: { oidc: 'OpenID Connect (plan Plus)', jwt: 'Tokens firmados (otros planes)' },
    save: 'Probar y guardar',
    saved: courses => `Guardado. La plataforma tiene ${courses === 1 ? '1 curso' : `${courses} cursos`}.`,
    clientTitle: 'Para el inicio de sesión de la plataforma',
    clientBody:
      'Escribe esto allí en Settings, Sign in & sign up, para que la gente entre a través de ConsciousInsights.',
    show: 'Mostrar qué escribir allí',
    issuer: 'Emisor',
    clientId: 'Id de cliente',
    clientSecret: 'Secreto de cliente',
    redirect: 'Dirección de retorno'
  },
  tryIt: {
    title: 'Tu propio inicio de sesión, primera vez',
    body: 'Alguien del grupo de administración entra como lo hará todo el mundo. Cuando funciona, los códigos por correo no abren nada más, y quien configuró con código entra como los demás.',
    steps: [
      'Abre una ventana privada del navegador, para que no haya nadie con la sesión iniciada.',
      'Abre la dirección de abajo y escribe el correo del trabajo.',
      'Elige «Entrar con mi empresa».',
      'Si se rechaza, «Inicios de sesión» dice aquí por qué y qué hacer. Los códigos siguen valiendo hasta que funcione.'
    ],
    address: 'Dirección',
    done: 'Hecho: el inicio de sesión de tu empresa decide quién entra.'
  },
  teamsApp: {
    title: 'Aplicación de Teams',
    body: 'La administración de Teams lo hace una vez. Nadie tiene que buscar la aplicación.',
    steps: [
      'Toma el paquete de la aplicación. Está en el paquete para TI.',
      'Centro de administración de Teams, Aplicaciones de Teams, Administrar aplicaciones, Cargar aplicación: elige el paquete.',
      'Comprueba que la aplicación está permitida, para todo el mundo o para el grupo piloto.',
      'Aplicaciones de Teams, Directivas de configuración: añádela en «Aplicaciones instaladas» y ánclala, para el grupo piloto. Teams la aplica en un día, más o menos.'
    ],
    pack: 'Abrir el paquete para TI',
    asked: 'El bot no dice nada al instalarse. Pregunta el día de inicio, en el horario laboral de cada persona.'
  },
  hrChannel: {
    title: 'Canal de Recursos Humanos',
    body: 'Los informes van a un canal que Recursos Humanos eligió y confirmó. Solo llevan cifras, nunca un nombre.',
    steps: [
      'Recursos Humanos abre el canal en Teams, pulsa + y añade ConsciousInsights al equipo.',
      'Aparece una tarjeta en el canal. Alguien de Recursos Humanos, o de administración, pulsa «Sí, envíalos aquí».',
      'El primer informe llega cuando participa gente suficiente para que no delate a nadie.'
    ]
  }
}

export const companyWords = { en, es }
