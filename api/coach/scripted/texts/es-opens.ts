import type { Catalogue, OwnEnd } from '../catalogue.ts'

export const opens: Catalogue['opens'] = {
  hello: [
    'Hola.',
    'Hola, qué bien que escribas.',
    'Buenas.',
    'Me alegra que escribas.',
    'Hola de nuevo.',
    'Aquí estoy.'
  ],
  noted: [
    'Lo dices con claridad.',
    'Sabes de qué se trata.',
    'Lo tienes a la vista.',
    'Es algo que llevas contigo.',
    'Lo ves con claridad.',
    'Ya lo has pensado.'
  ],
  hard: [
    'Te tratas con dureza en eso.',
    'Te hablas como no le hablarías a un colega.',
    'Te exiges mucho.',
    'Te juzgas rápido aquí; te importa hacerlo bien.',
    'Te lo cargas todo a ti.'
  ],
  strong: [
    'Ya tienes suficiente de esto.',
    'Esto te ha gastado la paciencia.',
    'Te enoja cómo va esto.',
    'No lo dirías tan fuerte si no te importara.',
    'Has aguantado mucho aquí.'
  ],
  unsure: [
    'Todavía no lo ves.',
    'No te viene nada enseguida; pasa.',
    'Aún no lo tienes claro.',
    'Para ti sigue abierto.',
    'No tienes la respuesta a mano, y lo dices.',
    'Necesitarías un momento para eso.'
  ],
  empty: [
    'Me sigues, entonces.',
    'Estás de acuerdo, por lo que veo.',
    'Respondes corto; puedes tomarte más espacio.',
    'Dices que sí a eso.',
    'Lo dices en breve.'
  ],
  picture: [
    'Un dibujo dice mucho; con unas palabras te entendería mejor.',
    'No sé leer bien los dibujos; dímelo en pocas palabras.',
    'Veo el dibujo; en pocas palabras lo entendería.',
    'Con los dibujos solo adivino; unas palabras, por favor.',
    'Algo hay detrás del dibujo; en pocas palabras, entonces.'
  ],
  thanks: ['De nada.', 'Con gusto.', 'Gracias a ti por pensarlo conmigo.', 'A ti.', 'Lo has pensado tú.'],
  hostile: [
    'Te molesta lo que hago, y lo dices.',
    'Por ahora esto no te está sirviendo.',
    'Esperabas otra cosa.',
    'No tienes tiempo que perder con esto.',
    'Mi pregunta no te llegó bien.'
  ],
  hostileAgain: [
    'Te sigue molestando; podemos parar cuando quieras, escribe «para».',
    'No tienes que seguir: «para» lo termina al momento.',
    'Ahora mismo sacas poco de esto; «para» siempre vale.',
    'Preferirías estar en otra cosa; escribe «para» y lo dejamos.',
    'Ya tuviste bastante de mis preguntas; «para» las termina.'
  ],
  repair: [
    'Entonces te entendí mal.',
    'Lo leí mal; gracias por decirlo.',
    'No era eso lo que querías decir, y se me escapó.',
    'Querías decir otra cosa; se me escapó.',
    'No capté lo que querías decir.'
  ],
  refuse: [
    'Eso se queda contigo.',
    'Te lo guardas, y está bien.',
    'Tú decides qué cuentas aquí.',
    'Prefieres dejar eso fuera.',
    'Eso lo dejamos donde está.'
  ],
  skills: [
    'Te ayudo a pensar una cosa hasta un plan pequeño; también ensayamos una conversación difícil o preparamos un 1 a 1.',
    'Yo pregunto, tú piensas, y sale un plan pequeño. También puedo hacer de la otra persona o preparar un 1 a 1.',
    'Sirvo para un tema a la vez: un plan, una conversación que ensayar, un 1 a 1, una frase.',
    'Trae una cosa del trabajo. Buscamos un paso, ensayamos una conversación o preparamos un 1 a 1.',
    'Escucho, te devuelvo lo que oigo y pregunto. Sales con un plan, una conversación ensayada o una agenda.'
  ],
  human: [
    'Soy un programa: mis palabras las escribieron personas y unas reglas las combinan.',
    'Aquí no hay una persona: soy un programa con palabras escritas por gente.',
    'Soy software, no una persona, y nadie lee a la vez.',
    'Hablas con un programa que sigue reglas escritas.',
    'Soy una máquina con un guion que escribieron personas.'
  ],
  privacy: [
    'Tu empresa recibe recuentos, nunca tus palabras. El chat de Teams queda también en el Teams de tu empresa; la pestaña no.',
    'A nadie de tu empresa se le muestra lo que escribes. El chat de Teams, eso sí, queda en Teams; la pestaña no.',
    'Tus palabras son solo para ti; tu empresa ve recuentos. Lo que no deba quedar en Teams, escríbelo en la pestaña.',
    'Ni jefes ni RR. HH. leen esto aquí. Lo del chat de Teams queda también en Teams; la pestaña lo evita.',
    'Solo tú ves tus palabras, tu empresa ve recuentos. La pestaña privada además las deja fuera de Teams.'
  ],
  memory: [
    'Palabras y planes se quedan para ti hasta que los borres o acabe el plazo de tu empresa; sin rastro, nada.',
    'Se guardan solo para ti, hasta que los borres o termine el plazo de tu empresa. Sin dejar rastro, nada.',
    'Tengo nuestra conversación y tus planes el tiempo que fijó tu empresa; puedes borrar ambos. Sin rastro, nada.',
    'Tus palabras y planes se quedan hasta que los borres, como mucho el plazo de tu empresa; sin rastro, no se quedan.',
    'Hasta que los borres, o acabe el plazo de tu empresa, se quedan, solo para ti. Una sesión sin rastro no guarda nada.'
  ],
  asksWhy: [
    'Pregunto para que el paso encaje con tu situación, no con la mía.',
    'Porque tú conoces tu situación y yo no.',
    'La pregunta ayuda a mirarlo una vez desde fuera.',
    'Pregunto porque tu respuesta dura más que la mía.',
    'Para planear con lo que de verdad pasa.'
  ],
  weather: [
    'El tiempo no lo veo desde aquí.',
    'No tengo ventana ni pronóstico.',
    'Para el tiempo necesitas otra fuente; solo sé lo que me cuentas.',
    'Del tiempo no sé nada.',
    'Del clima no sé; sirvo para cosas del trabajo.'
  ],
  sum: ['Da {sum}.', '{sum}.', 'Son {sum}.', 'El resultado es {sum}.', '{sum}, si cuento bien.'],
  code: [
    'No escribo código; soy un coach.',
    'El código no es lo mío.',
    'Para código no soy quien buscas.',
    'Programar no puedo.',
    'El código lo dejo a otros.'
  ],
  joke: [
    'No soy bueno entreteniendo.',
    'Los chistes y los poemas no son lo mío.',
    'No tengo chistes, solo preguntas.',
    'Para eso hace falta alguien con más gracia.',
    'Entretener no es lo que sé hacer.'
  ],
  trivia: [
    'Eso no lo sé: no busco datos, solo ayudo a pensar en el trabajo.',
    'A eso no puedo responder; solo sé lo que me cuentas.',
    'No tengo datos a mano ni los busco.',
    'Para eso un buscador es mejor que yo.',
    'Esas cosas no las sé; estoy para tu trabajo.'
  ],
  otherTopic: [
    'Con gusto, dejamos ese.',
    'De acuerdo, otro tema.',
    'Eso lo apartamos.',
    'Entonces empezamos de nuevo.',
    'Bien, otra cosa.'
  ],
  resolve: [
    'Entonces vas a {do}.',
    'Quieres {do}.',
    'Lo encontraste: {do}.',
    'Tu paso: {do}.',
    'Así que vas a {do}.',
    'Ya tienes un paso: {do}.'
  ],
  moment: ['Tienes un buen sitio para eso.', 'Encontraste un momento.'],
  score: ['Dices {n}.', 'Un {n}, dices.', 'Estás en {n}.', 'Le pones un {n}.', 'Entonces estás en un {n}.'],
  low: [
    'Estás en {n}: el paso es demasiado grande por ahora.',
    'Dices {n}, así que aún no encaja.',
    'Un {n}: tal como está, preferirías no hacerlo.',
    'Le pones un {n}; mejor saberlo ahora.',
    'Estás en {n}, y eso es sincero.'
  ],
  plan: [
    'Si {cue}, entonces {action}.',
    'Tu plan: si {cue}, entonces {action}.',
    'O sea: si {cue}, entonces {action}.',
    'Queda así: si {cue}, entonces {action}.',
    'En tus palabras: si {cue}, entonces {action}.'
  ],
  agreed: [
    'Ya tienes tu plan.',
    'Lo has decidido.',
    'Sabes cuándo.',
    'Te decidiste.',
    'Lo has hecho concreto.',
    'Lo tienes.'
  ],
  disagree: [
    'Tú lo pondrías de otra manera.',
    'Aún no lo ves así.',
    'Dices que no, bien.',
    'Lo quieres de otra forma.',
    'Todavía no te convence.'
  ],
  ideas: [
    'Dos ideas: {a}; o {b}.',
    'Una opción: {a}. Otra: {b}.',
    'Dos cosas que probar: {a}; o {b}.',
    'Podrías {a}. O podrías {b}.',
    'Quizá {a}; o si no, {b}.'
  ],
  draft: [
    'Podrías decir: «{draft}»',
    'Quizá así: «{draft}»',
    'Un borrador: «{draft}»',
    'Prueba con esto: «{draft}»',
    'Por ejemplo: «{draft}»'
  ],
  keep: [
    'Te llevas eso.',
    'Quieres conservarlo.',
    'Esa parte es tuya.',
    'Lo notaste tú.',
    'Sabes qué te llevó hasta ahí.'
  ],
  kept: ['Lo hiciste.', 'Hiciste lo que dijiste.', 'Lo cumpliste.', 'Hiciste que pasara.', 'Mantuviste tu palabra.'],
  missed: [
    'Esta vez no salió, y lo dices.',
    'No llegaste a hacerlo; le pasa a casi todo plan alguna vez.',
    'Se te escapó, y vuelves a ello.',
    'Lo planeaste y el día fue por otro lado.',
    'Todavía no salió; puedes aprender de eso.'
  ],
  practice: [
    'Bien, quieres probarlo antes de que cuente.',
    'Quieres ensayarlo primero.',
    'Te gustaría practicarlo.',
    'Quieres oírte decirlo antes.',
    'Quieres llegar con eso preparado.'
  ],
  playLeave: [
    'Ya salí del papel.',
    'Vuelvo a ser el coach.',
    'Salimos de la escena.',
    'Fin de la escena.',
    'De vuelta a nosotros.'
  ],
  oneToOne: [
    'Quieres llegar con esa conversación preparada.',
    'Quieres que esa reunión valga la pena.',
    'Te tomas en serio esa conversación.',
    'Quieres llegar con una lista.',
    'Quieres que sea algo más que charla.'
  ],
  agenda: [
    'Tu lista: {points}.',
    'Entonces tienes: {points}.',
    'Quieres hablar de: {points}.',
    'En tu agenda: {points}.',
    'Tus puntos: {points}.'
  ],
  openingDraft: [
    'Podrías abrir con: «{draft}»',
    'Quizá: «{draft}»',
    'Por ejemplo: «{draft}»',
    'Una entrada: «{draft}»',
    'Un comienzo: «{draft}»'
  ],
  askIdeas: [
    'La gente suele preguntar: «{draft}»',
    'Por ejemplo: «{draft}»',
    'Una que abre puertas: «{draft}»',
    'Quizá: «{draft}»',
    'Podrías preguntar: «{draft}»'
  ],
  unclearWhen: [
    'Tienes un día en mente; yo solo manejo unos momentos.',
    'Piensas en otro momento del que puedo fijar.',
    'Nombras un momento que no puedo poner.',
    'Lo dejas abierto.',
    'Todavía no elegiste uno.'
  ],
  task: [
    'Eso no puedo hacerlo por ti: no llego a calendarios ni correos.',
    'Hacer cosas fuera de aquí no puedo; solo conversar.',
    'No tengo manos fuera de este chat.',
    'No puedo actuar por ti; sí ayudarte a decidir.',
    'Desde aquí eso no lo puedo hacer.'
  ],
  taken: [
    'Lo tomas como está.',
    'Te gusta, entonces es tuya.',
    'Puedes decirlo así.',
    'Ya tienes tu frase.',
    'Te quedas con ella.'
  ],
  judge: [
    'Eso no lo puedo juzgar desde aquí; tú lo conoces mejor.',
    'No lo sé, y adivinar no te ayudaría.',
    'Me preguntas a mí, y tú estás más cerca que yo.',
    'Desde fuera no lo puedo saber.',
    'Es una buena pregunta, y no tengo la respuesta.'
  ],
  advice: [
    'Quieres algo con que trabajar.',
    'Pides ideas.',
    'Quieres oír qué hacen otros.',
    'Quieres opciones sobre la mesa.',
    'Buscas por dónde entrar.'
  ],
  noPermission: [
    'Prefieres encontrarlo tú.',
    'Quieres tu propio camino, bien.',
    'Sin ideas mías, entonces.',
    'Prefieres las tuyas.',
    'Lo mantienes en tus manos.'
  ],
  later: [
    'Necesitas más tiempo con eso.',
    'Lo dejas para otro día.',
    'Lo dejas reposar.',
    'No lo fuerzas.',
    'Quieres consultarlo con la almohada.'
  ],
  vents: [
    'Querías decirlo, no resolverlo; con eso basta.',
    'Necesitabas soltarlo.',
    'Has aguantado mucho, y ahora está dicho.',
    'No quieres un plan de esto, y no te hace falta.',
    'Querías que alguien lo oyera, más que un paso.'
  ],
  judged: [
    'Palabras así se te quedan dentro.',
    'Te juzgaron ahí, y duele.',
    'Oíste algo que duele, y lo dices.',
    'Llevas ese comentario contigo.',
    'Te habría gustado oír otra cosa.'
  ],
  figure: [
    'Una cifra no te la puedo dar; no conozco sueldos.',
    'No tengo datos de sueldos ni los busco.',
    'No sé cuánto ganan otras personas.',
    'No puedo juzgar una suma desde aquí.',
    'No tengo números de sueldos, solo preguntas.'
  ]
}

