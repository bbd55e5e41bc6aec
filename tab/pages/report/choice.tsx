/** A choice among few that never is wider than its place, however long its longest option is. */
import { Field, Select, makeStyles } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  field: { width: '100%', maxWidth: '420px', minWidth: 0, gridTemplateColumns: 'minmax(0, 1fr)' },
  select: { minWidth: 0, '& select': { minWidth: 0, width: '100%', textOverflow: 'ellipsis' } }
})

type Option = readonly [value: string, text: string]
type Props = {
  readonly label: string
  readonly value: string
  readonly options: readonly Option[]
  readonly disabled?: boolean
  readonly onChoose: (value: string) => void
}

export function Choice({ label, value, options, disabled = false, onChoose }: Props): ReactNode {
  const styles = useStyles()
  return (
    <Field label={label} className={styles.field}>
      <Select
        value={value}
        disabled={disabled}
        className={styles.select}
        onChange={(_event, { value: chosen }) => onChoose(chosen)}
      >
        {options.map(([each, text]) => (
          <option key={each} value={each}>
            {text}
          </option>
        ))}
      </Select>
    </Field>
  )
}
