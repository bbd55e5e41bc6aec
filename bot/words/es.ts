/** What the bot says in Spanish, written for those who read it, not word by word. */
import { FIRST_PLAN_WORDS } from '../../api/contract/first-plans.ts'
import type { Words } from './en.ts'

export const es: Words = {
  toast: 'Una idea de tu coach',
  toastReport: 'Un informe de ConsciousInsights',
  openTab: 'Abrir la pestaña privada',
  openPage: 'Abrir la página de configuración',
  tabHint: 'Privado: lo que escribes en la pestaña no pasa por Teams.',
  agreement: {
    asked: 'No he guardado lo que acabas de escribir. Antes, esto:',
    changed:
      'Ya habías dicho que sí. El texto ha cambiado, por eso te pregunto otra vez. Hasta que respondas no envío nada.',
    give: 'Sí, empecemos',
    decline: 'No es para mí',
    given:
      'Dijiste que sí. Escríbeme una línea cuando quieras: ¿qué te gustaría que fuera un poco distinto al final de esta semana?',
    declined:
      'Entendido: no es para ti. No llegará nada más, tus cursos siguen igual y nadie se entera. Si cambias de opinión, escribe «hola».'
  },
  start: {
    step: (at, of) => `Pregunta ${at} de ${of}. Basta un toque, y puedes saltarte cualquiera.`,
    skip: 'Saltar',
    focus: {
      ask: '¿En qué te gustaría mejorar un poco?',
      hint: 'Lo que te traiga irá por ahí. Puedes cambiarlo cuando quieras en tu pestaña.'
    },
    hours: {
      ask: '¿Cuándo puedo escribirte?',
      known: ({ days, start, end, zone }) =>
        `Hasta donde sé, trabajas ${days}, de ${start} a ${end}, en la hora de ${zone}.`,
      source: {
        person: 'Lo elegiste tú.',
        teams: 'La zona horaria viene de tu Teams.',
        directory: 'La zona horaria viene del directorio de tu empresa.',
        company: 'Es lo que tu empresa definió para todas las personas.'
      },
      fits: 'Está bien así',
      mornings: 'Solo mañanas',
      afternoons: 'Solo tardes'
    },
    language: {
      ask: '¿En qué idioma te escribo?',
      names: { en: 'English', es: 'Español' },
      now: name => `Ahora te escribo en ${name.toLowerCase()}.`
    },
    plan: FIRST_PLAN_WORDS.es,
    done: 'Es todo lo que pregunto. Escríbeme una línea cuando quieras: ¿qué te gustaría que fuera un poco distinto al final de esta semana?'
  },
  prompts: {
    rest: ['Preparar una reunión 1 a 1', 'Algo me da vueltas', 'Quiero delegar más'],
    confirm: ['Sí, eso es', 'No'],
    when: ['Mañana', 'En tres días', 'No preguntes']
  },
  cut: {
    title: 'Mi respuesta se cortó',
    body: 'Tu mensaje está a salvo: queda guardado hasta que lo responda o lo borres. Inténtalo ahora, o escribe «otra vez» más tarde.',
    again: 'Intentar otra vez',
    trying: 'Lo intento otra vez. La respuesta llega en un mensaje nuevo.'
  },
  erase: {
    title: '¿Borrar todo lo tuyo?',
    goes: 'Se va para siempre, aquí y en la pestaña:',
    key: 'La llave con la que están selladas tus palabras, para que nadie pueda abrir una copia',
    stays: 'Lo que queda, y por qué:',
    teams:
      'Lo que ves en este chat de Teams está en el entorno de tu empresa; ahí no puedo borrarlo. Tus propios mensajes puedes borrarlos tú.',
    afterwards: 'Desde entonces no te envío nada, salvo que vuelvas a decir que sí.',
    confirm: 'Borrar para siempre',
    keep: 'Conservarlo todo',
    erased: at => `Borrado para siempre el ${at}.`,
    keyGone: 'La llave con la que estaban selladas tus palabras: destruida',
    receipt: erasureId => `Recibo ${erasureId}. Queda en la pestaña, en «Lo que se sabe de mí».`,
    before: 'Esto ya estaba borrado. El recibo está en la pestaña, en «Lo que se sabe de mí».',
    kept: 'No se borró nada.'
  },
  nudge: {
    answers: {
      done: 'Hecho',
      later_today: 'Hoy más tarde',
      next_week: 'La próxima semana',
      not_relevant: 'No me sirve',
      fewer: 'Menos mensajes',
      pause: 'Pausa de dos semanas',
      stop: 'No quiero más'
    },
    checkIn: {
      done: 'Sigue como antes',
      fewer: 'Menos a menudo'
    },
    goesOn: 'Bien. Sigo como antes.',
    why: '¿Por qué esto?',
    decided: {
      done: 'Lo hiciste. Anotado.',
      not_relevant: 'No te sirve: este no volverá a llegar.',
      fewer: 'Menos a partir de ahora.',
      stop: 'Se acabó. No llegará nada que no pidas; puedes seguir escribiéndome.',
      not_yet: 'Esta vez no.',
      dropped: 'Queda atrás.'
    },
    again: when => `Volverá el ${when}.`,
    takenBack: 'Quien envió este mensaje lo retiró. No tienes que hacer nada.',
    notAgain: 'Lo dejamos. No volverá a llegar.',
    pausedUntil: when => `En pausa hasta el ${when}.`
  },
  plan: {
    title: 'Tu plan',
    text: ({ cue, action }) => `Si ${cue}, entonces ${action}.`,
    accept: 'Me lo quedo',
    change: 'Cambiarlo',
    drop: 'Dejarlo',
    cueLabel: 'Si …',
    actionLabel: 'entonces …',
    accepted: when =>
      when ? `Guardado. Te preguntaré una vez, el ${when}.` : 'Guardado. No preguntaré; está en tu pestaña.',
    askAnew: 'El plan anterior queda descartado. Escríbeme el nuevo así: «si …, entonces …».',
    followUp: '¿Se cumplió?',
    outcomes: { kept: 'Sí', missed: 'Esta vez no', dropped: 'Dejarlo ir' },
    closed: {
      kept: 'Se cumplió. Vale la pena recordar qué ayudó.',
      missed: 'Esta vez no. Escríbeme si encajaría mejor un paso más pequeño.',
      dropped: 'Queda atrás. No llegará nada más sobre esto.'
    }
  },
  experiment: {
    title: '¿Puedo preguntarte algo?',
    in: 'Sí, cuenta conmigo',
    out: 'No, prefiero que no',
    either: 'Las dos respuestas están bien: tu coach sigue igual. Puedes cambiarla en la pestaña cuando quieras.',
    decided: {
      in: 'Gracias. Participas; el azar ya decidió cómo. En la pestaña puedes salir cuando quieras.',
      out: 'No participas. Tus mensajes llegan como siempre.'
    }
  },
  cited: 'Del material de tu empresa',
  crisis: { title: 'De personas, no del programa' },
  report: {
    people: count => `Detrás de estas cifras hay ${count} personas.`,
    count: 'Personas',
    figure: 'Cifra',
    value: 'Personas',
    active: 'Conversaron con el coach',
    blank: 'en blanco',
    open: 'Abrir el informe',
    tooFew: smallest => `Nunca se muestra un grupo de menos de ${smallest} personas.`,
    moreGroups: count => (count === 1 ? 'En la página hay un grupo más.' : `En la página hay ${count} grupos más.`),
    lift: {
      title: '¿Sirven los mensajes?',
      between: (points, low, high) => `${points} puntos (la verdad está entre ${low} y ${high})`,
      cost: 'Lo que cuestan, con mensajes frente a sin ellos:',
      costs: {
        stopped: 'Pararon todos los mensajes',
        fewer: 'Pidieron menos',
        paused: 'Los pausaron',
        not_relevant: 'Dijeron «no me sirve»',
        blocked: 'Bloquearon el bot',
        uninstalled: 'Quitaron el bot',
        declined: 'Retiraron su sí',
        left_experiment: 'Dejaron la comparación'
      }
    }
  },
  hrChannel: {
    ask: '¿Quieren recibir en este canal los informes agregados para Recursos Humanos? Los verá todo el canal. Lo decide Recursos Humanos o un administrador de la empresa.',
    yes: 'Sí, envíalos aquí',
    no: 'No',
    confirmed:
      'Los informes para Recursos Humanos llegan a este canal. Para terminarlo, quita la aplicación del canal.',
    removed: 'A este canal no llegan informes.',
    audience: ({ kind, members }) => {
      if (kind === undefined) return 'Teams no dijo quién puede leer aquí. Revisa los miembros antes de decidir.'
      const kinds = {
        standard: 'Un canal estándar: lo lee todo el equipo',
        private: 'Un canal privado',
        shared: 'Un canal compartido: quizá lo lean personas de otros equipos o empresas'
      }
      const now = members === 1 ? '1 miembro' : `${members} miembros`
      return members === undefined ? `${kinds[kind]}.` : `${kinds[kind]}, ${now} ahora.`
    }
  },
  connect: {
    title: 'Conéctate, una vez',
    body: 'Todavía no sé qué persona de tu empresa eres. Tu empresa inicia tu sesión en una página, y la página muestra un código para escribirlo aquí.',
    start: 'Conectar',
    steps: [
      'Abre la página e inicia sesión como en el trabajo.',
      'Escribe aquí los seis dígitos que muestra, en los próximos cinco minutos.'
    ],
    open: 'Abrir la página',
    code: 'Código de la página',
    enter: 'Enviar el código',
    again: 'Empezar de nuevo',
    wrong_code: 'Ese no es el código de la página. Míralo otra vez.',
    expired: 'Ese código ya no está abierto. Empieza de nuevo.',
    person_linked:
      'Ya tienes otra cuenta de Teams conectada. Si no es tuya, avisa ahora a quien administra CI en tu empresa.',
    done: 'Listo, ya te conozco. Escríbeme lo que quieras de tu día de trabajo.'
  },
  refusal: {
    notYours: 'Esta tarjeta es de otra persona.',
    gone: 'Esto ya no existe. No se cambió nada.',
    hrOnly: 'Solo Recursos Humanos o un administrador de tu empresa puede decidirlo.',
    noAccess:
      'Tu cuenta no tiene acceso en este momento. Pregunta a quienes administran ConsciousInsights en tu empresa.',
    failed: 'No funcionó y no se cambió nada. Vuelve a pulsar en un minuto.'
  },
  notice: {
    help: 'Escríbeme cualquier cosa de tu día de trabajo y la pensamos juntos. «pausa dos semanas» o «pausa hasta el lunes» detiene mis mensajes y «reanudar» los trae de vuelta, «menos» los hace más raros, «alto» los termina, «por qué» explica el último, «otra vez» repite una respuesta que se cortó, «borra mis datos» borra lo tuyo, «en privado» abre la pestaña privada. En una emergencia, llama al número de emergencias de tu país.',
    stopped: 'Se acabó. No llegará nada que no pidas. Puedes seguir escribiéndome.',
    paused: until => `En pausa hasta el ${until}. Puedes seguir escribiéndome.`,
    pauseHow:
      '¿Hasta cuándo? Escribe, por ejemplo, «pausa dos semanas» o «pausa hasta el lunes». Todavía no cambió nada.',
    pauseTooLong:
      'Una pausa dura un año como mucho. Elige un día anterior, o escribe «alto» para terminar mis mensajes.',
    resumed: 'Aquí estoy otra vez. Mis ideas vuelven en tu horario de trabajo.',
    fewer: perWeek => `Menos a partir de ahora: como mucho ${perWeek} por semana que no hayas pedido.`,
    privately: 'Lo que escribes en la pestaña privada llega solo al coach, sin pasar por Teams.',
    why: action => `El último fue: «${action}»`,
    nothingToExplain: 'Todavía no te he enviado nada por mi cuenta.',
    notKept:
      'Dijiste que esto no es para ti, así que no guardo nada de lo que escribes. La tarjeta siguiente lo cambia.',
    unlinked: 'Todavía no sé qué persona de tu empresa eres. Conéctate una vez y vuelve a escribir.',
    linked:
      'Esta cuenta de Teams ya está conectada contigo: tu empresa inició tu sesión y escribiste el código aquí. ¿No fuiste tú? Avisa enseguida a quien administra CI en tu empresa.',
    linkedByNumber:
      'Esta cuenta de Teams ya está conectada contigo: Microsoft y el directorio de tu empresa le dan el mismo número de empleado. ¿No eres tú? Avisa enseguida a quien administra CI en tu empresa.',
    parted:
      'Administración de tu empresa desconectó esta cuenta de Teams, así que aquí no te envío nada más. Si fue un error, escríbeme: te muestro cómo conectarte de nuevo.',
    noAccess:
      'Tu cuenta no tiene acceso en este momento. Pregunta a quienes administran ConsciousInsights en tu empresa.',
    unknownTenant:
      'Tu empresa todavía no usa ConsciousInsights. Si debería, pide a tu equipo de Recursos Humanos que nos escriba.',
    groupOnly: 'Solo hablo en privado. Abre un chat conmigo y escríbeme ahí.',
    attachmentOnly: 'No puedo abrir archivos, imágenes ni mensajes de voz. Cuéntame en pocas palabras de qué se trata.',
    attachmentSkipped: 'Leí tus palabras; el archivo adjunto no puedo abrirlo, y no lo he guardado.',
    nothingToRepeat: 'No hay nada pendiente: todo lo que escribiste tuvo respuesta.',
    tooLong: 'Es más de lo que puedo leer de una vez. Envíalo en partes de una página, más o menos.',
    accessOpened:
      'Hay algo nuevo en «Lo que se sabe de mí», en tu pestaña privada. Ahí lees quién pidió qué y por qué, y puedes terminarlo.',
    experimentHalted:
      'El experimento sobre los mensajes se detuvo solo: los mensajes alejaron a más personas de lo registrado. Quien no recibía ninguno sigue igual. Las cifras están en la página «Experimentos», y ahí Recursos Humanos decide cómo seguir.',
    webhookOff:
      'ConsciousInsights ya no avisa a uno de los sistemas de tu empresa: desde hace días no llega nada. En la página «Configuración», en «Webhooks», está lo que respondió. Se puede volver a activar cuando responda.',
    braked:
      'Muchas personas acaban de perder el acceso a la vez. Ya están fuera, y eso no cambia. Sus cursos se conservan hasta que digas si de verdad se fueron. Te espera en la página de configuración.'
  }
}
