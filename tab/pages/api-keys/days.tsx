/** How long a key lasts: some lengths to choose from, a year at most. */
import { Field, Select } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { KEY_DAYS } from '../../../api/contract/api-keys.ts'
import { useApp } from '../../context.ts'
import { useStyles } from './styles.ts'

const LENGTHS = [7, 30, KEY_DAYS.atFirst, 180, KEY_DAYS.most]

type Props = { readonly days: number; readonly onChange: (days: number) => void }

export function Days({ days, onChange }: Props): ReactNode {
  const styles = useStyles()
  const said = useApp().words.apiKeys
  return (
    <Field label={said.days} className={styles.short}>
      <Select value={String(days)} onChange={(_event, { value }) => onChange(Number(value))}>
        {LENGTHS.map(each => (
          <option key={each} value={each}>
            {said.dayNames(each)}
          </option>
        ))}
      </Select>
    </Field>
  )
}
