import { expect, test } from 'vitest'
import type { EnginePart, Tools } from '../port.ts'
import { freshSession, scriptedEngine, type Session } from './scripted.ts'

const refused = (): never => {
  throw new Error('the scripted coach asks for material only')
}

/** What was looked for, and what was said, when the company's material has `quote` for everything. */
async function asked(text: string, { quote, state = freshSession }: { quote?: string; state?: Session } = {}) {
  const looked: string[] = []
  const tools: Tools = {
    plans: refused,
    makePlan: refused,
    changePlan: refused,
    closePlan: refused,
    courses: refused,
    material: async query => {
      looked.push(query)
      return quote === undefined ? [] : [{ title: 'Guide', materialId: 'mat_1', quote }]
    }
  }
  const parts: EnginePart[] = []
  const messages = [{ from: 'person' as const, text }]
  const input = { locale: 'en' as const, messages, context: async () => [], state, tools }
  for await (const part of scriptedEngine.answer({ ...input, signal: new AbortController().signal })) parts.push(part)
  return { looked, parts, said: parts.flatMap(part => (part.kind === 'text' ? [part.text] : [])).join('') }
}

test.each([
  ['What is our policy on feedback?', 'feedback'],
  ['What’s our policy on 1:1s?', '1:1s'],
  ['what are the rules for working from home', 'working from home'],
  ["What's our parental leave policy?", 'parental leave'],
  ['Do we have a policy on side jobs?', 'side jobs'],
  ['What does our handbook say about overtime?', 'overtime'],
  ['Where can I find the company guide on travel?', 'travel'],
  ['How do I apply for parental leave?', 'apply for parental leave'],
  ['How many days of vacation do I get?', 'days of vacation do i get'],
  ['¿Cuál es nuestra política de retroalimentación?', 'retroalimentacion'],
  ['¿Qué dice la empresa sobre el teletrabajo?', 'el teletrabajo'],
  ['¿Tenemos una guía para reuniones 1 a 1?', 'reuniones 1 a 1'],
  ['¿Cuántos días de vacaciones tengo?', 'dias de vacaciones tengo']
])('%s is looked up as “%s”', async (text, about) => {
  expect((await asked(text)).looked).toEqual([about])
})

test.each([
  'I want to give better feedback',
  'How can I be better at delegating?',
  '¿Cómo puedo delegar mejor?',
  'How do I tell my boss that I disagree with the policy?',
  'what should I do about my boss?',
  'stop',
  'What does my boss think about me?',
  'Quiero delegar más'
])('%s goes to the coach alone', async text => {
  expect((await asked(text)).looked).toEqual([])
})

test('a question that rules may answer is coached as ever when they do not, and one for rules hears that there are none', async () => {
  const { said } = await asked('Can I ever learn to say no in time?')
  expect(said).not.toMatch(/your company/u)
  expect((await asked('What is our policy on side jobs?')).said).toMatch(/(?:nothing|does not answer).*\?$/u)
})

test('the sentence that answers is quoted, short, in marks that it cannot close, and the open question follows', async () => {
  const quote = `The canteen opens at eight. “Leave” for parents is ${'very '.repeat(30)}long. {title} stays.`
  const { said, parts } = await asked('What is our policy on parents?', { quote })
  expect(said).toMatch(/“’Leave’ for parents is (?:very ){12,14}…” .+\?$/u)
  expect(said.split(/\s+/u).length).toBeLessThanOrEqual(45)
  expect(parts.filter(({ kind }) => kind === 'citation')).toEqual([
    { kind: 'citation', title: 'Guide', materialId: 'mat_1', quote }
  ])
})

test('while a conversation is practiced, or questions for somebody else are gathered, nothing is looked up', async () => {
  for (const phase of ['play', 'onePoints'] as const) {
    const state: Session = { ...freshSession, step: 'reality', phase, who: 'my boss', turns: 3 }
    expect((await asked('What is our policy on feedback?', { quote: 'x', state })).looked).toEqual([])
  }
})
