/** HR's reports, with the channels that get them and looks at experiments as their own pages show them. */
import type { ReactNode } from 'react'
import { Look } from './experiments/look.tsx'
import { HrChannels } from './reach/channels.tsx'
import { Reports } from './report/page.tsx'

export const ReportPage = (): ReactNode => <Reports channels={<HrChannels />} look={Look} />
