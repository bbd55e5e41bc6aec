/** Azure OpenAI and services that speak the same protocol, as the SDK opens them; both by chat completions. */
import { createAzure } from '@ai-sdk/azure'
import { createOpenAICompatible } from '@ai-sdk/openai-compatible'
import { extractReasoningMiddleware, wrapLanguageModel, type LanguageModel } from 'ai'
import type { ModelProvider } from '../../contract/coach-engine.ts'
import { ModelError } from './model-error.ts'

export type OpenModel = {
  readonly model: LanguageModel
  readonly maxOutputTokens?: number
  readonly providerOptions?: { readonly openai: { readonly maxCompletionTokens: number } }
}

export type Opening = {
  readonly provider: ModelProvider
  readonly endpoint: string
  readonly model: string
  readonly key: string
  readonly fetch: typeof fetch
}

/** A draft of 120 words, and room for a model that thinks first. */
const MOST_TOKENS = 2000

export function openModel({ provider, endpoint, model, key, fetch: call }: Opening): OpenModel {
  const fetch = streamsOnly(provider, call)
  switch (provider) {
    case 'azure':
      return {
        model: createAzure({ baseURL: `${endpoint}/openai/v1`, apiKey: key, fetch }).chat(model),
        // A deployment's name does not tell what it is; models that reason refuse `max_tokens`.
        providerOptions: { openai: { maxCompletionTokens: MOST_TOKENS } }
      }
    case 'compatible':
      return {
        model: withoutThoughts(
          createOpenAICompatible({
            name: 'compatible',
            baseURL: endpoint,
            apiKey: key,
            fetch,
            ...(isOpenAi(endpoint) ? { transformRequestBody: renamed } : {})
          }).chatModel(model)
        ),
        maxOutputTokens: MOST_TOKENS
      }
  }
}

type Chat = ReturnType<ReturnType<typeof createOpenAICompatible>['chatModel']>

/** Open models that reason often think aloud in what they say. */
const withoutThoughts = (model: Chat): LanguageModel =>
  wrapLanguageModel({ model, middleware: extractReasoningMiddleware({ tagName: 'think' }) })

const isOpenAi = (endpoint: string): boolean => /(?:^|\.)openai\.com$/u.test(new URL(endpoint).hostname)

/** OpenAI itself left the older name behind; others often know no newer one. */
const renamed = ({ max_tokens, ...rest }: Record<string, unknown>): Record<string, unknown> => ({
  ...rest,
  max_completion_tokens: max_tokens
})

/** A page that somebody serves there instead would look like a stream that says nothing. */
const streamsOnly =
  (provider: ModelProvider, call: typeof fetch): typeof fetch =>
  async (input, init) => {
    const answer = await call(input, init)
    if (!answer.ok || answer.headers.get('content-type')?.includes('text/event-stream')) return answer
    await answer.body?.cancel()
    throw new ModelError(provider, 'garbled')
  }
