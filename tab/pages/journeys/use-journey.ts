/** One journey as it is saved, and the author's draft on top of it. */
import type { z } from 'zod'
import { getJourney, listJourneys, saveJourney, type JourneyContent } from '../../../api/contract/journeys.ts'
import { useApp } from '../../context.ts'
import { useDesk, type Desk } from '../../use-desk.ts'

export type JourneyView = z.output<typeof getJourney.answer>
export type Choices = z.output<typeof listJourneys.answer>['choices']
export type Draft = { readonly name: string; readonly content: JourneyContent }
export type JourneyDesk = Desk<{ readonly view: JourneyView; readonly choices: Choices }, Draft>

export function useJourney(journeyId: string): JourneyDesk {
  const { session } = useApp()
  return useDesk<{ readonly view: JourneyView; readonly choices: Choices }, Draft>({
    load: async () => {
      const [view, { choices }] = await Promise.all([
        session.call(getJourney, { params: { journeyId } }),
        session.call(listJourneys)
      ])
      return { view, choices }
    },
    save: (draft, { view }) =>
      session.call(saveJourney, { params: { journeyId }, body: { basedOn: view.revision, ...draft } })
  })
}
