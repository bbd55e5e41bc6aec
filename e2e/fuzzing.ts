/** Inputs for an endpoint made from its own schema: some that fit, most of them spoiled somewhere. */
import fc from 'fast-check'
import { z } from 'zod'

const NASTY: readonly unknown[] = [
  null,
  '',
  ' ',
  0,
  -1,
  1.5,
  Number.MAX_SAFE_INTEGER,
  1e308,
  true,
  [],
  {},
  [null],
  { toString: 'x', constructor: null },
  '\u0000',
  '\uD800',
  "'; drop table people; --",
  '../../etc/passwd',
  '%00',
  '${7*7}{{7*7}}',
  '<script>alert(1)</script>',
  'ñ😀\u202Eمرحبا',
  'x'.repeat(70_000),
  '9999-99-99T99:99:99Z',
  '-000001-01-01T00:00:00Z'
]

const nodeSchema = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  format: z.string().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  items: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional()
})

const anyNasty = fc.constantFrom(...NASTY)

/** Values that fit the schema's shape; texts and numbers within reason. */
function fitting(schema: unknown): fc.Arbitrary<unknown> {
  const node = nodeSchema.parse(schema ?? {})
  const { properties = {}, required = [] } = node
  if (node.const !== undefined) return fc.constant(node.const)
  if (node.enum) return fc.constantFrom(...node.enum)
  const choices = node.anyOf ?? node.oneOf
  if (choices?.length) return fc.oneof(...choices.map(fitting))
  switch (Array.isArray(node.type) ? node.type[0] : node.type) {
    case 'object':
      return fc.record(Object.fromEntries(Object.entries(properties).map(([name, each]) => [name, fitting(each)])), {
        requiredKeys: required
      })
    case 'array':
      return fc.array(fitting(node.items), { maxLength: 3 })
    case 'integer':
      return fc.integer({ min: 0, max: 1000 })
    case 'number':
      return fc.double({ noNaN: true, min: 0, max: 1000 })
    case 'boolean':
      return fc.boolean()
    case 'string':
      return textFor(node.format)
    default:
      return anyNasty
  }
}

function textFor(format: string | undefined): fc.Arbitrary<string> {
  if (format === 'date-time') return fc.date({ noInvalidDate: true, min: new Date(0) }).map(at => at.toISOString())
  if (format === 'uri') return fc.webUrl()
  if (format === 'uuid') return fc.uuid()
  return fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.constantFrom('org_x', 'per_x', 'mañana'))
}

/** Replaces, adds or drops one part. */
const spoiled = (value: unknown): fc.Arbitrary<unknown> => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return anyNasty
  const names = Object.keys(value)
  const replaced = fc.tuple(fc.constantFrom(...(names.length > 0 ? names : ['extra'])), anyNasty)
  return fc.oneof(
    anyNasty,
    replaced.map(([name, nasty]) => ({ ...value, [name]: nasty })),
    anyNasty.map(nasty => ({ ...value, __proto__: nasty, extra: nasty })),
    replaced.map(([name]) => Object.fromEntries(Object.entries(value).filter(([each]) => each !== name)))
  )
}

/** @param schema of what is sent, as the contract has it. */
export function inputsFor(schema: z.ZodType): fc.Arbitrary<unknown> {
  const fits = fitting(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }))
  return fc.oneof({ weight: 1, arbitrary: fits }, { weight: 3, arbitrary: fits.chain(spoiled) })
}

/** What may stand in a path or a query: text, as hostile as it comes. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  anyNasty.map(nasty => String(typeof nasty === 'object' ? JSON.stringify(nasty) : nasty).slice(0, 500)),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
  fc.constantFrom('org_x', 'per_x', 'pln_x', '.', '..', '%', '%E0%A4%A')
)
