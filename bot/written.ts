/** What a person wrote, as plain text, whatever their client wraps around it. Pure. */
import type { TeamsActivity } from './activity.ts'

type Written = { readonly text: string; readonly hasAttachments: boolean }

export function readWritten(activity: TeamsActivity): Written {
  const text = wordsIn(activity)
  const others = (activity.attachments ?? []).filter(({ contentType }) => contentType !== 'text/html')
  return { text, hasAttachments: others.length > 0 || (text === '' && hasPicture(activity)) }
}

/** A mention of the bot is an address, not a word. */
function wordsIn({ text = '', textFormat }: TeamsActivity): string {
  const addressed = text.replaceAll(/<at\b[^>]*>.*?<\/at>/gsu, ' ')
  return (textFormat === 'xml' ? unmarked(addressed) : addressed)
    .replaceAll(/[\u200b\ufeff\u00ad]/gu, '')
    .replaceAll('\u00a0', ' ')
    .trim()
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

const unmarked = (html: string): string =>
  html
    .replaceAll(/<br\s*\/?>|<\/(?:p|div|li|h\d)>/giu, '\n')
    .replaceAll(/<[^>]*>/gu, '')
    .replaceAll(/&(?<name>amp|lt|gt|quot|apos|nbsp);/gu, (_all, name: string) => ENTITIES[name] ?? '')
    .replaceAll(/&#(?<code>\d{1,6});/gu, (_all, code: string) => characterOf(Number(code)))

/** A number that names no character is nothing. */
const characterOf = (code: number): string => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '')

/** Stickers and pasted pictures come as rich text alone. */
const hasPicture = ({ attachments }: TeamsActivity): boolean =>
  attachments?.some(({ contentType, content }) => contentType === 'text/html' && String(content).includes('<img')) ??
  false
