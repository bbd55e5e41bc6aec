import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { EnginePart } from '../port.ts'
import { freshSession, respond, scriptedEngine, sessionSchema, type Reply, type Session } from './scripted.ts'

type Locale = 'en' | 'es'
const BOTH: readonly Locale[] = ['en', 'es']

function talk(
  locale: Locale,
  ...texts: readonly string[]
): { readonly replies: readonly Reply[]; readonly last: Reply } {
  const replies: Reply[] = []
  let session: Session = freshSession
  for (const text of texts) {
    const reply = respond(session, text, locale, BOTH)
    replies.push(reply)
    session = reply.session
  }
  const last = replies.at(-1)
  if (!last) throw new Error('nobody said anything')
  return { replies, last }
}
const saidTo = (locale: Locale, ...texts: readonly string[]): string => talk(locale, ...texts).last.text
const wordsIn = (text: string): number => text.split(/\s+/u).length

test('six short answers become an if-then plan in the person’s own words, with a moment to ask', () => {
  const { replies, last } = talk(
    'en',
    'I want to listen more',
    'I interrupt people in stand-up',
    'count to two before I speak',
    'stand-up starts',
    'yes',
    'tomorrow'
  )
  expect(last.plan).toEqual({ cue: 'stand-up starts', action: 'count to two before I speak', when: 'tomorrow' })
  expect(last.session.step).toBe('rest')
  expect(replies.map(({ session }) => session.step)).toEqual(['reality', 'options', 'cue', 'confirm', 'when', 'rest'])
  expect(replies[0]?.text).toMatch(/you want to listen more/iu)
  expect(replies[1]?.text).toMatch(/you interrupt people in stand-up/iu)
  expect(replies[2]?.text).toMatch(/count to two before you speak/iu)
})

test('the same in Spanish: «hago todo yo» comes back as «haces todo tú»', () => {
  const { replies, last } = talk(
    'es',
    'Quiero delegar más',
    'hago todo yo',
    'pedir una cosa a Luis',
    'empieza la reunión diaria',
    'sí',
    'mañana'
  )
  expect(replies[1]?.text).toMatch(/haces todo tú/iu)
  expect(replies[3]?.text).toMatch(/si empieza la reunión diaria, entonces voy a pedir una cosa a Luis/iu)
  expect(last.plan).toEqual({ cue: 'empieza la reunión diaria', action: 'pedir una cosa a Luis', when: 'tomorrow' })
})

test.each([
  ['en', 'My boss changes the priorities every day', 'your boss changes the priorities every day'],
  ['en', 'I was nervous and I lost my notes', 'you were nervous and you lost your notes'],
  ['en', 'well, I think that nobody listens to me', 'nobody listens to you'],
  ['es', 'mi jefe me pide todo a última hora', 'tu jefe te pide todo a última hora'],
  ['es', 'no puedo concentrarme en mi trabajo', 'no puedes concentrarte en tu trabajo'],
  ['es', 'me quedé hasta las nueve con el informe', 'te quedaste hasta las nueve con el informe']
] as const)('a clause is turned to "you" where every word is sure: %s, %s', (locale, said, turned) => {
  expect(saidTo(locale, locale === 'en' ? 'I need more focus' : 'Necesito más foco', said)).toMatch(
    new RegExp(turned, 'iu')
  )
})

test.each([
  ['en', 'you would hate it too if you were me'],
  ['es', 'mi jefe quiere que haga todo'],
  ['es', 'estaba enfadada con todos'],
  ['en', 'the “special” project, again, and the numbers']
] as const)('where grammar could break, the person’s words stand in quotation marks: %s, %s', (locale, said) => {
  const { text } = talk(locale, locale === 'en' ? 'I need more focus' : 'Necesito más foco', said).last
  expect(text).toMatch(/[“«]/u)
})

test('nobody is called useless, and nobody’s boss an idiot, by having it said back', () => {
  expect(saidTo('en', 'I am useless at presentations')).not.toMatch(/useless/iu)
  expect(saidTo('en', 'my boss is an idiot')).not.toMatch(/idiot/iu)
  expect(saidTo('es', 'soy un desastre con las presentaciones')).not.toMatch(/desastre/iu)
})

