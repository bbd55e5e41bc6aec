/** Authors' page: all journeys, or one of them to write, see, publish and start. */
import { useState, type ReactNode } from 'react'
import { JourneyEditor } from './editor.tsx'
import { JourneyList } from './list.tsx'

export function JourneysPage(): ReactNode {
  const [opened, setOpened] = useState<string>()
  return opened ? (
    <JourneyEditor key={opened} journeyId={opened} onBack={() => setOpened(undefined)} />
  ) : (
    <JourneyList onOpen={setOpened} />
  )
}
