/** A mail as it came over the wire, made readable: subject, plain text and HTML. Pure; it knows what mailers of our days write. */
export type Message = {
  readonly subject: string
  readonly from: string
  readonly text: string
  readonly html: string
  readonly messageId: string
  /** By lower-case name, as they came. */
  readonly headers: Readonly<Record<string, string>>
}

export function readMessage(raw: string): Message {
  const whole = partOf(raw)
  const parts = leavesOf(whole)
  const body = (type: string): string => parts.find(part => part.type === type)?.body ?? ''
  return {
    subject: decodeWords(whole.headers.get('subject') ?? ''),
    from: decodeWords(whole.headers.get('from') ?? ''),
    text: body('text/plain'),
    html: body('text/html'),
    messageId: whole.headers.get('message-id') ?? '',
    headers: Object.fromEntries(whole.headers)
  }
}

type Part = { readonly headers: ReadonlyMap<string, string>; readonly body: string }

function partOf(raw: string): Part {
  const end = raw.indexOf('\r\n\r\n')
  const lines = raw
    .slice(0, end)
    .replaceAll(/\r\n[ \t]+/gu, ' ')
    .split('\r\n')
  const headers = lines.map(line => {
    const at = line.indexOf(':')
    return [line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim()] as const
  })
  return { headers: new Map(headers), body: raw.slice(end + 4) }
}

function leavesOf(part: Part): readonly { readonly type: string; readonly body: string }[] {
  const kind = part.headers.get('content-type') ?? 'text/plain'
  const boundary = /boundary="?([^";]+)"?/iu.exec(kind)?.[1]
  if (!boundary)
    return [
      {
        type: kind.split(';')[0]?.trim().toLowerCase() ?? '',
        body: decodeBody(part.body, part.headers.get('content-transfer-encoding')?.toLowerCase())
      }
    ]
  const inner = part.body.split(`--${boundary}`).slice(1, -1)
  return inner.flatMap(text => leavesOf(partOf(text.replace(/^\r\n/u, ''))))
}

function decodeBody(body: string, encoding: string | undefined): string {
  const decoded =
    encoding === 'base64'
      ? Buffer.from(body, 'base64').toString('utf8')
      : encoding === 'quoted-printable'
        ? decodeQuoted(body.replaceAll('=\r\n', ''))
        : body
  return decoded.replaceAll('\r\n', '\n').trim()
}

/** RFC 2047. */
const decodeWords = (text: string): string =>
  text
    .replaceAll(/\?=\s+=\?/gu, '?==?')
    .replaceAll(/=\?utf-8\?([bq])\?([^?]*)\?=/giu, (_, encoding: string, word: string) =>
      encoding.toLowerCase() === 'b'
        ? Buffer.from(word, 'base64').toString('utf8')
        : decodeQuoted(word.replaceAll('_', ' '))
    )

const decodeQuoted = (text: string): string =>
  Buffer.from(
    text.replaceAll(/=([0-9A-F]{2})/giu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1'
  ).toString('utf8')
