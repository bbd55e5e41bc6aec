/** The product as one person's tab asks it, with their own token. */
import { createClient, type Client } from '../../api/contract/client.ts'
import { exchangeTeamsToken } from '../../api/contract/identity.ts'
import { DEMO } from '../env.ts'
import type { KnownPerson } from '../seed.ts'
import type { World } from '../world.ts'

export async function asPerson(world: World, { tid, oid }: KnownPerson): Promise<Client> {
  const product = { baseUrl: world.addresses.product, fetch }
  const token = await world.entra.teamsSsoToken({ tid, oid, clientId: DEMO.tabClientId })
  const { accessToken } = await createClient(product)(exchangeTeamsToken, { body: { token } })
  return createClient({ ...product, token: async () => accessToken })
}
