/** A nudge as a mail: plain text, and the same as simple HTML. The subject says nothing; a person's own plan stays out of it. */
import type { NudgeView } from '../contract/nudges.ts'
import type { Deps } from '../platform/deps.ts'
import { buttons, heading, letterHtml, line, paragraph, small, smallLinks, type Link } from '../platform/letter.ts'
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

const NUDGE_ANSWERS = ['done', 'next_week'] as const
const NUDGE_WISHES = ['not_relevant', 'pause', 'stop'] as const
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
    ...answersOf(deps, reader, content),
    open: { text: page, url: `${deps.config.PUBLIC_URL}/tab/${hashOf(content)}` },
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

/** The one thing in the tab that it is about. */
export function placeOf(content: Content): string | undefined {
  switch (content.kind) {
    case 'nudge':
      return `nudge:${content.nudge.nudgeId}`
    case 'followUp':
      return `plan:${content.planId}`
    case 'welcome':
      return undefined
  }
}

function hashOf(content: Content): string {
  const place = placeOf(content)
  return place ? `#${place}` : ''
}

function paragraphsOf({ locale, company }: Reader, content: Content): readonly string[] {
  const { mail } = wordsIn(locale)
  switch (content.kind) {
    case 'nudge':
      return [content.nudge.action, content.nudge.whyYou, content.nudge.whyNow].filter(Boolean)
    case 'followUp':
      return mail.followUp
    case 'welcome':
      return [mail.welcomeSubject, ...mail.welcome(company)]
  }
}

function answersOf(
  deps: Deps,
  { organizationId: o, personId: p, locale }: Reader,
  content: Content
): Pick<Letter, 'answers' | 'quiet'> {
  const { answers } = wordsIn(locale).mail
  const until = untilFrom(deps)
  const link = (answer: MailAnswerKey, to: MailLink): Link => ({ text: answers[answer], url: linkTo(deps, to) })
  switch (content.kind) {
    case 'nudge': {
      const { nudgeId, kind } = content.nudge
      if (kind === 'pulse') return { answers: [], quiet: [] }
      const answer = (key: (typeof NUDGE_ANSWERS | typeof NUDGE_WISHES)[number]): Link => ({
        ...link(key, { kind: 'nudge', o, p, nudgeId, answer: key, until }),
        first: key === 'done'
      })
      return { answers: NUDGE_ANSWERS.map(answer), quiet: NUDGE_WISHES.map(answer) }
    }
    case 'followUp': {
      const { planId } = content
      return {
        answers: PLAN_ANSWERS.map(key => link(key, { kind: 'plan', o, p, planId, answer: key, until })),
        quiet: []
      }
    }
    case 'welcome':
      return { answers: [], quiet: [] }
  }
}

type Letter = {
  readonly language: string
  readonly subject: string
  readonly paragraphs: readonly string[]
  readonly answers: readonly Link[]
  /** Answers that stand back. */
  readonly quiet: readonly Link[]
  readonly open: Link
  readonly why: string
  readonly stop: Link
}

const asText = ({ paragraphs, answers, quiet, open, why, stop }: Letter): string =>
  [
    ...paragraphs,
    ...answers.map(({ text, url }) => `${text}:\n${url}`),
    `${open.text}:\n${open.url}`,
    ...quiet.map(({ text, url }) => `${text}:\n${url}`),
    '—',
    why,
    `${stop.text}:\n${stop.url}`,
    'ConsciousInsights'
  ].join('\n\n')

function asHtml({ language, subject, paragraphs, answers, quiet, open, why, stop }: Letter): string {
  const [first = '', ...rest] = paragraphs
  return letterHtml(language, subject, [
    heading(first),
    ...rest.map(paragraph),
    buttons([...answers, { ...open, first: answers.length === 0 }]),
    ...(quiet.length > 0 ? [smallLinks(quiet)] : []),
    line,
    small(why),
    smallLinks([stop]),
    small('ConsciousInsights')
  ])
}
