/** What the admin sees first: what waits for a decision, the checklist, and whether everything is well. */
import type { ReactNode } from 'react'
import { Brake } from '../brake.tsx'
import { ConnectionHealth } from '../connection-health.tsx'
import { Returners } from '../returners.tsx'
import { Checklist } from './checklist.tsx'
import { ConnectedThings } from './connected.tsx'

export const Overview = (): ReactNode => (
  <>
    <Brake />
    <Returners />
    <Checklist />
    <ConnectionHealth />
    <ConnectedThings />
  </>
)
