/** Holds what the stand-in answered to WorkOS' published OpenAPI description, read as data. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Received } from '../harness/standin.ts'

const specSchema = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), z.looseObject({ responses: z.record(z.string(), z.unknown()) }))),
  components: z.looseObject({ schemas: z.record(z.string(), z.unknown()) })
})

/** The log keeps this much of an answer; what is longer cannot be read whole. */
const LOGGED = 20_000

const named = z.looseObject({ properties: z.looseObject({ event: z.object({ const: z.string() }).loose() }) })
const choiceSchema = z.looseObject({ oneOf: z.array(named).min(2) })

const text = readFileSync(createRequire(import.meta.url).resolve('@workos/openapi-spec/spec'), 'utf8')
const spec = specSchema.parse(JSON.parse(JSON.stringify(parse(text, { maxAliasCount: -1 })), byName))
// Formats and OpenAPI's own words are not what is checked: the shapes are.
const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true, discriminator: true })
ajv.addSchema({ $id: 'workos', components: spec.components })

const templates = Object.keys(spec.paths).map(path => ({
  path,
  literals: path.split('/').filter(part => !part.startsWith('{')).length,
  matches: new RegExp(`^${path.replaceAll(/\{[^}]+\}/gu, '[^/]+')}$`, 'u')
}))

/** What does not conform, a line each; calls that the description does not know are named too. */
export const complaintsAbout = (received: readonly Received[]): readonly string[] =>
  received.flatMap(call => {
    const path = new URL(call.path, 'http://workos.test').pathname
    const found = templates
      .filter(({ matches }) => matches.test(path))
      .toSorted((a, b) => b.literals - a.literals)[0]?.path
    const operation = found && spec.paths[found]?.[call.method.toLowerCase()]
    if (!operation) return [`${call.method} ${path} is not in the description`]
    const redirect = call.status >= 300 && call.status < 400
    if (redirect || call.response.length >= LOGGED) return []
    const schema = schemaOf(operation.responses[String(call.status)])
    if (!schema)
      return call.status < 400 && call.response ? [`${call.method} ${path} does not answer ${call.status}`] : []
    const validate = ajv.compile(absolute(schema))
    if (validate(JSON.parse(call.response))) return []
    return (validate.errors ?? []).map(
      ({ instancePath, message }) => `${call.method} ${path} ${call.status}: ${instancePath} ${message}`
    )
  })

const answerSchema = z.looseObject({
  content: z.looseObject({ 'application/json': z.looseObject({ schema: z.record(z.string(), z.unknown()) }) })
})
const schemaOf = (answer: unknown): Record<string, unknown> | undefined =>
  answerSchema.safeParse(answer).data?.content['application/json'].schema

const absolute = (schema: Record<string, unknown>): Record<string, unknown> =>
  z.record(z.string(), z.unknown()).parse(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"workos#/')))

/** An event is one of ninety kinds: its name says which, so that a complaint is about that one alone. */
function byName(_key: string, value: unknown): unknown {
  const choice = choiceSchema.safeParse(value)
  if (!choice.success) return value
  return { ...choice.data, type: 'object', required: ['event'], discriminator: { propertyName: 'event' } }
}
