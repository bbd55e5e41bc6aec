import type { Catalogue } from '../catalogue.ts'

export const play: Catalogue['play'] = {
  as: '(en el papel: {who}) «{line}»',
  lines: {
    defensive: [
      'Eso no es justo. Hago lo que puedo.',
      '¿Y por qué siempre yo?',
      'Nadie me dijo que fuera un problema.',
      'Tú también lo haces, ¿no?',
      'Tuve mis razones. ¿Pensaste en eso?',
      'O sea que otra vez es culpa mía.',
      'Otros hacen lo mismo y nadie les dice nada.',
      'Yo no lo veo así para nada.',
      '¿Quién lo dice? ¿Se quejó alguien?',
      'Tú ni siquiera estabas.'
    ],
    evasive: [
      'Sí, claro, algún día lo miramos.',
      '¿Lo dejamos para otro día? Tengo una llamada.',
      'Ahora mismo es complicado.',
      'Ah, eso. Tampoco es tan importante, ¿no?',
      'Déjame pensarlo. ¿Qué más hay?',
      'Pensé que eso ya estaba arreglado.',
      'Mmm. Por cierto, ¿cómo va el otro proyecto?',
      'Ya veremos. Suele arreglarse solo.',
      'Depende de muchas cosas.',
      'Puede ser. Esperemos a los números.'
    ],
    angry: [
      '¿En serio? ¿Ahora me vienes con eso?',
      'Ya basta con este tema.',
      '¿Sabes todo lo que tengo encima?',
      'De verdad que no es el momento.',
      '¿Después de todo lo que hice, esto es lo que recibo?',
      'No me digas cómo hacer mi trabajo.',
      'No. Ni hablar.',
      'Lo pones muy fácil.',
      'Me canso de oír eso.',
      '¿Y qué esperas que haga ahora?'
    ],
    silent: [
      'Mmm.',
      'Vale.',
      'Si tú lo dices.',
      '… No sé qué decir.',
      'Bien. ¿Es todo?',
      'Ya.',
      'Tendré que pensarlo.',
      '… Sigue.',
      'No sé qué quieres de mí.',
      'Sí. Bueno.'
    ]
  },
  softer: [
    'Bueno. No lo había visto así. ¿Qué propones?',
    'Es justo. ¿Qué necesitarías de mí?',
    'Te escucho. Dame un ejemplo, para entenderlo.',
    'De acuerdo, probemos. ¿Por dónde empezamos?',
    'No sabía que te pesaba. Sigue.',
    'Bien que me lo digas directo. ¿Y ahora?',
    'Eso lo entiendo. ¿Qué ayudaría?',
    'Está bien. ¿Cuál sería el primer paso?'
  ],
  traits: {
    question: [
      'Hiciste una pregunta, y eso abrió la conversación.',
      'Preguntaste en vez de afirmar; le diste espacio.',
      'Le dejaste sitio con una pregunta.'
    ],
    always: [
      'Dijiste «siempre» o «nunca»: esas palabras invitan a discutir; un ejemplo cuesta más de negar.',
      'Usaste «siempre» o «nunca»; un solo momento que viste pesa más.',
      'Lo dijiste en general; un caso concreto sería más difícil de apartar.'
    ],
    own: [
      'Hablaste desde ti, y eso es difícil de discutir.',
      'Dijiste «yo» donde era fácil decir «tú».',
      'Te quedaste en cómo es para ti.'
    ],
    request: [
      'Dijiste con claridad qué quieres.',
      'Hiciste una petición a la que puede decir que sí.',
      'Nombraste qué debería pasar después.'
    ],
    short: [
      'Fuiste breve; un poco más de porqué le ayudaría a seguirte.',
      'Usaste pocas palabras; quizá le falte un ejemplo.',
      'Fuiste al grano enseguida.'
    ],
    long: [
      'Explicaste mucho; la frase que cuenta llegó tarde.',
      'Diste muchas razones; bastaría la más fuerte.',
      'Dijiste mucho de una vez; una pausa le daría espacio.'
    ]
  }
}

