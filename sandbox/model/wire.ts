/** What a service of chat completions sends, byte for byte: chunks of a stream, and Azure's refusals and filter results. */

export type ToolCall = { readonly name: string; readonly arguments: unknown }
/** What the model says to a request, or what it wants to call first. */
export type Reply = { readonly text?: string; readonly calls?: readonly ToolCall[] }

/** What a chunk carries beside what it says. */
export type Head = { readonly id: string; readonly created: number; readonly model: string; readonly azure: boolean }

const SAFE = {
  hate: { filtered: false, severity: 'safe' },
  self_harm: { filtered: false, severity: 'safe' },
  sexual: { filtered: false, severity: 'safe' },
  violence: { filtered: false, severity: 'safe' }
}
const UNSAFE = { ...SAFE, violence: { filtered: true, severity: 'medium' } }

const event = (data: unknown): string => `data: ${JSON.stringify(data)}\n\n`

const chunk = ({ id, created, model, azure }: Head, delta: object, finish: string | null = null): string =>
  event({
    choices: [
      {
        ...(azure ? { content_filter_results: finish === 'content_filter' ? UNSAFE : {} } : {}),
        delta,
        finish_reason: finish,
        index: 0,
        logprobs: null
      }
    ],
    created,
    id,
    model,
    object: 'chat.completion.chunk',
    system_fingerprint: 'fp_demo'
  })

/** Azure says first what its filter found in the prompt, in a chunk without choices. */
const promptFilter = event({
  choices: [],
  created: 0,
  id: '',
  model: '',
  object: '',
  prompt_filter_results: [{ prompt_index: 0, content_filter_results: { ...SAFE, jailbreak: { filtered: false } } }]
})

/** About as long as a token. */
const pieces = (text: string): readonly string[] => text.match(/\s*\S{1,6}/gu) ?? [text]

const calls = (head: Head, all: readonly ToolCall[]): readonly string[] =>
  all.flatMap(({ name, arguments: given }, index) => [
    chunk(head, {
      tool_calls: [{ index, id: `call_${index}_${head.id}`, type: 'function', function: { name, arguments: '' } }]
    }),
    ...pieces(JSON.stringify(given)).map(part =>
      chunk(head, { tool_calls: [{ index, function: { arguments: part } }] })
    )
  ])

export const filtered = (head: Head): string => chunk(head, {}, 'content_filter')

export function streamOf(head: Head, { text = '', calls: wanted = [] }: Reply): readonly string[] {
  const { id, created, model } = head
  const usage = { prompt_tokens: 900, completion_tokens: 40, total_tokens: 940 }
  return [
    ...(head.azure ? [promptFilter] : []),
    chunk(head, { role: 'assistant', content: '', refusal: null }),
    ...(text ? pieces(text).map(part => chunk(head, { content: part })) : []),
    ...calls(head, wanted),
    chunk(head, {}, wanted.length > 0 ? 'tool_calls' : 'stop'),
    event({ choices: [], created, id, model, object: 'chat.completion.chunk', usage }),
    'data: [DONE]\n\n'
  ]
}

/** Azure's words and codes; other services answer the same with `type`. */
export const REFUSALS = {
  key: {
    error: {
      code: '401',
      message:
        'Access denied due to invalid subscription key or wrong API endpoint. Make sure to provide a valid key for an active subscription and use a correct regional API endpoint for your resource.'
    }
  },
  deployment: {
    error: {
      code: 'DeploymentNotFound',
      message: 'The API deployment for this resource does not exist. If you created it lately, try again in a moment.'
    }
  },
  busy: {
    error: {
      code: '429',
      message: 'Requests have exceeded the token rate limit of your current pricing tier. Please retry later.'
    }
  },
  prompt: {
    error: {
      message:
        "The response was filtered due to the prompt triggering Azure OpenAI's content management policy. Please modify your prompt and retry.",
      type: null,
      param: 'prompt',
      code: 'content_filter',
      status: 400,
      innererror: { code: 'ResponsibleAIPolicyViolation', content_filter_result: UNSAFE }
    }
  },
  notStreamed: {
    error: { message: 'This stand-in streams only: set "stream"', type: 'invalid_request_error', code: null }
  }
} as const
