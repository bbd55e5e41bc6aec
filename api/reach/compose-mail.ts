/** A nudge as a mail: plain text, and the same as simple HTML. The subject says nothing; a person's own plan stays out of it. */
import type { NudgeView } from '../contract/nudges.ts'
import type { Deps } from '../platform/deps.ts'
import { escapeHtml } from '../platform/page.ts'
import type { Mail } from '../vendors/mail.ts'
import { linkTo, untilFrom, type MailLink } from './mail-links.ts'
import { languageOf, wordsIn, type MailAnswerKey } from './words.ts'

export type Content =
  | { readonly kind: 'nudge'; readonly nudge: NudgeView }
  | { readonly kind: 'followUp'; readonly planId: string }
  | { readonly kind: 'welcome' }

type Reader = {
  readonly organizationId: string
  readonly personId: string
  readonly email: string
  readonly locale: string
  readonly company: string
}

type Link = { readonly text: string; readonly url: string }

const NUDGE_ANSWERS = ['done', 'next_week', 'not_relevant', 'pause', 'stop'] as const
const PLAN_ANSWERS = ['kept', 'missed'] as const

/** The id is the delivery's own: a repeat is the same mail. */
export const messageIdOf = (deps: Pick<Deps, 'config'>, organizationId: string, deliveryId: string): string =>
  `<${deliveryId}.${organizationId}@${new URL(deps.config.PUBLIC_URL).hostname}>`

/** @returns undefined for an id that is none of ours. */
export function readMessageId(
  messageId: string
): { readonly organizationId: string; readonly deliveryId: string } | undefined {
  const found = /^<?(?<deliveryId>dlv_\w+)\.(?<organizationId>org_\w+)@/u.exec(messageId.trim())?.groups
  const { deliveryId, organizationId } = found ?? {}
  return deliveryId && organizationId ? { deliveryId, organizationId } : undefined
}

export function composeMail(deps: Deps, reader: Reader, content: Content): Omit<Mail, 'messageId'> {
  const { mail } = wordsIn(reader.locale)
  const stop = linkTo(deps, { kind: 'stop', o: reader.organizationId, p: reader.personId })
  const subject = content.kind === 'welcome' ? mail.welcomeSubject : mail.subject
  const page = content.kind === 'welcome' ? mail.openWelcome : mail.open
  const letter = {
    language: languageOf(reader.locale),
    subject,
    paragraphs: paragraphsOf(reader, content),
    answers: answersOf(deps, reader, content),
    open: { text: page, url: `${deps.config.PUBLIC_URL}/tab/` },
    why: mail.why,
    stop: { text: mail.stop, url: stop }
  }
  return {
    to: reader.email,
    subject,
    text: asText(letter),
    html: asHtml(letter),
    // RFC 8058: one press in the mail program ends it, without a page.
    headers: { 'List-Unsubscribe': `<${stop}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
  }
}

function paragraphsOf({ locale, company }: Reader, content: Content): readonly string[] {
  const { mail } = wordsIn(locale)
  switch (content.kind) {
    case 'nudge':
      return [content.nudge.action, content.nudge.whyYou, content.nudge.whyNow].filter(Boolean)
    case 'followUp':
      return mail.followUp
    case 'welcome':
      return mail.welcome(company)
  }
}

function answersOf(deps: Deps, { organizationId: o, personId: p, locale }: Reader, content: Content): readonly Link[] {
  const { answers } = wordsIn(locale).mail
  const until = untilFrom(deps)
  const link = (answer: MailAnswerKey, to: MailLink): Link => ({ text: answers[answer], url: linkTo(deps, to) })
  switch (content.kind) {
    case 'nudge': {
      const { nudgeId, kind } = content.nudge
      if (kind === 'pulse') return []
      return NUDGE_ANSWERS.map(answer => link(answer, { kind: 'nudge', o, p, nudgeId, answer, until }))
    }
    case 'followUp':
      return PLAN_ANSWERS.map(answer => link(answer, { kind: 'plan', o, p, planId: content.planId, answer, until }))
    case 'welcome':
      return []
  }
}

type Letter = {
  readonly language: string
  readonly subject: string
  readonly paragraphs: readonly string[]
  readonly answers: readonly Link[]
  readonly open: Link
  readonly why: string
  readonly stop: Link
}

const asText = ({ paragraphs, answers, open, why, stop }: Letter): string =>
  [
    ...paragraphs,
    ...answers.map(({ text, url }) => `${text}:\n${url}`),
    `${open.text}:\n${open.url}`,
    '—',
    why,
    `${stop.text}:\n${stop.url}`,
    'ConsciousInsights'
  ].join('\n\n')

const P = 'margin:0 0 16px'
const BUTTON =
  'display:inline-block;margin:0 8px 8px 0;padding:10px 16px;border:1px solid #2f4b9b;border-radius:6px;color:#2f4b9b;text-decoration:none;font-weight:600'

function asHtml({ language, subject, paragraphs, answers, open, why, stop }: Letter): string {
  const line = (text: string): string => `<p style="${P}">${escapeHtml(text)}</p>`
  const anchor = ({ text, url }: Link, style: string): string =>
    `<a href="${escapeHtml(url)}" style="${style}">${escapeHtml(text)}</a>`
  const [first = '', ...rest] = paragraphs
  const buttons = [...answers, open].map(link => anchor(link, BUTTON)).join('')
  const quiet = 'font-size:13px;color:#55524f;margin:0 0 8px'
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head><body style="margin:0;padding:24px;font:16px/1.5 'Segoe UI',sans-serif;max-width:520px;color:#1b1a19"><h1 style="font-size:18px;margin:0 0 16px">${escapeHtml(first)}</h1>${rest.map(line).join('')}<p style="${P}">${buttons}</p><hr style="border:0;border-top:1px solid #cfcac4;margin:0 0 16px"><p style="${quiet}">${escapeHtml(why)}</p><p style="${quiet}">${anchor(stop, 'color:#55524f')}</p><p style="${quiet}">ConsciousInsights</p></body></html>`
}
