/** The mail to a company's admins when another company proved its tenant: plain text, and the same as simple HTML. */
import { buttons, letterHtml, paragraph, small } from '../platform/letter.ts'
import type { Mail } from '../vendors/mail.ts'
import type { Language } from './words.ts'

type Loss = { readonly name: string; readonly company: string; readonly tenantId: string; readonly url: string }

const words = {
  en: {
    subject: (company: string) => `A Microsoft 365 tenant is no longer connected to ${company}`,
    hello: (name: string) => (name ? `Hello ${name},` : 'Hello,'),
    what: (tenantId: string) =>
      `Another company proved at Microsoft that the tenant ${tenantId} is theirs. You had it without a proof, so it is no longer yours in ConsciousInsights.`,
    means:
      'Nobody comes in through that tenant’s Teams any more, no message goes there, and its accounts are disconnected from your people. Their plans and conversations stay as they are, and on the web they sign in as before.',
    next: 'Is the tenant yours? Do not answer this mail: write to your contact at ConsciousInsights. If you use another tenant, prove it in the console. What is proved nobody can take.',
    open: 'Open the console',
    why: 'You get this because you are an admin of your company in ConsciousInsights.'
  },
  es: {
    subject: (company: string) => `Un inquilino de Microsoft 365 ya no está conectado con ${company}`,
    hello: (name: string) => (name ? `Hola, ${name}:` : 'Hola:'),
    what: (tenantId: string) =>
      `Otra empresa probó ante Microsoft que el inquilino ${tenantId} es suyo. Tu empresa lo tenía sin prueba, así que ya no lo tiene en ConsciousInsights.`,
    means:
      'Nadie entra ya por el Teams de ese inquilino, no llega allí ningún mensaje y sus cuentas se desconectaron de tu gente. Sus planes y conversaciones siguen como estaban, y en la web se entra igual que antes.',
    next: '¿El inquilino es de tu empresa? No respondas a este correo: escribe a tu contacto en ConsciousInsights. Si usas otro inquilino, pruébalo en la consola. Lo que está probado no lo puede tomar nadie.',
    open: 'Abrir la consola',
    why: 'Recibes este correo porque administras tu empresa en ConsciousInsights.'
  }
} satisfies Record<Language, unknown>

export function tenantLossMail(language: Language, { name, company, tenantId, url }: Loss): Omit<Mail, 'to'> {
  const { subject, hello, what, means, next, open, why } = words[language]
  const lines = [hello(name), what(tenantId), means, next]
  return {
    subject: subject(company),
    text: [...lines, `${open}:\n${url}`, why, '— ConsciousInsights'].join('\n\n'),
    html: letterHtml(language, subject(company), [
      ...lines.map(paragraph),
      buttons([{ text: open, url, first: true }]),
      small(why),
      small('ConsciousInsights')
    ])
  }
}
