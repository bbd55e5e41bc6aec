/** Which hosts talk to which, and with which headers our pages come: from the configuration and the headers that the server writes. */
import { headersOf, TEAMS_HOSTS } from '../platform/http.ts'
import { code, heading, table, text, type Paper } from './document.ts'
import type { Facts } from './facts.ts'

type Place = { readonly path: string; readonly what: string; readonly headers: ReadonlyMap<string, string> }

export type Endpoints = {
  /** What people's devices reach; open these in a proxy or firewall. */
  readonly fromDevices: readonly (readonly [host: string, why: string])[]
  /** What our servers call; nothing to open on the company's side. */
  readonly fromServers: readonly (readonly [host: string, why: string])[]
  readonly pages: readonly Place[]
}

export async function endpointsOf({ product, company, model, reach }: Facts): Promise<Endpoints> {
  const { calls, domain, frameAncestors } = product
  const optional = (host: string | undefined, why: string): (readonly [string, string])[] => (host ? [[host, why]] : [])
  return {
    fromDevices: [
      [domain, 'the tab, the web app, sign-in and the interface, by HTTPS'],
      [calls.entra, 'sign-in with Microsoft, as Teams itself uses it'],
      ['res.cdn.office.net', 'teams-js reads Microsoft’s list of its hosts; without it it uses its own copy'],
      ...optional(company.learningSite, 'courses, opened by the person')
    ],
    fromServers: [
      [calls.bot, 'Bot Connector of Teams: messages to people and answers from them'],
      [calls.entra, 'tokens for the Bot Connector, and keys to check Teams’ tokens'],
      ...(company.signIn === 'provider' ? [[calls.workos, 'single sign-on and directory sync'] as const] : []),
      ...optional(reach.level > 0 ? calls.graph : undefined, 'Microsoft Graph, only what the chosen level allows'),
      ...optional(company.learningSite ? calls.thinkific : undefined, 'courses and enrollments'),
      ...optional(model, 'the company’s own language model'),
      ...optional(calls.mail, 'mail server'),
      ...optional(calls.classifier, 'classifier of danger')
    ],
    pages: [
      {
        path: '/tab/',
        what: 'the tab, framed by Teams',
        headers: await headersOf([...TEAMS_HOSTS, ...frameAncestors])
      },
      { path: '/v1/', what: 'the interface, framed by nobody', headers: await headersOf([]) }
    ]
  }
}

export const asJson = ({ fromDevices, fromServers, pages }: Endpoints, { product }: Facts) => ({
  fromDevices: fromDevices.map(([host, why]) => ({ host, port: 443, why })),
  fromServers: fromServers.map(([host, why]) => ({ host, why })),
  pages: pages.map(({ path, what, headers }) => ({
    url: `${product.publicUrl}${path}`,
    what,
    headers: Object.fromEntries(headers)
  }))
})

export function endpointsPaper(endpoints: Endpoints, facts: Facts): Paper {
  return {
    language: 'en',
    title: 'Endpoints and content security policy',
    about: `${facts.company.name} · ${facts.product.domain}`,
    blocks: [
      heading('From people’s devices'),
      text(
        'Outgoing HTTPS on port 443. There are no third-party cookies and no tracking; tokens stay in the memory of the page.'
      ),
      table(
        ['Host', 'For'],
        endpoints.fromDevices.map(([host, why]) => [`\`${host}\``, why])
      ),
      heading('From our servers'),
      text('Nothing of this needs opening on your side. Nothing connects into your network.'),
      table(
        ['Host', 'For'],
        endpoints.fromServers.map(([host, why]) => [`\`${host}\``, why])
      ),
      ...endpoints.pages.flatMap(({ path, what, headers }) => [
        heading(`Headers of ${path}: ${what}`),
        code([...headers].map(([name, value]) => `${name}: ${value}`).join('\n'))
      ])
    ]
  }
}
