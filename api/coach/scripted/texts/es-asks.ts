import type { Catalogue } from '../catalogue.ts'

export const asks: Catalogue['asks'] = {
  goal: [
    '¿Qué te gustaría que fuera un poco distinto al final de esta semana?',
    '¿Qué traes hoy?',
    '¿Qué haría que estos cinco minutos valieran la pena?',
    '¿Qué te gustaría ver más claro?',
    '¿Dónde te ayudaría más un cambio pequeño?',
    '¿A qué le vienes dando vueltas?'
  ],
  goalMore: [
    '¿De qué se trata, en una frase?',
    'Si el viernes fuera mejor, ¿en qué lo notarías primero?',
    '¿Qué momento de esta semana te viene a la cabeza?',
    '¿Qué te gustaría tener en su lugar?',
    '¿Con quién o con qué tiene que ver, sobre todo?',
    '¿En qué parte de tu día se nota?'
  ],
  reality: [
    '¿Qué pasa ahora con eso?',
    '¿Cómo es un día normal?',
    '¿Cuándo pasó por última vez?',
    '¿Qué has probado hasta ahora?',
    '¿Qué lo hace difícil?',
    '¿Qué te está costando?',
    '¿Qué mejoraría si esto cambiara?'
  ],
  more: [
    '¿Qué pasó la última vez?',
    '¿Me das un ejemplo?',
    '¿Qué es lo más difícil de eso?',
    '¿Qué parte está en tus manos?',
    '¿Qué piensas en ese momento?',
    '¿Cómo sueles reaccionar?'
  ],
  options: [
    '¿Qué cosa pequeña podrías probar?',
    '¿Qué primer paso es casi imposible de fallar?',
    '¿Qué te ha funcionado antes, aunque fuera un poco?',
    '¿Qué podrías hacer esta semana?',
    '¿Cuál sería un buen comienzo?',
    '¿Qué cambiarías primero?'
  ],
  friend: [
    '¿Qué le dirías a un amigo que probara?',
    '¿Quién lo lleva bien, y qué hace?',
    '¿Cuándo fue más fácil, y qué había de distinto?',
    '¿Qué probarías si no pudiera salir mal?',
    '¿Qué haría primero tu versión tranquila?',
    '¿Qué sería lo mínimo que ya contaría?'
  ],
  scale: [
    'De 0 a 10, ¿qué tan probable es?',
    'Del 0 al 10, ¿cuánta seguridad tienes?',
    'En una escala de 0 a 10, ¿dónde estás?',
    'Si 10 es «seguro», ¿en qué número estás, de 0 a 10?',
    '¿Qué número, de 0 a 10, le pones?'
  ],
  why: [
    '¿Por qué un {n} y no menos?',
    '¿Qué hace que sea un {n} y no dos puntos menos?',
    '¿Qué habla a favor, para que digas {n}?',
    '¿Qué hay ya en ese {n}?',
    '¿Qué evita que sea menos de {n}?'
  ],
  smaller: [
    '¿Cómo sería una versión más pequeña?',
    '¿Qué lo haría un punto más fácil?',
    '¿Qué parte harías sin pensarlo dos veces?',
    '¿Cómo podría ser la mitad de grande?',
    '¿Qué tendría que cambiar para que te apetezca?'
  ],
  cue: [
    '¿Cuándo encajaría: tras la reunión diaria?',
    '¿Cuándo encajaría?',
    '¿En qué momento lo harás?',
    '¿Qué te lo podría recordar: un lugar, una hora?',
    '¿Cuándo es la próxima buena ocasión?',
    '¿Qué momento será tu señal?'
  ],
  cueMore: [
    '¿Qué día, y qué pasa justo antes?',
    '¿Antes o después de qué reunión encajaría?',
    '¿Por la mañana o por la tarde, y después de qué?',
    '¿Qué haces todos los días a lo que podría seguir?',
    '¿Cuándo tendrás dos minutos libres?'
  ],
  confirm: [
    '¿Es así?',
    '¿Lo dice bien?',
    '¿Es este el plan?',
    '¿Lo dejamos así?',
    '¿Lo firmarías?',
    '¿Encaja tal como está?'
  ],
  reopen: [
    '¿Qué encajaría mejor?',
    '¿Cómo lo dirías tú?',
    '¿Qué debería ser distinto, el momento o el paso?',
    '¿Qué parte no te convence?',
    '¿Qué preferirías hacer?'
  ],
  when: [
    '¿Pregunto mañana, en tres días, nunca?',
    '¿Cuándo te pregunto: mañana, en tres días, la próxima semana?',
    '¿Lo miramos mañana o en tres días?',
    '¿Pregunto mañana, en tres días, la próxima semana?',
    '¿Te pregunto hoy, mañana, en tres días?'
  ],
  whenAgain: [
    '¿Qué queda más cerca: mañana, en tres días, la próxima semana?',
    'Entonces, ¿mañana, en tres días o la próxima semana?',
    '¿Mañana, en tres días, la próxima semana, o no pregunto?',
    'De estos, ¿cuál: hoy, mañana, en tres días, la próxima semana?',
    '¿Mejor mañana, en tres días o la próxima semana?'
  ],
  whenPlan: [
    'Si encaja: ¿pregunto mañana, en tres días, la próxima semana?',
    'Si es así, ¿cuándo te pregunto: mañana, en tres días, la próxima semana?',
    'Si queda así: ¿te pregunto mañana, en tres días, nunca?',
    'Cámbialo, o dime: ¿pregunto mañana, en tres días, la próxima semana?',
    'Si te sirve: ¿pregunto hoy, mañana, en tres días?'
  ],
  repair: [
    '¿Qué se me escapó?',
    '¿Cómo es, con tus palabras?',
    '¿Qué es lo que más importa?',
    '¿Qué debí haber oído?',
    '¿Cómo es en realidad?'
  ],
  permission: [
    '¿Te propongo dos ideas de otras personas?',
    '¿Te servirían dos ideas de otros?',
    '¿Quieres que nombre dos cosas que la gente prueba?',
    '¿Quieres oír dos opciones?',
    '¿Pongo dos ideas sobre la mesa?'
  ],
  pick: [
    '¿Cuál te queda más cerca, o qué cambiarías?',
    '¿Qué harías tú con eso?',
    '¿Cuál de las dos podría funcionar contigo?',
    '¿Qué te dice algo de esto?',
    '¿Cómo sería tu propia versión?'
  ],
  own: [
    '¿Cómo dirías ese paso con tus palabras?',
    '¿Qué sería eso en tu caso, en concreto?',
    '¿Con quién o con qué empezarías?',
    '¿Qué harías exactamente?',
    '¿Cómo sonaría como paso tuyo?'
  ],
  use: [
    '¿Qué harías exactamente con ella?',
    '¿Con quién o con qué empezarías?',
    '¿Qué harías exactamente después?',
    'Con esa frase, ¿qué harías exactamente?',
    '¿Qué harías exactamente, y con quién?'
  ],
  helped: [
    '¿Qué te ayudó a hacerlo?',
    '¿Qué hiciste para que saliera?',
    '¿Qué te sorprendió?',
    '¿Qué conservarías para la próxima vez?',
    '¿Qué cambió con eso?'
  ],
  build: [
    '¿Quieres seguir por ahí, o basta por hoy?',
    '¿Damos un paso más, o lo dejamos ahí?',
    '¿Hay un siguiente paso, o paramos aquí?',
    '¿Lo llevamos más lejos, o es suficiente por ahora?',
    '¿Quieres planear algo más, o así está bien?'
  ],
  gotInWay: [
    '¿Qué se interpuso?',
    '¿Qué pasó en su lugar?',
    '¿Qué estaba pasando en ese momento?',
    '¿Qué lo hizo más difícil de lo que parecía?',
    '¿En qué punto se quedó?'
  ],
  which: [
    '¿Cuál quieres mirar primero?',
    '¿Por dónde quieres empezar?',
    '¿Cuál cambiaría más para ti?',
    '¿Qué es lo que más importa de eso?',
    '¿Qué parte está más en tus manos?'
  ],
  playWho: [
    '¿Quién soy yo, y de qué se trata?',
    '¿Con quién quieres hablar, y de qué?',
    '¿A qué persona hago, y qué necesitas decirle?',
    '¿Quién está enfrente, y cuál es el asunto?',
    '¿Quién es, y qué quieres que entienda?'
  ],
  playHow: [
    '¿Cómo suele reaccionar: a la defensiva, con evasivas, con enojo, en silencio?',
    '¿Qué hace cuando la cosa se pone difícil?',
    '¿Cómo crees que lo tomará?',
    '¿Qué reacción temes más?',
    '¿Qué respuesta esperas?'
  ],
  playStart: [
    'Ya estoy en el papel; con «para» se termina. Empiezas tú.',
    'Te sigo desde aquí; escribe «para» cuando tengas suficiente. Tu primera frase, por favor.',
    'Desde ahora respondo en el papel, hasta que escribas «para». Adelante.',
    'Tomo el papel; «para» me trae de vuelta. Tú decides cómo empezar.',
    'Dilo como lo dirías allí. «Para» termina la escena.'
  ],
  playOut: [
    '¿Qué funcionó en tu forma de decirlo?',
    '¿Qué te gustó de lo que dijiste?',
    '¿Qué frase tuya conservarías?',
    '¿Qué te salió como querías?',
    '¿Dónde estuviste más cerca de lo que querías decir?'
  ],
  playNext: [
    '¿Qué harás o dirás cuando sea de verdad?',
    '¿Qué frase te llevas?',
    '¿Qué cambiarás cuando cuente?',
    '¿Cuál es tu primer paso hacia la conversación real?',
    '¿Qué quieres hacer distinto allí?'
  ],
  onePoints: [
    '¿Qué tres puntos no pueden faltar?',
    '¿De qué hay que hablar, tres puntos como mucho?',
    '¿Cuáles son tus tres puntos, en pocas palabras?',
    '¿Qué quieres haber dicho cuando salgas? Hasta tres puntos.',
    '¿Qué temas importan más, tres como mucho?'
  ],
  oneMore: [
    '¿Qué más va en la lista?',
    '¿Qué más lamentarías no haber dicho?',
    '¿Hay otro punto, o es todo?',
    '¿Qué falta, si falta algo?',
    '¿Qué punto traería la otra persona?'
  ],
  oneOpening: [
    '¿Con qué frase vas a abrir?',
    '¿Cómo quieres empezar, en una frase?',
    '¿Cuál será tu primera frase?',
    '¿Qué dices cuando ya están los dos sentados?',
    '¿Cómo empezarías para que suene a ti?'
  ],
  oneAsk: [
    '¿Qué pregunta abierta le quieres hacer?',
    '¿Qué te gustaría oír de esa persona?',
    '¿Qué quieres preguntar, y después solo escuchar?',
    '¿Qué necesitas averiguar?',
    '¿Qué pregunta te mostraría cómo lo ve?'
  ],
  fitsYou: [
    '¿Qué le cambiarías?',
    '¿Cómo suena dicho por ti?',
    '¿Qué palabra no es tuya?',
    '¿Qué lo haría más tuyo?',
    '¿Se acerca?'
  ]
}
