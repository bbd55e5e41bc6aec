/** Who calls the interface in a test is what its token says: signing in is not what is tested there. */
import { roleSchema } from './contract/roles.ts'
import { ProblemError } from './platform/errors.ts'
import type { Authenticate, Hold } from './platform/http.ts'

/** `operator`, or `organization/person/role,role`. */
export const authenticateByName: Authenticate = async token => {
  if (token === 'operator') return { kind: 'operator' }
  const [organizationId, personId, roles = ''] = token.split('/')
  if (!organizationId || !personId) throw new ProblemError('unauthenticated', 'Sign in to go on')
  const held = roleSchema.array().parse(roles.split(',').filter(Boolean))
  return { kind: 'person', organizationId, personId, roles: held, clientId: 'test' }
}

/** Nobody's access ends in these tests, so that nobody is cut off. */
export const holdForever: Hold = async () => ({ [Symbol.dispose]: () => undefined })
