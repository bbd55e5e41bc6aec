/** Structured logs on stdout: events and ids, never a token, a message body or an e-mail. */
import { pino, type Logger } from 'pino'

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>

const NEVER_LOGGED = ['email', 'text', 'token', 'authorization', 'cookie', 'secret', 'code', 'body']

export const createLog = (level: string, destination?: { write(line: string): void }): Log =>
  pino(
    {
      level,
      redact: { paths: NEVER_LOGGED.flatMap(key => [key, `*.${key}`]), censor: '[redacted]' },
      base: null
    },
    ...(destination ? [destination] : [])
  )
