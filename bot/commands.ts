/** Words that work without any engine, in every language offered, whichever the person uses. Pure. */
import { readPause, type Pause } from './pause.ts'
import type { Locale } from './words.ts'

export type Command =
  | { readonly kind: 'stop' | 'resume' | 'fewer' | 'help' | 'why' | 'privately' | 'again' | 'erase' }
  | { readonly kind: 'pause'; readonly pause: Pause }
  /** A pause was meant, but not how long. */
  | { readonly kind: 'pauseHow' }

type Plain = Exclude<Command['kind'], 'pause' | 'pauseHow'>

/** Without accents, as `plain` leaves them. A language is added here, and every command with it. */
const WORDS: Readonly<Record<Locale, Readonly<Record<Plain, readonly string[]>>>> = {
  en: {
    stop: ['stop', 'unsubscribe', 'stop it', 'stop all', 'stop them all', 'stop messages', 'stop the messages'],
    resume: ['resume', 'unpause', 'start again', 'end pause', 'end the pause'],
    fewer: ['fewer', 'fewer messages', 'fewer of these', 'less often', 'less messages'],
    help: ['help', '?', 'commands', 'what can you do'],
    why: ['why', 'why this', 'why me'],
    privately: ['privately', 'private', 'in private'],
    again: ['again', 'try again', 'retry', 'once more'],
    erase: ['delete my data', 'erase my data', 'delete everything', 'erase everything', 'forget me']
  },
  es: {
    stop: ['alto', 'detener', 'parar', 'no quiero mas', 'no mas mensajes', 'darme de baja'],
    resume: ['reanudar', 'reanuda', 'quitar pausa', 'quita la pausa', 'terminar pausa', 'fin de la pausa'],
    fewer: ['menos', 'menos mensajes', 'menos a menudo'],
    help: ['ayuda', 'comandos', 'que puedes hacer'],
    why: ['por que', 'por que esto', 'por que yo'],
    privately: ['privado', 'en privado'],
    again: ['otra vez', 'de nuevo', 'reintentar', 'intentalo otra vez', 'intenta de nuevo', 'intentalo de nuevo'],
    erase: ['borra mis datos', 'borrar mis datos', 'elimina mis datos', 'eliminar mis datos', 'borra todo', 'olvidame']
  }
}
const BY_WORDS = new Map(
  Object.values(WORDS)
    .flatMap(language => Object.entries(language))
    .flatMap(([kind, all]) => all.map((words): [string, Plain] => [words, kind as Plain]))
)

const PAUSE =
  /^(?:pause|pausa|pausar|en pausa|pause messages|pause the messages|away|i(?:'m| am) away|estoy fuera)(?: (?<length>.+))?$/u

/** The whole message is the command; "I can't stop worrying" is not one. */
export function readCommand(text: string): Command | undefined {
  const words = plain(text)
  const kind = BY_WORDS.get(words)
  if (kind) return { kind }
  const paused = PAUSE.exec(words)
  return paused ? pauseIn(words, paused.groups?.['length']) : undefined
}

/** "pause until my holidays end" is a wish to pause; "pause the project meeting" is a conversation. */
function pauseIn(words: string, length = ''): Command | undefined {
  const pause = readPause(length)
  const bareAbsence = length === '' && !/^(?:pausa|pause|pausar|en pausa)/u.test(words)
  if (pause && !bareAbsence) return { kind: 'pause', pause }
  return /^(?:until|till|til|hasta)\b/u.test(length) || bareAbsence ? { kind: 'pauseHow' } : undefined
}

/** Lower case, no accents, no politeness, nothing around it. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[’‘`´]/gu, "'")
    .replaceAll(/^[\s/¿¡"“«]+|[\s.!"”»]+$/gu, '')
    .replaceAll(/^(?:please|por favor),? |,? (?:please|por favor)$/gu, '')
    .replace(/(?<=\S)\s*\?+$/u, '')
    .replaceAll(/\s+/gu, ' ')
    .trim()
