/** What a person takes the coach's turn to ask for; read from the words alone. */
export type Asked =
  | 'confirm'
  | 'when'
  | 'scale'
  | 'permission'
  | 'pick'
  | 'own'
  | 'fits'
  | 'cue'
  | 'who'
  | 'how'
  | 'roleBegins'
  | 'inRole'
  | 'worked'
  | 'points'
  | 'morePoints'
  | 'opening'
  | 'ask'
  | 'build'
  | 'step'
  | 'goal'
  | 'other'

const READS: readonly (readonly [Asked, RegExp])[] = [
  ['inRole', /^(?:[^(]{0,20})\((?:as|en el papel)/iu],
  [
    'roleBegins',
    /(?:“stop”|«para»).*(?:begin|sentence|go ahead|role|brings me back|empiezas|frase|adelante|escena|empezar)/isu
  ],
  ['when', /(?:tomorrow|mañana)[^?]*(?:next week|in three days|próxima semana|en tres días)[^?]*\?/isu],
  ['confirm', /(?:then i will|, entonces ).*\?/isu],
  ['scale', /(?:0 (?:to|a|al) 10|if 10 is|si 10 es)/iu],
  [
    'permission',
    /(?:may i (?:offer|put) two|would two ideas|shall i name two|hear two options|te propongo dos|te servirían dos|nombre dos cosas|oír dos opciones|pongo dos ideas)/iu
  ],
  [
    'pick',
    /(?:nearer to you,|make of that|which of them could work|speaks to you in|own version|queda más cerca, o qué|harías tú con eso|cuál de las dos podría|te dice algo de|tu propia versión)/iu
  ],
  [
    'own',
    /(?:in your own words\?|with you, concretely|with whom or with what|exactly would you do|your own step|con tus palabras\?|en tu caso, en concreto|con quién o con qué empezarías|qué harías exactamente|como paso tuyo)/iu
  ],
  [
    'fits',
    /(?:change in it\?|sound in your mouth|word is not yours|more yours\?|come close|le cambiarías|suena dicho|palabra no es tuya|más tuyo|se acerca\?)/iu
  ],
  [
    'cue',
    /(?:when would that fit|happens right before it|at which moment|which moment will|could remind you|good chance for it|right before it|which meeting would it|the morning or the afternoon|every day that it|two free minutes|would it fit|en qué momento|cuándo encajaría|justo antes|en qué momento lo|podría recordar|buena ocasión|será tu señal|qué reunión encajaría|por la mañana o por la tarde|a lo que podría seguir|minutos libres)/iu
  ],
  [
    'who',
    /(?:who shall i be|whom do you want to talk|which person shall|sits across|who is it, and|quién soy yo|con quién quieres hablar, y|a qué persona hago|quién está enfrente|quién es, y)/iu
  ],
  [
    'how',
    /(?:usually react|gets difficult\?|will they take it|reaction do you fear|expect them to answer|suele reaccionar|se pone difícil|lo tomará|reacción temes|respuesta esperas)/iu
  ],
  [
    'worked',
    /(?:what worked|did you like about|sentences would you keep|felt right|closest to what|qué funcionó|te gustó de|frase tuya conservarías|salió como querías|más cerca de lo que querías)/iu
  ],
  [
    'morePoints',
    /(?:else belongs|else would you regret|another point|what is missing|point would they|más va en la lista|más lamentarías|otro punto|qué falta|punto traería)/iu
  ],
  ['points', /(?:three points|points at most|topics matter|three at most|tres puntos|temas importan)/iu],
  [
    'opening',
    /(?:will you open|begin, in one sentence|first sentence be|both sit down|feels like you|frase vas a abrir|empezar, en una frase|será tu primera frase|están los dos sentados|suene a ti)/iu
  ],
  [
    'ask',
    /(?:question do you want to ask|like to hear from|want to ask, and|find out from them|question would show|pregunta abierta le|te gustaría oír|quieres preguntar, y|necesitas averiguar|pregunta te mostraría)/iu
  ],
  [
    'build',
    /(?:enough for today|leave it there\?|stop here\?|enough for now\?|leave it at that|basta por hoy|lo dejamos ahí\?|paramos aquí\?|suficiente por ahora\?|así está bien\?)/iu
  ],
  [
    'goal',
    /(?:end of this week|on your mind today|five minutes\?|get clearer|small change help|carrying around|one sentence\?|better by friday|moment of this week|want instead|mostly about|show up in your day|final de esta semana|traes hoy|cinco minutos valieran|ver más claro|un cambio pequeño|dándole? vueltas|dando vueltas\?|se trata, en una|el viernes fuera|momento de esta semana|tener en su lugar|tiene que ver|parte de tu día)/iu
  ],
  [
    'step',
    /(?:\btry\b|first step|fit better|put it\?|should be different|not sit right|rather do|encajaría mejor|lo dirías tú|debería ser distinto|te convence|preferirías|could you|would you (?:change|do|tell|try|take|like to have)|to whom|good start|do instead|leave your desk|could (?:wait|be without|leave)|deserves|easier|smaller|half as big|still count|will you (?:do|change)|take with you|calm version|handles this|differently|podrías|podría (?:esperar|quedar|salir)|probar|primer paso|buen comienzo|cambiarías|harías|dirías|quitarías|merece|más pequeña|más fácil|mitad|contaría|te llevas|hacer distinto|cambiarás|harás|versión tranquila)/iu
  ]
]

export const asks = (coach: string): Asked => READS.find(([, pattern]) => pattern.test(coach))?.[0] ?? 'other'
