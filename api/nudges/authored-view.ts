/** Why a company's own nudge came to somebody, from the reason stored with it. Pure. */
import type { NudgeView } from '../contract/nudges.ts'
import { AUTHORED } from './authored-words.ts'
import type { Reason } from './candidate.ts'
import type { Locale } from './words.ts'

type Told = Pick<NudgeView, 'whyYou' | 'dataUsed'>

/** Undefined for what no author wrote. */
export function whyAuthored(reason: Reason | null, locale: Locale): Told | undefined {
  const words = AUTHORED[locale]
  const value = (name: string): string => reason?.data.find(each => each.name === name)?.value ?? ''
  switch (reason?.rule) {
    case 'journey':
      return {
        whyYou: words.journeyWhy(value('journey'), value('week')),
        dataUsed: namesIn(reason, locale).map(({ name, value: of }) => `${name} (${of})`)
      }
    case 'campaign':
    case 'campaign.ci': {
      const grounds = namesIn(reason, locale).map(({ name, value: of }) => `${name} (${of})`)
      return {
        whyYou: words.campaignWhy(reason.rule === 'campaign' ? 'hr' : 'ci', words.and(grounds)),
        dataUsed: grounds
      }
    }
    case 'test':
      return { whyYou: words.testWhy, dataUsed: [] }
    default:
      return undefined
  }
}

const namesIn = ({ data }: Reason, locale: Locale): readonly { readonly name: string; readonly value: string }[] =>
  data.flatMap(({ name, value }) => {
    const said = AUTHORED[locale].grounds[name]
    return said ? [{ name: said, value }] : []
  })
