/** Why this nudge: the data behind it and what it rests on at once, then the record of what decided it. */
import { Accordion, AccordionHeader, AccordionItem, AccordionPanel } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { NudgeView } from '../../../api/contract/nudges.ts'
import { tellGrounds } from '../../../api/contract/receipt.ts'
import { useApp } from '../../context.ts'
import { Facts } from './fact.tsx'
import { Receipt } from './receipt.tsx'

type Props = { readonly nudge: NudgeView; readonly open: boolean }

export function Why({ nudge, open }: Props): ReactNode {
  const { words, locale } = useApp()
  const { ownNudges } = words
  return (
    <Accordion collapsible defaultOpenItems={open ? ['why'] : []}>
      <AccordionItem value="why">
        <AccordionHeader size="small" button={{ 'aria-label': ownNudges.answerOf(ownNudges.why, nudge.action) }}>
          {ownNudges.why}
        </AccordionHeader>
        <AccordionPanel>
          <Facts told={tellGrounds(nudge, locale)} />
          <Receipt nudgeId={nudge.nudgeId} />
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  )
}
