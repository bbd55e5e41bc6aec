/** Whether a text is an origin that may frame a company's coach. Pure. */
const LABEL = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/u
const LOOPBACK = /^(?:127\.0\.0\.1|(?:[a-z0-9-]+\.)?localhost)$/u
const LONGEST_HOST = 253

export type OriginRules = {
  /** An installation on loopback has its learning system there too, without a certificate. */
  readonly loopback: boolean
}

/**
 * `https://host[:port]`, where the first label may be `*`. What it gives stands in a header: nothing but host and port gets through.
 * @returns undefined for anything else.
 */
export function readOrigin(text: string, { loopback }: OriginRules): string | undefined {
  const trimmed = text.trim().toLowerCase().replace(/\/$/u, '')
  const parts = /^(?<scheme>https?):\/\/(?<wild>\*\.)?(?<host>[a-z0-9.-]+)(?<port>:\d{1,5})?$/u.exec(trimmed)?.groups
  if (!parts) return undefined
  const { scheme, wild = '', host = '', port = '' } = parts
  if (!isPort(port)) return undefined
  if (LOOPBACK.test(host)) return loopback && !wild ? `${scheme}://${host}${port}` : undefined
  if (scheme !== 'https' || !isName(host)) return undefined
  return `https://${wild}${host}${port === ':443' ? '' : port}`
}

const isPort = (port: string): boolean => port === '' || (Number(port.slice(1)) > 0 && Number(port.slice(1)) <= 65_535)

/** Two labels at least, so that no `*.` stands before a whole country; a number at the end is an address, not a name. */
function isName(host: string): boolean {
  const labels = host.split('.')
  const last = labels.at(-1) ?? ''
  return (
    host.length <= LONGEST_HOST && labels.length >= 2 && labels.every(each => LABEL.test(each)) && !/^\d/u.test(last)
  )
}
