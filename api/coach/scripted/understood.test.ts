import { expect, test } from 'vitest'
import { freshSession, respond, type Reply, type Session } from './scripted.ts'

type Locale = 'en' | 'es'

function talk(locale: Locale, ...texts: readonly string[]): Reply & { readonly all: readonly string[] } {
  const all: string[] = []
  let reply: Reply = { text: '', session: freshSession, plan: undefined }
  for (const text of texts) {
    reply = respond(reply.session, text, locale, ['en', 'es'])
    all.push(reply.text)
  }
  return { ...reply, all }
}
const phaseAfter = (locale: Locale, ...texts: readonly string[]): Session['phase'] =>
  talk(locale, ...texts).session.phase

test.each([
  ['en', ['everything is too much', 'I just wanted to vent'], 'thanks for listening'],
  ['es', ['estoy harta de todo', 'no quiero un plan, solo quería desahogarme'], 'gracias']
] as const)('whoever only wanted to say it is asked for no plan: %s', (locale, said, thanks) => {
  expect(phaseAfter(locale, ...said)).toBe('build')
  expect(talk(locale, ...said, thanks).session.step).toBe('rest')
})

test.each([
  ['en', 'leave me alone'],
  ['en', 'I have to go now'],
  ['es', 'déjame en paz'],
  ['es', 'me tengo que ir']
] as const)('whoever wants to go is let go at once: %s, %s', (locale, said) => {
  expect(talk(locale, locale === 'en' ? 'I want to delegate' : 'Quiero delegar', said).session.step).toBe('rest')
})

test.each(['en', 'es'] as const)('three times “ok” ends it, and “ok” is never quoted: %s', locale => {
  const { all, session } = talk(locale, 'ok', 'ok', 'ok')
  expect(session.step).toBe('rest')
  expect(all.join(' ')).not.toMatch(/[“«]ok[”»]/u)
})

test.each([
  ['en', 'actually, that is not my real problem. My colleague Ben mocks the intern', /Ben mocks the intern/u],
  ['es', 'en realidad mi problema es otro: mi compañero me grita', /tu compañero te grita/iu]
] as const)('what somebody says is the real matter is the matter from then on: %s', (locale, said, heard) => {
  const { text, session } = talk(locale, locale === 'en' ? 'I want to delegate' : 'Quiero delegar', said)
  expect(text).toMatch(heard)
  expect(session).toMatchObject({ phase: 'reality', topic: 'conflict' })
})

test.each([
  ['en', 'what salary should I ask for?', /salaries|pay|earn|amount/u],
  ['en', 'How much does a product manager earn in Berlin?', /salaries|pay|earn|amount/u],
  ['es', '¿cuánto debería pedir de sueldo?', /sueldo|ganan|suma/u]
] as const)('a figure for a salary is not made up: %s, %s', (locale, said, answer) => {
  const { text, session } = talk(locale, said)
  expect(text).toMatch(answer)
  expect(session.topic).toBe('career')
})

test('a question is said back as one, with its mark', () => {
  expect(talk('en', 'Why does nobody listen to me in meetings?').text).toMatch(
    /“Why does nobody listen to me in meetings\?”/u
  )
  expect(talk('es', '¿Por qué nadie me escucha?').text).toMatch(/«¿Por qué nadie me escucha\?»/u)
})

test.each([
  ['en', 'how do I tell my manager that he interrupts me all the time?', 'you interrupt me all the time'],
  [
    'en',
    'I need to tell him that his delays cost me my weekends. How do I say that?',
    'your delays cost me my weekends'
  ],
  ['es', '¿cómo le digo a mi jefe que me interrumpe todo el tiempo?', 'me interrumpes todo el tiempo'],
  [
    'es',
    'Tengo que decirle que sus retrasos me cuestan los fines de semana. ¿Cómo lo digo?',
    'tus retrasos me cuestan'
  ],
  ['es', 'Tengo que decirle a mi equipo que estoy sin conexión. ¿Cómo lo digo?', 'estoy sin conexión'],
  ['es', 'no sé cómo decirle a mi equipo que no llegamos', 'no llegamos']
] as const)('a draft speaks to the one who is to hear it: %s, %s', (locale, said, line) => {
  expect(talk(locale, said).text.toLowerCase()).toContain(line)
})