test('a ready plan is confirmed at once, in both languages', () => {
  expect(talk('es', 'Si termina la reunión diaria, entonces escribo el primer párrafo.').last.session.step).toBe(
    'confirm'
  )
  expect(
    talk('es', 'Si termina la reunión diaria, entonces escribo el primer párrafo', 'sí', 'la próxima semana').last.plan
  ).toEqual({
    cue: 'termina la reunión diaria',
    action: 'escribo el primer párrafo',
    when: 'next_week'
  })
})

test('the buttons of the bot are understood as they are written', () => {
  const asked = talk('en', 'If stand-up ends, then I will thank Bo', 'Yes, that’s it').last.session
  expect(asked.step).toBe('when')
  expect(respond(asked, 'Don’t ask', 'en', BOTH).plan).toMatchObject({ when: 'never' })
  expect(respond(asked, 'In three days', 'en', BOTH).plan).toMatchObject({ when: 'three_days' })
  const spanish = talk('es', 'Si termina la reunión, entonces llamo a Bo', 'Sí, eso es').last.session
  expect(respond(spanish, 'No preguntes', 'es', BOTH).plan).toMatchObject({ when: 'never' })
  expect(saidTo('en', 'Something keeps bothering me')).toMatch(/\?$/u)
  expect(talk('es', 'Preparar una reunión 1 a 1').last.session.phase).toBe('onePoints')
})

test('a correction at the confirmation replaces the moment or the step, and asks again', () => {
  const plan = ['I want to delegate', 'I do it all myself because I am faster', 'ask Ana for the report', 'after lunch']
  expect(saidTo('en', ...plan, 'no, rather before stand-up')).toMatch(/it is before stand-up/u)
  expect(saidTo('en', ...plan, 'I will ask Tom for the numbers')).toContain('ask Tom for the numbers')
  expect(talk('en', ...plan, 'no').last.session.phase).toBe('reopen')
})

test('a hedged step is weighed on a scale before its moment is asked for', () => {
  const { last } = talk(
    'en',
    'I want to delegate',
    'I do it all myself because I am faster',
    'maybe I could ask Ana for the report'
  )
  expect(last.text).toMatch(/0.*10/u)
  expect(respond(last.session, '3', 'en', BOTH).session.phase).toBe('smaller')
  expect(respond(last.session, '5', 'en', BOTH).text).toContain('5')
  expect(respond(last.session, 'nine', 'en', BOTH).session.step).toBe('cue')
})

test('ideas come when asked for, or after a yes to the question whether they may', () => {
  const asked = talk('en', 'I want to delegate more', 'what should I do?').last
  expect(asked.session.phase).toBe('pick')
  const stuck = talk('en', 'I want to delegate more', 'I do everything myself all day', 'I don’t know').last
  expect(stuck.session.phase).toBe('permission')
  expect(stuck.text).not.toMatch(/(?:hand over|ask one person)/u)
  const offered = respond(stuck.session, 'yes', 'en', BOTH)
  expect(offered.session.offered).toHaveLength(2)
  const chosen = respond(offered.session, 'the first one', 'en', BOTH)
  expect(respond(chosen.session, 'give Ana the weekly report', 'en', BOTH).session.action).toBe(
    'give Ana the weekly report'
  )
})

test('“how do I say this?” gets a draft in that turn, made from what was said', () => {
  expect(saidTo('en', 'I need to tell my boss that I can’t take on another project. How do I say that?')).toMatch(
    /“.*I can’t take on another project.*”/u
  )
  expect(saidTo('es', '¿Cómo le digo a mi jefe que no puedo quedarme hasta tarde?')).toMatch(
    /«.*no puedo quedarme hasta tarde.*»/u
  )
  expect(
    saidTo('en', 'A coworker takes credit for my work', 'He used my slides last week', 'what should I say?')
  ).toMatch(/“.{40,}”/u)
  const planned = talk(
    'es',
    '¿Cómo le digo a mi jefe que no puedo quedarme hasta tarde?',
    'vale',
    'mañana al llegar',
    'sí',
    'hoy'
  ).last
  expect(planned.plan).toMatchObject({ action: 'digo a mi jefe que no puedo quedarme hasta tarde' })
})

