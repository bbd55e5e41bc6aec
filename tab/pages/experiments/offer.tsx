/** No experiment is on: what each design could find and when; turning one on asks first. */
import { Card, Field, Radio, RadioGroup, Text, Title3, makeStyles, tokens } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import type { z } from 'zod'
import {
  startExperimentEndpoint,
  type ExperimentOffer,
  type getExperiments
} from '../../../api/contract/experiments.ts'
import { ConfirmButton } from '../../confirm.tsx'
import { formatDay, useApp } from '../../context.ts'
import { usePress } from '../../press.tsx'
import { cellText, inPoints } from './numbers.ts'

export type Experiments = z.output<typeof getExperiments.answer>

const useStyles = makeStyles({
  quote: {
    margin: 0,
    padding: '8px 12px',
    borderLeft: `3px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorNeutralBackground3
  },
  quiet: { color: tokens.colorNeutralForeground2 }
})

const OUTCOMES = ['plan', 'course', 'session'] as const
const LENGTHS = [12, 26, 52] as const
const HOLDOUTS = [5, 10, 15, 20] as const

type Design = {
  readonly primary: (typeof OUTCOMES)[number]
  readonly weeks: (typeof LENGTHS)[number]
  readonly holdoutPercent: (typeof HOLDOUTS)[number]
}

const isFor =
  ({ primary, weeks, holdoutPercent }: Design) =>
  (offer: ExperimentOffer): boolean =>
    offer.primary === primary && offer.weeks === weeks && offer.holdoutPercent === holdoutPercent

export function Offer({
  value,
  onStarted
}: {
  readonly value: Experiments
  readonly onStarted: () => void
}): ReactNode {
  const { words } = useApp()
  const { experiments } = words
  const isOffered = value.offers.some(({ foundAt }) => foundAt)
  return (
    <Card>
      <Title3 as="h2">{experiments.title}</Title3>
      <Text>{experiments.intro}</Text>
      <Text>
        {experiments.noneYet} {experiments.agreedSay(cellText(value.agreed))}
      </Text>
      {isOffered ? <DesignForm value={value} onStarted={onStarted} /> : <TooSmall offers={value.offers} />}
    </Card>
  )
}

function TooSmall({ offers }: { readonly offers: readonly ExperimentOffer[] }): ReactNode {
  const { words, locale } = useApp()
  const best = Math.min(...offers.flatMap(({ points }) => points ?? []))
  return (
    <Text>{Number.isFinite(best) ? words.experiments.tooSmall(inPoints(best, locale)) : words.experiments.tooFew}</Text>
  )
}

/** The cheapest that is offered: fewest people without nudges, then the shortest. */
function cheapest(offers: readonly ExperimentOffer[]): Design {
  const all = OUTCOMES.flatMap(primary =>
    HOLDOUTS.flatMap(holdoutPercent => LENGTHS.map(weeks => ({ primary, weeks, holdoutPercent })))
  )
  const offered = all.find(design => offers.find(isFor(design))?.foundAt)
  return offered ?? { primary: 'plan', weeks: 52, holdoutPercent: 20 }
}

function DesignForm({ value, onStarted }: { readonly value: Experiments; readonly onStarted: () => void }): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const { experiments } = words
  const [design, setDesign] = useState(() => cheapest(value.offers))
  const [sendPercent, setSendPercent] = useState(100)
  const { busy, run, problem } = usePress()
  const found = value.offers.find(isFor(design))
  const start = (): void =>
    run(async () => {
      await session.call(startExperimentEndpoint, { body: { ...design, sendPercent } })
      onStarted()
    })
  const choices = [
    {
      label: experiments.outcomesLegend,
      name: 'primary',
      chosen: design.primary,
      options: OUTCOMES.map(each => [each, experiments.outcomes[each]] as const)
    },
    {
      label: experiments.shareLegend,
      name: 'holdoutPercent',
      chosen: String(design.holdoutPercent),
      options: HOLDOUTS.map(each => [String(each), experiments.share(each)] as const)
    },
    {
      label: experiments.weeksLegend,
      name: 'weeks',
      chosen: String(design.weeks),
      options: LENGTHS.map(each => [String(each), experiments.weeks(each)] as const)
    }
  ] as const
  const choose = (name: keyof Design, chosen: string): void =>
    setDesign(before => ({
      primary: name === 'primary' ? (OUTCOMES.find(each => each === chosen) ?? before.primary) : before.primary,
      holdoutPercent:
        name === 'holdoutPercent'
          ? (HOLDOUTS.find(each => String(each) === chosen) ?? before.holdoutPercent)
          : before.holdoutPercent,
      weeks: name === 'weeks' ? (LENGTHS.find(each => String(each) === chosen) ?? before.weeks) : before.weeks
    }))
  return (
    <>
      {choices.map(({ label, name, chosen, options }) => (
        <Field key={name} label={label}>
          <RadioGroup value={chosen} onChange={(_event, data) => choose(name, data.value)}>
            {options.map(([option, text]) => (
              <Radio key={option} value={option} label={text} />
            ))}
          </RadioGroup>
        </Field>
      ))}
      <Field label={experiments.sendLegend}>
        <RadioGroup value={String(sendPercent)} onChange={(_event, data) => setSendPercent(Number(data.value))}>
          <Radio value="100" label={experiments.sendAll} />
          <Radio value="90" label={experiments.sendMost} />
        </RadioGroup>
      </Field>
      <output>
        <Text weight="semibold">
          <Finds offer={found} />
        </Text>
      </output>
      <Text size={200} className={styles.quiet}>
        {experiments.assumes} {experiments.how}
      </Text>
      <Text weight="semibold">{experiments.disclosureTitle}</Text>
      <blockquote className={styles.quote}>
        <Text>{disclosureOf(value, design)}</Text>
      </blockquote>
      <div>
        <ConfirmButton
          label={experiments.start}
          title={experiments.startTitle}
          body={experiments.startBody(design.holdoutPercent, design.weeks)}
          keep={experiments.keepOff}
          disabled={busy || !found?.foundAt}
          onConfirm={start}
        />
      </div>
      {problem}
    </>
  )
}

const disclosureOf = ({ disclosure }: Experiments, { holdoutPercent }: Design): string =>
  disclosure.replace('{percent}', String(holdoutPercent))

function Finds({ offer }: { readonly offer: ExperimentOffer | undefined }): ReactNode {
  const app = useApp()
  const { experiments } = app.words
  if (!offer || offer.points === null) return experiments.findsNothing
  const finds = experiments.finds(inPoints(offer.points, app.locale))
  return offer.foundAt
    ? `${finds}${experiments.findsAt(formatDay(offer.foundAt, app))}.`
    : `${finds}. ${experiments.notOffered}`
}
