/** Concepts that are three times as frequent in words of danger as in everyday talk. Without one of them it takes more to alarm. Pure. */
import type { Plain } from './normalize.ts'
import { conceptsIn } from './signals.ts'

const WEIGHTY = new Set(
  `
  finality assaulted bedead strongdark notwake edge leaveworld onpurpose weapon knowswhere handed headbang funeral control gun blade
  payout brink eyesclosed giveaway keepsafe readygo burden foundme pills rope painless noshow ultimatum gas ifiwent spare ifhappens alive
  unplanned strong bruise bleed enough dateset accident cango sleeves selfharm careless attack deny fatal future readthis insteadof hot
  lethal unalive mass offroad dead threat life strike disappear afterme die inherit woke absolve here neck pet height access cameraoff
  revenge getthrough courage kill jump worst insured accidents oddsign worry drive poison obsess gone clarify withoutme limb absolute fear
  kin injury affairs road place gohome deserve standing self water takeme serious sleep hurt packetall crash slay world pays forever
  vehicle home failing thanks ghost
`
    .trim()
    .split(/\s+/u)
)

export const isWeighty = ({ sentences }: Plain): boolean =>
  sentences.some(sentence => conceptsIn(sentence.split(' ')).some(({ concept }) => WEIGHTY.has(concept)))
