/** Concepts that are three times as frequent in words of danger as in everyday talk. Without one of them it takes more to alarm. Pure. */
import type { Plain } from './normalize.ts'
import { conceptsIn } from './signals.ts'

const WEIGHTY = new Set(
  `
  finality bedead assaulted notwake leaveworld edge strongdark onpurpose weapon handed knowswhere headbang control funeral gun payout
  giveaway eyesclosed blade readygo foundme brink keepsafe noshow rope ifiwent ultimatum pills alive burden spare ifhappens bleed gas
  bruise unplanned sleeves dateset selfharm strong cango enough future attack deny readthis dead careless accident die disappear unalive
  life afterme absolve inherit hot threat woke here getthrough neck fatal offroad painless strike withoutme gone height accidents courage
  kill jump access deservebetter mass oddsign pet absolute worst cameraoff limb kin clarify lethal insured worry drive deserve fear poison
  obsess revenge injury gohome self takeme place sleep thanks road affairs pays world water hurt crash slay serious standing bye forever
  packetall insteadof home ghost vehicle
`
    .trim()
    .split(/\s+/u)
)

export const isWeighty = ({ sentences }: Plain): boolean =>
  sentences.some(sentence => conceptsIn(sentence.split(' ')).some(({ concept }) => WEIGHTY.has(concept)))
