/** What people read on the page "Coach", each language written for its readers. */
const en = {
  coachPage: {
    topicOf: (title: string) => `Topic: ${title}`,
    newTopic: 'New topic',
    past: 'Past conversations',
    toPerson: 'Talk to a person',
    answering: 'The coach is answering …',
    stop: 'Stop',
    stopped: 'You stopped this answer.',
    failed: 'No answer came. What you wrote is kept.',
    cut: 'This answer broke off. What you wrote is kept.',
    degraded: 'The usual coach did not answer; the simple one did.',
    again: 'Try again',
    sending: 'Sending …',
    waits: 'No connection. Your words are kept in this window and go out by themselves as soon as there is one.',
    behind: 'The connection is slow to come back. What you see may not be the newest.',
    says: { person: 'You', coach: 'Coach', human: 'People' },
    turns: 'Conversation',
    earlier: 'Show earlier',
    shownNow: (turns: number) => `Earlier messages are shown: ${turns} in all.`,
    cited: 'From your company’s material',
    planMade: 'Your plan from this conversation',
    opinion: 'What do you think of this?',
    marks: { helpful: 'Helpful', wrong: 'Wrong', harmful: 'Harmful' },
    marked: { helpful: 'You found this helpful.', wrong: 'You found this wrong.', harmful: 'You found this harmful.' },
    due: 'Time to see how it went',
    yourPlan: 'Your plan',
    noPlan: 'When you settle on one small step, it stays here: “If stand-up ends, then I will thank one person.”',
    person: {
      title: 'Talk to a person',
      body: 'This coach is a program. Somebody can help you better with what is heavy, urgent or about your rights.',
      danger: 'If you are in danger now, call your local emergency number.',
      inside: 'Within your company, if you choose:',
      inCharge: (name: string, title: string) =>
        `In your company, ${name} (${title}) answers for this program. Nobody there is told that you looked.`,
      close: 'Close'
    },
    topics: {
      find: 'Find in what was said',
      none: 'No conversation has these words.',
      noneYet: 'No newer conversation has these words.',
      empty: 'No conversation yet.',
      earlier: 'Show earlier ones',
      bounded: 'Not everything was looked through yet.',
      furtherBack: 'Look further back',
      listed: (conversations: number) =>
        `${conversations} ${conversations === 1 ? 'conversation is' : 'conversations are'} shown.`,
      open: (title: string) => `Open “${title}”`,
      rename: (title: string) => `Rename “${title}”`,
      remove: (title: string) => `Delete “${title}”`,
      renameShort: 'Rename',
      removeShort: 'Delete',
      removeBody:
        'All that was said in it is deleted for good, here and on every other device. Plans stay. What you typed in Teams is also in your company’s Teams, under its rules.',
      keep: 'Keep it',
      name: 'Name',
      save: 'Save',
      untitled: 'New topic',
      close: 'Close'
    },
    private: {
      begin: 'Leave no trace',
      title: 'This session leaves no trace',
      body: 'Nothing you write or read here is stored: not by us, not on this device. Close it, or reload the page, and it is gone. A plan is kept only if you press the button.',
      end: 'End and forget',
      composer: 'Nothing here is stored',
      keep: 'Keep this plan',
      kept: 'Kept. You find it under Plans.',
      expired: 'This session is over: too much time passed. Begin a new one.',
      failed: 'No answer came. Your words are still here; try again.'
    }
  }
}

type CoachPageWords = typeof en

const es: CoachPageWords = {
  coachPage: {
    topicOf: title => `Tema: ${title}`,
    newTopic: 'Tema nuevo',
    past: 'Conversaciones anteriores',
    toPerson: 'Hablar con una persona',
    answering: 'El coach está respondiendo …',
    stop: 'Detener',
    stopped: 'Detuviste esta respuesta.',
    failed: 'No llegó respuesta. Lo que escribiste queda guardado.',
    cut: 'Esta respuesta se cortó. Lo que escribiste queda guardado.',
    degraded: 'El coach de siempre no respondió; respondió el sencillo.',
    again: 'Intentar de nuevo',
    sending: 'Enviando …',
    waits: 'Sin conexión. Tus palabras quedan en esta ventana y salen solas en cuanto la haya.',
    behind: 'La conexión tarda en volver. Puede que esto no sea lo más nuevo.',
    says: { person: 'Tú', coach: 'Coach', human: 'Personas' },
    turns: 'Conversación',
    earlier: 'Mostrar anteriores',
    shownNow: turns => `Se muestran mensajes anteriores: ${turns} en total.`,
    cited: 'Del material de tu empresa',
    planMade: 'Tu plan de esta conversación',
    opinion: '¿Qué te parece esto?',
    marks: { helpful: 'Me sirve', wrong: 'Está mal', harmful: 'Hace daño' },
    marked: { helpful: 'Te sirvió.', wrong: 'Te pareció mal.', harmful: 'Te pareció dañino.' },
    due: 'Es momento de ver cómo fue',
    yourPlan: 'Tu plan',
    noPlan: 'Cuando elijas un paso pequeño, se queda aquí: «Si termina la reunión, entonces agradezco a alguien».',
    person: {
      title: 'Hablar con una persona',
      body: 'Este coach es un programa. Alguien puede ayudarte mejor con lo que pesa, lo que urge o lo que toca tus derechos.',
      danger: 'Si estás en peligro ahora, llama al número de emergencias de tu país.',
      inside: 'Dentro de tu empresa, si tú lo eliges:',
      inCharge: (name, title) =>
        `En tu empresa responde por este programa ${name} (${title}). Nadie allí se entera de que miraste esto.`,
      close: 'Cerrar'
    },
    topics: {
      find: 'Buscar en lo que se dijo',
      none: 'Ninguna conversación tiene estas palabras.',
      noneYet: 'Ninguna conversación más nueva tiene estas palabras.',
      empty: 'Aún no hay conversaciones.',
      earlier: 'Mostrar anteriores',
      bounded: 'Aún no se buscó en todo.',
      furtherBack: 'Buscar más atrás',
      listed: conversations =>
        conversations === 1 ? 'Se muestra 1 conversación.' : `Se muestran ${conversations} conversaciones.`,
      open: title => `Abrir «${title}»`,
      rename: title => `Cambiar el nombre de «${title}»`,
      remove: title => `Borrar «${title}»`,
      renameShort: 'Cambiar nombre',
      removeShort: 'Borrar',
      removeBody:
        'Todo lo que se dijo en ella se borra para siempre, aquí y en tus otros dispositivos. Los planes quedan. Lo que escribiste en Teams está también en el Teams de tu empresa, con sus reglas.',
      keep: 'Conservarla',
      name: 'Nombre',
      save: 'Guardar',
      untitled: 'Tema nuevo',
      close: 'Cerrar'
    },
    private: {
      begin: 'Sin dejar rastro',
      title: 'Esta sesión no deja rastro',
      body: 'Nada de lo que escribas o leas aquí se guarda: ni nosotros, ni este dispositivo. Si la cierras o recargas la página, desaparece. Un plan se guarda solo si pulsas el botón.',
      end: 'Terminar y olvidar',
      composer: 'Aquí no se guarda nada',
      keep: 'Guardar este plan',
      kept: 'Guardado. Lo encuentras en Planes.',
      expired: 'Esta sesión terminó: pasó demasiado tiempo. Empieza una nueva.',
      failed: 'No llegó respuesta. Tus palabras siguen aquí; inténtalo de nuevo.'
    }
  }
}

export const coachPageWords = { en, es }
