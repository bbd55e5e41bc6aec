/** What this slice holds about one person: how they sign in, and that they did. */
import { definePart } from '../platform/personal-data.ts'

export const identityPart = definePart({
  name: 'identity',
  tables: [
    {
      table: 'person_identities',
      section: 'accounts',
      shown: ['linked_at', 'kind', 'issuer', 'subject', 'because'],
      fate: 'sign_in'
    },
    { table: 'mail_addresses', section: 'accounts', shown: ['added_at', 'email', 'because'], fate: 'sign_in' },
    { table: 'passkeys', section: 'accounts', shown: ['created_at', 'device', 'synced', 'used_at'], fate: 'sign_in' },
    { table: 'parted_accounts', section: 'accounts', shown: ['parted_at', 'tenant_id', 'object_id'], fate: 'wish' },
    {
      table: 'sign_in_attempts',
      section: 'signIns',
      shown: ['started_at', 'client_id', 'connection_type', 'outcome'],
      fate: 'security',
      retained: { as: 'traces', since: 'started_at' }
    },
    {
      table: 'link_requests',
      section: 'links',
      shown: ['started_at', 'surface', 'account_name', 'outcome', 'ended_at'],
      fate: 'erased',
      retained: { as: 'traces', since: 'started_at' }
    }
  ]
})