test.each([
  ['en', 'how do I tell my boss that I can’t take on more?', 'nicer please', 'How do I say that to them?'],
  ['es', '¿cómo le digo a mi jefa que no puedo más?', 'suena muy frío', '¿Cómo se lo digo?']
] as const)('another draft is another sentence about the same thing: %s', (locale, said, ...again) => {
  const drafts = talk(locale, said, ...again).all.map(text => /[“«](?<draft>.+)[”»]/u.exec(text)?.groups?.['draft'])
  expect(new Set(drafts).size).toBe(3)
  for (const draft of drafts) expect(draft).toMatch(/can’t take on more|no puedo más/iu)
})

test.each([
  ['en', ['I want to delegate', 'I do it all myself because I am faster', 'ask Ana for the report', 'no idea', 'hm']],
  ['es', ['Quiero delegar', 'Lo hago todo yo porque es más rápido', 'pedirle el informe a Ana', 'ni idea', 'no sé']]
] as const)('for whom no moment comes to mind, one is put forward, and may be refused: %s', (locale, said) => {
  const { text, session } = talk(locale, ...said)
  expect(text).toMatch(/tomorrow morning|mañana por la mañana/u)
  expect(session.phase).toBe('confirm')
  expect(respond(session, 'no', locale, ['en', 'es']).session.phase).toBe('reopen')
})

const LATE = [
  'hello',
  'I want to delegate',
  'I do it all myself because I am faster',
  'I am the only one who knows it',
  'I don’t know',
  'yes',
  'ask Ana for the report',
  'after lunch'
]

test('late in a dialogue the plan and the moment to ask share a turn, and the plan can still be changed', () => {
  const { text, session } = talk('en', ...LATE)
  expect(text).toMatch(/then I will ask Ana for the report\. .*tomorrow/u)
  expect(session.step).toBe('when')
  const answer = (said: string): Reply => respond(session, said, 'en', ['en', 'es'])
  expect(answer('in three days').plan).toEqual({
    cue: 'it is after lunch',
    action: 'ask Ana for the report',
    when: 'three_days'
  })
  expect(answer('don’t ask').plan).toMatchObject({ when: 'never' })
  expect(answer('no, rather before stand-up').session.cue).toBe('it is before stand-up')
  expect(answer('no').session.phase).toBe('reopen')
  expect(answer('yes').plan).toBeUndefined()
  expect(answer('sí').session.phase).toBe('when')
})

test.each([
  ['en', 'I could ask Ana after lunch', 'it is after lunch', 'ask Ana'],
  ['en', 'talk to him on Friday', 'it is Friday', 'talk to him'],
  ['es', 'hablarlo con ella mañana después de comer', 'es mañana después de comer', 'hablarlo con ella']
] as const)('whoever says when is not asked when: %s, %s', (locale, said, cue, action) => {
  const before = locale === 'en' ? ['I want to delegate', 'I do it all'] : ['Quiero delegar', 'hago todo yo']
  expect(talk(locale, ...before, said).session).toMatchObject({ phase: 'confirm', cue, action })
})

test.each([
  ['en', 'I could talk to her but I am afraid she will get angry', 'talk to her'],
  ['es', 'hablar con ella pero me da miedo', 'hablar con ella']
] as const)('a fear is no part of the step: %s', (locale, said, action) => {
  const before = locale === 'en' ? ['I want to delegate', 'I do it all'] : ['Quiero delegar', 'hago todo yo']
  expect(talk(locale, ...before, said).session.action).toBe(action)
})

test('another step in place of a moment is taken as the step', () => {
  const { session } = talk('en', 'I want to be heard', 'I get quiet', 'write my point down', 'say it first')
  expect(session).toMatchObject({ phase: 'cue', action: 'say it first' })
})

test.each([
  ['al sentarme en mi mesa', 'me siento en mi mesa'],
  ['al empezar la reunión', 'empieza la reunión'],
  ['cuando alguien me pregunte qué hacer', 'alguien me pregunta qué hacer'],
  ['cuando mi jefa me pregunte cómo va todo', 'mi jefa me pregunta cómo va todo'],
  ['cuando termine de cenar', 'termino de cenar'],
  ['la próxima vez que me interrumpa', 'me interrumpe la próxima vez']
])('a Spanish moment reads well after «si»: %s', (said, cue) => {
  expect(talk('es', 'Quiero delegar', 'hago todo yo', 'pedir ayuda a Luis', said).session.cue).toBe(cue)
})

