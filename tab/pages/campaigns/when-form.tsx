/** The window of days, and what it gives way to. */
import { Field, Input, Select, Text, makeStyles } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useApp } from '../../context.ts'
import type { FormProps } from './audience-form.tsx'

const useStyles = makeStyles({
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
  field: { gridTemplateColumns: 'minmax(0, 1fr)' }
})

export function WhenForm({ content, set }: FormProps): ReactNode {
  const styles = useStyles()
  const { campaigns } = useApp().words
  const day = (which: 'from' | 'until') => (
    <Field label={campaigns[which]}>
      <Input
        type="date"
        value={content[which]}
        onChange={(_event, { value }) => {
          if (value) set({ [which]: value })
        }}
      />
    </Field>
  )
  return (
    <>
      <div className={styles.row}>
        {day('from')}
        {day('until')}
      </div>
      <Text size={200}>{campaigns.ownZone}</Text>
      <Field label={campaigns.rank} className={styles.field}>
        <Select
          value={content.rank}
          onChange={(_event, { value }) => set({ rank: value === 'first' ? 'first' : 'usual' })}
        >
          <option value="usual">{campaigns.ranks.usual}</option>
          <option value="first">{campaigns.ranks.first}</option>
        </Select>
      </Field>
    </>
  )
}
