/** What a failure is called that no server has heard of: its host, its moment, and what tells it from another of that second. */
import { openedIn } from './hosts/kind.ts'

/** None that is taken for another when it is read out. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

/** `web-20261127-143205-k7qm`, by UTC. */
export function newReference(at: Date): string {
  const [day, time] = at.toISOString().slice(0, 19).replaceAll(/[-:]/gu, '').split('T')
  const letters = [...crypto.getRandomValues(new Uint8Array(4))].map(byte => LETTERS[byte % LETTERS.length])
  return `${openedIn()}-${day}-${time}-${letters.join('')}`
}