test('a hard conversation is practiced: the coach plays, “stop” breaks out, and it asks before it observes', () => {
  const { replies, last } = talk(
    'en',
    'Can we practice a hard conversation?',
    'With my boss, about a raise',
    'he gets angry',
    'I would like to talk about my salary',
    'I took over two projects',
    'stop',
    'I stayed calm'
  )
  expect(replies[3]?.text).toMatch(/^\(as your boss\) “.+”$/u)
  expect(replies[5]?.session.phase).toBe('playOut')
  expect(last.text).toMatch(/you stayed calm/iu)
  expect(respond(replies[5]?.session ?? freshSession, 'stop', 'en', BOTH).session.step).toBe('rest')
})

test('a one-to-one is prepared: points, an opening, a question, and a plan for the moment it begins', () => {
  const { replies, last } = talk(
    'es',
    'Quiero preparar mi 1 a 1 con mi jefa',
    'mi carga, el ascenso y las vacaciones',
    'Quiero empezar por lo que más me importa',
    '¿Qué espera de mí este año?',
    'sí',
    'mañana'
  )
  expect(replies[1]?.text).toContain('mi carga; el ascenso; las vacaciones')
  expect(last.plan?.action).toBe(
    'digo «Quiero empezar por lo que más me importa» y pregunto «¿Qué espera de mí este año?»'
  )
})

test.each([
  ['who can read this?', /company/iu],
  ['are you a real person?', /program|software|machine/iu],
  ['what is the weather tomorrow?', /weather|forecast/iu],
  ['17 * 4', /68/u],
  ['write a python script for me', /code|program/iu],
  ['what is the capital of Australia?', /not know|cannot answer|no facts|search|do not/iu],
  ['¿quién puede leer esto?', /empresa/iu],
  ['¿cuánto es 250 + 75?', /325/u]
])('off the script it answers to the point and goes on where it was: %s', (said, answer) => {
  const before = talk('en', 'I want to delegate more', 'I do everything myself because I am faster').last.session
  const { text, session } = respond(before, said, 'en', BOTH)
  expect(text).toMatch(answer)
  expect(session.step).toBe(before.step)
  expect(text).toMatch(/\?$/u)
})

test('whoever switches the language is answered in it, and short words do not switch it back', () => {
  const { replies } = talk(
    'en',
    'I want to delegate more',
    'es que lo hago todo yo porque es más rápido',
    'ok',
    'pedir ayuda a Ana con el informe'
  )
  expect(replies[1]?.text).toMatch(/¿/u)
  expect(replies[2]?.text).toMatch(/¿/u)
  expect(respond(freshSession, 'Quiero delegar más', 'en', ['en']).text).not.toMatch(/¿/u)
})

test('who was hostile twice is told that “stop” ends it', () => {
  expect(saidTo('en', 'this is useless', 'you are a stupid bot')).toContain('stop')
})

test('what came of a plan is asked about: what helped, or what got in the way', () => {
  expect(talk('en', 'I did it!').last.session.phase).toBe('helped')
  expect(talk('es', 'no lo hice').last.session.phase).toBe('gotInWay')
})

test('a thumb answers a yes-or-no question; any other picture is asked about and changes nothing', () => {
  const asked = respond(freshSession, 'If stand-up ends, then I will thank Bo', 'en', BOTH)
  expect(respond(asked.session, '👍🏽', 'en', BOTH).session.step).toBe('when')
  expect(respond(asked.session, '👎', 'en', BOTH).session.step).toBe('options')
  expect(respond(asked.session, '🦄🦄!', 'en', BOTH).session).toMatchObject({ step: 'confirm', cue: 'stand-up ends' })
})

test('words from right to left keep their place in a sentence that runs the other way', () => {
  expect(saidTo('en', 'أريد أن أستمع أكثر')).toContain('\u2068أريد أن أستمع أكثر\u2069')
})