export const drafts: Catalogue['drafts'] = {
  told: [
    'Quiero decirte algo directamente: {what}. ¿Tú cómo lo ves?',
    'Quiero hablarte con franqueza: {what}. ¿Qué necesitarías ahora de mí?',
    '¿Tienes cinco minutos? {What}. Me gustaría encontrar una salida contigo.',
    'Me importa que lo oigas de mí: {what}. ¿Podemos hablar de lo que sigue?',
    'Quiero dejar clara una cosa: {what}. ¿Qué piensas?'
  ],
  topics: {
    overload: [
      'Quiero hacerlo bien, y ahora no puedo tomarlo sin soltar otra cosa. ¿Cuál de mis tareas debería esperar?',
      'Tengo más de lo que cabe en esta semana. ¿Miramos juntos qué va primero?',
      'Puedo empezar la próxima semana. Si tiene que ser antes, ¿qué dejo para hacerlo?'
    ],
    delegation: [
      'Me gustaría darte esta tarea, porque confío en ti. ¿Qué necesitas de mí para empezar?',
      '¿Podrías encargarte de esto? El resultado debe estar el viernes; el cómo es tuyo.',
      'Me he quedado con esto demasiado tiempo. ¿Te gustaría hacerlo tuyo y lo miramos juntos una vez?'
    ],
    feedback: [
      'Noté algo que quiero compartir contigo. Cuando pasó, mi trabajo se complicó. ¿Acordamos cómo hacerlo la próxima vez?',
      '¿Puedo contarte lo que vi? Nos costó tiempo, y creo que querrías saberlo. ¿Cómo fue para ti?',
      'Valoro algo de tu trabajo y hay algo que me gustaría cambiar. ¿Empiezo por lo segundo?'
    ],
    conflict: [
      'No quiero que esto se interponga entre nosotros. Yo lo vi así; ¿cómo fue para ti?',
      'Creo que los dos queremos que esto funcione. ¿Hablamos de lo que pasó, sin buscar culpables?',
      'Nuestra última conversación se me quedó dentro. Me gustaría entender tu lado y contarte el mío.'
    ],
    presentation: [
      'En diez minutos sabrán tres cosas: dónde estamos, qué falta y qué les pido.',
      'Empiezo con la pregunta que muchos tienen, y la respondo al final.',
      'Un número me sorprendió al preparar esto. Les muestro por qué les importa.'
    ],
    career: [
      'Me gustaría crecer hacia el siguiente puesto. ¿Qué tendrías que ver en mí, y cuándo lo miramos otra vez?',
      'Este año he entregado más de lo que pide mi puesto. Quiero hablar de lo que eso significa para mi sueldo.',
      'Quiero asumir más. ¿Qué tarea te mostraría que es mi momento?'
    ],
    manager: [
      'Me gustaría hablar de cómo trabajamos juntos. Yo necesito prioridades más claras; ¿qué necesitas tú de mí?',
      '¿Me das quince minutos? Algo me impide hacer bien mi trabajo, y quiero resolverlo contigo.',
      'Valoro que confíes en mí. Me ayudaría saber el lunes qué va primero.'
    ],
    news: [
      'Tengo una noticia que no es fácil, así que la digo directo. Pregúntame lo que quieras; te diré lo que sé.',
      'Tengo que decirte algo que no te gustará. Está decidido, y quiero explicarte por qué.',
      'Cuesta decirlo, y debes oírlo primero de mí. Tómate el tiempo que necesites.'
    ],
    team: [
      'Me gustaría que habláramos diez minutos de cómo trabajamos. ¿Qué les ayuda, y qué debería cambiar?',
      'Tengo la impresión de que algo no va bien en el equipo. ¿Qué ven ustedes?',
      'Antes de empezar: ¿qué salió bien desde la última vez, y qué hacemos distinto?'
    ],
    confidence: [
      'Todavía no lo tengo del todo claro, y me gustaría decir lo que veo hasta ahora.',
      '¿Puedo añadir una idea? No está terminada, y quizá nos ayude.',
      'Antes de decidir, tengo una pregunta que creo que importa.'
    ],
    role: [
      'Empiezo en este puesto y quiero aprender cómo trabajan. ¿Qué debería quedarse igual, y qué cambiarían?',
      '¿Qué necesitas de mí en las primeras semanas, y cómo veremos que va bien?',
      'Al principio cometeré errores. Dímelo pronto, por favor; así me ayudas más.'
    ],
    focus: [
      'De nueve a once estoy sin conexión para terminar una cosa. Si es urgente, llámame.',
      'Leo el correo a mediodía y a las cuatro. Lo que no pueda esperar, dímelo en persona, por favor.',
      'Me gustaría mantener esta hora sin reuniones. ¿Podemos vernos después de las once?'
    ],
    listening: [
      'Te interrumpí, perdona. Termina tu idea, por favor.',
      'Quiero asegurarme de que entendí. Dices que llega demasiado tarde, ¿verdad?',
      'Cuéntame más de eso antes de que yo diga nada.'
    ]
  },
  any: [
    'Me gustaría hablar de algo que me importa. ¿Tienes diez minutos esta semana?',
    'Llevo un tiempo pensándolo y quiero decirlo directamente. ¿Tú cómo lo ves?',
    '¿Puedo hablarte con franqueza? Para mí es así, y esto es lo que te pediría.'
  ]
}
