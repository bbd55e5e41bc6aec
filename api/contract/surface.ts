/** Where somebody is follows from the client that their token was made for: the page has no say in it. */
import type { Surface } from './coach.ts'

export const WEB_CLIENT = 'ci-web'
/** Of the client of each company's coach inside its learning systems; the company's id follows. */
export const EMBED_PREFIX = 'embed-'

export function surfaceOf(clientId: string): Surface {
  if (clientId.startsWith(EMBED_PREFIX)) return 'lms'
  return clientId === WEB_CLIENT ? 'web' : 'tab'
}
