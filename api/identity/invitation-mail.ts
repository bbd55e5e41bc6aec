/** The mail to a company's first admin: plain text, and the same as simple HTML. */
import { buttons, letterHtml, paragraph, small } from '../platform/letter.ts'
import type { Mail } from '../vendors/mail.ts'
import type { Language } from './words.ts'

type Invited = { readonly name: string; readonly company: string; readonly url: string; readonly email: string }

const words = {
  en: {
    subject: (company: string) => `Set up ConsciousInsights for ${company}`,
    hello: (name: string) => (name ? `Hello ${name},` : 'Hello,'),
    what: (company: string) =>
      `ConsciousInsights is ready to be set up for ${company}, and you were named to do it. The console lists every step, whose it is, and how long it usually takes.`,
    how: (email: string) =>
      `Open it in a browser and sign in with ${email}: we mail you a code each time. Once one of your admins comes in through your company’s own sign-in, codes end.`,
    open: 'Open the console',
    notYou: 'You did not expect this? Do nothing: without a code from your mailbox nobody gets in.'
  },
  es: {
    subject: (company: string) => `Configura ConsciousInsights para ${company}`,
    hello: (name: string) => (name ? `Hola, ${name}:` : 'Hola:'),
    what: (company: string) =>
      `ConsciousInsights está listo para configurarse en ${company} y te nombraron para hacerlo. La consola enumera cada paso, a quién le toca y cuánto suele tardar.`,
    how: (email: string) =>
      `Ábrela en un navegador y entra con ${email}: cada vez te enviamos un código por correo. Cuando alguien de administración entre con el inicio de sesión de tu empresa, los códigos se acaban.`,
    open: 'Abrir la consola',
    notYou: '¿No lo esperabas? No hagas nada: sin un código de tu buzón no entra nadie.'
  }
} satisfies Record<Language, unknown>

export function invitationMail(language: Language, { name, company, url, email }: Invited): Omit<Mail, 'to'> {
  const { subject, hello, what, how, open, notYou } = words[language]
  const lines = [hello(name), what(company), how(email)]
  return {
    subject: subject(company),
    text: [...lines, url, notYou, '— ConsciousInsights'].join('\n\n'),
    html: letterHtml(language, subject(company), [
      ...lines.map(paragraph),
      buttons([{ text: open, url, first: true }]),
      small(notYou),
      small('ConsciousInsights')
    ])
  }
}
