/** Whose role opens what is for a role; the annex tells it from here too. */
import type { Access } from './endpoint.ts'
import type { Role } from './roles.ts'

/** HR may write what authors write. */
export const HOLDERS = {
  hr: ['hr'],
  author: ['author', 'hr'],
  material: ['author', 'admin', 'owner'],
  admin: ['admin', 'owner'],
  owner: ['owner', 'admin'],
  it: ['it', 'owner', 'admin'],
  support: ['support', 'it', 'owner', 'admin']
} as const satisfies Readonly<Record<Exclude<Access, 'public' | 'person' | 'staff' | 'operator'>, readonly Role[]>>
