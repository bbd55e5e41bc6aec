/** When messages may come to the company's people: working hours, works agreement, and days without any. */
import { Button, Checkbox, Field, Input, Switch, Text, makeStyles, tokens } from '@fluentui/react-components'
import { useId, useState, type ReactNode } from 'react'
import type { Company } from '../../../api/contract/company.ts'
import { MOST_BLACKOUTS, MOST_OWN_DAYS, type MessageTimes } from '../../../api/contract/message-times.ts'
import { useApp } from '../../context.ts'
import { Loading } from '../../load.tsx'
import type { Span } from '../../span.ts'
import { Weekdays } from '../../weekdays.tsx'
import { Choice, Form, Sheet } from './form.tsx'
import {
  addTo,
  changeIn,
  leavesNothing,
  NO_ENTRY,
  spansOf,
  timesOf,
  validIn,
  type Entry,
  type WhyNot
} from './message-times-draft.ts'
import { countryName, Preview, useTried, type Tried } from './message-times-preview.tsx'
import { QuietList } from './quiet-list.tsx'
import { useCompany, useSaving } from './use-company.ts'

const useStyles = makeStyles({
  group: { minWidth: 0, display: 'flex', flexDirection: 'column', gap: '8px' },
  row: { display: 'flex', flexWrap: 'wrap', gap: '12px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  wrong: { color: tokens.colorPaletteRedForeground1 }
})

export function MessageTimesSection(): ReactNode {
  const { words } = useApp()
  const loaded = useCompany()
  return (
    <Sheet title={words.messageTimes.title} body={words.messageTimes.body}>
      <Loading loaded={loaded}>{company => <Editor company={company} />}</Loading>
    </Sheet>
  )
}

type List = 'days' | 'times'
type Typed = { readonly entry: Entry; readonly refused?: WhyNot }
const NOTHING_TYPED: Readonly<Record<List, Typed>> = { days: { entry: NO_ENTRY }, times: { entry: NO_ENTRY } }
const MOST: Readonly<Record<List, number>> = { days: MOST_OWN_DAYS, times: MOST_BLACKOUTS }

const listIn = (draft: MessageTimes, list: List): readonly Span[] =>
  list === 'days' ? spansOf(draft.holidays) : draft.blackouts
const withList = (draft: MessageTimes, list: List, spans: readonly Span[]): MessageTimes =>
  list === 'days' ? { ...draft, holidays: spans.map(({ from }) => from) } : { ...draft, blackouts: [...spans] }

/** Before somebody says which. */
const SOME_AGREEMENT = { start: '08:00', end: '18:00' }

function Editor({ company }: { readonly company: Company }): ReactNode {
  const { words } = useApp()
  const said = words.messageTimes
  const [kept, setKept] = useState(() => timesOf(company))
  const [draft, setDraft] = useState(kept)
  const [typed, setTyped] = useState(NOTHING_TYPED)
  const reset = (times: MessageTimes): void => {
    setKept(times)
    setDraft(times)
    setTyped(NOTHING_TYPED)
  }
  const saving = useSaving(saved => reset(timesOf(saved)))
  const [valid, setValid] = useState(kept)
  const fits = validIn(draft)
  if (fits && Object.keys(changeIn(fits, valid)).length > 0) setValid(fits)
  const tried = useTried(valid)
  const change = (more: Partial<MessageTimes>): void => {
    saving.touch()
    setDraft(before => ({ ...before, ...more }))
  }
  const isTyped = (list: List): boolean => typed[list].entry.from !== '' || typed[list].entry.to !== ''
  /** @returns undefined where what is typed cannot be added; then it says why. */
  const withTyped = (times: MessageTimes, list: List): MessageTimes | undefined => {
    const added = addTo(listIn(times, list), typed[list].entry, MOST[list])
    if (added.kind === 'added') return withList(times, list, added.spans)
    setTyped(before => ({ ...before, [list]: { ...before[list], refused: added.why } }))
    return undefined
  }
  const add = (list: List): void => {
    const next = withTyped(draft, list)
    if (!next) return
    change(next)
    setTyped(before => ({ ...before, [list]: NOTHING_TYPED[list] }))
  }
  /** What is typed and was not added belongs to it. */
  const save = (): void => {
    const open = (['days', 'times'] as const).filter(isTyped)
    const next = open.reduce<MessageTimes | undefined>((times, list) => times && withTyped(times, list), draft)
    if (next && validIn(next)) saving.save(changeIn(next, kept))
  }
  const isDirty = Object.keys(changeIn(draft, kept)).length > 0 || isTyped('days') || isTyped('times')
  const listOf = (list: List) => ({
    kept: listIn(kept, list),
    now: listIn(draft, list),
    today: tried.value?.today,
    most: MOST[list],
    entry: typed[list].entry,
    refused: typed[list].refused,
    onEntry: (entry: Entry) => {
      saving.touch()
      setTyped(before => ({ ...before, [list]: { entry } }))
    },
    onAdd: () => add(list),
    onChange: (spans: readonly Span[]) => change(withList(draft, list, spans))
  })
  return (
    <Form
      saving={saving}
      mayBeSaved={isDirty && fits !== undefined && !leavesNothing(draft)}
      onSave={save}
      beside={
        <>
          <Button disabledFocusable={!isDirty || saving.busy} onClick={() => reset(kept)}>
            {said.discard}
          </Button>
          {isDirty && <Text>{said.unsaved}</Text>}
        </>
      }
    >
      <WorkingHours draft={draft} onChange={change} />
      <Agreement draft={draft} onChange={change} />
      <Holidays draft={draft} onChange={change} tried={tried.value} />
      <Group title={said.ownDays}>
        <QuietList {...listOf('days')} none={said.noOwnDays} fields={[['from', said.day]]} addLabel={said.addDay} />
      </Group>
      <Group title={said.blackouts}>
        <QuietList
          {...listOf('times')}
          none={said.noBlackouts}
          fields={[
            ['from', said.first],
            ['to', said.last]
          ]}
          addLabel={said.addBlackout}
        />
      </Group>
      <Group title={said.preview} body={said.previewBody}>
        <Preview tried={tried} />
      </Group>
    </Form>
  )
}

type GroupProps = { readonly title: string; readonly body?: string; readonly children: ReactNode }

function Group({ title, body, children }: GroupProps): ReactNode {
  const styles = useStyles()
  const heading = useId()
  return (
    <section aria-labelledby={heading} className={styles.group}>
      <Text as="h3" size={400} weight="semibold" id={heading} style={{ margin: 0 }}>
        {title}
      </Text>
      {body && (
        <Text size={200} className={styles.quiet}>
          {body}
        </Text>
      )}
      {children}
    </section>
  )
}

type PartProps = { readonly draft: MessageTimes; readonly onChange: (more: Partial<MessageTimes>) => void }

function WorkingHours({ draft: { workingHours }, onChange }: PartProps): ReactNode {
  const styles = useStyles()
  const said = useApp().words.messageTimes
  const { start, end, days } = workingHours
  return (
    <Group title={said.hours} body={said.hoursBody}>
      <Frame
        labels={[said.from, said.to]}
        hours={{ start, end }}
        onChange={hours => onChange({ workingHours: { ...workingHours, ...hours } })}
      />
      <Weekdays
        legend={said.days}
        days={days}
        onChange={chosen => onChange({ workingHours: { ...workingHours, days: chosen } })}
      />
      <Text role="alert" className={styles.wrong}>
        {days.length === 0 && said.oneDay}
      </Text>
    </Group>
  )
}

function Agreement({ draft, onChange }: PartProps): ReactNode {
  const styles = useStyles()
  const said = useApp().words.messageTimes
  const { disconnect } = draft
  const [last, setLast] = useState(disconnect ?? SOME_AGREEMENT)
  const take = (hours: typeof last): void => {
    setLast(hours)
    onChange({ disconnect: hours })
  }
  return (
    <Group title={said.agreement} body={said.agreementBody}>
      <Checkbox
        label={said.hasAgreement}
        checked={disconnect !== null}
        onChange={(_event, { checked }) => onChange({ disconnect: checked === true ? last : null })}
      />
      {disconnect && <Frame labels={[said.notBefore, said.notAfter]} hours={disconnect} onChange={take} />}
      <Text role="alert" className={styles.wrong}>
        {leavesNothing(draft) && said.leavesNothing}
      </Text>
    </Group>
  )
}

type Hours = { readonly start: string; readonly end: string }
type FrameProps = {
  readonly labels: readonly [start: string, end: string]
  readonly hours: Hours
  readonly onChange: (hours: Hours) => void
}

function Frame({ labels, hours, onChange }: FrameProps): ReactNode {
  const styles = useStyles()
  const said = useApp().words.messageTimes
  const wrong = hours.start < hours.end ? {} : { validationMessage: said.order }
  return (
    <div className={styles.row}>
      <Field label={labels[0]}>
        <Input type="time" value={hours.start} onChange={(_event, { value }) => onChange({ ...hours, start: value })} />
      </Field>
      <Field label={labels[1]} {...wrong}>
        <Input type="time" value={hours.end} onChange={(_event, { value }) => onChange({ ...hours, end: value })} />
      </Field>
    </div>
  )
}

function Holidays({ draft, onChange, tried }: PartProps & { readonly tried: Tried | undefined }): ReactNode {
  const { words, locale } = useApp()
  const said = words.messageTimes
  const country = tried && countryName(tried.country, locale)
  return (
    <Group title={said.holidays}>
      <Switch
        label={said.freeHolidays}
        checked={draft.publicHolidays}
        onChange={(_event, { checked }) => onChange({ publicHolidays: checked })}
      />
      {draft.publicHolidays && tried && country && (
        <Region draft={draft} onChange={onChange} regions={tried.regions} country={country} />
      )}
    </Group>
  )
}

type RegionProps = PartProps & { readonly regions: Tried['regions']; readonly country: string }

function Region({ draft: { region }, onChange, regions, country }: RegionProps): ReactNode {
  const said = useApp().words.messageTimes
  if (regions.length === 0 && region === null) return <Text>{said.noRegions(country)}</Text>
  const isLost = region !== null && !regions.some(({ code }) => code === region)
  const lost = isLost ? [[region, region] as const] : []
  return (
    <Choice
      label={said.region(country)}
      hint={said.regionHint}
      value={region ?? ''}
      options={[['', said.wholeCountry], ...lost, ...regions.map(({ code, name }) => [code, name] as const)]}
      onChange={value => onChange({ region: value === '' ? null : value })}
    />
  )
}
