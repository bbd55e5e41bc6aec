/** The legal pages in plain words. Contract and data processing agreement between CI and the company go before them. */
export type LegalPage = {
  readonly title: string
  readonly body: string
  readonly sections: readonly (readonly [heading: string, text: string])[]
}

type Legal = { readonly privacy: LegalPage; readonly terms: LegalPage }

const en: Legal = {
  privacy: {
    title: 'Privacy at ConsciousInsights',
    body: 'Your company offers you ConsciousInsights and decides who takes part. We process your data on its behalf, for coaching only.',
    sections: [
      [
        'What we keep',
        'From your company’s directory: name, work e-mail, job title, department, manager, time zone, language and groups. From you: what you write to the coach, your plans, your answers to nudges. From the learning site: your courses and progress.'
      ],
      [
        'Who sees what',
        'Your company sees counts of at least eight people, never your name and never your words. What you type to the bot in Teams also lies in your company’s Microsoft environment; what you type in the private tab reaches the coach alone. Our staff have no screen to read your conversations on.'
      ],
      [
        'How it is kept',
        'Conversations and plans are encrypted with a key of your own, in the European Union. Erasing destroys that key. When you leave your company, access ends within seconds.'
      ],
      [
        'What it is never used for',
        'Not for appraisal, pay, promotion or dismissal, and not for training models of others.'
      ],
      [
        'Your rights',
        'You may see, correct, take away or erase your data, and withdraw your agreement at any time without disadvantage. Ask the HR contact or data protection officer of your company, which answers for the processing.'
      ]
    ]
  },
  terms: {
    title: 'Using ConsciousInsights',
    body: 'Taking part is voluntary. You can stop at any moment by writing “stop”, and nobody is told.',
    sections: [
      [
        'What it is',
        'A coaching program run by software: answers marked “AI-generated” are written by an AI and may be wrong. Use your own judgment.'
      ],
      [
        'What it is not',
        'It is not therapy, medical or legal advice, and not a channel for complaints or emergencies. In an emergency call the local emergency number.'
      ],
      ['Fair use', 'Write about your own work. Leave out secrets of your company and private matters of others.'],
      [
        'Access',
        'Your company gives access and may end it. Your courses and agreements with the learning site follow that site’s own terms.'
      ]
    ]
  }
}

const es: Legal = {
  privacy: {
    title: 'Privacidad en ConsciousInsights',
    body: 'Tu empresa te ofrece ConsciousInsights y decide quién participa. Tratamos tus datos por encargo suyo, solo para el coaching.',
    sections: [
      [
        'Qué guardamos',
        'Del directorio de tu empresa: nombre, correo de trabajo, puesto, área, jefatura, zona horaria, idioma y grupos. De ti: lo que escribes al coach, tus planes y lo que respondes a los mensajes. Del sitio de cursos: tus cursos y tu avance.'
      ],
      [
        'Quién ve qué',
        'Tu empresa ve recuentos de al menos ocho personas: nunca tu nombre, nunca tus palabras. Lo que escribes al bot en Teams también está en el entorno de Microsoft de tu empresa; lo que escribes en la pestaña privada llega solo al coach. Nuestro personal no tiene una pantalla donde leer tus conversaciones.'
      ],
      [
        'Cómo se guarda',
        'Conversaciones y planes se cifran con una clave tuya, en la Unión Europea. Borrar destruye esa clave. Cuando dejas la empresa, el acceso termina en segundos.'
      ],
      [
        'Para qué no se usa nunca',
        'Ni para evaluarte, pagarte, ascenderte o despedirte, ni para entrenar modelos de terceros.'
      ],
      [
        'Tus derechos',
        'Puedes ver, corregir, llevarte o borrar tus datos y retirar tu acuerdo cuando quieras, sin desventaja. Dirígete a Recursos Humanos o a la persona responsable de protección de datos de tu empresa, que responde por el tratamiento.'
      ]
    ]
  },
  terms: {
    title: 'Usar ConsciousInsights',
    body: 'Participar es voluntario. Puedes dejarlo en cualquier momento escribiendo «alto», y nadie se entera.',
    sections: [
      [
        'Qué es',
        'Un programa de coaching hecho con software: las respuestas marcadas «generado por IA» las escribe una IA y pueden estar equivocadas. Usa tu propio criterio.'
      ],
      [
        'Qué no es',
        'No es terapia ni consejo médico o legal, ni un canal de quejas o emergencias. En una emergencia llama al número local de emergencias.'
      ],
      [
        'Uso cuidadoso',
        'Escribe sobre tu propio trabajo. Deja fuera secretos de tu empresa y asuntos privados de otras personas.'
      ],
      [
        'Acceso',
        'Tu empresa da el acceso y puede terminarlo. Los cursos siguen las condiciones del propio sitio de cursos.'
      ]
    ]
  }
}

export const legal: Readonly<Record<'en' | 'es', Legal>> = { en, es }
