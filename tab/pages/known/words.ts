/** What people read on "What is known about me", English and Spanish, each written for its readers. */
import type { AccessView } from '../../../api/contract/access-log.ts'
import type { ContextFact, FactSource, MemoryItem } from '../../../api/contract/memory.ts'
import type { ExportView } from '../../../api/contract/privacy.ts'
import { useApp } from '../../context.ts'

const en = {
  onPage: 'On this page',
  context: {
    title: 'Facts about your work',
    body: 'The coach may use these, and no others. Ratings, pay and what anybody thinks of your potential have no place here. Switch off what it should not use.',
    facts: {
      title: 'Your role',
      department: 'Your department',
      tenure: 'How long you have been in the company',
      new_manager: 'New in a role that leads people',
      team_size: 'The size of your team',
      country: 'Your country',
      language: 'Your language',
      courses: 'Courses you are taking',
      focus: 'What you want to grow in'
    } satisfies Record<ContextFact, string>,
    sources: {
      directory: 'from your company’s directory',
      learning_site: 'from the learning site',
      yourself: 'you said so',
      company: 'your company’s setting for everybody'
    } satisfies Record<FactSource, string>,
    unknown: 'Nothing is known',
    use: (fact: string) => `The coach may use: ${fact}`,
    on: 'Switched on. The coach may use it from your next message.',
    off: 'Switched off. The coach does not use it from your next message.'
  },
  memory: {
    title: 'What the coach remembers',
    body: 'Nothing, unless you switch it on. Then it remembers what you tell it to, each thing listed here, to be changed or erased by you. In the Teams chat, which lies in your company’s Teams, it uses none of it.',
    toggle: 'The coach may remember what I choose',
    plans: 'Remember the plans I settle, too',
    empty: 'Nothing is remembered. It could be one sentence: “I lead five people in two countries.”',
    idle: 'It is off: what is listed here is kept for you and not used.',
    add: 'Something to remember',
    addButton: 'Remember this',
    added: 'It is remembered.',
    edit: 'Change',
    editNamed: (text: string) => `Change: ${text}`,
    save: 'Save',
    cancel: 'Leave it as it is',
    saved: 'Changed.',
    erase: 'Erase',
    eraseNamed: (text: string) => `Erase: ${text}`,
    erased: 'Erased.',
    eraseAll: 'Erase all of it',
    eraseAllTitle: 'Erase everything that is remembered?',
    eraseAllBody: (count: number) =>
      count === 1
        ? 'One thing is gone for good. Your conversation stays.'
        : `${count} things are gone for good. Your conversation stays.`,
    keep: 'Keep it',
    sources: {
      said: (day: string) => `You said this on ${day}`,
      written: (day: string) => `You wrote this here on ${day}`,
      plan: (day: string) => `Your plan of ${day}`
    } satisfies Record<MemoryItem['source'], (day: string) => string>,
    edited: (day: string) => `changed on ${day}`
  },
  access: {
    title: 'Who looked at your conversation',
    nobody: 'Nobody has read your conversations.',
    read: (when: string) => `Somebody of ConsciousInsights last read your conversation on ${when}`,
    body: 'Nobody of your company can. For a fault that you or your company reported, two people of ConsciousInsights can agree that one of them looks, for an hour at most. Each time it stands here, and you can end it.',
    states: {
      asked: 'Asked for. A second person has yet to agree.',
      open: 'Open now',
      over: 'Over',
      ended: 'Ended'
    } satisfies Record<AccessView['state'], string>,
    who: 'Technical support of ConsciousInsights',
    why: (reason: string) => `Why: ${reason}`,
    ticket: (ticket: string, asked: string) => `Case ${ticket}, asked for on ${asked}`,
    until: (when: string) => `Until ${when} at the latest`,
    reads: (when: string, messages: number) =>
      `Read on ${when}: ${messages === 1 ? '1 message' : `${messages} messages`}`,
    unread: 'Nothing was read.',
    stop: 'End this now',
    refuse: 'Refuse this',
    stopped: 'Ended. Nobody can read any more.'
  },
  employer: {
    title: 'What your employer sees',
    body: (floor: number) =>
      `Figures about at least ${floor} people. Never a word of yours, never whether or how often you used the coach.`,
    report: 'The newest report, as HR has it',
    none: 'There is no report yet. Once there is one, you see here what HR sees.',
    kept: (days: number) =>
      `What you and the coach wrote is deleted after ${days} days at the latest, as your company has set; earlier, if you delete it.`,
    ofGroup: (name: string) => `Your group ${name}`,
    active: 'used the coach',
    completed: 'completed a course',
    who: 'Who sees what',
    roles: [
      ['You', 'Everything on this page, and all of it in a file.'],
      ['Your manager', 'Nothing of what you write here, and not whether you use it.'],
      ['HR', 'The report above. Nobody’s name, no group that is too small.'],
      [
        'Who runs courses',
        'That you take a course, whether you completed it, and when: that is a training record. Nothing else.'
      ],
      ['IT and admins', 'Whether your account works. No words, no use.'],
      ['ConsciousInsights', 'Nothing, unless two people agree on a reason; then it stands above.'],
      [
        'Microsoft Teams of your company',
        'What you type in the Teams chat lies in your company’s Teams as every chat does. What you write in this tab does not.'
      ]
    ]
  },
  file: {
    title: 'Have all of it',
    body: 'A file with everything that is held about you, for you or for a program to read (JSON). Making it takes a while; you can leave and come back. It is kept sealed for seven days.',
    ask: 'Make my file',
    again: 'Make a new one',
    making: (done: number, of: number) => `Your file is being made: ${done} of ${of} parts.`,
    states: {
      waiting: 'Being made',
      ready: 'Ready',
      failed: 'It could not be made. Ask for a new one.',
      expired: 'Its seven days are over.'
    } satisfies Record<ExportView['state'], string>,
    asked: (when: string) => `Asked for on ${when}`,
    until: (when: string) => `There until ${when}`,
    save: 'Save the file',
    saved: 'Saved. Keep it where only you can read it.',
    drop: 'Erase this file',
    dropped: 'The file is erased.'
  },
  erase: {
    title: 'Erase what is yours',
    body: 'Your conversation, plans, memory and messages go for good, and so does the key that they are sealed with. You can begin anew afterwards.',
    look: 'Show what would go',
    goes: 'This goes',
    nothing: 'Nothing of yours is here to go.',
    stays: 'This stays, and why',
    how: (phrase: string) => `To confirm, type: ${phrase}`,
    teams:
      'What you typed in the Teams chat lies in your company’s Teams too, and we cannot erase it there. You can delete your own messages.',
    confirm: 'Erase for good',
    cancel: 'Keep everything',
    busy: 'Erasing …',
    done: (when: string) => `Erased (${when}). The receipt is among your receipts.`,
    count: (count: number) => String(count)
  },
  notAllowed: {
    memory_off: 'Memory is off. Switch it on first.',
    memory_full: 'The coach remembers 200 things at most. Erase one first.'
  }
}

