/** What this slice holds about one person: almost all of it is the company's own record. */
import { sql } from 'kysely'
import { definePart, type PersonKey } from '../platform/personal-data.ts'

const directoryUser = ({ organizationId, personId }: PersonKey) =>
  sql<boolean>`directory_user_id = (select p.directory_user_id from people p
    where p.organization_id = ${organizationId} and p.id = ${personId})`

export const directoryPart = definePart({
  name: 'directory',
  tables: [
    {
      table: 'people',
      section: 'profile',
      shown: [
        'email',
        'first_name',
        'last_name',
        'title',
        'title_since',
        'department',
        'employee_number',
        'manager_id',
        'country',
        'timezone',
        'locale',
        'state',
        'access',
        'roles',
        'raw',
        'created_at',
        'left_at'
      ],
      whose: ({ personId }) => sql<boolean>`id = ${personId}`,
      fate: 'employer'
    },
    { table: 'cohort_members', section: 'groups', shown: ['cohort', 'joined_at'], fate: 'employer' },
    { table: 'group_members', section: 'groups', shown: ['group_id'], whose: directoryUser, fate: 'employer' },
    { table: 'manager_names', section: 'groups', shown: ['name'], fate: 'employer' },
    { table: 'raw_values', section: 'profile', shown: ['attribute', 'value'], fate: 'employer' },
    {
      table: 'directory_sightings',
      section: 'records',
      shown: ['run_id', 'seen_at'],
      whose: directoryUser,
      fate: 'employer'
    },
    { table: 'role_grants', section: 'records', shown: ['role', 'reason', 'given_at'], fate: 'security' },
    { table: 'leavers', section: 'records', shown: ['left_at', 'reason', 'state'], fate: 'security' },
    {
      table: 'returners',
      section: 'records',
      shown: ['asked_at', 'because', 'decision', 'decided_at'],
      fate: 'proof'
    }
  ]
})
