/** The fields of one line and of one route; both can be taken out again. */
import { Button, Checkbox, Field, Input, Select, makeStyles, mergeClasses } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { ROUTE_KINDS, ROUTE_TOPICS, type CompanyLine, type CompanyRoute } from '../../api/contract/safety.ts'
import { useApp } from '../context.ts'

const useStyles = makeStyles({
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap', alignItems: 'flex-start' },
  plain: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  narrow: { flex: '0 1 200px' },
  wide: { flex: '1 1 180px' },
  boxes: { display: 'flex', flexWrap: 'wrap', marginLeft: '-8px' }
})

type LineProps = { readonly line: CompanyLine; readonly onChange: (line: CompanyLine | undefined) => void }

export function LineFields({ line, onChange }: LineProps): ReactNode {
  const styles = useStyles()
  const said = useApp().words.safety
  return (
    <fieldset className={mergeClasses(styles.plain, styles.row)} aria-label={line.name || said.unnamed}>
      <Field className={styles.narrow} label={said.country} hint={said.countryHelp}>
        <Input
          value={line.country}
          maxLength={2}
          onChange={(_event, { value }) => onChange({ ...line, country: value.toUpperCase() })}
        />
      </Field>
      <Field className={styles.wide} label={said.name}>
        <Input value={line.name} maxLength={120} onChange={(_event, { value }) => onChange({ ...line, name: value })} />
      </Field>
      <Field className={styles.wide} label={said.contact}>
        <Input
          value={line.contact}
          maxLength={200}
          onChange={(_event, { value }) => onChange({ ...line, contact: value })}
        />
      </Field>
      <Button onClick={() => onChange(undefined)}>{said.remove(line.name || said.unnamed)}</Button>
    </fieldset>
  )
}

type RouteProps = { readonly route: CompanyRoute; readonly onChange: (route: CompanyRoute | undefined) => void }

export function RouteFields({ route, onChange }: RouteProps): ReactNode {
  const styles = useStyles()
  const said = useApp().words.safety
  const name = route.name.en || route.name.es || said.unnamed
  return (
    <fieldset className={styles.plain} aria-label={name}>
      <div className={styles.row}>
        <Field className={styles.wide} label={said.kind}>
          <Select
            value={route.kind}
            onChange={(_event, { value }) =>
              onChange({ ...route, kind: ROUTE_KINDS.find(kind => kind === value) ?? route.kind })
            }
          >
            {ROUTE_KINDS.map(kind => (
              <option key={kind} value={kind}>
                {said.kinds[kind]}
              </option>
            ))}
          </Select>
        </Field>
        {(['en', 'es'] as const).map(each => (
          <Field key={each} className={styles.wide} label={said.nameIn[each]}>
            <Input
              value={route.name[each]}
              maxLength={120}
              onChange={(_event, { value }) => onChange({ ...route, name: { ...route.name, [each]: value } })}
            />
          </Field>
        ))}
        <Field className={styles.wide} label={said.contact}>
          <Input
            value={route.contact}
            maxLength={200}
            onChange={(_event, { value }) => onChange({ ...route, contact: value })}
          />
        </Field>
      </div>
      <fieldset className={mergeClasses(styles.plain, styles.boxes)} aria-label={said.topics}>
        {ROUTE_TOPICS.map(topic => (
          <Checkbox
            key={topic}
            label={said.topic[topic]}
            checked={route.topics.includes(topic)}
            onChange={(_event, { checked }) =>
              onChange({
                ...route,
                topics: ROUTE_TOPICS.filter(each => (each === topic ? checked === true : route.topics.includes(each)))
              })
            }
          />
        ))}
      </fieldset>
      <Button onClick={() => onChange(undefined)}>{said.remove(name)}</Button>
    </fieldset>
  )
}
