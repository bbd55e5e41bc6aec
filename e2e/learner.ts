/** A browser without a window: follows redirects and keeps cookies by path, as a person signing in to the learning site. */
import * as control from '../sandbox/control/contract.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { peopleOf } from '../sandbox/seed.ts'

const MOST_HOPS = 20

/** @returns the page the person ends on. */
export async function signInAtSite(box: Pick<Sandbox, 'call' | 'world'>, personKey: string): Promise<string> {
  const { url } = await box.call(control.getLearningLink, { params: { personKey } })
  const email = peopleOf(box.world).get(personKey)?.email ?? ''
  const jar = new Map<string, Map<string, string>>()
  let next = new URL(url)
  for (let hop = 0; hop < MOST_HOPS; hop++) {
    // The provider's page: the person is named instead of typing.
    if (next.pathname.startsWith('/login/')) next.searchParams.set('sign_in_as', email)
    const cookies = [...(jar.get(next.origin) ?? new Map<string, string>())]
      .map(([name, value]) => `${name}=${value}`)
      .join('; ')
    const response = await fetch(next, { redirect: 'manual', headers: cookies ? { cookie: cookies } : {} })
    keep(jar, next.origin, response.headers.getSetCookie())
    const location = response.headers.get('location')
    if (!location) return response.text()
    next = new URL(location, next)
  }
  throw new Error('the sign-in went in circles')
}

function keep(jar: Map<string, Map<string, string>>, origin: string, lines: readonly string[]): void {
  const cookies = jar.get(origin) ?? new Map<string, string>()
  jar.set(origin, cookies)
  for (const line of lines) {
    const [pair = ''] = line.split(';')
    const at = pair.indexOf('=')
    cookies.set(pair.slice(0, at), pair.slice(at + 1))
  }
}
