/** What journeys and campaigns propose. Whether it still stands is judged by `authored-standing.ts`, which knows of pauses and corrections. */
import { pageOfSomebody, type Somebody } from './somebody.ts'
import type { Page, Proposals, Source } from './source.ts'
import { campaignCandidates, journeyCandidates, type Asked } from './sources.ts'
import type { Trx } from '../platform/database.ts'

/** Read once for both, and only where one of them runs. */
const read = new WeakMap<Page, Promise<readonly Somebody[]>>()

function peopleOf(page: Page): Promise<readonly Somebody[]> {
  const known = read.get(page) ?? readPeople(page)
  read.set(page, known)
  return known
}

const readPeople = async ({ trx, organization, listeners }: Page): Promise<readonly Somebody[]> =>
  (await pageOfSomebody(trx, organization, { ids: listeners.map(({ personId }) => personId) })).people

const from =
  (propose: (trx: Trx, asked: Asked) => Promise<Proposals>) =>
  async (page: Page): Promise<Proposals> => {
    if (page.listeners.length === 0) return new Map()
    const { trx, organization, now } = page
    return propose(trx, { organization, people: () => peopleOf(page), now })
  }

export const authored: readonly Source[] = [
  { owns: 'journey:', gone: undefined, propose: from(journeyCandidates) },
  { owns: 'campaign:', gone: undefined, propose: from(campaignCandidates) }
]
