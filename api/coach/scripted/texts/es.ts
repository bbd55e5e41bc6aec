/** El español del coach, escrito para quien está entre dos reuniones: corto, claro, una pregunta como mucho. */
import type { Catalogue } from '../catalogue.ts'
import { asks } from './es-asks.ts'
import { ends, opens } from './es-opens.ts'
import { own, ownEnds } from './es-own.ts'
import { drafts, play } from './es-play.ts'
import { ideas, topics } from './es-topics.ts'

export const es: Catalogue = {
  asks,
  opens,
  ends: { ...ends, ...ownEnds },
  own,
  frames: {
    you: [
      '{You}.',
      'Así que {you}.',
      'Por lo que cuentas, {you}.',
      'Entiendo que {you}.',
      'O sea que {you}.',
      'Veo que {you}.',
      'Si te sigo bien, {you}.'
    ],
    said: [
      '«{Said}»: lo dices claro.',
      'Para ti es «{said}».',
      'Dices «{said}».',
      '«{Said}», en tus palabras.',
      'Lo que traes es «{said}».',
      'Le pones nombre: «{said}».',
      '«{Said}»: ves dónde está.'
    ],
    asked: [
      'Te preguntas: «{asked}»',
      'Le das vueltas a esto: «{asked}»',
      'Quieres saber: «{asked}»',
      'Tu duda: «{asked}»',
      'Te quedas con esto: «{asked}»'
    ],
    both: [
      '{One} y, a la vez, {two}.',
      'Por un lado, {one}; por otro, {two}.',
      '{One}; y aun así, {two}.',
      'Dos cosas a la vez: {one}, y {two}.',
      '{One}; al mismo tiempo, {two}.'
    ],
    two: [
      'Oigo dos cosas: {one}; y {two}.',
      '{One}. Además, {two}.',
      'Destacan dos cosas: {one}, y {two}.',
      'Entonces, {one}; y {two}.',
      'En pocas palabras: {one}; y {two}.'
    ]
  },
  topics,
  ideas,
  leads: [
    'Bien.',
    'De acuerdo.',
    'Ya veo.',
    'Gracias.',
    'Entendido.',
    'Vale la pena mirarlo.',
    'Veamos.',
    'Comprendo.'
  ],
  moments: { today: 'hoy más tarde', tomorrow: 'mañana', three_days: 'en tres días', next_week: 'la próxima semana' },
  play,
  drafts,
  openings: [
    'Gracias por el tiempo. Traigo unas cosas, y la primera es la que más me importa.',
    'Me gustaría aprovechar bien este rato. ¿Te cuento primero qué traigo?',
    'Antes de ir a la lista: ¿cómo vas con el trabajo en este momento?'
  ],
  listed: [
    'Gracias por el rato. Traigo esto: {points}.',
    'Hoy traigo: {points}. ¿Y tú?',
    'Mi lista de hoy: {points}. ¿Empiezo?'
  ],
  and: 'y',
  someMoment: 'es mañana por la mañana',
  questionsAbout: ['¿Cómo ves {point}?', '¿Qué debería saber sobre {point}?', '¿Qué te importa más en {point}?'],
  questions: [
    '¿Qué es lo más difícil para ti ahora?',
    '¿Qué debería hacer más, y qué menos?',
    '¿Qué harías en mi lugar?',
    '¿Qué no pregunté y debería saber?'
  ],
  them: 'la otra persona',
  material: {
    found: [
      'En «{title}» tu empresa dice: «{quote}»',
      'De «{title}», de tu empresa: «{quote}»',
      '«{title}», de tu empresa, trae esto: «{quote}»',
      'Tu empresa escribió en «{title}»: «{quote}»'
    ],
    none: [
      'No encuentro nada de eso en lo que tu empresa me dio para leer. Quizá lo sepa tu jefe o Recursos Humanos.',
      'Lo que tu empresa me dio para leer no responde a eso. Quizá Recursos Humanos sí.',
      'Busqué, y el material de tu empresa no trae nada de eso. Pregunta a Recursos Humanos o a tu jefe.'
    ]
  },
  meeting: {
    cue: 'empieza la reunión 1 a 1',
    say: 'digo «{line}»',
    found: 'lo digo como lo escribimos',
    ask: ' y pregunto «{line}»'
  }
}
