/** What simulated people bring, in Spanish. Invented, and no one's. */
import type { Scene } from './person.ts'

export const scenes: readonly Scene[] = [
  {
    goals: [
      'Quiero delegar más, lo hago todo yo',
      '¿Cómo puedo soltar trabajo sin perder el control?',
      'Mi equipo me pregunta cada cosita y al final la hago yo'
    ],
    states: [
      'Reescribo por la noche las láminas de mi gente porque es más rápido que explicar',
      'Esperan a que yo decida y siempre salto',
      'La semana pasada rehíce un informe que Ana podía arreglar sola',
      'Tengo miedo de que el cliente note que baja la calidad'
    ],
    steps: [
      'pedirle a Ana la primera versión del informe',
      'voy a darle a Tomás los números de la semana y no tocarlos',
      'pedir que traigan una propuesta antes de que yo responda'
    ],
    cues: [
      'después de la reunión del lunes',
      'cuando alguien me pregunte qué hacer',
      'antes de abrir las láminas otra vez'
    ],
    tell: 'decirle a mi equipo que ya no voy a revisar cada lámina',
    who: 'Con Ana, para que tome el informe',
    spoken: [
      'Ana, me gustaría que escribieras tú el informe desde ahora.',
      'Confío en ti y te ayudo con el primero.',
      '¿Podemos verlo juntas el viernes?'
    ],
    short: {
      goals: ['delegar más', 'hago todo yo'],
      states: ['es más rápido así', 'esperan a que decida'],
      steps: ['pedírselo a Ana', 'dar los números a Tomás'],
      cues: ['después de la reunión', 'el lunes']
    },
    points: 'el informe mensual, su carga, y qué quiere aprender'
  },
  {
    goals: [
      'Tengo demasiado trabajo y no llego',
      'Trabajo hasta las nueve todos los días y no termino',
      'No sé decir que no cuando llega otro encargo'
    ],
    states: [
      'Mi jefe cambia las prioridades dos veces por semana y nunca se quita nada',
      'Tengo tres entregas el viernes y dos ni siquiera son mías',
      'Digo que sí porque no quiero decepcionar a nadie',
      'No hay una hora libre en mi calendario'
    ],
    steps: [
      'preguntarle a mi jefe qué dos cosas van primero',
      'bloquear una hora cada mañana y cerrar el correo',
      'responder al próximo encargo con una fecha y no con un sí'
    ],
    cues: ['cuando llegue el próximo encargo', 'a las 9 el lunes', 'justo después de comer'],
    tell: 'decirle a mi jefe que no puedo tomar otro proyecto',
    who: 'Con mi jefe, por mi carga de trabajo. Se enoja rápido',
    spoken: [
      'Este mes tengo cuatro proyectos y no puedo hacerlos todos bien.',
      'Necesito que me digas cuál puede esperar.',
      '¿Podemos decidirlo hoy?'
    ],
    short: {
      goals: ['demasiado trabajo', 'no llego'],
      states: ['cambian las prioridades', 'reuniones todo el día'],
      steps: ['preguntar qué va primero', 'bloquear una hora'],
      cues: ['a las 9', 'después de comer']
    },
    points: 'mi carga, el plazo de la auditoría, las vacaciones de agosto'
  },
  {
    goals: [
      'Tengo que darle feedback a un compañero que siempre entrega tarde',
      'Necesito decirle a alguien de mi equipo que su tono lastima',
      'Evito dar críticas y luego exploto'
    ],
    states: [
      'Entrega dos días tarde y yo trabajo el fin de semana',
      'Se lo dije una vez de pasada y se rió',
      'Interrumpe a los más jóvenes y dejan de hablar',
      'Me da nervios porque también somos amigos'
    ],
    steps: [
      'pedirle quince minutos y contarle qué pasa con mi fin de semana',
      'escribir un ejemplo antes de hablar con ella',
      'decirlo el mismo día y no un mes después'
    ],
    cues: ['después de la reunión del jueves', 'cuando vuelva a entregar tarde', 'antes de nuestro 1 a 1'],
    tell: 'decirle que sus retrasos me cuestan los fines de semana',
    who: 'Mi compañero Beto, por sus retrasos, bromea y cambia de tema',
    spoken: [
      'Beto, las tres últimas partes llegaron dos días tarde.',
      'Tuve que trabajar el sábado por eso.',
      'Necesito saber el miércoles si se va a retrasar.'
    ],
    short: {
      goals: ['feedback a un compañero', 'siempre llega tarde'],
      states: ['se ríe', 'otra vez dos días tarde'],
      steps: ['decírselo directo', 'escribir un ejemplo'],
      cues: ['la reunión del jueves', 'la próxima vez']
    },
    points: 'los retrasos; cómo planeamos; qué necesita de mí'
  },
  {
    goals: [
      'Me da miedo hablar en la reunión de dirección',
      'Me siento un impostor desde que entré en este equipo',
      'Quiero tener más seguridad cuando presento números'
    ],
    states: [
      'Tengo la idea y luego la dice otra persona',
      'Me late el corazón y pienso que no es lo bastante buena',
      'La última vez preparé tres puntos y no dije ninguno',
      'Todos llevan diez años en la empresa'
    ],
    steps: [
      'decir una frase en los primeros diez minutos',
      'preguntarle a María qué cree que hago bien',
      'preparar una pregunta y hacerla pase lo que pase'
    ],
    cues: ['cuando se abra el primer tema', 'antes de la reunión del martes', 'por la mañana con el café'],
    tell: 'decirle al grupo que veo un riesgo en el plan',
    who: 'Mi directora, por mi idea. Es fría y no dice nada',
    spoken: [
      'Veo un riesgo en el plan y me gustaría explicarlo.',
      'Dos clientes se fueron por esto el año pasado.',
      '¿Qué necesitarías ver para probarlo?'
    ],
    short: {
      goals: ['hablar en reuniones', 'poca seguridad'],
      states: ['me bloqueo', 'hablan otros antes'],
      steps: ['decir una frase', 'hacer una pregunta'],
      cues: ['al empezar la reunión', 'el martes']
    },
    points: 'mi idea para los nuevos, opinión sobre mi presentación'
  },
  {
    goals: [
      'Hay una conversación que vengo evitando con un colega',
      'Un compañero se lleva el mérito de mi trabajo',
      'Dos en el equipo ya no nos hablamos'
    ],
    states: [
      'Presentó mis láminas como suyas delante de todos',
      'No hemos hablado desde la discusión de marzo',
      'Me enojo en cuanto abre la boca',
      'Nuestra jefa hace como que no pasó nada'
    ],
    steps: [
      'invitarlo a un café, solo los dos',
      'contarle lo que vi y preguntarle cómo fue para él',
      'escribir qué quiero antes de hablar con él'
    ],
    cues: ['el miércoles después de la comida del equipo', 'cuando lo vea en la cocina', 'mañana por la mañana'],
    tell: 'decirle que quiero mi nombre en esas láminas',
    who: 'Con Marcos, por las láminas, se pondrá a la defensiva',
    spoken: [
      'Marcos, vi mis láminas en tu presentación sin mi nombre.',
      'Me molestó, trabajé dos semanas en ellas.',
      'Quiero que acordemos cómo lo hacemos la próxima vez.'
    ],
    short: {
      goals: ['conflicto con un colega', 'se lleva mi mérito'],
      states: ['no nos hablamos', 'usó mis láminas'],
      steps: ['invitarlo a un café', 'hablar con él'],
      cues: ['el miércoles', 'mañana por la mañana']
    },
    points: 'las láminas, cómo repartimos el mérito'
  },
  {
    goals: [
      'No logro concentrarme, me distraigo todo el día',
      'Postergo el único informe que importa',
      'Mi día son reuniones y mi trabajo empieza a las seis'
    ],
    states: [
      'Teams suena cada dos minutos y siempre miro',
      'Empiezo con los correos fáciles y ya es mediodía',
      'Ayer tuve siete reuniones y en tres no dije una palabra',
      'El informe es grande y no sé por dónde empezar'
    ],
    steps: [
      'cerrar Teams la primera hora',
      'escribir el primer párrafo antes de leer correos',
      'decir que no a la reunión de los jueves'
    ],
    cues: ['al sentarme en mi mesa', 'a las 8:30', 'cuando abra la computadora'],
    tell: 'decirle a mi equipo que de nueve a diez estoy sin conexión',
    who: 'Mi jefa, para tener menos reuniones',
    spoken: [
      'Tengo siete reuniones al día y mi trabajo empieza a las seis.',
      'Me gustaría dejar dos.',
      '¿En cuáles me necesitas?'
    ],
    short: {
      goals: ['no me concentro', 'me distraigo'],
      states: ['Teams suena', 'muchas reuniones'],
      steps: ['cerrar Teams', 'escribir un párrafo'],
      cues: ['a las 8:30', 'al sentarme']
    },
    points: 'reuniones que puedo dejar, el informe, los días en casa'
  },
  {
    goals: [
      'Me ascendieron y ahora dirijo a mis antiguos compañeros',
      'Tengo un nuevo puesto de líder y no sé por dónde empezar',
      'El lunes es mi primera semana como jefa'
    ],
    states: [
      'Hacen bromas cuando digo qué hay que hacer',
      'Sigo haciendo mis tareas de antes porque nadie las tomó',
      'Una de ellas también quería el puesto',
      'Mi jefe espera un plan para el primer mes'
    ],
    steps: [
      'preguntar a cada uno qué debería quedarse igual',
      'hablar primero con Paula, porque quería el puesto',
      'pasarle a Samuel mis pendientes esta semana'
    ],
    cues: ['en nuestro primer 1 a 1', 'cuando empiece la semana', 'después de la reunión del lunes'],
    tell: 'decirles que ahora dirijo el equipo y necesito su ayuda',
    who: 'Paula, que quería mi puesto. Se queda callada',
    spoken: [
      'Paula, sé que tú también querías este puesto.',
      'Me gustaría oír cómo lo llevas.',
      'Necesito tu experiencia en este equipo.'
    ],
    short: {
      goals: ['nuevo puesto', 'dirijo a excompañeros'],
      states: ['hacen bromas', 'sigo con lo de antes'],
      steps: ['hablar con Paula', 'preguntar a cada uno'],
      cues: ['la reunión del lunes', 'nuestro 1 a 1']
    },
    points: 'cómo lo lleva, sus proyectos, qué espera de mí'
  },
  {
    goals: [
      'Quiero pedir un aumento',
      'No sé cuál es mi siguiente paso de carrera',
      'Me gustaría cambiar de área y nadie lo sabe'
    ],
    states: [
      'Tomé dos proyectos más y gano lo mismo que en 2022',
      'Mi jefa es amable y siempre dice que después',
      'Me gusta el trabajo con clientes y odio los informes',
      'Nunca he pedido nada aquí'
    ],
    steps: [
      'escribir tres resultados con un número cada uno',
      'preguntarle a Julia cómo cambió de área',
      'decirle a mi jefa en una frase qué quiero después'
    ],
    cues: ['el viernes a las cuatro', 'antes de mi evaluación', 'cuando mi jefa me pregunte cómo va todo'],
    tell: 'decirle a mi jefa que espero un aumento este año',
    who: 'Mi jefa, por mi sueldo. Evita el tema',
    spoken: [
      'Me gustaría hablar de mi sueldo.',
      'Tomé dos proyectos y los dos salieron a tiempo.',
      '¿Podrías decirme en junio qué es posible?'
    ],
    short: {
      goals: ['un aumento', 'mi siguiente paso'],
      states: ['siempre dice después', 'gano lo mismo'],
      steps: ['escribir tres resultados', 'preguntarle a Julia'],
      cues: ['el viernes a las 4', 'antes de mi evaluación']
    },
    points: 'mis resultados, mi sueldo, qué sigue'
  }
]
