/** The works-council annex: the register, the company's own settings and the ledger in words. Pure. */
import { createHash } from 'node:crypto'
import { HOLDERS } from '../contract/holders.ts'
import { NAMED_VIEWS, REGISTER } from '../contract/register.ts'
import type { Role } from '../contract/roles.ts'
import { PERSONAL_KEYS, type PersonalSection } from '../contract/personal-sections.ts'
import { RETAINED, type PersonalTable, type Retained } from '../platform/personal-data.ts'
import { ANNEX_WORDS, type AnnexLanguage, type AnnexWords } from './annex-words.ts'
import { heading, list, table, text, type Block, type Paper } from './document.ts'
import type { Facts } from './facts.ts'
import { REGISTER_LEDGER } from './register-ledger.ts'

/** Of the register and of which fields there are. */
export function fingerprintOf({ parts }: Pick<Facts, 'parts'>): string {
  const tables = tablesOf(parts).map(({ table: name, section, fate, shown, retained }) => [
    name,
    section,
    fate,
    shown,
    retained?.as ?? null
  ])
  return createHash('sha256')
    .update(JSON.stringify([REGISTER, NAMED_VIEWS, tables]))
    .digest('hex')
}

export const tablesOf = (parts: Facts['parts']): readonly PersonalTable[] => parts.flatMap(({ tables }) => tables)

/** What a company set, by kind. */
export const periodsOf = ({ retention }: Pick<Facts, 'retention'>): Readonly<Record<Retained, number>> => ({
  conversations: retention.conversationDays,
  nudges: retention.nudgeDays,
  inbound: retention.inboundDays,
  traces: retention.traceDays
})

export function annex(language: AnnexLanguage, facts: Facts): Paper {
  const words = ANNEX_WORDS[language]
  return {
    language,
    title: words.title,
    about: words.about(facts.company.name, REGISTER.version),
    blocks: [
      ...(facts.company.demo ? [text(words.demo)] : []),
      text(words.draft),
      heading(words.scope.title),
      ...words.scope.texts.map(text),
      heading(words.never.title),
      list(words.never.items),
      ...kinds(words, facts),
      ...retention(words, facts),
      ...roles(words),
      ...rules(words, facts),
      ...fields(words, facts),
      ...ledger(words, language),
      heading(words.proof.title),
      ...words.proof.texts(fingerprintOf(facts)).map(text)
    ]
  }
}

function kinds(words: AnnexWords, facts: Facts): readonly Block[] {
  const { title, intro, head, names, self } = words.kinds
  return [
    heading(title),
    text(intro),
    table(
      head,
      PERSONAL_KEYS.map(key => {
        const { purpose, basis, seenBy } = REGISTER.kinds[key]
        const viewers = seenBy.map(viewer => words.viewers[viewer]).join('; ')
        return [names[key], words.purposes[purpose], words.bases[basis], keptOf(key, words, facts), viewers || self]
      })
    ),
    text(words.basesNote)
  ]
}

/** Of all tables of a kind, each way of being kept once. */
function keptOf(key: PersonalSection, words: AnnexWords, facts: Facts): string {
  const days = periodsOf(facts)
  const ways = tablesOf(facts.parts)
    .filter(({ section }) => section === key)
    .map(({ fate, retained }) =>
      fate === 'erased'
        ? retained
          ? words.kept.until(days[retained.as])
          : words.kept.erased
        : words.kept.reasons[fate]
    )
  return [...new Set(ways)].join('; ')
}

const retention = ({ retention: said }: AnnexWords, facts: Facts): readonly Block[] => [
  heading(said.title),
  text(said.intro),
  table(
    said.head,
    RETAINED.map(kind => {
      const { least, most } = REGISTER.retention[kind]
      return [said.names[kind], ...[periodsOf(facts)[kind], least, most].map(said.days)]
    })
  )
]

const roles = ({ roles: said, kinds: { names } }: AnnexWords): readonly Block[] => {
  const views = Object.entries(NAMED_VIEWS).flatMap(([who, doors]) =>
    Object.entries(doors).map(([door, shows]) => ({ openTo: openersOf(who), door, shows }))
  )
  const nameOf = (who: Opener): string => said.sees[who][0]
  return [
    heading(said.title),
    text(said.intro),
    table(said.head, Object.values(said.sees)),
    text(said.viewsIntro(views.length)),
    table(
      said.viewsHead,
      views.map(({ openTo, door, shows }) => [
        `\`${door}\``,
        shows.map(key => names[key]).join('; ') || said.nobodysData,
        openTo.map(nameOf).join(', ')
      ])
    )
  ]
}

type Opener = Role | 'operator'

const openersOf = (who: string): readonly Opener[] =>
  Object.entries(HOLDERS).find(([access]) => access === who)?.[1] ?? ['operator']

function rules(words: AnnexWords, { model, reach, ownEntry }: Facts): readonly Block[] {
  const { thresholds, windows, memory, staffReading, context, exportDays } = REGISTER
  const staff = { least: staffReading.leastMinutes, most: staffReading.mostMinutes, turns: staffReading.turns }
  return [
    heading(words.coach.title),
    list(words.coach.items({ model, memories: memory.most, staff })),
    heading(words.thresholds.title),
    list(
      words.thresholds.items({
        group: thresholds.smallestGroup,
        part: thresholds.smallestPart,
        reachDays: windows.reach
      })
    ),
    heading(words.context.title),
    text(words.context.intro),
    list(context.map(fact => words.context.names[fact])),
    heading(words.permissions.title),
    list(words.permissions.items({ level: reach.level, ownEntry })),
    heading(words.rights.title),
    list(words.rights.items(exportDays))
  ]
}

const fields = (words: AnnexWords, { parts }: Facts): readonly Block[] => [
  heading(words.fields.title),
  text(words.fields.intro),
  table(
    words.fields.head,
    tablesOf(parts).map(each => {
      const hidden = [each.sealed, each.besides].flatMap(one => (one ? [`\`${one.column}\` (${words.sealed})`] : []))
      const told = [...each.shown.map(column => `\`${column}\``), ...hidden].join(', ')
      return [`\`${each.table}\``, words.kinds.names[each.section], told || words.nothingTold]
    })
  )
]

const ledger = ({ ledger: said }: AnnexWords, language: AnnexLanguage): readonly Block[] => [
  heading(said.title),
  text(said.intro),
  table(
    said.head,
    REGISTER_LEDGER.map(({ version, why, added, removed }) => [
      version,
      why[language],
      added.join('; ') || said.none,
      removed.join('; ') || said.none
    ])
  )
]
