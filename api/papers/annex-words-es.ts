import type { AnnexWords } from './annex-words.ts'

export const annexEs: AnnexWords = {
  title: 'Anexo al acuerdo con la representación de los trabajadores: ConsciousInsights en Microsoft Teams',
  about: (company, version) => `${company} · versión ${version} del registro`,
  demo: 'Empresa de demostración: sus personas y sus cifras son inventadas.',
  draft:
    'Borrador para negociar. Lo que dice del sistema se escribe a partir de los valores con los que funciona el producto; si una base jurídica es válida lo deciden las partes.',
  scope: {
    title: '1. Qué es el sistema',
    texts: [
      'ConsciousInsights acompaña a personas que lo aceptaron: en un chat con un bot de Microsoft Teams, en una pestaña al lado, en la web y junto a los cursos de un sitio de formación. Propone pequeñas acciones, ayuda a convertirlas en planes y pregunta cómo fue. También inscribe en los cursos que asigna la empresa.',
      'Participar en el coaching es voluntario. No se envía nada sin que la persona haya aceptado antes; decir que no, hacer una pausa o parar no tiene consecuencias y no se comunica a nadie.'
    ]
  },
  never: {
    title: '2. Para qué no se usa',
    items: [
      'No evalúa conducta ni rendimiento y no interviene en decisiones sobre salario, ascenso, traslado o despido.',
      'No existe ninguna vista del uso, la conversación, los planes o las respuestas de una persona para responsables, Recursos Humanos o administración. Ningún ajuste puede crearla.',
      'Evaluaciones, potencial, salario, salud y bajas no tienen campo: el producto no puede guardarlos.',
      'ConsciousInsights no entrena ningún modelo con lo que escriben las personas.'
    ]
  },
  kinds: {
    title: '3. Qué se guarda de una persona',
    intro:
      'Cada tipo de datos, para qué sirve, la base que se propone, cuánto permanece y quién puede verlo con nombre además de la propia persona.',
    head: ['Tipo', 'Finalidad', 'Base propuesta', 'Se conserva', 'Lo ve con nombre'],
    names: {
      profile: 'Perfil en el directorio de la empresa',
      groups: 'Grupos, programas y responsables',
      accounts: 'Cuentas y dispositivos para entrar',
      signIns: 'Inicios de sesión',
      courses: 'Cursos: inscripción, finalización, fechas',
      installation: 'Instalación de la aplicación en Teams',
      agreement: 'Lo que la persona aceptó o rechazó',
      conversation: 'Conversación con el coach',
      plans: 'Planes',
      former: 'Conversaciones con un coach anterior, si se trajeron',
      memory: 'Lo que recuerda el coach, si se activó',
      context: 'Qué datos del trabajo puede usar el coach',
      nudges: 'Mensajes del coach y sus respuestas',
      choices: 'Decisiones sobre esos mensajes: ritmo, pausas, alto',
      experiments: 'Participación en un experimento sobre los mensajes',
      pulse: 'Respuestas a las dos preguntas mensuales de si el coaching ayuda',
      reports:
        'En qué parte de la empresa se cuenta a una persona en los informes y qué hizo, como marcas sin contenido',
      links: 'El chat con el bot y sus enlaces',
      messages: 'Mensajes de camino',
      accessLog: 'Quién miró una conversación y por qué',
      requests: 'Descargas y borrados que pidió la persona',
      receipts: 'Recibos de lo que se hizo',
      records: 'Registro de lo que pasó (auditoría)'
    },
    self: 'solo la propia persona'
  },
  purposes: {
    access: 'dar acceso a quien puede usarlo',
    coaching: 'acompañar a la persona',
    nudges: 'llegar a la persona en un momento adecuado',
    training: 'inscribir en cursos y registrar su finalización',
    consent: 'probar lo que se aceptó',
    security: 'seguridad del acceso y del servicio',
    rights: 'derechos de la persona y su prueba',
    effect: 'medir en grupos si ayuda'
  },
  bases: {
    agreement: 'consentimiento de la persona (art. 6.1.a RGPD)',
    employment: 'relación laboral y acuerdo colectivo (art. 88 RGPD, ley nacional)',
    interest: 'interés legítimo (art. 6.1.f RGPD)',
    duty: 'obligación legal de prueba (art. 6.1.c RGPD)'
  },
  basesNote:
    'Las bases son propuestas; decide la empresa, como responsable del tratamiento, con su delegado de protección de datos.',
  viewers: {
    admin: 'administración de CI de la empresa',
    staff: 'personal de ConsciousInsights, solo según el apartado 6',
    operator: 'operación de ConsciousInsights (puesta en marcha, entregas fallidas)'
  },
  kept: {
    erased: 'hasta que la persona lo borre',
    until: days => `hasta que la persona lo borre, ${days} días como máximo`,
    reasons: {
      employer: 'mientras lo mantenga el directorio o la administración de la empresa',
      training: 'como registro de formación de la empresa',
      sign_in: 'mientras dure el acceso',
      security: 'durante el plazo del apartado 4',
      proof: 'como prueba de una decisión; no contiene palabras de la persona',
      wish: 'para que un «no» siga valiendo'
    }
  },
  retention: {
    title: '4. Cuánto permanecen las cosas',
    intro:
      'La administración de la empresa fija los plazos dentro de estos límites. Los límites están en el producto; ningún ajuste sale de ellos. Lo más antiguo se borra cada noche.',
    head: ['Qué', 'Fijado ahora', 'Mínimo', 'Máximo'],
    names: {
      conversations: 'Conversaciones, planes cerrados, opiniones',
      nudges: 'Mensajes terminados y su entrega',
      inbound: 'Mensajes al bot, una vez respondidos',
      traces: 'Inicios de sesión e intentos de enlazar cuentas'
    },
    days: count => `${count} días`
  },
  roles: {
    title: '5. Quién ve qué',
    intro:
      'Los roles del sistema y todo lo que puede ver cada uno. La página propia muestra a cada persona todo lo que se guarda de ella.',
    head: ['Rol', 'Ve'],
    sees: {
      employee: [
        'Persona empleada',
        'todos sus propios datos, quién los miró y lo que ve Recursos Humanos de los grupos en los que está'
      ],
      manager: ['Responsable', 'lo mismo que cualquier persona, solo sobre sí'],
      hr: ['Recursos Humanos', 'cifras de grupos que superan los umbrales del apartado 7; ningún nombre, ningún texto'],
      author: [
        'Autor o autora (coach de la empresa)',
        'el contenido de los recorridos que escribe y el material que mantiene; ninguna cifra y ningún nombre'
      ],
      support: ['Soporte de la empresa', 'de una persona que busca: si tiene acceso y sus cursos; nada del coaching'],
      it: [
        'TI de la empresa',
        'el directorio, los inicios de sesión, las cuentas, las bajas y la auditoría con nombre, y lo que ve soporte; nada del coaching'
      ],
      owner: [
        'Titular',
        'lo que ve TI; los registros de formación, los roles y las cuentas del chatbot anterior con nombre; nada del coaching'
      ],
      admin: ['Administración de CI de la empresa', 'titular y TI en una sola persona; nada del coaching'],
      keys: [
        'Sistemas de la empresa, con clave de API',
        'lo que la empresa abrió a cada uno: cifras por encima de los umbrales, directorio, registros de formación, auditoría; nada del coaching'
      ],
      operator: [
        'ConsciousInsights, operación',
        'la lista de personas en la puesta en marcha y las entregas fallidas; ningún contenido'
      ],
      staff: ['ConsciousInsights, personal', 'una conversación solo según el apartado 6']
    },
    viewsIntro: count =>
      `Puertas de la interfaz que pueden llevar a otra persona hasta alguien en concreto: ${count}. No hay más; una prueba recorre toda la interfaz. Ninguna está abierta a Recursos Humanos, autores o responsables.`,
    viewsHead: ['Puerta', 'Muestra', 'Abierta a'],
    nobodysData: 'nombres de campos, datos de nadie'
  },
  thresholds: {
    title: '7. Umbrales',
    items: ({ group, part, reachDays }) => [
      `No se muestra ninguna cifra sobre menos de ${group} personas: ni en tarjeta, ni en página, ni en archivo, ni por interfaz. Ningún ajuste puede bajarlo.`,
      `Si lo hicieron, o no lo hicieron, menos de ${part}, se dice «menos de ${part}».`,
      'Un grupo en blanco sigue en blanco si pudiera calcularse a partir del total: otro queda en blanco con él.',
      `Cómo se llega a las personas se cuenta en ${reachDays} días, solo en números.`,
      'Se cuentan pulsaciones y respuestas, nunca lecturas: Teams no las comunica.'
    ]
  },
  coach: {
    title: '6. El coach, y mirar conversaciones',
    items: ({ model, memories, staff }) => [
      'El coach es un programa y lo dice. Lo que escribió una inteligencia artificial está marcado.',
      model
        ? `Responde un modelo de lenguaje elegido por la empresa, en ${model}. Recibe la conversación, los datos activados del apartado 8 y lo que la persona dejó recordar; ni nombre ni correo.`
        : 'Responde un coach con guion que funciona dentro del producto; no se consulta ningún modelo de lenguaje.',
      `La memoria está apagada hasta que la persona la activa; como mucho ${memories} elementos, que ella ve, cambia y borra.`,
      `El personal de ConsciousInsights solo puede leer los ${staff.turns} turnos más recientes de una conversación si alguien lo pide con un motivo y un caso y una segunda persona lo aprueba, de ${staff.least} a ${staff.most} minutos. La persona ve cada lectura, recibe aviso cuando se abre y puede negarla o terminarla. La empresa no puede pedirlo y no ve nada de ello.`,
      'Las palabras de peligro para la persona llevan a una tarjeta con líneas de ayuda, escrita por personas. No se avisa a nadie.'
    ]
  },
  context: {
    title: '8. Qué puede saber el coach además de la conversación',
    intro: 'Una lista cerrada. Cada dato se muestra a la persona con su origen, y ella puede apagarlo.',
    names: {
      title: 'puesto',
      department: 'área',
      tenure: 'tiempo en la empresa, por tramos',
      new_manager: 'reciente en un puesto de mando',
      team_size: 'tamaño del equipo, por tramos',
      country: 'país',
      language: 'idioma',
      courses: 'cursos abiertos',
      focus: 'el foco que eligió la persona'
    }
  },
  permissions: {
    title: '9. Qué deja hacer Microsoft 365 al producto',
    items: ({ level, ownEntry }) => [
      'La aplicación no pide, en ningún nivel, leer correos, archivos, calendarios, chats ni el directorio.',
      `Nivel elegido por la empresa: ${level} de 2. 0: nada de Microsoft Graph. 1: una línea neutra en la actividad. 2: instalar la propia aplicación del producto.`,
      `Leer el propio número de empleado al entrar por primera vez: ${ownEntry ? 'activado' : 'apagado'}.`,
      'Lo que se escribe al bot en Teams también está en el Microsoft 365 de la empresa y sigue allí sus plazos. La primera tarjeta lo dice y ofrece la pestaña privada.'
    ]
  },
  rights: {
    title: '10. Derechos de la persona, que ejerce sola',
    items: days => [
      'Ver en una página todo lo que se guarda de ella, con su origen.',
      `Llevárselo en un archivo, disponible ${days} días; solo ella puede abrirlo.`,
      'Borrarlo: la clave de sus palabras se destruye en el mismo momento. Queda un recibo. Las copias de seguridad se guardan 30 días como máximo.',
      'Decir que no, hacer una pausa, pedir menos o parar, con una palabra o una pulsación.',
      'Ver quién miró.'
    ]
  },
  fields: {
    title: '11. Todos los campos',
    intro:
      'Tablas con datos sobre una persona y los campos que se le cuentan. «Sellado»: cifrado con una clave propia de la persona.',
    head: ['Tabla', 'Tipo', 'Campos']
  },
  sealed: 'sellado',
  nothingTold: 'técnico, nada sobre la persona',
  ledger: {
    title: '12. Cambios de este anexo',
    intro:
      'Una publicación que cambie un límite, un umbral, lo que ve un rol o un campo se rechaza hasta que suba la versión y el cambio conste aquí.',
    head: ['Versión', 'Por qué', 'Nuevo', 'Quitado'],
    none: '–'
  },
  proof: {
    title: '13. Cómo comprobarlo',
    texts: fingerprint => [
      'El propio producto lee los límites, umbrales, roles y campos anteriores del registro con el que se escribe este anexo. No se pueden fijar de otro modo.',
      `Huella del registro (SHA-256): \`${fingerprint}\`. El mismo registro da la misma huella.`
    ]
  }
}
