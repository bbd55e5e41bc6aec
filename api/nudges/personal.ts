/** What this slice holds about one person: what came or will come, why, what they answered and chose. */
import { sql } from 'kysely'
import { definePart } from '../platform/personal-data.ts'

const OVER = sql<boolean>`state not in ('planned', 'queued')`

export const nudgePart = definePart({
  name: 'nudges',
  tables: [
    {
      table: 'nudges',
      section: 'nudges',
      shown: [
        'due_at',
        'kind',
        'content_id',
        'because',
        'reason',
        'decision',
        'state',
        'why_not',
        'sent_at',
        'rung',
        'answer',
        'answered_at'
      ],
      fate: 'erased',
      retained: { as: 'nudges', since: 'due_at', only: OVER }
    },
    {
      table: 'nudge_preferences',
      section: 'choices',
      shown: [
        'updated_at',
        'per_week',
        'focus',
        'paused_until',
        'away_until',
        'stopped',
        'timezone',
        'client_timezone',
        'work_start',
        'work_end',
        'work_days',
        'locale',
        'pulse_off'
      ],
      fate: 'erased'
    },
    {
      table: 'pulse_answers',
      section: 'pulse',
      shown: ['updated_at', 'month', 'helped', 'helped_at', 'changed', 'changed_at'],
      fate: 'erased',
      retained: { as: 'nudges', since: 'updated_at' }
    },
    { table: 'corrected_cards', section: 'nudges', shown: ['updated_at', 'nudge_id', 'state'], fate: 'erased' },
    { table: 'nudge_tests', section: 'nudges', shown: ['made_at', 'words'], fate: 'erased' },
    {
      table: 'nudge_experiment_people',
      section: 'experiments',
      shown: ['decided_at', 'experiment_id', 'choice'],
      fate: 'erased'
    },
    {
      table: 'nudge_decisions',
      section: 'experiments',
      shown: ['at', 'experiment_id', 'kind', 'assigned', 'probability'],
      fate: 'erased'
    }
  ]
})
