/** Words that work without any engine, whatever state a conversation is in. Pure. */
export type Command = 'stop' | 'pause' | 'help' | 'why' | 'privately'

const COMMANDS: Readonly<Record<string, Command>> = {
  stop: 'stop',
  unsubscribe: 'stop',
  alto: 'stop',
  detener: 'stop',
  parar: 'stop',
  pause: 'pause',
  pausa: 'pause',
  help: 'help',
  ayuda: 'help',
  why: 'why',
  'why this': 'why',
  'por qué': 'why',
  'por que': 'why',
  'por qué esto': 'why',
  privately: 'privately',
  private: 'privately',
  privado: 'privately',
  'en privado': 'privately'
}

/** The whole message is the command; "I can't stop worrying" is not one. */
export function readCommand(text: string): Command | undefined {
  const plain = text
    .trim()
    .toLowerCase()
    .replaceAll(/^[/¿¡"“«]+|[.!?"”»]+$/gu, '')
    .trim()
  return Object.hasOwn(COMMANDS, plain) ? COMMANDS[plain] : undefined
}
