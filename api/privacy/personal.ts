/** What this slice holds about one person itself. */
import { definePart } from '../platform/personal-data.ts'

export const privacyPart = definePart({
  name: 'privacy',
  tables: [
    {
      table: 'person_exports',
      section: 'requests',
      shown: ['asked_at', 'state', 'ready_at', 'expires_at', 'downloads'],
      fate: 'erased'
    },
    // The files themselves, which hold the rest once more.
    { table: 'person_export_parts', section: 'requests', shown: [], fate: 'erased' },
    { table: 'erasures', section: 'requests', shown: ['at', 'id'], fate: 'proof' },
    {
      table: 'break_glass',
      section: 'accessLog',
      shown: ['asked_at', 'reason', 'ticket', 'minutes', 'approved_at', 'expires_at', 'ended_at'],
      fate: 'proof'
    },
    { table: 'break_glass_reads', section: 'accessLog', shown: ['at', 'messages'], fate: 'proof' }
  ]
})
