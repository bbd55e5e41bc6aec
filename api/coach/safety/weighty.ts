/** Concepts that are three times as frequent in words of danger as in everyday talk. Without one of them it takes more to alarm. Pure. */
import type { Plain } from './normalize.ts'
import { conceptsIn } from './signals.ts'

const WEIGHTY = new Set(
  `
  unalive pills assaulted weapon selfharm blade insured dead bedead here howmuch burden poison leaveworld die strongdark notwake readthis
  future forever alive attack deserve control knowswhere life brink enough onpurpose rope bleed finality gas obsess edge kill strong disappear
  height headbang accidents woke deny absolute keepsafe funeral unplanned clarify gone insteadof inherit spare getthrough offroad foundme
  world gun takeme accident remember ifiwent revenge mass eyesclosed endit ultimatum afterme hot neck drive goon free injury standing affairs
  water road slay packetall careless absolve payout giveaway cango lethal swimout hurt bearing serious failing jump strike fear gohome change
  dateset love crash unseen fatal calm reach self acquire hope ready muse doit stopper keepsake deservebetter trapped sleeves cameraoff
  courage painless
`
    .trim()
    .split(/\s+/u)
)

export const isWeighty = ({ sentences }: Plain): boolean =>
  sentences.some(sentence => conceptsIn(sentence.split(' ')).some(({ concept }) => WEIGHTY.has(concept)))
