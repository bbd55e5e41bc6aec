/** One leaver watched: everything they hold is tried at every process until all of it is dead. */
import { createClient } from '../../api/contract/client.ts'
import { getMe } from '../../api/contract/directory.ts'
import { exchangeTeamsToken } from '../../api/contract/identity.ts'
import type { WebPerson } from '../web-person.ts'

const LOOK_MS = 150
const PATIENCE_MS = 20_000

export type Leaver = {
  readonly personKey: string
  /** Their own address, as a proxy saw it: what they are refused counts for nobody else. */
  readonly headers: Readonly<Record<string, string>>
  /** What Teams hands to the tab; it lives an hour. */
  readonly teamsToken: string
  /** Every CI token this person was ever given here. */
  readonly accessTokens: string[]
  readonly web: WebPerson | undefined
}

/** A process that does not answer lets nobody in. */
const orNo = (asked: Promise<boolean>): Promise<boolean> => asked.catch(() => false)

const opens = (url: string, accessToken: string): Promise<boolean> =>
  orNo(createClient({ baseUrl: url, fetch, token: async () => accessToken })(getMe).then(() => true))

const fetchFrom =
  ({ headers }: Leaver): typeof fetch =>
  (input, init) =>
    fetch(input, { ...init, headers: { ...init?.headers, ...headers } })

/** Exchanges the Teams token; what comes of it joins the tokens that must die. */
export const mint = (url: string, leaver: Leaver): Promise<boolean> =>
  orNo(
    createClient({ baseUrl: url, fetch: fetchFrom(leaver) })(exchangeTeamsToken, {
      body: { token: leaver.teamsToken }
    }).then(({ accessToken }) => {
      leaver.accessTokens.push(accessToken)
      return true
    })
  )

async function refreshes({ web, accessTokens }: Leaver): Promise<boolean> {
  const tokens = await web?.refresh()
  if (tokens) accessTokens.push(tokens.accessToken)
  return tokens !== undefined
}

/** @returns how many of the ways in still work; `all` tries every token and the browser's session, not just the newest. */
export async function waysIn(urls: readonly string[], leaver: Leaver, all: 'newest' | 'all'): Promise<number> {
  const tokens = all === 'all' ? leaver.accessTokens : leaver.accessTokens.slice(-1)
  const tried = [
    ...urls.flatMap(url => tokens.map(token => opens(url, token))),
    ...urls.map(url => mint(url, leaver)),
    orNo(refreshes(leaver)),
    ...(all === 'all' && leaver.web ? [orNo(leaver.web.hasSession())] : [])
  ]
  return (await Promise.all(tried)).filter(Boolean).length
}

/** @returns milliseconds from `since` (of `performance.now()`) until nothing works any more. */
export async function untilDead(urls: readonly string[], leaver: Leaver, since: number): Promise<number> {
  for (;;) {
    const alive = await waysIn(urls, leaver, 'newest')
    const ms = performance.now() - since
    if (alive === 0 || ms > PATIENCE_MS) return ms
    await new Promise(resolve => setTimeout(resolve, LOOK_MS))
  }
}
