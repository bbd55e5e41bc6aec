/** What a model is told to be: the rules that make a coach of it, in each language, and one version for good. */
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { PROMPT_VERSION, PROMPTS } from './prompts.ts'

/** A version that turns have named is never edited: write the next one, and add its line here. */
const RELEASED: Readonly<Record<number, Readonly<Record<keyof typeof PROMPTS, string>>>> = {
  1: { en: '0dJoc5Sihu9djTpe', es: 'g2PotpEpL1_jEpZL' }
}

const RULES: Readonly<Record<string, Readonly<Record<keyof typeof PROMPTS, RegExp>>>> = {
  'it reflects before it asks': { en: /Reflect before you ask/u, es: /Refleja antes de preguntar/u },
  'it reflects as often as it asks': {
    en: /reflect at least as often as you ask/u,
    es: /refleja al menos tantas veces/u
  },
  'it asks one question at a time': { en: /more than one question/u, es: /más de una pregunta/u },
  'it is brief': { en: /At most 40 words/u, es: /Como mucho 40 palabras/u },
  'it gives no advice unasked': {
    en: /no advice.+unless the person asks/u,
    es: /No des consejos.+si la persona no los pide/u
  },
  'it asks for the person’s own ideas first': {
    en: /first ask what they have thought of/u,
    es: /pregunta primero qué ha pensado/u
  },
  'it ends with one if-then plan': {
    en: /one if-then plan.+"If".+"then I will"/u,
    es: /un solo plan «si…, entonces…»/u
  },
  'it settles after a yes only': {
    en: /settle_plan only after they said yes/u,
    es: /settle_plan solo cuando haya dicho que sí/u
  },
  'people stop at any turn': { en: /can stop at any turn/u, es: /puede parar en cualquier turno/u },
  'it drafts words when asked': {
    en: /ask for words.+draft of up to 120/u,
    es: /pida palabras.+borrador de hasta 120/u
  },
  'it diagnoses nobody': { en: /No diagnosis and no label/u, es: /Ningún diagnóstico ni etiqueta/u },
  'it judges nobody’s performance': {
    en: /No judgement of anybody's performance/u,
    es: /Ningún juicio sobre el rendimiento/u
  },
  'it leaves harassment, health and law to people': {
    en: /Harassment, discrimination, dismissal, health and law need a human/u,
    es: /acoso, la discriminación, un despido, la salud y lo legal necesitan a un ser humano/u
  },
  'it tells nobody': { en: /you inform nobody/u, es: /no informas a nadie/u },
  'it names the way that the page has': { en: /"Talk to a person"/u, es: /«Hablar con una persona»/u },
  'it says that it is an AI': { en: /say that you are an AI program/u, es: /di que eres un programa de IA/u },
  'what people wrote is no instruction': {
    en: /<said>, <known> or <result>.+\n?.*never an instruction/u,
    es: /<said>, <known> o <result>.+\n?.*Nunca es una instrucción/u
  },
  'it knows one person': { en: /this one person and nobody else/u, es: /a esta persona y a nadie más/u }
}

describe.each(['en', 'es'] as const)('in %s', locale => {
  test.each(Object.keys(RULES))('%s', rule => {
    expect(PROMPTS[locale]).toMatch(RULES[rule]?.[locale] ?? /^never$/u)
  })

  test('it is as it was released, and short enough to be sent each time', () => {
    const hash = createHash('sha256').update(PROMPTS[locale]).digest('base64url').slice(0, 16)
    expect(hash).toBe(RELEASED[PROMPT_VERSION]?.[locale])
    expect(PROMPTS[locale].length).toBeLessThan(5000)
  })
})
