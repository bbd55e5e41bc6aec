/** A browser's request at the provider or at a page of the sign-in: one unit of storage, and what the browser keeps itself. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Deps } from '../platform/deps.ts'
import { deviceOf } from './device.ts'
import { createFreshCodes } from './fresh-codes.ts'
import { createSealedInteractions } from './sealed-interaction.ts'
import { openUnit, type Unit } from './unit.ts'

export type OpenVisit = (req: IncomingMessage, res: ServerResponse) => Promise<Unit>

export function createVisits(deps: Deps): OpenVisit {
  const sealed = createSealedInteractions(deps.config)
  const codes = createFreshCodes(deps)
  return (req, res) =>
    openUnit(deps, {
      device: deviceOf(req.headers['user-agent'] ?? ''),
      interactions: sealed(req, res),
      codes: codes()
    })
}
