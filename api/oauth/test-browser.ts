/** A browser's cookies and redirects, no more: it follows them between the given origins and stops at any other. */
export type Browser = {
  /** Follows redirects; the last answer, or the address of another origin where it stopped. */
  open(url: string): Promise<{
    readonly url: string
    readonly response: Response | undefined
    /** Where it stopped: the answer that led there. */
    readonly redirectedBy?: Response | undefined
  }>
  post(
    url: string,
    form: Readonly<Record<string, string>>
  ): Promise<{ readonly url: string; readonly response: Response | undefined }>
  /** One answer, redirects not followed. */
  ask(url: string): Promise<Response>
  forget(): void
  /** Another with the same cookies, as a thief or a backup has it. */
  copy(): Browser
  /** Of every cookie of this name. */
  values(name: string): readonly string[]
  /** Changes the value of every cookie of this name. */
  alter(name: string, change: (value: string) => string): void
}

type Cookie = { readonly name: string; readonly value: string; readonly path: string; readonly host: string }
const MAX_REDIRECTS = 15

/** @param headers of every request, such as the address that a proxy saw. */
export function createBrowser(
  origins: readonly string[],
  headers: Readonly<Record<string, string>> = {},
  cookies: readonly Cookie[] = []
): Browser {
  let jar = cookies
  const header = (url: URL): string =>
    jar
      .filter(({ host, path }) => host === url.host && url.pathname.startsWith(path))
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ')
  const keep = (url: URL, response: Response): void => {
    for (const line of response.headers.getSetCookie()) {
      const cookie = readCookie(url, line)
      jar = jar.filter(
        ({ name, path, host }) => !(name === cookie.name && path === cookie.path && host === cookie.host)
      )
      if (cookie.value) jar = [...jar, cookie]
    }
  }
  const ask = async (url: URL, request: RequestInit = {}): Promise<Response> => {
    const response = await fetch(url, {
      ...request,
      redirect: 'manual',
      headers: { 'accept-language': 'en', ...headers, ...request.headers, accept: 'text/html', cookie: header(url) }
    })
    keep(url, response)
    return response
  }
  const go = async (start: string, init: RequestInit): ReturnType<Browser['open']> => {
    let url = new URL(start)
    let request = init
    let redirectedBy: Response | undefined
    for (let step = 0; step < MAX_REDIRECTS; step++) {
      if (!origins.includes(url.origin)) return { url: url.href, response: undefined, redirectedBy }
      const response = await ask(url, request)
      const location = response.headers.get('location')
      if (!location) return { url: url.href, response }
      url = new URL(location, url)
      redirectedBy = response
      request = {}
    }
    throw new Error('too many redirects')
  }
  return {
    open: url => go(url, {}),
    post: (url, form) => go(url, { method: 'POST', body: new URLSearchParams(form) }),
    ask: url => ask(new URL(url)),
    forget: () => {
      jar = []
    },
    copy: () => createBrowser(origins, headers, jar),
    values: wanted => jar.flatMap(({ name, value }) => (name === wanted ? [value] : [])),
    alter: (name, change) => {
      jar = jar.map(cookie => (cookie.name === name ? { ...cookie, value: change(cookie.value) } : cookie))
    }
  }
}

function readCookie(url: URL, line: string): Cookie {
  const [pair = '', ...attributes] = line.split(';').map(part => part.trim())
  const at = pair.indexOf('=')
  const path = attributes.find(part => part.toLowerCase().startsWith('path='))?.slice(5) ?? '/'
  return { name: pair.slice(0, at), value: pair.slice(at + 1), path, host: url.host }
}
