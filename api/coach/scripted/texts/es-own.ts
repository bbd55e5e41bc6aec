import type { Catalogue, OwnEnd } from '../catalogue.ts'

export const own: Catalogue['own'] = {
  opens: {
    onePlan: [
      'Tienes abierto: si {cue}, entonces {action}.',
      'Un plan tuyo está abierto: si {cue}, entonces {action}.',
      'Este tienes abierto: si {cue}, entonces {action}.',
      'Tu plan abierto: si {cue}, entonces {action}.'
    ],
    plans: [
      'Tus planes abiertos: {list}.',
      'Tienes abiertos: {list}.',
      'Estos siguen abiertos: {list}.',
      'Planeaste {list}.'
    ],
    noPlan: [
      'No tienes ningún plan abierto.',
      'Ningún plan tuyo está abierto.',
      'Ahora no hay ningún plan abierto.',
      'No te queda ningún plan abierto.'
    ],
    plansDown: [
      'Ahora no llego a tus planes; quizá los veas en la página Planes.',
      'Tus planes no me cargan en este momento. Prueba otra vez, o mira la página Planes.',
      'No pude mirar tus planes; no cambió nada.',
      'Por ahora no alcanzo a ver tus planes.'
    ],
    planDone: [
      'Cerrado como cumplido: «{action}». Con «deshacer» lo hago de nuevo.',
      'Tu plan «{action}» queda cerrado como cumplido; con «deshacer» lo hago de nuevo.',
      'Cumpliste «{action}», y queda cerrado. Con «deshacer» lo hago de nuevo.',
      'Cumplido y cerrado: «{action}»; con «deshacer» lo hago de nuevo.'
    ],
    planMissed: [
      'Cerrado como «esta vez no»: «{action}».',
      'No se cumplió, y queda cerrado: «{action}».',
      'Tu plan «{action}» queda cerrado como «esta vez no».',
      'Esta vez no; «{action}» queda cerrado.'
    ],
    planGone: [
      'Ese plan ya está cerrado; no cambié nada.',
      'Ya no está abierto; no cambió nada.',
      'Lo encuentro cerrado, y así lo dejé.',
      'Ese plan ya no sigue abierto. No cambié nada.'
    ],
    unsaved: [
      'Eso no salió ahora; la página Planes muestra cómo quedó.',
      'No pude guardarlo. La página Planes muestra cómo está tu plan.',
      'Algo falló de mi lado; mira la página Planes o prueba otra vez.',
      'No funcionó en este momento. Prueba otra vez, o usa la página Planes.'
    ],
    courses: [
      'Tus cursos: {list}. Se abren en la página Cursos.',
      'En tu lista: {list}. Los abres en la página Cursos.',
      'Tienes {list}; se abren en la página Cursos.',
      'Así van: {list}. Están en la página Cursos.'
    ],
    noCourse: [
      'No encuentro ningún curso para ti; lo verías en la página Cursos.',
      'En este momento no tienes ningún curso.',
      'Ahora no hay ningún curso a tu nombre.',
      'Todavía no tienes cursos; aparecen en la página Cursos.'
    ],
    coursesDown: [
      'Ahora no llego a tus cursos; quizá los veas en la página Cursos.',
      'Tus cursos no me cargan en este momento. Prueba en la página Cursos.',
      'No pude mirar tus cursos en este momento.',
      'Por ahora no alcanzo a ver tus cursos.'
    ],
    known: [
      'Puedo usar {list}. Fuentes e interruptores: «Lo que se sabe de mí».',
      'Me dejas saber {list}. Se desactiva en «Lo que se sabe de mí».',
      'Esto puedo usar: {list}. Fuentes e interruptores: «Lo que se sabe de mí».',
      'Sé {list}; los interruptores están en «Lo que se sabe de mí».'
    ],
    unknown: [
      'Aquí, nada más que tus palabras, planes y cursos; en «Lo que se sabe de mí» están los interruptores.',
      'Aquí uso solo tus palabras, planes y cursos. Lo demás está en «Lo que se sabe de mí».',
      'Tus palabras, planes y cursos, nada más aquí; mira «Lo que se sabe de mí».',
      'Lo que me cuentas aquí, tus planes y cursos. Lo demás: «Lo que se sabe de mí».'
    ],
    knownDown: [
      'Ahora no puedo mirarlo; «Lo que se sabe de mí» lo muestra todo.',
      'Eso no me carga en este momento. Está en «Lo que se sabe de mí».',
      'No pude mirarlo; todo está en «Lo que se sabe de mí».',
      'Por ahora no lo alcanzo; mira «Lo que se sabe de mí».'
    ],
    newLeader: [
      'Hola. El directorio de tu empresa dice que este puesto es nuevo para ti.',
      'Hola. Por el directorio de tu empresa sé que llevas poco en este puesto.',
      'Me alegra que escribas. Llevas poco en este puesto, según el directorio de tu empresa.'
    ],
    focus: [
      'Hola. Dijiste que quieres crecer en «{text}».',
      'Hola. Querías crecer en «{text}».',
      'Me alegra que escribas. Elegiste crecer en «{text}».'
    ],
    remembered: [
      'Hola. Querías que recordara «{text}».',
      'Hola. Me pediste recordar «{text}».',
      'Me alegra que escribas. Recuerdo, como querías: «{text}».'
    ],
    otherDay: [
      'Ese día no lo puedo fijar.',
      'Solo conozco unos pocos momentos.',
      'Para ese momento no puedo dejar una pregunta.',
      'Solo puedo elegir entre unos días.'
    ],
    materialDown: [
      'Ahora no puedo mirar el material de tu empresa; quizá lo sepa Recursos Humanos.',
      'El material de tu empresa no me carga en este momento.',
      'No pude buscarlo ahora. Pregúntamelo en un rato.'
    ]
  },
  asks: {
    aPlan: [
      '¿Qué pasa con él: hecho, lo cambias, lo descartas o sigue abierto?',
      '¿Cómo está: hecho, para cambiar, para descartar o abierto?',
      '¿Qué hacemos con él: hecho, cambiarlo, descartarlo o dejarlo abierto?',
      '¿Cómo sigue: hecho, cambiarlo, descartarlo o abierto?'
    ],
    outcome: [
      '¿Cómo terminó: se cumplió, esta vez no, o lo descartas?',
      '¿Qué anoto: se cumplió, esta vez no, o descartado?',
      '¿Cuál de estas: se cumplió, esta vez no, o lo descartas?'
    ],
    whichPlan: ['¿Cuál quieres mirar?', '¿Cuál miramos?', '¿Cuál tienes en mente?', '¿Cuál primero?'],
    meantPlan: ['¿A cuál te refieres?', '¿Cuál de ellos es?', '¿De cuál hablas?', '¿Cuál, entonces?'],
    thisPlan: ['¿Te refieres a este?', '¿Es este?', '¿Hablas de este?', '¿Se trata de este?'],
    onward: ['¿En qué te gustaría trabajar?', '¿Qué te trae hoy?', '¿Qué miramos?', '¿Y tú, qué traes en mente?'],
    oneOffer: [
      '¿Te serviría preparar una primera reunión 1 a 1, o traes otra cosa?',
      '¿Preparamos una primera reunión 1 a 1, o es otra cosa?',
      '¿Quieres preparar una primera reunión 1 a 1, o hablar de otra cosa?'
    ],
    focus: ['¿Qué sería un pequeño cambio ahí?', '¿Dónde aparece esta semana?', '¿Qué parte de eso traes hoy?'],
    remembered: ['¿Qué parte de eso traes hoy?', '¿Cómo va eso ahora?', '¿Qué traes hoy?']
  },
  quoted: '«{item}»',
  more: '{n} más',
  standing: { completed: 'terminado', enrolled: 'sin empezar', started: '{n} %', begun: 'empezado' },
  facts: {
    title: 'tu puesto',
    department: 'tu departamento',
    team_size: 'tu equipo',
    country: 'tu país',
    language: 'tu idioma',
    courses: 'tus cursos',
    focus: 'tu foco',
    memory: 'tu nota'
  }
}

