/** What `npm start` takes. Pure. */
import type { parseArgs } from 'node:util'

export type StartOptions = {
  readonly kind: 'start'
  readonly folder: string
  readonly port: number
  /** Forget everything and start over. */
  readonly fresh: boolean
}

export const USAGE = `npm start -- [options]
  --port N        the window and the product listen on N, the stand-ins on N+1 to N+6 (4100)
  --data FOLDER   where everything is kept (.data)
  --fresh         forget everything and start over
  --help          this text
`

export class ArgumentError extends Error {
  override readonly name = 'ArgumentError'
  readonly code = 'argument_invalid'
}

const HIGHEST = 65_535 - 6

/** @throws ArgumentError saying what is wrong and how to see the options. */
export function readArguments(
  args: readonly string[],
  parse: typeof parseArgs
): StartOptions | { readonly kind: 'help' } {
  const { values } = parseOrExplain(args, parse)
  if (values.help) return { kind: 'help' }
  const port = Number(values.port ?? 4100)
  if (!Number.isInteger(port) || port < 1024 || port > HIGHEST)
    throw new ArgumentError(`"--port ${values.port}" is not a port. Give a number from 1024 to ${HIGHEST}`)
  return { kind: 'start', folder: values.data ?? '.data', port, fresh: values.fresh ?? false }
}

function parseOrExplain(args: readonly string[], parse: typeof parseArgs) {
  try {
    return parse({
      args: [...args],
      options: {
        port: { type: 'string' },
        data: { type: 'string' },
        fresh: { type: 'boolean' },
        help: { type: 'boolean' }
      }
    })
  } catch (error) {
    throw new ArgumentError(`${error instanceof Error ? error.message : 'Not understood'}\n\n${USAGE}`)
  }
}
