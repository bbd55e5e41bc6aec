/** What the admin sees first: what waits for a decision, and whether the connections are well. */
import type { ReactNode } from 'react'
import { Brake } from '../brake.tsx'
import { ConnectionHealth } from '../connection-health.tsx'
import { Returners } from '../returners.tsx'

export const Overview = (): ReactNode => (
  <>
    <Brake />
    <Returners />
    <ConnectionHealth />
  </>
)
