/** What the tour shows of nudges: a message that HR wants sent to everybody, and what comes to one person. */
import { createClient } from '../../api/contract/client.ts'
import { createCampaignFor, turnCampaignFor, type CampaignContent } from '../../api/contract/campaigns.ts'
import { getNudges } from '../../api/contract/nudges.ts'
import { ProblemError } from '../../api/platform/errors.ts'
import type { Api } from '../../api/platform/http.ts'
import { DAY } from '../../api/platform/time.ts'
import { companiesOf, type KnownPerson } from '../seed.ts'
import type { World } from '../world.ts'
import { asPerson } from './as-person.ts'
import * as contract from './contract.ts'
import { need } from './people.ts'

export function campaignRoutes(world: World, api: Api): void {
  api.serve(contract.startCampaign, async ({ params: { companyKey } }) => {
    const organizationId = companiesOf(world).get(companyKey)?.organizationId
    if (!organizationId) throw new ProblemError('not_found', `No company "${companyKey}"`)
    const call = createClient({
      baseUrl: world.addresses.product,
      fetch,
      token: async () => world.secrets.operatorToken
    })
    const { campaignId } = await call(createCampaignFor, { params: { organizationId }, body: campaignFrom(world) })
    await call(turnCampaignFor, { params: { organizationId, campaignId }, body: { turn: 'start', basedOn: 1 } })
    return { campaignId }
  })
  api.serve(contract.getComing, async ({ params }) => ({
    nudges: await comingTo(world, need(world, params.personKey))
  }))
}

const campaignFrom = ({ clock }: World): CampaignContent => ({
  name: 'Thank somebody before the quarter ends (demo)',
  audience: [{ by: 'language', anyOf: ['en', 'es'], except: false }],
  words: {
    en: {
      action: 'Thank one colleague from another team, and say what their help made possible.',
      whyNow: 'The quarter ends soon, and what they did is still fresh.',
      evidence: ''
    },
    es: {
      action: 'Agradece a alguien de otro equipo y di qué hizo posible su ayuda.',
      whyNow: 'El trimestre termina pronto y lo que hizo todavía está fresco.',
      evidence: ''
    }
  },
  minutes: 2,
  from: dayOf(clock.now()),
  until: dayOf(new Date(clock.now().getTime() + 60 * DAY)),
  rank: 'first'
})

const dayOf = (at: Date): string => at.toISOString().slice(0, 10)

/** As the tab asks. */
async function comingTo(world: World, person: KnownPerson) {
  const { nudges } = await (await asPerson(world, person))(getNudges)
  return nudges.filter(({ state }) => state === 'planned').map(({ kind, dueAt }) => ({ kind, dueAt }))
}