const es: typeof en = {
  onPage: 'En esta página',
  context: {
    title: 'Datos sobre tu trabajo',
    body: 'El coach puede usar estos y ningún otro. Evaluaciones, sueldo o lo que alguien piense de tu potencial no tienen lugar aquí. Desactiva lo que no deba usar.',
    facts: {
      title: 'Tu puesto',
      department: 'Tu departamento',
      tenure: 'Cuánto llevas en la empresa',
      new_manager: 'Reciente en un puesto que dirige personas',
      team_size: 'El tamaño de tu equipo',
      country: 'Tu país',
      language: 'Tu idioma',
      courses: 'Cursos que estás tomando',
      focus: 'En qué quieres crecer'
    },
    sources: {
      directory: 'del directorio de tu empresa',
      learning_site: 'del sitio de cursos',
      yourself: 'lo dijiste tú',
      company: 'el ajuste de tu empresa para todos'
    },
    unknown: 'No se sabe nada',
    use: fact => `El coach puede usar: ${fact}`,
    on: 'Activado. El coach puede usarlo desde tu próximo mensaje.',
    off: 'Desactivado. El coach no lo usa desde tu próximo mensaje.'
  },
  memory: {
    title: 'Lo que recuerda el coach',
    body: 'Nada, si no lo activas. Entonces recuerda lo que tú le digas; cada cosa está en esta lista y tú la cambias o la borras. En el chat de Teams, que queda en el Teams de tu empresa, no usa nada de esto.',
    toggle: 'El coach puede recordar lo que yo elija',
    plans: 'Recordar también los planes que acuerde',
    empty: 'No recuerda nada. Podría ser una frase: «Dirijo a cinco personas en dos países».',
    idle: 'Está desactivado: lo de esta lista se guarda para ti y no se usa.',
    add: 'Algo que recordar',
    addButton: 'Recuerda esto',
    added: 'Queda recordado.',
    edit: 'Cambiar',
    editNamed: text => `Cambiar: ${text}`,
    save: 'Guardar',
    cancel: 'Dejarlo como está',
    saved: 'Cambiado.',
    erase: 'Borrar',
    eraseNamed: text => `Borrar: ${text}`,
    erased: 'Borrado.',
    eraseAll: 'Borrarlo todo',
    eraseAllTitle: '¿Borrar todo lo que recuerda?',
    eraseAllBody: count =>
      count === 1
        ? 'Una cosa desaparece para siempre. Tu conversación se queda.'
        : `${count} cosas desaparecen para siempre. Tu conversación se queda.`,
    keep: 'Conservarlo',
    sources: {
      said: day => `Lo dijiste el ${day}`,
      written: day => `Lo escribiste aquí el ${day}`,
      plan: day => `Tu plan del ${day}`
    },
    edited: day => `cambiado el ${day}`
  },
  access: {
    title: 'Quién miró tu conversación',
    nobody: 'Nadie ha leído tus conversaciones.',
    read: when => `Última vez que alguien de ConsciousInsights leyó tu conversación: ${when}`,
    body: 'Nadie de tu empresa puede. Si tú o tu empresa avisan de un fallo, dos personas de ConsciousInsights pueden acordar que una de ellas mire, durante una hora como máximo. Cada vez queda aquí, y tú puedes terminarlo.',
    states: {
      asked: 'Pedido. Falta que otra persona esté de acuerdo.',
      open: 'Abierto ahora',
      over: 'Pasado',
      ended: 'Terminado'
    },
    who: 'Soporte técnico de ConsciousInsights',
    why: reason => `Por qué: ${reason}`,
    ticket: (ticket, asked) => `Caso ${ticket}, pedido el ${asked}`,
    until: when => `Hasta el ${when} como máximo`,
    reads: (when, messages) => `Leído el ${when}: ${messages === 1 ? '1 mensaje' : `${messages} mensajes`}`,
    unread: 'No se leyó nada.',
    stop: 'Terminarlo ahora',
    refuse: 'No permitirlo',
    stopped: 'Terminado. Nadie puede leer más.'
  },
  employer: {
    title: 'Lo que ve tu empresa',
    body: floor =>
      `Cifras sobre al menos ${floor} personas. Nunca una palabra tuya, nunca si usaste el coach ni cuánto.`,
    report: 'El último informe, tal como lo tiene Recursos Humanos',
    none: 'Todavía no hay informe. Cuando lo haya, verás aquí lo que ve Recursos Humanos.',
    kept: days =>
      `Lo que escribieron tú y el coach se borra como máximo a los ${days} días, según fijó tu empresa; antes, si tú lo borras.`,
    ofGroup: name => `Tu grupo ${name}`,
    active: 'usaron el coach',
    completed: 'terminaron un curso',
    who: 'Quién ve qué',
    roles: [
      ['Tú', 'Todo lo de esta página, y todo en un archivo.'],
      ['Tu responsable', 'Nada de lo que escribes aquí, ni si lo usas.'],
      ['Recursos Humanos', 'El informe de arriba. Ningún nombre, ningún grupo demasiado pequeño.'],
      [
        'Quien lleva los cursos',
        'Que tomas un curso, si lo terminaste y cuándo: es un registro de formación. Nada más.'
      ],
      ['Informática y administradores', 'Si tu cuenta funciona. Ni palabras ni uso.'],
      ['ConsciousInsights', 'Nada, salvo que dos personas acuerden un motivo; entonces queda arriba.'],
      [
        'El Teams de tu empresa',
        'Lo que escribes en el chat de Teams queda en el Teams de tu empresa, como todo chat. Lo que escribes en esta pestaña, no.'
      ]
    ]
  },
  file: {
    title: 'Tenerlo todo',
    body: 'Un archivo con todo lo que se guarda sobre ti, para que lo leas tú o un programa (JSON). Tarda un poco; puedes irte y volver. Se guarda sellado siete días.',
    ask: 'Preparar mi archivo',
    again: 'Preparar otro',
    making: (done, of) => `Se está preparando tu archivo: ${done} de ${of} partes.`,
    states: {
      waiting: 'En preparación',
      ready: 'Listo',
      failed: 'No se pudo preparar. Pide otro.',
      expired: 'Pasaron sus siete días.'
    },
    asked: when => `Pedido el ${when}`,
    until: when => `Disponible hasta el ${when}`,
    save: 'Guardar el archivo',
    saved: 'Guardado. Déjalo donde solo tú puedas leerlo.',
    drop: 'Borrar este archivo',
    dropped: 'El archivo está borrado.'
  },
  erase: {
    title: 'Borrar lo tuyo',
    body: 'Tu conversación, planes, memoria y mensajes desaparecen para siempre, y también la clave con la que están sellados. Después puedes empezar de nuevo.',
    look: 'Mostrar qué se borraría',
    goes: 'Esto se borra',
    nothing: 'Aquí no hay nada tuyo que borrar.',
    stays: 'Esto se queda, y por qué',
    how: phrase => `Para confirmar, escribe: ${phrase}`,
    teams:
      'Lo que escribiste en el chat de Teams también está en el Teams de tu empresa y ahí no podemos borrarlo. Tú puedes eliminar tus propios mensajes.',
    confirm: 'Borrar para siempre',
    cancel: 'Conservarlo todo',
    busy: 'Borrando …',
    done: when => `Borrado (${when}). El recibo está entre tus recibos.`,
    count: count => String(count)
  },
  notAllowed: {
    memory_off: 'La memoria está desactivada. Actívala primero.',
    memory_full: 'El coach recuerda 200 cosas como máximo. Borra una primero.'
  }
}

export type KnownLanguage = 'en' | 'es'
export const languageIn = (locale: string): KnownLanguage => (locale.startsWith('es') ? 'es' : 'en')

export function useKnownWords(): typeof en {
  const { locale } = useApp()
  return languageIn(locale) === 'es' ? es : en
}
