/** What people read about their courses. English and Spanish, each written for its readers. */
const en = {
  ownCourses: {
    none: ['No courses yet', 'They appear here by themselves when your company adds you to a program.'],
    noneAsk: 'Did you expect one? Ask whoever looks after ConsciousInsights in your company, such as HR.',
    groups: { coming: 'On the way', open: 'Open', completed: 'Completed', ended: 'Ended' },
    comingStates: {
      queued: 'On its way',
      review: 'Being checked',
      site_silent: 'On its way',
      site_closed: 'On its way',
      paused: 'On hold',
      refused: 'Your admin is looking at it'
    },
    starts: (day: string) => `Starts on ${day}`,
    now: 'It will be there within about a minute.',
    within: (time: string) => `It will be there within about ${time}.`,
    between: (least: string, most: string) => `It will be there in about ${least} to ${most}.`,
    moreThan: (time: string) => `Many people are before you: it takes more than ${time}.`,
    minutes: (count: number) => (count === 1 ? '1 minute' : `${count} minutes`),
    hours: (count: number) => (count === 1 ? '1 hour' : `${count} hours`),
    why: {
      review:
        'You may have an account on the learning site from before. It is being checked so that you keep your progress; then your courses come by themselves.',
      site_silent:
        'The learning site does not answer as it should right now. Nothing is lost: your courses come by themselves as soon as it does.',
      site_closed:
        'ConsciousInsights cannot get into the learning site right now. Your admin sees what helps; then your courses come by themselves.',
      paused: 'Your admin has put this on hold. You have nothing to do.',
      refused: 'The learning site did not accept this. Your admin sees why and what helps; you have nothing to do.'
    },
    stay: 'You can leave this page: they come without it.',
    origins: {
      rule: (because: string) => `Why it is here: “${because}”, a rule of your company`,
      import: (because: string) => `Why it is here: your company assigned it to you (“${because}”)`,
      exception: () => 'Why it is here: your company chose it for you',
      before: () => 'Why it is here: you had it before',
      site: () => 'Why it is here: it was given to you on the learning site'
    },
    fromTo: (from: string, to: string) => `From ${from} to ${to}`,
    from: (from: string) => `Since ${from}, without an end`,
    until: (to: string) => `Until ${to}`,
    completedOn: (day: string) => `Completed on ${day}`,
    endedOn: (day: string) => `Ended on ${day}`,
    done: (share: string) => `${share} done`,
    kept: (share: string) => `${share} done; your progress is kept`,
    progressOf: (name: string) => `Progress in ${name}`,
    open: 'Open in the learning site',
    openOf: (name: string) => `${name}: open in the learning site`,
    arrived: (names: string) => `There now: ${names}`
  }
}

const es: typeof en = {
  ownCourses: {
    none: ['Aún no hay cursos', 'Aparecen aquí solos cuando tu empresa te suma a un programa.'],
    noneAsk: '¿Esperabas alguno? Pregunta a quien se ocupa de ConsciousInsights en tu empresa, por ejemplo a RR. HH.',
    groups: { coming: 'En camino', open: 'Abiertos', completed: 'Completados', ended: 'Terminados' },
    comingStates: {
      queued: 'En camino',
      review: 'En revisión',
      site_silent: 'En camino',
      site_closed: 'En camino',
      paused: 'En espera',
      refused: 'Tu equipo de administración lo está viendo'
    },
    starts: day => `Empieza el ${day}`,
    now: 'Estará ahí en un minuto, más o menos.',
    within: time => `Estará ahí en unos ${time} como mucho.`,
    between: (least, most) => `Estará ahí en unos ${least} a ${most}.`,
    moreThan: time => `Hay muchas personas antes que tú: tardará más de ${time}.`,
    minutes: count => (count === 1 ? '1 minuto' : `${count} minutos`),
    hours: count => (count === 1 ? '1 hora' : `${count} horas`),
    why: {
      review:
        'Es posible que ya tengas una cuenta en el sitio de cursos. Se está revisando para que conserves tu progreso; después, tus cursos llegan solos.',
      site_silent:
        'El sitio de cursos no responde bien en este momento. No se pierde nada: tus cursos llegan solos en cuanto responda.',
      site_closed:
        'ConsciousInsights no puede entrar ahora en el sitio de cursos. Tu equipo de administración ve qué hacer; después, tus cursos llegan solos.',
      paused: 'Tu equipo de administración lo ha puesto en espera. No tienes que hacer nada.',
      refused:
        'El sitio de cursos no lo ha aceptado. Tu equipo de administración ve por qué y qué hacer; tú no tienes que hacer nada.'
    },
    stay: 'Puedes cerrar esta página: llegan igual.',
    origins: {
      rule: because => `Por qué está aquí: «${because}», una regla de tu empresa`,
      import: because => `Por qué está aquí: tu empresa te lo asignó («${because}»)`,
      exception: () => 'Por qué está aquí: tu empresa lo eligió para ti',
      before: () => 'Por qué está aquí: ya lo tenías antes',
      site: () => 'Por qué está aquí: te lo dieron en el sitio de cursos'
    },
    fromTo: (from, to) => `Del ${from} al ${to}`,
    from: from => `Desde el ${from}, sin fecha de fin`,
    until: to => `Hasta el ${to}`,
    completedOn: day => `Completado el ${day}`,
    endedOn: day => `Terminó el ${day}`,
    done: share => `${share} completado`,
    kept: share => `${share} completado; tu progreso se conserva`,
    progressOf: name => `Progreso en ${name}`,
    open: 'Abrir en el sitio de cursos',
    openOf: name => `${name}: abrir en el sitio de cursos`,
    arrived: names => `Ya disponible: ${names}`
  }
}

export const courseWords = { en, es }
