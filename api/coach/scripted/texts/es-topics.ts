import type { Catalogue } from '../catalogue.ts'

/** Las ideas empiezan con un infinitivo, así cada una puede planearse tal cual. */
export const topics: Catalogue['topics'] = {
  overload: {
    reality: [
      '¿Qué hay en tu lista que nadie echaría de menos?',
      '¿Quién decide qué va primero, y sabe todo lo que tienes?',
      '¿Qué tarea te quita más el sueño?'
    ],
    options: [
      '¿Qué podría esperar una semana sin que pase nada?',
      '¿A quién podrías decirle «esta semana no»?',
      '¿Qué quitarías primero de la lista?'
    ],
    ideas: [
      'apuntarlo todo y preguntar a tu responsable qué dos cosas van primero',
      'responder al próximo encargo con «¿y qué dejo para hacerlo?»',
      'bloquear una hora al día en la que no entre nada nuevo',
      'devolver una tarea con la fecha en que sí podrías hacerla'
    ]
  },
  delegation: {
    reality: [
      '¿Qué te frena cuando podrías soltar algo?',
      '¿Qué temes que pase si lo hace otra persona?',
      '¿Qué tarea sigues haciendo tú y le serviría a alguien para aprender?'
    ],
    options: [
      '¿Qué tarea podría salir primero de tu mesa, y hacia quién?',
      '¿Qué podría hacer alguien de tu equipo al 80 % de tu calidad?',
      '¿Qué tendrías que explicar para poder soltarlo?'
    ],
    ideas: [
      'pasar una tarea pequeña y acordar cuándo la miran juntos',
      'decir cómo debe quedar el resultado y dejar libre el camino',
      'preguntar a alguien qué tarea tuya le gustaría aprender',
      'dejar que la otra persona termine y dar la opinión después'
    ]
  },
  feedback: {
    reality: [
      '¿Qué viste u oíste, como lo habría grabado una cámara?',
      '¿Qué provoca en ti o en el trabajo?',
      '¿Qué le has dicho hasta ahora?'
    ],
    options: [
      '¿Qué es lo único que debería oír?',
      '¿Cuándo sería un momento tranquilo para decirlo?',
      '¿Qué te gustaría que hiciera la próxima vez?'
    ],
    ideas: [
      'decir una cosa que viste, qué causó y qué deseas',
      'preguntar primero si es buen momento',
      'empezar por lo que funciona, si lo piensas de verdad',
      'preguntar cómo lo ve antes de decir cómo lo ves tú'
    ]
  },
  conflict: {
    reality: [
      '¿Qué diría la otra persona que es el problema?',
      '¿Qué necesitas que no estás recibiendo?',
      '¿Qué momento te sigue molestando?'
    ],
    options: [
      '¿Qué podrías decir que sea cierto y no culpe?',
      '¿Qué quieren los dos?',
      '¿Cuál sería una primera señal pequeña de tu parte?'
    ],
    ideas: [
      'pedir quince minutos, solo los dos',
      'contar lo que viste y preguntar cómo fue para la otra persona',
      'decir primero qué quieren los dos y luego qué los separa',
      'escribir la única frase que debería oír, y nada más'
    ]
  },
  focus: {
    reality: [
      '¿Qué te saca más veces de lo que haces?',
      '¿A qué hora del día trabajas mejor?',
      '¿Qué tarea lleva más tiempo esperando?'
    ],
    options: [
      '¿Qué hora de esta semana podría quedar sin interrupciones?',
      '¿Qué podrías apagar durante media hora?',
      '¿Qué tarea merece la primera hora del día?'
    ],
    ideas: [
      'cerrar el correo la primera media hora del día',
      'poner la tarea más difícil antes de la primera reunión',
      'bloquear dos horas y avisar a una persona',
      'trabajar 25 minutos en una sola cosa con el teléfono lejos'
    ]
  },
  listening: {
    reality: [
      '¿En qué reunión lo notas más?',
      '¿Qué piensas justo antes de hablar?',
      '¿Qué hace la gente cuando entras antes de tiempo?'
    ],
    options: [
      '¿Qué te ayudaría a esperar un momento más?',
      '¿Con quién te gustaría probarlo primero?',
      '¿Qué podrías hacer en lugar de responder enseguida?'
    ],
    ideas: [
      'contar hasta tres antes de responder',
      'hacer una pregunta antes de dar tu opinión',
      'repetir primero en una frase lo que oíste',
      'apuntar lo que piensas en vez de decirlo'
    ]
  },
  confidence: {
    reality: [
      '¿En qué momento se nota más?',
      '¿Qué dirían los demás que haces bien ahí?',
      '¿Qué temes exactamente que pase?'
    ],
    options: [
      '¿Qué podrías decir o hacer aunque aún tengas dudas?',
      '¿Cuándo salió mejor de lo que temías?',
      '¿Cuál sería una prueba pequeña de ese temor?'
    ],
    ideas: [
      'decir una frase en los primeros diez minutos de la reunión',
      'preguntar a alguien de confianza qué haces bien',
      'apuntar tres cosas que salieron bien esta semana',
      'preparar una pregunta que harás pase lo que pase'
    ]
  },
  career: {
    reality: [
      '¿De qué quieres más en tu trabajo, y de qué menos?',
      '¿Qué hiciste este año que te enorgullece?',
      '¿Quién sabe que lo quieres?'
    ],
    options: [
      '¿A quién podrías preguntarle cómo llegó ahí?',
      '¿Qué mostraría que es tu momento?',
      '¿Qué podrías averiguar esta semana?'
    ],
    ideas: [
      'decirle a tu responsable en una frase qué quieres después',
      'pedir veinte minutos a alguien que haga ese trabajo',
      'escribir tres resultados de este año, cada uno con un número',
      'preguntar qué tendría que pasar para ese paso'
    ]
  },
  role: {
    reality: [
      '¿Qué es lo más distinto respecto a antes?',
      '¿Qué esperan de ti sin haberlo dicho en voz alta?',
      '¿Qué sigues haciendo de tu puesto anterior?'
    ],
    options: [
      '¿Qué te gustaría haber aprendido al final de la próxima semana?',
      '¿A quién podrías preguntar qué necesita de ti?',
      '¿Qué tarea antigua soltarías primero?'
    ],
    ideas: [
      'preguntar a cada persona del equipo qué debería quedarse igual',
      'acordar con tu responsable qué sería un buen primer mes',
      'soltar esta semana una tarea del puesto anterior',
      'tomar media hora el viernes para apuntar qué aprendiste'
    ]
  },
  presentation: {
    reality: [
      '¿Qué debería saber o hacer la gente cuando termines?',
      '¿Qué parte te pone nervios?',
      '¿Quién estará en la sala?'
    ],
    options: [
      '¿Qué frase deberían recordar?',
      '¿Con quién podrías probar los dos primeros minutos?',
      '¿Qué podrías quitar?'
    ],
    ideas: [
      'decir las dos primeras frases en voz alta tres veces',
      'dejarla en tres puntos, uno por lámina',
      'probarla con alguien que haga preguntas difíciles',
      'empezar por la pregunta que la sala ya tiene'
    ]
  },
  manager: {
    reality: [
      '¿Qué necesitas de tu responsable que no recibes?',
      '¿Cómo se verá desde su lado?',
      '¿Qué le has dicho sobre esto?'
    ],
    options: [
      '¿Qué podrías pedirle, en una frase?',
      '¿Cuándo es buen momento para sacarlo?',
      '¿Qué está en tus manos, haga lo que haga?'
    ],
    ideas: [
      'preguntar cuál de tus tareas va primero esta semana',
      'decir qué necesitas para hacerlo bien',
      'pedir quince minutos para hablar de cómo trabajan juntos',
      'enviar una nota corta el viernes: hecho, siguiente, dónde necesitas ayuda'
    ]
  },
  news: {
    reality: ['¿Qué necesita saber exactamente?', '¿Qué temes más de ese momento?', '¿Qué preguntará primero?'],
    options: [
      '¿Cuál es la primera frase, sin rodeos?',
      '¿Qué puedes ofrecerle después?',
      '¿Cuándo y dónde sería justo decírselo?'
    ],
    ideas: [
      'decirlo en las dos primeras frases y luego callar',
      'escribir las tres preguntas que hará, con respuestas sinceras',
      'elegir un lugar del que pueda irse sin público',
      'decir qué sabes, qué no, y cuándo habrá más noticias'
    ]
  },
  team: {
    reality: [
      '¿Qué notas en el equipo, día a día?',
      '¿Con quién cuesta más, y con quién es fácil?',
      '¿Cómo era cuando iba bien?'
    ],
    options: [
      '¿Qué podrías preguntar al equipo la próxima vez?',
      '¿Qué harías distinto de tu parte?',
      '¿Con quién podrías hablar primero?'
    ],
    ideas: [
      'preguntar a cada persona qué ayuda y qué estorba',
      'empezar la próxima reunión por lo que salió bien',
      'dar las gracias a alguien por algo exacto',
      'acordar juntos una regla y mirarla en dos semanas'
    ]
  }
}

export const ideas: Catalogue['ideas'] = [
  'hacer los primeros diez minutos y luego decidir',
  'contarle a alguien qué vas a probar',
  'escribir cómo sería un buen final',
  'preguntar a quien ya lo hizo cómo empezó',
  'tomar la parte más pequeña y terminarla',
  'reservar media hora para eso en el calendario'
]