export const ends: Omit<Catalogue['ends'], OwnEnd> = {
  stopped: [
    [
      'De acuerdo, lo dejamos aquí.',
      'Bien, hasta aquí por ahora.',
      'Lo dejamos ahí.',
      'Entonces paramos.',
      'Paramos aquí.'
    ],
    [
      'No queda nada planeado. Escribe cuando quieras.',
      'No se planeó nada; vuelve cuando quieras.',
      'No hay ningún plan. Una línea basta para empezar otra vez.',
      'De mi parte no llegará nada. Puedes volver cuando quieras.',
      'No preguntaré por esto. Escribe cuando te apetezca.'
    ]
  ],
  settled: [
    ['Anotado.', 'Queda así.', 'Tu plan queda guardado.', 'Guardado.', 'Escrito queda.', 'Bien, queda guardado.'],
    [
      'Te pregunto una vez, {moment}.',
      'Preguntaré {moment}, una sola vez.',
      'Sabrás de mí {moment}, una vez.',
      'Vuelvo a ello {moment}.',
      'Pregunto {moment}.'
    ]
  ],
  noFollowUp: [
    [
      'Anotado, y no preguntaré.',
      'Queda guardado y no diré nada.',
      'Bien, sin preguntas de mi parte.',
      'Guardado, sin recordatorio.',
      'De acuerdo, no pregunto.'
    ],
    [
      'El plan está en tu pestaña.',
      'Encuentras el plan en tu pestaña.',
      'Lo tiene tu pestaña.',
      'Te espera en tu pestaña.',
      'Está en la pestaña, por si lo quieres.'
    ]
  ],
  closed: [
    [
      'Bien, por hoy es suficiente.',
      'Entonces lo dejamos ahí.',
      'Suficiente por ahora.',
      'Lo dejamos así.',
      'Bien, que repose.'
    ],
    [
      'Escribe cuando surja algo.',
      'Una línea basta para empezar otra vez.',
      'Vuelve cuando quieras.',
      'Aquí estoy cuando haga falta.',
      'Hasta lo próximo que te dé vueltas.'
    ]
  ],
  thanksEnd: [
    ['De nada.', 'Con gusto.', 'A ti.', 'El trabajo lo hiciste tú.', 'Gracias a ti.'],
    [
      'Escribe cuando surja algo.',
      'Una línea basta para empezar otra vez.',
      'Vuelve cuando quieras.',
      'Aquí estoy cuando haga falta.',
      'Que tengas buen día.'
    ]
  ]
}
