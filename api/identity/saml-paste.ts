/** Attributes of a pasted SAML assertion or response: names and values alone, this lets nobody in. No entity is ever resolved. Pure. */

type Event =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: Readonly<Record<string, string>> }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }

export type SamlPaste =
  | { readonly kind: 'read'; readonly claims: Readonly<Record<string, unknown>> }
  | { readonly kind: 'cutOff' | 'declares' | 'encrypted' | 'empty' }

class CutOffError extends Error {
  override readonly name = 'CutOffError'
  readonly code = 'cut_off'
}
class DeclaresError extends Error {
  override readonly name = 'DeclaresError'
  readonly code = 'declares'
}

export function readSaml(xml: string): SamlPaste {
  try {
    return collect(xml)
  } catch (error) {
    if (error instanceof CutOffError) return { kind: 'cutOff' }
    if (error instanceof DeclaresError) return { kind: 'declares' }
    throw error
  }
}

function collect(xml: string): SamlPaste {
  const found: Record<string, unknown> = {}
  let [attribute, values, text, encrypted] = ['', [] as string[], '', false]
  for (const event of events(xml)) {
    if (event.kind === 'text') text += event.text
    else if (event.kind === 'open') {
      if (event.name !== 'Attribute' && event.name !== 'AttributeValue' && attribute !== '') continue
      text = ''
      encrypted ||= event.name === 'EncryptedAssertion'
      if (event.name === 'Attribute') [attribute, values] = [event.attributes['Name'] ?? '', []]
      const until = event.name === 'AuthnStatement' ? event.attributes['SessionNotOnOrAfter'] : undefined
      if (until) found['SessionNotOnOrAfter'] = until
    } else if (event.name === 'AttributeValue') values.push(text.trim())
    else if (event.name === 'Attribute') {
      if (attribute) found[attribute] = values.length === 1 ? values[0] : values
      attribute = ''
    } else if (event.name === 'NameID' && attribute === '') found['nameID'] = text.trim()
  }
  if (Object.keys(found).length > 0) return { kind: 'read', claims: found }
  return { kind: encrypted ? 'encrypted' : 'empty' }
}

/** One pass, each character once. @throws CutOffError, DeclaresError. */
function* events(xml: string): Generator<Event, void> {
  let at = 0
  while (at < xml.length) {
    const open = xml.indexOf('<', at)
    if (open < 0) return
    if (open > at) yield { kind: 'text', text: plain(xml.slice(at, open)) }
    if (xml.startsWith('<![CDATA[', open)) {
      const end = after(xml, ']]>', open + 9)
      yield { kind: 'text', text: xml.slice(open + 9, end - 3) }
      at = end
    } else if (xml.startsWith('<!--', open)) at = after(xml, '-->', open + 4)
    else if (xml.startsWith('<?', open)) at = after(xml, '?>', open + 2)
    // A document type may declare entities, which may name files.
    else if (xml.startsWith('<!', open)) throw new DeclaresError('a document type is not read')
    else {
      at = endOfTag(xml, open)
      yield* tag(xml.slice(open + 1, at - 1))
    }
  }
}

function after(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from)
  if (found < 0) throw new CutOffError('the end is missing')
  return found + mark.length
}

/** A value may hold `>`. */
function endOfTag(xml: string, open: number): number {
  let quote = ''
  for (let at = open; at < xml.length; at++) {
    const char = xml.charAt(at)
    if (quote) quote = char === quote ? '' : quote
    else if (char === '"' || char === "'") quote = char
    else if (char === '>') return at + 1
  }
  throw new CutOffError('the end is missing')
}

// The look behind keeps a long run of letters from being tried at each of them.
const ATTRIBUTES = /(?<![\w.:-])(?<name>[\w.:-]+)\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)')/gu

function* tag(inside: string): Generator<Event, void> {
  const name = localName(/^\/?\s*(?<name>[^\s/]+)/u.exec(inside)?.groups?.['name'] ?? '')
  if (inside.startsWith('/')) {
    yield { kind: 'close', name }
    return
  }
  const pairs = [...inside.matchAll(ATTRIBUTES)].map(
    ({ groups }) => [groups?.['name'] ?? '', plain(groups?.['double'] ?? groups?.['single'] ?? '')] as const
  )
  yield { kind: 'open', name, attributes: Object.fromEntries(pairs) }
  if (inside.endsWith('/')) yield { kind: 'close', name }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }

/** The five names that XML itself knows, and characters by number; any other entity stays as it is written. */
const plain = (text: string): string =>
  text.replaceAll(/&(?:#x(?<hex>[\da-f]{1,6})|#(?<dec>\d{1,7})|(?<name>\w{2,4}));/giu, (whole, ...rest) => {
    const { hex, dec, name } = rest.at(-1) as { hex?: string; dec?: string; name?: string }
    if (name) return NAMED[name] ?? whole
    const code = hex ? Number.parseInt(hex, 16) : Number(dec)
    return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole
  })
