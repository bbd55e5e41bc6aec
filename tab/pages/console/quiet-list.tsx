/** Days, or times of several days, without messages: a list that is added to and taken from, kept once the form is saved. */
import { Badge, Button, Field, Input, Text, makeStyles, tokens } from '@fluentui/react-components'
import { useRef, type KeyboardEvent, type ReactNode } from 'react'
import { useApp } from '../../context.ts'
import { tellSpan, type Span } from '../../span.ts'
import { linesOf, type Entry, type Line, type WhyNot } from './message-times-draft.ts'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '8px' },
  line: { display: 'flex', gap: '8px', alignItems: 'center', flexWrap: 'wrap' },
  days: { flex: '1 1 180px' },
  gone: { textDecorationLine: 'line-through', color: tokens.colorNeutralForeground2 },
  badge: { height: 'auto', whiteSpace: 'normal' },
  row: { display: 'flex', flexWrap: 'wrap', gap: '12px', alignItems: 'flex-start' },
  // Beside the fields, not beside what may be said below them.
  add: { '@media (min-width: 480px)': { marginTop: '24px' } }
})

type Props = {
  readonly kept: readonly Span[]
  readonly now: readonly Span[]
  readonly today: string | undefined
  readonly most: number
  /** Said where the list is empty. */
  readonly none: string
  /** Of the fields: one for a day, two for a time. */
  readonly fields: readonly (readonly [name: keyof Entry, label: string])[]
  readonly addLabel: string
  readonly entry: Entry
  readonly refused: WhyNot | undefined
  readonly onEntry: (entry: Entry) => void
  readonly onAdd: () => void
  readonly onChange: (spans: readonly Span[]) => void
}

export function QuietList({
  kept,
  now,
  today,
  most,
  none,
  fields,
  addLabel,
  entry,
  refused,
  onEntry,
  onAdd,
  onChange
}: Props): ReactNode {
  const styles = useStyles()
  const said = useApp().words.messageTimes
  const lines = linesOf(kept, now)
  const area = useRef<HTMLDivElement>(null)
  const addByEnter = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    onAdd()
  }
  const set = (name: keyof Entry, value: string): void =>
    onEntry(fields.length === 1 ? { from: value, to: value } : { ...entry, [name]: value })
  return (
    <>
      {/* A screen reader hears what is added and what becomes of a line. */}
      <div aria-live="polite" aria-relevant="additions text">
        {lines.length === 0 ? (
          <Text>{none}</Text>
        ) : (
          <ul className={styles.list}>
            {lines.map(line => (
              <One
                key={`${line.from} ${line.to}`}
                line={line}
                isPast={today !== undefined && line.to < today}
                now={now}
                onChange={onChange}
                onVanish={() => area.current?.querySelector('button')?.focus()}
              />
            ))}
          </ul>
        )}
      </div>
      <div ref={area} className={styles.row}>
        {fields.map(([name, label], index) => (
          <Field
            key={name}
            label={label}
            {...(refused && index === fields.length - 1 ? { validationMessage: said.whyNot(most)[refused] } : {})}
          >
            <Input
              type="date"
              value={entry[name]}
              onChange={(_event, { value }) => set(name, value)}
              onKeyDown={addByEnter}
            />
          </Field>
        ))}
        <Button className={styles.add} onClick={onAdd}>
          {addLabel}
        </Button>
      </div>
    </>
  )
}

type OneProps = Pick<Props, 'now' | 'onChange'> & {
  readonly line: Line
  readonly isPast: boolean
  /** Its button is gone with it. */
  readonly onVanish: () => void
}

function One({ line, isPast, now, onChange, onVanish }: OneProps): ReactNode {
  const styles = useStyles()
  const { words, locale } = useApp()
  const said = words.messageTimes
  const { state, ...span } = line
  const days = tellSpan(span, locale)
  const isGone = state === 'gone'
  const turn = (): void => {
    onChange(isGone ? [...now, span] : now.filter(each => each.from !== span.from || each.to !== span.to))
    if (state === 'new') onVanish()
  }
  const told = isGone || state === 'new' ? said.states[state] : isPast ? said.states.past : undefined
  return (
    <li className={styles.line}>
      <Text className={styles.days}>{isGone ? <s className={styles.gone}>{days}</s> : days}</Text>
      {told && (
        <Badge className={styles.badge} appearance="tint" color={isGone ? 'warning' : 'informative'}>
          {told}
        </Badge>
      )}
      <Button size="small" aria-label={isGone ? said.keepOf(days) : said.removeOf(days)} onClick={turn}>
        {isGone ? said.keep : said.remove}
      </Button>
    </li>
  )
}
