/** How calls to Teams travel: kept connections, one attempt each, and an end to waiting for an answer. */
import { Agent, request, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import { Agent as SecureAgent, request as secureRequest } from 'node:https'
import { SECOND } from '../api/platform/time.ts'

export type Call = {
  readonly url: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}
export type Answer = {
  readonly status: number
  readonly headers: Readonly<IncomingHttpHeaders>
  readonly body: string
}

/** @throws NoAnswerError, or what the network said. */
export type Post = (call: Call) => Promise<Answer>

/** Longer than Teams takes on a bad day; a connection that died silently is noticed by nothing else. */
const ANSWER_MS = 20 * SECOND
const KEPT = { keepAlive: true, maxFreeSockets: 64 }

class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError'
  readonly code = 'no_answer'
}

/** @param answerMs after which a call counts as unanswered. */
export function createPost(answerMs = ANSWER_MS): Post {
  const agents = { http: new Agent(KEPT), https: new SecureAgent(KEPT) }
  return ({ url, method, headers, body }) => {
    const { promise, resolve, reject } = Promise.withResolvers<Answer>()
    // Handed over in parts: Node makes a request of a text in a fifth more time.
    const { protocol, hostname, port, pathname, search } = new URL(url)
    const secure = protocol === 'https:'
    const options = {
      method,
      hostname,
      port,
      path: `${pathname}${search}`,
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      agent: secure ? agents.https : agents.http
    }
    const sent = (secure ? secureRequest : request)(options, answer => {
      answer.once('error', reject)
      whole(answer, resolve)
    })
    const late = setTimeout(() => sent.destroy(new NoAnswerError(`no answer within ${answerMs} ms`)), answerMs)
    sent.once('error', reject)
    sent.once('close', () => clearTimeout(late))
    sent.end(body)
    return promise
  }
}

function whole(answer: IncomingMessage, done: (whole: Answer) => void): void {
  const { statusCode: status = 0, headers } = answer
  let body = ''
  answer.setEncoding('utf8')
  answer.on('data', (part: string) => (body += part))
  answer.once('end', () => done({ status, headers, body }))
}
