/** What this slice holds about one person: their own switches. The facts are the directory's and are read when asked. */
import { definePart } from '../platform/personal-data.ts'

export const contextPart = definePart({
  name: 'context',
  tables: [{ table: 'context_choices', section: 'context', shown: ['fact', 'active', 'changed_at'], fate: 'erased' }]
})
