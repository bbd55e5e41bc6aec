/** How msal reaches the configured login: it refuses authorities without https, and the configured one may be on loopback. */
export const MICROSOFT_LOGIN = 'https://login.microsoftonline.com'

const PATIENCE_MS = 8000

type Answer<T> = { readonly headers: Record<string, string>; readonly body: T; readonly status: number }
type Sent = { readonly headers?: Record<string, string>; readonly body?: string }

/** What msal calls a network client. Its host is exchanged here; msal checks the shape of what it gets. */
export function microsoftNetwork(entraUrl: string, fetchUrl: typeof fetch) {
  const call = async <T>(url: string, init: RequestInit): Promise<Answer<T>> => {
    const target = url.startsWith(`${MICROSOFT_LOGIN}/`) ? entraUrl + url.slice(MICROSOFT_LOGIN.length) : url
    const response = await fetchUrl(target, { ...init, signal: AbortSignal.timeout(PATIENCE_MS) })
    return {
      headers: Object.fromEntries(response.headers),
      body: (await response.json()) as T,
      status: response.status
    }
  }
  return {
    sendGetRequestAsync: <T>(url: string, options?: Sent) =>
      call<T>(url, { method: 'GET', headers: options?.headers ?? {} }),
    sendPostRequestAsync: <T>(url: string, options?: Sent) =>
      call<T>(url, {
        method: 'POST',
        headers: options?.headers ?? {},
        ...(options?.body === undefined ? {} : { body: options.body })
      })
  }
}
