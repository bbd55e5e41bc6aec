/** What this slice holds about one person: that something happened, never content. */
import { definePart } from '../platform/personal-data.ts'

export const auditPart = definePart({
  name: 'audit',
  tables: [
    { table: 'receipts', section: 'receipts', shown: ['at', 'kind', 'title', 'detail'], fate: 'proof' },
    { table: 'audit_events', section: 'records', shown: ['at', 'action', 'actor', 'detail'], fate: 'proof' },
    { table: 'departures', section: 'records', shown: ['received_at', 'reason', 'revoked_at'], fate: 'security' }
  ]
})
