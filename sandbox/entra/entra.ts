/** The Entra ID stand-in: discovery, keys, tokens and consent on the wire; tenants, apps and accounts by control functions. */
import { Router, type NextFunction, type Request, type Response } from 'express'
import { createStandin, type StandinOptions } from '../harness/standin.ts'
import { adminConsentRoutes } from './admin-consent.ts'
import { authorizeRoutes } from './authorize.ts'
import { createControls } from './controls.ts'
import { openDirectory } from './directory.ts'
import type { Office } from './grants.ts'
import { metadataRoutes } from './metadata.ts'
import { createMint } from './mint.ts'
import { openPublishedKeys } from './published.ts'
import { EntraRefusalError, sendRefusal } from './refusals.ts'
import { issueSsoToken, type SsoRequest } from './sso.ts'
import { tokenRoutes } from './token.ts'

type EntraOptions = Omit<StandinOptions, 'name'>
export type EntraStandin = ReturnType<typeof createEntraStandin>

export function createEntraStandin(options: EntraOptions) {
  const standin = createStandin({ ...options, name: 'entra' })
  const directory = openDirectory(standin.store)
  const keys = openPublishedKeys(standin.store)
  const office: Office = { directory, keys, mint: createMint(keys) }
  const router = Router()
  metadataRoutes(router, standin, directory, keys)
  tokenRoutes(router, office)
  authorizeRoutes(router, office)
  adminConsentRoutes(router, directory)
  standin.app.use(router)
  standin.app.use((error: unknown, req: Request, res: Response, next: NextFunction) => {
    if (error instanceof EntraRefusalError) sendRefusal(req, res, error)
    else next(error)
  })
  return {
    standin,
    ...createControls(directory),
    /** What Teams hands to a tab, or for tests of attacks a forgery of it. Rejects with TeamsSsoError where Teams would refuse. */
    teamsSsoToken: (request: SsoRequest): Promise<string> => issueSsoToken(office, request),
    /** Signs with a new key from now on; tokens of the older ones stay good. */
    rotateKeys: keys.tenants.rotate,
    /** Withdraws all older keys: their tokens fail from now on. */
    retireKeys: keys.tenants.retire,
    jwksUrl: (): string => `${standin.url()}/common/discovery/v2.0/keys`,
    listen: (): Promise<void> => standin.listen(),
    [Symbol.asyncDispose]: (): Promise<void> => standin[Symbol.asyncDispose]()
  }
}
