/** A draft of the data protection impact assessment (Art. 35 GDPR), from the register and the company's own settings. Pure. */
import { REGISTER } from '../contract/register.ts'
import { PERSONAL_KEYS } from '../contract/personal-sections.ts'
import { periodsOf } from './annex.ts'
import { ANNEX_WORDS, type AnnexLanguage } from './annex-words.ts'
import { assessmentWords } from './assessment-words.ts'
import { heading, list, table, text, type Paper } from './document.ts'
import type { Facts } from './facts.ts'
import { RETAINED } from '../platform/personal-data.ts'
import { usedBy } from './sub-processors.ts'

export function assessment(language: AnnexLanguage, facts: Facts): Paper {
  const said = assessmentWords[language]
  const words = ANNEX_WORDS[language]
  const values = {
    group: REGISTER.thresholds.smallestGroup,
    part: REGISTER.thresholds.smallestPart,
    least: REGISTER.staffReading.leastMinutes,
    most: REGISTER.staffReading.mostMinutes,
    level: facts.reach.level,
    model: facts.model
  }
  return {
    language,
    title: said.title,
    about: words.about(facts.company.name, REGISTER.version),
    blocks: [
      ...(facts.company.demo ? [text(words.demo)] : []),
      text(said.draft),
      heading(said.processing),
      ...words.scope.texts.map(text),
      list(words.never.items),
      table(
        words.kinds.head.slice(0, 3),
        PERSONAL_KEYS.map(key => {
          const { purpose, basis } = REGISTER.kinds[key]
          return [words.kinds.names[key], words.purposes[purpose], words.bases[basis]]
        })
      ),
      table(
        words.retention.head.slice(0, 2),
        RETAINED.map(kind => [words.retention.names[kind], words.retention.days(periodsOf(facts)[kind])])
      ),
      heading(said.recipients),
      table(
        said.recipientsHead,
        usedBy(facts, language).map(({ name, what, region }) => [name, what, region])
      ),
      heading(said.necessity),
      list(said.necessityItems(values)),
      heading(said.risks),
      text(said.risksNote),
      table(said.risksHead, said.risksRows(values)),
      heading(said.open),
      list(said.openItems)
    ]
  }
}