export const ownEnds: Pick<Catalogue['ends'], OwnEnd> = {
  scheduled: [
    ['Anotado: «{action}».', 'Tu plan «{action}» ya tiene su día.', 'Para «{action}», anotado.'],
    [
      'Te pregunto una vez, {moment}.',
      'Sabrás de mí {moment}, una vez.',
      'Vuelvo a ello {moment}.',
      'Pregunto {moment}.'
    ]
  ],
  scheduledAfter: [
    ['Anotado: «{action}».', 'Para «{action}», anotado.', 'Anotado para tu plan «{action}».'],
    [
      'Te pregunto una vez, después de su momento.',
      'Primero llega su momento; después te pregunto, una vez.',
      'Sabrás de mí cuando su momento haya pasado.'
    ]
  ],
  dropped: [
    [
      'Descartado: «{action}».',
      'Sueltas «{action}».',
      '«{Action}» queda descartado.',
      'Tu plan «{action}» se cancela.'
    ],
    [
      'Con «deshacer» lo hago de nuevo; si no, no sigue nada.',
      'No preguntaré por él. Con «deshacer» lo hago de nuevo.',
      'De ahí no sigue nada; con «deshacer» lo hago de nuevo.'
    ]
  ],
  stays: [
    ['Queda como está.', 'Sigue abierto.', 'Entonces no cambia nada.', 'Lo dejas como está.'],
    [
      'Escribe cuando surja algo.',
      'Una línea basta para volver a él.',
      'Lo encuentras en la página Planes.',
      'Aquí estoy cuando haga falta.'
    ]
  ],
  traceless: [
    [
      'Esta sesión no guarda nada, así que tu plan queda como estaba.',
      'Aquí no se guarda nada; no puedo cambiar un plan.',
      'Sin dejar rastro no cambio nada: tu plan queda como estaba.'
    ],
    [
      'Puedes cambiarlo o cerrarlo en la página Planes.',
      'En la página Planes se cambia y se cierra.',
      'En la página Planes puedes hacerlo tú.'
    ]
  ]
}
