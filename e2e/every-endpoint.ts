/** Every endpoint of the contract, whichever file it stands in, so that none is left out of what is said about all. */
import { readdirSync } from 'node:fs'
import type { Endpoint } from '../api/contract/endpoint.ts'

const FOLDER = new URL('../api/contract/', import.meta.url)

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'access' in value

/** By path and method. */
export async function everyEndpoint(): Promise<readonly Endpoint[]> {
  const names = readdirSync(FOLDER).filter(name => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  const files = await Promise.all(
    names.map(async name => (await import(new URL(name, FOLDER).href)) as Record<string, unknown>)
  )
  const found = files.flatMap(file => Object.values(file).filter(isEndpoint))
  return found.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
}

export const nameOf = ({ method, path }: Pick<Endpoint, 'method' | 'path'>): string => `${path} ${method}`
