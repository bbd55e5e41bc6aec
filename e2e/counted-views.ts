/** Numbers in the answers of the contract, and the table of docs/gate.md that says through what each is told. */
import { z } from 'zod'
import { COUNTED_VIEWS, GATES } from '../api/contract/counted-views.ts'
import type { Endpoint } from '../api/contract/endpoint.ts'

export const GATE_PAGE = new URL('../docs/gate.md', import.meta.url)
const BEGIN = '<!-- Made by `npm run access-matrix`. -->\n'

/** The page with its table as it should be. */
export function renderGate(page: string, endpoints: readonly Endpoint[]): string {
  const rows = endpoints.flatMap(({ method, path, access }) => {
    const gate = COUNTED_VIEWS[`${method} ${path}`]
    return gate ? [`| \`${method} ${path}\` | ${access} | ${GATES[gate]} |`] : []
  })
  const [prose = ''] = page.split(BEGIN)
  return `${prose}${BEGIN}${['', '| endpoint | for | told through |', '| --- | --- | --- |', ...rows].join('\n')}\n`
}

type Schema = Readonly<Record<string, unknown>>
const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null

/** Names of the properties that hold a number; those of a cell that has passed the gate as `gated`. */
export function numbersIn({ answer }: Pick<Endpoint, 'answer'>): ReadonlySet<string> {
  const root = z.toJSONSchema(answer, { io: 'output', unrepresentable: 'any' })
  const defs: Schema = isSchema(root.$defs) ? root.$defs : {}
  const found = new Set<string>()
  const seen = new Set<unknown>()
  const walk = (schema: unknown, name: string): void => {
    if (!isSchema(schema) || seen.has(schema)) return
    seen.add(schema)
    if (isCell(schema)) {
      found.add('gated')
      return
    }
    const { type, $ref, properties } = schema
    if ([type].flat().some(each => each === 'integer' || each === 'number')) found.add(name)
    if (typeof $ref === 'string') walk(defs[$ref.split('/').at(-1) ?? ''], name)
    if (isSchema(properties)) for (const [key, each] of Object.entries(properties)) walk(each, key)
    walk(schema['items'], name)
    walk(schema['additionalProperties'], name)
    for (const key of ['anyOf', 'oneOf', 'allOf', 'prefixItems'])
      if (Array.isArray(schema[key])) for (const each of schema[key] as readonly unknown[]) walk(each, name)
  }
  walk(root, '')
  return found
}

/** Of `api/contract/parts.ts` or `cell.ts`: one of its kinds is `blank`. */
function isCell({ oneOf, anyOf }: Schema): boolean {
  const kinds = [oneOf, anyOf]
    .flat()
    .flatMap(each => (isSchema(each) && isSchema(each['properties']) ? [each['properties']['kind']] : []))
  return kinds.some(kind => isSchema(kind) && kind['const'] === 'blank')
}