test('an English moment reads well after “if”', () => {
  const plan = ['I want to be heard', 'I get quiet', 'write my point down', 'next time he does it']
  expect(talk('en', ...plan).session.cue).toBe('he does it next time')
})

test.each([
  ['A esa hora hay silencio y nadie me necesita', /hay silencio y nadie te necesita/u],
  ['Quiero soltar trabajo y no perder el control', /quieres soltar trabajo/iu],
  ['nadie me pregunta mi opinión y decide Pablo', /te pregunta tu opinión y decide Pablo/u],
  ['quiero pedir 45.000 euros', /quieres pedir 45\.000 euros/iu],
  ['mis compañeras ganan más que yo', /tus compañeras ganan más que tú/iu],
  ['les pediré cinco minutos a todos', /les pedirás cinco minutos a todos/iu]
])('a Spanish clause is turned without harm: %s', (said, turned) => {
  expect(talk('es', 'Necesito más foco', said).text).toMatch(turned)
})

test.each([
  ['en', 'no meetings on Friday morning'],
  ['es', 'no contestar correos de noche']
] as const)('a step that begins with “no” is no refusal: %s', (locale, said) => {
  const before = locale === 'en' ? ['I need more focus', 'I sit in calls'] : ['Necesito foco', 'no paro nunca']
  expect(talk(locale, ...before, said).session.action).not.toBe('')
})

test.each([
  ['en', 'prepare my one-to-one', 'my promotion, her workload', 'I don’t know', /my promotion and your workload/u],
  ['es', 'preparar mi 1 a 1', 'mi ascenso, sus proyectos', 'no sé', /mi ascenso y tus proyectos/u]
] as const)('a one-to-one opens with the person’s own points: %s', (locale, opens, points, unsure, line) => {
  const draft = talk(locale, opens, points, unsure)
  expect(draft.text).toMatch(line)
  const { text, session } = talk(locale, opens, points, unsure, locale === 'en' ? 'great' : 'genial', unsure)
  const question = /[“«](?<asked>[^”»]+)[”»]/u.exec(text)?.groups?.['asked'] ?? ''
  expect(question).toMatch(/promotion|ascenso/u)
  expect(respond(session, locale === 'en' ? 'great' : 'genial', locale, ['en', 'es']).session.action).toContain(
    question
  )
})

test.each([
  ['en', 'my boss is toxic', /“my boss is toxic”/iu],
  ['es', 'mi jefe es tóxico', /«mi jefe es tóxico»/iu]
] as const)('a verdict about somebody stays the person’s own: %s', (locale, said, quoted) => {
  expect(talk(locale, said).text).toMatch(quoted)
})

test.each([
  ['en', ['prepare my one-to-one', 'my pay, my talk', 'Hi Sam, thanks for your time', 'What should I ask?']],
  ['es', ['preparar mi 1 a 1', 'mi sueldo, mi charla', 'Hola Samuel, gracias por el rato', '¿qué le pregunto?']]
] as const)('“what should I ask?” gets a question to ask: %s', (locale, said) => {
  expect(talk(locale, ...said).session).toMatchObject({ phase: 'oneAsk', offered: [expect.stringMatching(/\?$/u)] })
})

test('thanks in the middle of it offers to stop; “ok” stops, “yes” goes on with the same matter', () => {
  const { session } = talk('en', 'I need to ask for leave', 'I am afraid of what my boss thinks', 'thanks')
  expect(session.phase).toBe('build')
  expect(respond(session, 'ok', 'en', ['en', 'es']).session.step).toBe('rest')
  expect(respond(session, 'yes', 'en', ['en', 'es']).session.phase).toBe('options')
})

test('“how can I” in the middle of it is asked for ideas, and gets them', () => {
  expect(phaseAfter('es', 'Quiero delegar', '¿Cómo puedo soltar trabajo sin perder el control?')).toBe('pick')
})

test('what a boss said about somebody is not taken for what they say of themselves', () => {
  const { text } = talk('es', 'todo me sale mal', 'mi jefe me dijo que soy lenta')
  expect(text).not.toMatch(/lenta|exiges|dureza/u)
  expect(text).toMatch(/\?$/u)
})
