/** What this slice holds about one person: the company's training record and what led to it. */
import { sql } from 'kysely'
import { definePart, type PersonKey } from '../platform/personal-data.ts'

/** Rows known by the account that the learning site has for them. */
const account = ({ organizationId, personId }: PersonKey) =>
  sql<boolean>`user_id = (select l.external_user_id from learners l
    where l.organization_id = ${organizationId} and l.person_id = ${personId})`

export const enrollmentPart = definePart({
  name: 'enrollment',
  tables: [
    {
      table: 'enrollments',
      section: 'courses',
      shown: [
        'course_name',
        'because',
        'state',
        'progress',
        'activated_at',
        'completed_at',
        'expires_at',
        'updated_at'
      ],
      fate: 'training'
    },
    { table: 'course_steps', section: 'courses', shown: ['at', 'course_id', 'progress'], fate: 'training' },
    {
      table: 'enrollment_assignments',
      section: 'courses',
      shown: ['name', 'because', 'starts_at', 'ends_at'],
      fate: 'training'
    },
    {
      table: 'learners',
      section: 'courses',
      shown: ['linked_at', 'site', 'external_user_id'],
      fate: 'training'
    },
    { table: 'enrollment_work', section: 'courses', shown: ['requested_at', 'state', 'settled_at'], fate: 'training' },
    { table: 'enrollment_drift_items', section: 'courses', shown: ['name', 'kind', 'what'], fate: 'training' },
    { table: 'learning_handovers', section: 'signIns', shown: ['at', 'outcome', 'email'], fate: 'training' },
    { table: 'person_claims', section: 'profile', shown: ['seen_at', 'name', 'value'], fate: 'employer' },
    {
      table: 'sign_ups',
      section: 'courses',
      shown: ['signed_up_at', 'email', 'first_name', 'last_name', 'attributes', 'state'],
      fate: 'training'
    },
    {
      table: 'site_learners',
      section: 'courses',
      shown: ['created_at', 'email', 'first_name', 'last_name', 'employee_number', 'state', 'reason'],
      whose: account,
      fate: 'training'
    },
    { table: 'site_learner_candidates', section: 'courses', shown: ['user_id', 'grounds'], fate: 'training' },
    { table: 'site_learner_words', section: 'courses', shown: ['said_at', 'said'], fate: 'training' },
    { table: 'cutover_items', section: 'courses', shown: ['kind', 'name', 'email'], fate: 'training' }
  ]
})