const SAID = [
  'hi',
  'hola',
  'yes',
  'no',
  'ok',
  'I don’t know',
  'no sé',
  '7',
  '3',
  'thanks',
  '🎉',
  'stop',
  'practice a talk with my boss please',
  'prepare a 1:1',
  'my boss, she gets angry',
  'what should I do?',
  'how do I say that?',
  'I want to delegate more',
  'Mi jefe cambia todo cada día y no llego',
  'maybe I could ask Ana',
  'pedir ayuda a Luis',
  'after lunch',
  'cuando termine la reunión',
  'tomorrow',
  'friday',
  'you are useless',
  'who reads this?',
  'first',
  'If it rains, then I will call Bo',
  'I did it',
  'a, b and c',
  'no, rather at 9',
  'I am useless',
  ''
]
const anything = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...SAID) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 400 }) }
)

test('whatever is said, a turn is never empty, has 40 words at most, and its session can be stored and read', () => {
  fc.assert(
    fc.property(fc.array(anything, { minLength: 1, maxLength: 14 }), fc.constantFrom(...BOTH), (texts, locale) => {
      let session = freshSession
      for (const text of texts) {
        const reply = respond(session, text, locale, BOTH)
        expect(reply.text.trim()).not.toBe('')
        expect(wordsIn(reply.text)).toBeLessThanOrEqual(40)
        expect(reply.text).not.toMatch(/\{\w+\}|undefined/u)
        session = sessionSchema.parse(JSON.parse(JSON.stringify(reply.session)))
        expect(session).toEqual(reply.session)
      }
    }),
    { numRuns: 300 }
  )
})

test('from wherever a dialogue stands, “stop” ends it at once, from a role at the second', () => {
  fc.assert(
    fc.property(fc.array(anything, { maxLength: 12 }), fc.constantFrom(...BOTH), (texts, locale) => {
      const { session } = texts.reduce((reply, text) => respond(reply.session, text, locale, BOTH), {
        session: freshSession
      } as Pick<Reply, 'session'>)
      const once = respond(session, locale === 'en' ? 'stop' : 'para', locale, BOTH)
      const last = session.phase === 'play' ? respond(once.session, 'stop', locale, BOTH) : once
      expect(last.session.step).toBe('rest')
      expect(last.plan).toBeUndefined()
    }),
    { numRuns: 300 }
  )
})

test('no turn is said twice in twenty sessions, even to somebody who says the same each time', () => {
  fc.assert(
    fc.property(fc.array(anything, { minLength: 1, maxLength: 9 }), fc.constantFrom(...BOTH), (texts, locale) => {
      let session = freshSession
      const said: string[] = []
      for (let at = 0; at < 20; at++)
        for (const text of [...texts, 'quit', 'quit']) {
          const reply = respond(session, text, locale, BOTH)
          session = reply.session
          said.push(reply.text)
        }
      expect(said.filter((text, at) => said.indexOf(text) !== at)).toEqual([])
    }),
    { numRuns: 40 }
  )
})

test('a session stored by an earlier version goes on', () => {
  const stored = sessionSchema.parse({ step: 'cue', goal: 'listen', action: 'count to two', cue: '', turns: 3 })
  expect(respond(stored, 'stand-up starts', 'en', BOTH).text).toMatch(/if stand-up starts, then I will count to two/iu)
  expect(sessionSchema.parse({ step: 'goal', phase: 'gone', used: 4, said: 'x', reaction: 1 })).toMatchObject({
    step: 'goal',
    said: []
  })
})

test('as an engine it hands out the text, the plan in the turn that settled it, and what it waits for', async () => {
  const parts: EnginePart[] = []
  const { session } = talk('en', 'If stand-up ends, then I will thank Bo', 'yes').last
  const none = async () => Promise.reject(new Error('not needed'))
  const tools = { plans: none, makePlan: none, changePlan: none, closePlan: none, courses: none, material: none }
  const input = {
    locale: 'en' as const,
    messages: [{ from: 'person' as const, text: 'tomorrow' }],
    context: async () => [],
    state: session,
    tools,
    signal: new AbortController().signal
  }
  for await (const part of scriptedEngine.answer(input)) parts.push(part)
  expect(parts).toMatchObject([
    { kind: 'text' },
    { kind: 'plan', plan: { action: 'thank Bo', when: 'tomorrow' } },
    { kind: 'end', awaits: 'rest' }
  ])
})
