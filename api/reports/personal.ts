/** What this slice holds about one person: in which part they are counted, and bits of what they did. */
import { definePart } from '../platform/personal-data.ts'
import { forgetPerson } from './store-counting.ts'

export const reportPart = definePart({
  name: 'reports',
  tables: [
    { table: 'report_people', section: 'reports', shown: ['part_id', 'has_left', 'weekly', 'monthly'], fate: 'erased' },
    { table: 'report_activity', section: 'reports', shown: ['period', 'bits'], fate: 'erased' }
  ],
  // The part keeps its size: without that, the next report would tell what they had done.
  beforeErasing: (deps, trx, { organizationId, personId }) =>
    forgetPerson(trx, { organizationId, personId, as: `gone_${deps.newId('part')}` })
})
