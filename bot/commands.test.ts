import { expect, test } from 'vitest'
import { readCommand } from './commands.ts'
import { endOfPause } from './pause.ts'

/** A Tuesday, 23:30 in Mexico City, already Wednesday in UTC. */
const NOW = new Date('2026-11-25T05:30:00Z')
const ZONE = 'America/Mexico_City'

const until = (text: string): string | undefined => {
  const command = readCommand(text)
  if (command?.kind !== 'pause' || command.pause.kind === 'usual') return command?.kind
  return endOfPause(command.pause, NOW, ZONE)?.toLocaleString('sv-SE', { timeZone: ZONE }) ?? 'no such day'
}

test.each([
  ['pause two weeks', '2026-12-08 00:00:00'],
  ['Pause for 10 days, please', '2026-12-04 00:00:00'],
  ['pause a month', '2026-12-24 00:00:00'],
  ['pause this week', '2026-11-30 00:00:00'],
  ['pause until Monday', '2026-11-30 00:00:00'],
  ['pause until Tuesday', '2026-12-01 00:00:00'],
  ['pause until next month', '2026-12-01 00:00:00'],
  ['pause until tomorrow', '2026-11-25 00:00:00'],
  ['pause until 8 December', '2026-12-08 00:00:00'],
  ['pause until December 8th', '2026-12-08 00:00:00'],
  ['pause until March 1', '2027-03-01 00:00:00'],
  ['pause until 2027-01-11', '2027-01-11 00:00:00'],
  ['I’m away until Friday', '2026-11-27 00:00:00'],
  ['pausa dos semanas', '2026-12-08 00:00:00'],
  ['Pausa de 3 días', '2026-11-27 00:00:00'],
  ['¡Pausa hasta el próximo lunes!', '2026-11-30 00:00:00'],
  ['pausa hasta el miércoles', '2026-11-25 00:00:00'],
  ['por favor, pausa hasta el 8 de diciembre de 2026', '2026-12-08 00:00:00'],
  ['pausa hasta mañana', '2026-11-25 00:00:00'],
  ['estoy fuera hasta el viernes', '2026-11-27 00:00:00']
])('“%s” ends at %s on the person’s own clock', (text, end) => expect(until(text)).toBe(end))

test('a pause without a length is the usual one; one that names no day is asked about, one that no calendar has is none', () => {
  expect(readCommand('Pausa.')).toEqual({ kind: 'pause', pause: { kind: 'usual' } })
  expect(readCommand('pause until my holidays end')).toEqual({ kind: 'pauseHow' })
  expect(readCommand('estoy fuera')).toEqual({ kind: 'pauseHow' })
  expect(until('pause until February 30')).toBe('no such day')
  expect(until('pause until 2020-01-01')).toBe('no such day')
})

test.each([
  ['STOP!', 'stop'],
  ['¿Por qué?', 'why'],
  ['/help', 'help'],
  ['?', 'help'],
  ['Borra mis datos, por favor', 'erase'],
  ['delete my data', 'erase'],
  ['Menos mensajes', 'fewer'],
  ['resume', 'resume'],
  ['Inténtalo otra vez', 'again'],
  ['En privado', 'privately']
])('“%s” means %s', (text, kind) => expect(readCommand(text)).toEqual({ kind }))

test.each([
  'I can’t stop worrying',
  'why do people leave my team?',
  'pause the project meeting',
  'delete my calendar entry',
  'menos reuniones',
  'ayúdame con mi jefe',
  ''
])('“%s” is a conversation, not a command', text => expect(readCommand(text)).toBeUndefined())
