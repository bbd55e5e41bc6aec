/** The mail that carries a code: plain text, and the same as simple HTML. */
import { letterHtml, paragraph, small } from '../platform/letter.ts'
import type { Mail } from '../vendors/mail.ts'
import type { Language } from './words.ts'

type Words = {
  readonly subject: (code: string) => string
  readonly intro: string
  readonly how: string
  readonly notYou: string
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    subject: code => `${code} is your ConsciousInsights code`,
    intro: 'Your code to sign in to ConsciousInsights:',
    how: 'Enter it in the browser where you asked for it. It works once, for 10 minutes. We never ask for it by phone or chat.',
    notYou:
      'You did not ask for it? Then somebody typed your address, perhaps by mistake. Do nothing: without this code nobody gets in.'
  },
  es: {
    subject: code => `${code} es tu código de ConsciousInsights`,
    intro: 'Tu código para entrar en ConsciousInsights:',
    how: 'Escríbelo en el navegador donde lo pediste. Sirve una vez, durante 10 minutos. Nunca te lo pediremos por teléfono ni por chat.',
    notYou:
      '¿No lo pediste? Entonces alguien escribió tu dirección, quizá por error. No hagas nada: sin este código no entra nadie.'
  }
}

export function codeMail(language: Language, code: string): Omit<Mail, 'to'> {
  const { subject, intro, how, notYou } = words[language]
  const shown = `${code.slice(0, 4)} ${code.slice(4)}`
  const big = `<p style="margin:0 0 16px;font-size:28px;font-weight:600;letter-spacing:2px">${shown}</p>`
  return {
    subject: subject(shown),
    text: [intro, `    ${shown}`, how, notYou, '— ConsciousInsights'].join('\n\n'),
    html: letterHtml(language, subject(shown), [
      paragraph(intro),
      big,
      paragraph(how),
      small(notYou),
      small('ConsciousInsights')
    ])
  }
}
