/** What this slice holds about one person: by which way something went, and whether they want mail. */
import { definePart } from '../platform/personal-data.ts'

export const reachPart = definePart({
  name: 'reach',
  tables: [
    { table: 'delivery_rungs', section: 'messages', shown: ['updated_at', 'rung', 'state', 'reason'], fate: 'erased' },
    {
      table: 'mail_standing',
      section: 'choices',
      shown: ['stopped_at', 'refused_at', 'refused_reason'],
      fate: 'wish'
    },
    { table: 'installs', section: 'installation', shown: ['updated_at', 'state', 'reason'], fate: 'employer' }
  ]
})
