/** Each correction of a campaign, newest first, with what became of its cards. */
import { Button, Subtitle2, Text } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import { listCorrections } from '../../../api/contract/corrections.ts'
import { formatMoment, useApp } from '../../context.ts'
import { Loading, useLoaded, useLookAgain } from '../../load.tsx'
import { Figures } from './figures.tsx'

/** While one is under way. */
const LOOK_MS = 3000

type Correction = z.output<typeof listCorrections.answer>['corrections'][number]

export function Corrections({ campaignId }: { readonly campaignId: string }): ReactNode {
  const { session, words } = useApp()
  const { campaigns } = words
  const loaded = useLoaded(() => session.call(listCorrections, { params: { campaignId } }))
  const isUnderWay = loaded.value?.corrections.some(({ endedAt }) => !endedAt)
  useLookAgain(loaded, isUnderWay ? LOOK_MS : undefined)
  return (
    <Loading loaded={loaded}>
      {({ corrections }) =>
        corrections.length > 0 && (
          <section aria-label={campaigns.corrections.done} aria-live="polite">
            <Subtitle2 as="h3">{campaigns.corrections.done}</Subtitle2>
            {corrections.map(each => (
              <Line key={each.correctionId} correction={each} />
            ))}
            <Button size="small" onClick={loaded.reload}>
              {campaigns.refresh}
            </Button>
          </section>
        )
      }
    </Loading>
  )
}

const PARTS = ['changed', 'waiting', 'answered', 'gone', 'notReached', 'failed'] as const

function Line({ correction }: { readonly correction: Correction }): ReactNode {
  const app = useApp()
  const { words } = app
  const said = words.campaigns.corrections
  const { kind, by, at, endedAt, parts } = correction
  const line = said.line(said.kinds[kind], by, formatMoment(at, app))
  return (
    <>
      <Text block>{line}</Text>
      <Text block size={200}>
        {endedAt ? said.ended : said.underWay}
      </Text>
      <Figures
        caption={line}
        heads={[words.campaigns.figure, words.campaigns.people]}
        rows={PARTS.map(part => [said.progress[part], parts[part]])}
      />
    </>
  )
}
