/** Who else works on personal data for ConsciousInsights, where, and who does not. Data; the picture and the assessment read it too. */
import { heading, table, text, type Paper } from './document.ts'
import type { Facts } from './facts.ts'

type Processor = {
  readonly name: string
  readonly what: string
  readonly data: string
  readonly region: string
  readonly transfer: string
  /** Whether this company's data gets there. */
  readonly used: (facts: Facts) => boolean
}

export const SUB_PROCESSORS: readonly Processor[] = [
  {
    name: 'Microsoft (Azure)',
    what: 'servers, database, keys, logs',
    data: 'everything; words sealed with a key per person',
    region: 'European Union (the region of the deployment; backups stay in it)',
    transfer: 'none by the product; Microsoft’s own terms apply',
    used: () => true
  },
  {
    name: 'WorkOS, Inc.',
    what: 'single sign-on and directory sync',
    data: 'directory profiles (name, work e-mail, groups, attributes that you map), sign-ins; audit events where you forward them',
    region: 'United States',
    transfer: 'standard contractual clauses of the processing agreement',
    used: ({ company }) => company.signIn === 'provider'
  },
  {
    name: 'Thinkific Labs Inc.',
    what: 'learning site',
    data: 'name, work e-mail, enrollments, completion; no coaching',
    region: 'Canada and United States',
    transfer: 'adequacy decision for Canada (commercial organizations); standard contractual clauses beyond',
    used: ({ company }) => company.learningSite !== undefined
  },
  {
    name: 'Mail service of the deployment',
    what: 'sign-in codes and neutral mails',
    data: 'work e-mail, neutral subject; never a person’s own words',
    region: 'as operated: named in the processing agreement',
    transfer: 'as operated',
    used: ({ product }) => product.calls.mail !== undefined
  },
  {
    name: 'Classifier of danger of the deployment',
    what: 'a second opinion on words of danger',
    data: 'one message at a time, without a name',
    region: 'as operated: named in the processing agreement',
    transfer: 'as operated',
    used: ({ product }) => product.calls.classifier !== undefined
  }
]

/** Your own, under your own contracts. */
const YOURS: readonly (readonly [name: string, why: string])[] = [
  [
    'Microsoft 365 (Teams, Entra ID)',
    'your tenant: what is typed to the bot lies there under your contract and retention'
  ],
  ['Your identity provider', 'signs your people in'],
  ['Your language model, where you chose one', 'your contract, your region; docs of the console say what goes there']
]

export const usedBy = (facts: Facts): readonly Processor[] => SUB_PROCESSORS.filter(({ used }) => used(facts))

export const subProcessorPaper = (facts: Facts): Paper => ({
  language: 'en',
  title: 'Sub-processors',
  about: facts.company.name,
  blocks: [
    text(
      'Regions are what the services say of themselves in public; the processing agreement is what binds. A new one is announced there before data reaches it.'
    ),
    heading('In use for you'),
    table(
      ['Who', 'For', 'Which data', 'Region', 'Transfer'],
      usedBy(facts).map(({ name, what, data, region, transfer }) => [name, what, data, region, transfer])
    ),
    heading('Not in use for you'),
    table(
      ['Who', 'For'],
      SUB_PROCESSORS.filter(({ used }) => !used(facts)).map(({ name, what }) => [name, what])
    ),
    heading('Not sub-processors: yours'),
    table(['What', 'Why'], YOURS)
  ]
})
