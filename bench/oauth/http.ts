/** A browser of few parts, so that the load costs little beside what it measures: kept connections, cookies, no parsing. */
import { Agent, request } from 'node:http'

export type Answer = { readonly status: number; readonly location: string | undefined; readonly body: string }
export type Browser = {
  get(url: string): Promise<Answer>
  post(url: string, form: Readonly<Record<string, string>>): Promise<Answer>
}

export function createAgent(width: number): Agent {
  return new Agent({ keepAlive: true, maxSockets: width })
}

/** Cookies of one host, whatever their paths: the provider's names differ. */
export function createBrowser(agent: Agent): Browser {
  const cookies = new Map<string, string>()
  const send = (url: string, method: string, form?: string): Promise<Answer> => {
    const { promise, resolve, reject } = Promise.withResolvers<Answer>()
    const headers = {
      accept: 'text/html',
      cookie: [...cookies].map(pair => pair.join('=')).join('; '),
      ...(form === undefined
        ? {}
        : { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(form) })
    }
    const asked = request(url, { method, agent, headers }, answer => {
      for (const line of answer.headers['set-cookie'] ?? []) {
        const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=', 2)
        if (value) cookies.set(name, value)
        else cookies.delete(name)
      }
      let body = ''
      answer.setEncoding('utf8')
      answer.on('data', (part: string) => (body += part))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, location: answer.headers.location, body }))
    })
    asked.on('error', reject)
    asked.end(form)
    return promise
  }
  return {
    get: url => send(url, 'GET'),
    post: (url, form) => send(url, 'POST', new URLSearchParams(form).toString())
  }
}
