/** What working life is about, told from words and their stems; a slip of the finger does not hide it. Pure. */
import { oneSlip } from './fold.ts'

export const TOPICS = [
  'overload',
  'delegation',
  'feedback',
  'conflict',
  'focus',
  'listening',
  'confidence',
  'career',
  'role',
  'presentation',
  'manager',
  'news',
  'team'
] as const
export type Topic = (typeof TOPICS)[number]

/** Stems from the start of a word; a phrase in quotes is found anywhere. Earlier topics win a tie. */
const STEMS: Readonly<Record<Topic, string>> = {
  news: '"bad news" "difficult news" "lay off" "let him go" "let her go" "let them go" "malas noticias" dismiss redundan despid despedir despido firing laid "dar la noticia" "mala noticia" restructur reestructur',
  delegation:
    'deleg "hand over" "hand off" "do everything myself" "hago todo yo" "hacerlo todo" micromanag "lo hago todo" "todo yo" "let go of tasks" "soltar" "repartir tareas"',
  feedback:
    'feedback retroalimenta criticism criticiz critica "tell him that" "tell her that" "her tone" "his tone" "su tono" "always late" "siempre entrega tarde" appreciat reconoc praise "performance review" "evaluacion de"',
  listening: 'listen interrupt escuch interrump "talk too much" "hablo demasiado" "hablo mucho"',
  conflict:
    'conflict argu fight tension disagree "hard conversation" "difficult conversation" "difficult talk" "conversation i keep" "keep avoiding" discus pele enfrent desacuerdo choque "conversacion dificil" "conversacion que" "mal ambiente" "interrupts me" "interrupt me" "interrupting me" "me interrumpe" "me interrumpen" "blames" "blaming" "blamed" rude confront bully bullie bullying mock "makes jokes" grita grito burl credit "gets the credit" merito',
  overload:
    'overload overwhelm workload "too much" "too many" plate busy deadline overtime burn exhaust drown stress "say no" "saying no" "work until" "not finish" "hasta las" "no termino" sobrecarg agobi abrum "demasiado" "demasiadas" "demasiados" plazo "no llego" "no doy abasto" "decir que no" saturad agotad estres "carga de trabajo" "horas extra"',
  focus:
    'focus concentrat distract procrastinat "time management" priorit interruption "context switch" email emails inbox meetings slack concentr distra procrastin "gestion del tiempo" enfoc organizar correos reuniones aplaz posterg foco tiempo notificaciones',
  confidence:
    '"speak up" "speaking up" "speak in" "speaking in" "hablar en reuniones" "hablar en la" "self confidence" confiden impostor imposter insecur doubt nervous shy "not good enough" afraid insegur seguridad confianza sindrome timid miedo duda verguenza nervios "levantar la mano" opinar',
  presentation:
    '"presentation" "presentacion" present speech "public speaking" slides pitch audience presentac exponer exposic diapositiv "hablar en publico" "town hall"',
  career:
    'career promot raise salary "next step" "career step" "another department" "change departments" "cambiar de area" "otra area" "siguiente paso" "new job" "change jobs" growth ascenso ascend carrera sueldo salario aumento crecer "cambiar de trabajo" "otro trabajo" "que quiero hacer"',
  role: '"new role" "new team lead" "first time manager" "new manager" "became" "just been promoted" "was promoted" "new position" "first weeks" "nuevo puesto" "nuevo rol" "nueva posicion" "me ascendieron" "me han ascendido" "soy nuev" "nuevo equipo" "primer equipo"',
  manager: 'boss manager supervisor jefe jefa jefes jefatura superior director directora',
  team: 'team colleague coworker peer report motivat equipo colega compan colaborador motiv gente'
}

const ORDER = Object.keys(STEMS) as readonly Topic[]
const PARSED = ORDER.map(topic => ({
  topic,
  stems: STEMS[topic]
    .replaceAll(/"[^"]*"/gu, ' ')
    .split(' ')
    .filter(Boolean),
  phrases: [...STEMS[topic].matchAll(/"(?<phrase>[^"]*)"/gu)].map(found => found.groups?.['phrase'] ?? '')
}))

const SLIP_FROM = 7

export function topicOf(plain: string): Topic | undefined {
  const words = plain.match(/[\p{L}']+/gu) ?? []
  const scored = PARSED.map(({ topic, stems, phrases }) => ({
    topic,
    points:
      2 * phrases.filter(phrase => plain.includes(phrase)).length +
      stems.filter(stem => words.some(word => word.startsWith(stem) || nearly(word, stem))).length -
      (topic === 'manager' || topic === 'team' ? 0.5 : 0)
  }))
  const best = scored.reduce((top, each) => (each.points > top.points ? each : top))
  return best.points > 0 ? best.topic : undefined
}

const nearly = (word: string, stem: string): boolean =>
  stem.length >= SLIP_FROM && word.length >= stem.length && oneSlip(word.slice(0, stem.length), stem)
