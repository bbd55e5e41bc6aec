/** A classifier of danger behind HTTP: posts `{ text }`, reads `{ kind }`. Nothing else of the person goes with it. */
import { z } from 'zod'
import type { Classifier } from '../platform/classifier.ts'
import { VendorError } from '../platform/errors.ts'

const verdictSchema = z.object({ kind: z.enum(['acute', 'other', 'none']) })

type Options = { readonly url: string; readonly key: string | undefined; readonly fetch: typeof fetch }

export const createClassifier = ({ url, key, fetch: call }: Options): Classifier => ({
  assess: async (text, signal) => {
    const answer = await call(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}) },
      body: JSON.stringify({ text }),
      redirect: 'error',
      signal
    })
    if (!answer.ok) throw new VendorError('safety-classifier', `answered ${answer.status}`, { retryable: true })
    return verdictSchema.parse(await answer.json())
  }
})
