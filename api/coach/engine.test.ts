import { expect, test } from 'vitest'
import { freshSession, respond, type Reply, type Session } from './engine.ts'

function talk(locale: 'en' | 'es', ...texts: readonly string[]): Reply {
  let session: Session = freshSession
  let reply: Reply | undefined
  for (const text of texts) {
    reply = respond(session, text, locale)
    session = reply.session
  }
  if (!reply) throw new Error('nobody said anything')
  return reply
}

test('six short answers become an if-then plan in the person’s own words, with a moment to ask', () => {
  const reply = talk(
    'en',
    'hi',
    'I want to listen more',
    'I interrupt people in stand-up',
    'count to two before I speak',
    'stand-up starts',
    'yes',
    'tomorrow'
  )
  expect(reply.plan).toEqual({ cue: 'stand-up starts', action: 'count to two before I speak', when: 'tomorrow' })
  expect(reply.session).toEqual(freshSession)
})

test('a ready plan is confirmed at once, in Spanish too', () => {
  expect(talk('es', 'Si termina la reunión diaria, entonces escribo el primer párrafo.').text).toContain('¿Es así?')
  expect(
    talk('es', 'Si termina la reunión diaria, entonces escribo el primer párrafo', 'sí', 'la próxima semana').plan
  ).toEqual({
    cue: 'termina la reunión diaria',
    action: 'escribo el primer párrafo',
    when: 'next_week'
  })
})

test('stop ends the dialogue at any turn and leaves no plan', () => {
  const reply = talk('en', 'I feel stuck', 'too many meetings', 'Stop here.')
  expect(reply).toMatchObject({ plan: undefined, session: freshSession })
})

test('a coach’s turn stays short and asks one question at most', () => {
  const answers = [
    'hola',
    'Quiero delegar más',
    'hago todo yo',
    'pedir una cosa a Luis',
    'empieza la reunión',
    'sí',
    'mañana'
  ]
  let session: Session = freshSession
  for (const text of answers) {
    const reply = respond(session, text, 'es')
    expect(reply.text.split(/\s+/u).length).toBeLessThanOrEqual(40)
    expect(reply.text.match(/¿/gu)?.length ?? 0).toBeLessThanOrEqual(1)
    session = reply.session
  }
})
