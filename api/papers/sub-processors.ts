/** Who else works on personal data for ConsciousInsights, where, and who does not. The assessment reads it too. Pure. */
import type { AnnexLanguage } from './annex-words.ts'
import { heading, table, text, type Paper } from './document.ts'
import type { Facts } from './facts.ts'
import { PROCESSORS, SUB_PROCESSOR_WORDS, type Processor } from './sub-processor-words.ts'

/** Whether this company's data gets there. */
const isUsed: Readonly<Record<Processor, (facts: Facts) => boolean>> = {
  azure: () => true,
  workos: ({ company }) => company.signIn === 'provider',
  thinkific: ({ company }) => company.learningSite !== undefined,
  mail: ({ product }) => product.calls.mail !== undefined,
  classifier: ({ product }) => product.calls.classifier !== undefined,
  model: ({ model }) => model !== undefined
}

/** In words; a model by the name of the service that the company set. */
export const usedBy = (facts: Facts, language: AnnexLanguage) =>
  PROCESSORS.filter(each => isUsed[each](facts)).map(each => {
    const told = SUB_PROCESSOR_WORDS[language].all[each]
    return each === 'model' && facts.model ? { ...told, name: facts.model } : told
  })

export function subProcessorPaper(language: AnnexLanguage, facts: Facts): Paper {
  const said = SUB_PROCESSOR_WORDS[language]
  return {
    language,
    title: said.title,
    about: facts.company.name,
    blocks: [
      text(said.intro),
      heading(said.used),
      table(
        said.usedHead,
        usedBy(facts, language).map(({ name, what, data, region, transfer }) => [name, what, data, region, transfer])
      ),
      heading(said.unused),
      table(
        said.unusedHead,
        PROCESSORS.filter(each => !isUsed[each](facts)).map(each => [said.all[each].name, said.all[each].what])
      ),
      heading(said.yours),
      table(said.yoursHead, said.yoursRows)
    ]
  }
}
