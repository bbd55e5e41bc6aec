/** `npm run access-matrix`: writes docs/access-matrix.md, and the table of docs/gate.md, from the contract. Tests fail when a page is another. */
import { readFileSync, writeFileSync } from 'node:fs'
import type { Access, Endpoint } from '../api/contract/endpoint.ts'
import { GATE_PAGE, renderGate } from './counted-views.ts'
import { everyEndpoint } from './every-endpoint.ts'

export const MATRIX_PAGE = new URL('../docs/access-matrix.md', import.meta.url)

export const ROLES = [
  'nobody',
  'employee',
  'manager',
  'hr',
  'author',
  'support',
  'it',
  'owner',
  'admin',
  'staff',
  'operator'
] as const
export type MatrixRole = (typeof ROLES)[number]

/** Who may call what is for whom. Written down here once more, apart from the product: the two are held against each other. */
const MAY: Readonly<Record<Access, readonly MatrixRole[]>> = {
  public: ROLES,
  person: ['employee', 'manager', 'hr', 'author', 'support', 'it', 'owner', 'admin', 'staff'],
  hr: ['hr'],
  author: ['author', 'hr'],
  material: ['author', 'owner', 'admin'],
  support: ['support', 'it', 'owner', 'admin'],
  it: ['it', 'owner', 'admin'],
  owner: ['owner', 'admin'],
  admin: ['owner', 'admin'],
  staff: ['staff'],
  operator: ['operator']
}

export const mayCall = (role: MatrixRole, { access }: Pick<Endpoint, 'access'>): boolean => MAY[access].includes(role)

const HEAD = `# Who may call what

Made from the contract by \`npm run access-matrix\`; \`e2e/access-matrix.test.ts\` fails when this page is not what the contract says,
and calls every endpoint over HTTP as each of these roles.

- **employee** is any person of a company. Everything under \`/v1/me\` is about the caller alone: no such path takes a person's id.
- **manager** is whom the directory names as somebody's manager. A manager has no endpoint of their own: they see what an employee sees.
- **hr** sees reports and experiments, past the gate of at least eight people.
- **author** is a coach of the company: writes journeys (HR may too) and keeps the material that the coach quotes. Sees nobody's figures.
- **support** looks up whether somebody has access and what they are enrolled in, and has the learning site asked again. Changes no rule.
- **it** keeps identity, Teams, connections and the audit log.
- **owner** has all of the company's set-up: roles, API keys, webhooks, leaving, retention, and courses. By person, support, it and owner
  see the training record (enrolled, completed, when). The agreement that everybody reads says so.
- **admin** is owner and it in one, for companies that gave one role for all. [roles.md](roles.md) has who gives roles and how they end.
- **staff** is ConsciousInsights' own people. What they may read of a conversation is in [privacy.md](privacy.md): only after a second
  one agreed, for an hour at most, and the person sees it.
- **operator** is the token with which ConsciousInsights sets companies up. It opens no person's endpoint.
- **key** is an API key of the company's own system: the column names the scope that it must have, and where there is none, no key is let in
  (what is for anybody aside). [api-keys.md](api-keys.md) has how keys are made, used and ended.

No answer to manager, hr, author, support, it, owner, admin, operator or a key holds what a person wrote, planned, has remembered or answered, and none
holds how much a person uses the product: the test plants such words and looks for them in every answer.

`

/** Whether a key with these scopes is let in: what is for anybody is for it too. */
export const keyMayCall = (scopes: readonly string[], { access, scope }: Pick<Endpoint, 'access' | 'scope'>): boolean =>
  access === 'public' || (scope !== undefined && scopes.includes(scope))

export function renderMatrix(endpoints: readonly Endpoint[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  const rows = endpoints.map(each =>
    line([
      `\`${each.method} ${each.path}\``,
      ...ROLES.map(role => (mayCall(role, each) ? 'yes' : '')),
      each.scope ? `\`${each.scope}\`` : ''
    ])
  )
  const head = [line(['endpoint', ...ROLES, 'key']), line(['---', ...ROLES.map(() => '---'), '---'])]
  return `${HEAD}${[...head, ...rows].join('\n')}\n`
}

if (process.argv[1] === import.meta.filename) {
  const endpoints = await everyEndpoint()
  writeFileSync(MATRIX_PAGE, renderMatrix(endpoints))
  writeFileSync(GATE_PAGE, renderGate(readFileSync(GATE_PAGE, 'utf8'), endpoints))
}
