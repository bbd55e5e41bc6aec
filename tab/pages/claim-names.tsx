/** The claims that one attribute is looked for in, in order; by mouse, finger or keyboard. */
import { Button, Checkbox, Field, Input, Subtitle2, Text, makeStyles, tokens } from '@fluentui/react-components'
import type { FormEvent, ReactNode } from 'react'
import { useApp } from '../context.ts'
import {
  MOST,
  groupsAsOf,
  isFixed,
  moved,
  namesOf,
  savedNames,
  unsaved,
  withName,
  type Attribute,
  type Saved
} from './mapping-draft.ts'
import type { MappingEditor } from './use-mapping.ts'

const useStyles = makeStyles({
  group: { display: 'flex', flexDirection: 'column', gap: '8px', minWidth: 0, border: 0, margin: 0, padding: 0 },
  list: { margin: 0, paddingLeft: '24px', display: 'flex', flexDirection: 'column', gap: '4px' },
  row: { display: 'flex', columnGap: '4px', flexWrap: 'wrap', alignItems: 'center' },
  // Takes what it needs: a long name stands alone, its buttons under it.
  name: { flex: '1 1 auto', minWidth: 0, overflowWrap: 'anywhere' },
  buttons: { display: 'flex', gap: '4px', marginLeft: 'auto' },
  field: { gridTemplateColumns: 'minmax(0, 1fr)' },
  add: { display: 'flex', gap: '8px' },
  input: { flex: 1, minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground2 }
})

/** Where the focus goes when a claim is put here from elsewhere. */
export const headingOf = (attribute: Attribute): string => `claims-${attribute}`

type Props = { readonly mapping: MappingEditor; readonly saved: Saved; readonly attribute: Attribute }

export function ClaimNames({ mapping, saved, attribute }: Props): ReactNode {
  const styles = useStyles()
  const words = useApp().words.mapping
  const names = namesOf(saved, mapping.draft, attribute)
  const kept = savedNames(saved, attribute)
  const fixed = isFixed(saved, attribute)
  const heading = headingOf(attribute)
  return (
    <fieldset aria-labelledby={heading} className={styles.group}>
      <Subtitle2 as="h3" id={heading} tabIndex={-1}>
        {words.attributes[attribute]}
      </Subtitle2>
      <ol className={styles.list}>
        {names.map(name => (
          <li key={name}>
            <div className={styles.row}>
              <Text font="monospace" className={styles.name}>
                {name}
              </Text>
              {!fixed && <Buttons {...{ mapping, attribute, names, name }} />}
            </div>
          </li>
        ))}
        <li className={styles.quiet}>
          <Text>{words.defaults}</Text>
        </li>
      </ol>
      {fixed ? (
        <Text size={200} className={styles.quiet}>
          {words.frozen}
        </Text>
      ) : (
        <Adding {...{ mapping, attribute, names }} />
      )}
      {attribute === 'groups' && <FullNames mapping={mapping} saved={saved} />}
      {unsaved(saved, mapping.draft).includes(attribute) && (
        <Text size={200} className={styles.quiet}>
          {kept.length > 0 ? words.savedNow(kept.join(', ')) : words.savedNone}
        </Text>
      )}
    </fieldset>
  )
}

function FullNames({ mapping, saved }: Omit<Props, 'attribute'>): ReactNode {
  const words = useApp().words.mapping
  return (
    <Field hint={words.commonNameHint}>
      <Checkbox
        label={words.commonName}
        disabled={mapping.busy}
        checked={groupsAsOf(saved, mapping.draft) === 'common_name'}
        onChange={(_event, { checked }) => mapping.readGroups(checked === true ? 'common_name' : 'sent')}
      />
    </Field>
  )
}

type ListProps = {
  readonly mapping: MappingEditor
  readonly attribute: Attribute
  readonly names: readonly string[]
}

function Buttons({ mapping, attribute, names, name }: ListProps & { readonly name: string }): ReactNode {
  const styles = useStyles()
  const words = useApp().words.mapping
  const change = (next: readonly string[]): void => mapping.change(attribute, next)
  const remove = (): void => {
    // The pressed button goes with its row, and the focus must not go with it.
    document.getElementById(headingOf(attribute))?.focus()
    change(names.filter(each => each !== name))
  }
  return (
    <div className={styles.buttons}>
      <Button
        size="small"
        appearance="subtle"
        icon={<span aria-hidden>↑</span>}
        aria-label={words.up(name)}
        disabledFocusable={mapping.busy || name === names[0]}
        onClick={() => change(moved(names, name, -1))}
      />
      <Button
        size="small"
        appearance="subtle"
        icon={<span aria-hidden>↓</span>}
        aria-label={words.down(name)}
        disabledFocusable={mapping.busy || name === names.at(-1)}
        onClick={() => change(moved(names, name, 1))}
      />
      <Button
        size="small"
        appearance="subtle"
        aria-label={words.removeName(name)}
        disabledFocusable={mapping.busy}
        onClick={remove}
      >
        {words.remove}
      </Button>
    </div>
  )
}

function Adding({ mapping, attribute, names }: ListProps): ReactNode {
  const styles = useStyles()
  const words = useApp().words.mapping
  const typed = mapping.draft.typed[attribute] ?? ''
  const name = typed.trim()
  const twice = names.includes(name)
  const full = names.length >= MOST
  const add = (event: FormEvent): void => {
    event.preventDefault()
    if (name === '' || twice || full) return
    mapping.change(attribute, withName(names, typed))
  }
  return (
    <form onSubmit={add}>
      <Field
        className={styles.field}
        label={words.add}
        validationState={twice ? 'warning' : 'none'}
        validationMessage={twice ? words.twice(name) : full ? words.full : null}
      >
        {field => (
          <div className={styles.add}>
            <Input
              {...field}
              className={styles.input}
              value={typed}
              maxLength={200}
              autoComplete="off"
              spellCheck={false}
              autoCapitalize="none"
              onChange={(_event, { value }) => mapping.type(attribute, value)}
            />
            <Button type="submit" disabledFocusable={mapping.busy || name === '' || twice || full}>
              {words.addNow}
            </Button>
          </div>
        )}
      </Field>
    </form>
  )
}
