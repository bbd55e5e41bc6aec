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
    why: {
      label: {
        wrong: 'What was wrong? Only if you want to say it.',
        harmful: 'What was harmful? Only if you want to say it.'
      },
      reader:
        'Kept sealed beside this answer, and in your own file. Nobody at your company can read it, and nobody is told. For help, use “Talk to a person”.',
      add: 'Add these words',
      skip: 'No words',
      kept: 'Your words are kept beside this answer.'
    },
    remember: {
      press: 'Remember this',
      pressOf: (text: string) => `Remember this: “${text}”`,
      done: (text: string) => `The coach remembers: “${text}”`,
      forget: 'Forget it',
      forgetOf: (text: string) => `Forget it: “${text}”`,
      forgotten: 'It is remembered no longer.',
      refused: {
        memory_off: 'Memory is off. Switch it on under “What is known about me”.',
        memory_full: 'The coach remembers 200 things at most. Erase one first, under “What is known about me”.'
      }
    },
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
      used: 'The simple coach answers here. It can look up your plans and courses, and knows none of your other conversations, nothing that is remembered of you and no facts about your work. What you write goes to no language model.',
      opinion:
        'You are not asked what you think of an answer: keeping that would be a trace. If one was wrong or harmful, say so in a usual conversation, or talk to a person.',
      stopped: 'You stopped this answer. The coach goes on as if this had not been said.',
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
    why: {
      label: { wrong: '¿Qué está mal? Solo si quieres decirlo.', harmful: '¿Qué hace daño? Solo si quieres decirlo.' },
      reader:
        'Se guarda sellado junto a esta respuesta y en tu propio archivo. Nadie de tu empresa puede leerlo y no se avisa a nadie. Si necesitas ayuda, usa «Hablar con una persona».',
      add: 'Añadir estas palabras',
      skip: 'Sin palabras',
      kept: 'Tus palabras quedan junto a esta respuesta.'
    },
    remember: {
      press: 'Recordar esto',
      pressOf: text => `Recordar esto: «${text}»`,
      done: text => `El coach recuerda: «${text}»`,
      forget: 'Olvidarlo',
      forgetOf: text => `Olvidarlo: «${text}»`,
      forgotten: 'Ya no se recuerda.',
      refused: {
        memory_off: 'La memoria está desactivada. Actívala en «Lo que se sabe de mí».',
        memory_full: 'El coach recuerda 200 cosas como máximo. Borra una antes en «Lo que se sabe de mí».'
      }
    },
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
      used: 'Aquí responde el coach sencillo. Puede mirar tus planes y cursos, y no conoce tus otras conversaciones, ni lo que se recuerda de ti, ni los datos sobre tu trabajo. Lo que escribes no va a ningún modelo de lenguaje.',
      opinion:
        'No se te pregunta qué te parece una respuesta: guardarlo sería un rastro. Si una está mal o hace daño, dilo en una conversación normal o habla con una persona.',
      stopped: 'Detuviste esta respuesta. El coach sigue como si esto no se hubiera dicho.',
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
