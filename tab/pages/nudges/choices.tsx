/** How many, about what, in which zone and language: each saved as it is chosen. */
import { Field, Radio, RadioGroup, Select, Text, makeStyles } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { FOCUS_NAMES } from '../../../api/contract/focus-names.ts'
import { focusAreaSchema, type FocusArea, type NudgePreferences } from '../../../api/contract/nudges.ts'
import { useApp } from '../../context.ts'
import { Group } from './group.tsx'
import type { Preferences } from './use-preferences.ts'
import { nameOf, zonesWith } from './zones.ts'

export type ChoiceProps = { readonly value: NudgePreferences; readonly preferences: Preferences }

const useStyles = makeStyles({
  radios: { display: 'flex', flexWrap: 'wrap' },
  places: { display: 'flex', flexDirection: 'column', gap: '8px', width: '100%', maxWidth: '360px' },
  wide: { width: '100%', maxWidth: '360px', minWidth: 0 },
  /** Its longest option does not make it wider than the window. */
  select: { minWidth: 0, '& select': { minWidth: 0, width: '100%', textOverflow: 'ellipsis' } }
})

const COUNTS = [0, 1, 2, 3, 4, 5]

export function Budget({ value, preferences }: ChoiceProps): ReactNode {
  const styles = useStyles()
  const said = useApp().words.ownNudges
  return (
    <Group name="budget" title={said.budget} preferences={preferences}>
      <RadioGroup
        layout="horizontal"
        className={styles.radios}
        aria-label={said.budget}
        value={String(value.perWeek)}
        onChange={(_event, { value: chosen }) =>
          preferences.wish({ group: 'budget', change: { perWeek: Number(chosen) } })
        }
      >
        {COUNTS.map(count => (
          <Radio key={count} value={String(count)} label={String(count)} />
        ))}
      </RadioGroup>
      <Text>{said.perWeek(value.perWeek)}</Text>
    </Group>
  )
}

export function Focus({ value, preferences }: ChoiceProps): ReactNode {
  const styles = useStyles()
  const { words, locale } = useApp()
  const said = words.ownNudges
  const names = FOCUS_NAMES[locale.startsWith('es') ? 'es' : 'en']
  const choose = (place: number, chosen: string): void => {
    const area = focusAreaSchema.safeParse(chosen).data
    const focus = said.focusPlaces.flatMap((_name, index) => (index === place ? area : value.focus[index]) ?? [])
    preferences.wish({ group: 'focus', change: { focus } })
  }
  const free = (place: number): readonly FocusArea[] =>
    focusAreaSchema.options.filter(area => !value.focus.includes(area) || value.focus[place] === area)
  return (
    <Group name="focus" title={said.focus} body={said.focusBody} preferences={preferences}>
      <div className={styles.places}>
        {said.focusPlaces.map((label, place) => (
          <Field key={label} label={label}>
            <Select
              className={styles.select}
              value={value.focus[place] ?? ''}
              disabled={place > value.focus.length}
              onChange={(_event, { value: chosen }) => choose(place, chosen)}
            >
              <option value="">{said.noFocus}</option>
              {free(place).map(area => (
                <option key={area} value={area}>
                  {names[area]}
                </option>
              ))}
            </Select>
          </Field>
        ))}
      </div>
    </Group>
  )
}

export function Zone({ value, preferences }: ChoiceProps): ReactNode {
  const styles = useStyles()
  const said = useApp().words.ownNudges
  const { timezone, source } = value.zone
  return (
    <Group name="zone" title={said.zone} preferences={preferences}>
      <Field className={styles.wide} hint={`${nameOf(timezone)}. ${said.sources[source]}`}>
        <Select
          className={styles.select}
          aria-label={said.zone}
          value={source === 'person' ? timezone : ''}
          onChange={(_event, { value: chosen }) =>
            preferences.wish({ group: 'zone', change: { timezone: chosen || null } })
          }
        >
          <option value="">{said.automatic}</option>
          {zonesWith(timezone).map(zone => (
            <option key={zone} value={zone}>
              {nameOf(zone)}
            </option>
          ))}
        </Select>
      </Field>
    </Group>
  )
}

export function Language({ value, preferences }: ChoiceProps): ReactNode {
  const styles = useStyles()
  const said = useApp().words.ownNudges
  const { locale, source } = value.language
  return (
    <Group name="language" title={said.language} preferences={preferences}>
      <Field className={styles.wide} hint={`${said.languages[locale]}. ${said.sources[source]}`}>
        <Select
          className={styles.select}
          aria-label={said.language}
          value={source === 'person' ? locale : ''}
          onChange={(_event, { value: chosen }) => {
            const next = chosen === 'en' || chosen === 'es' ? chosen : null
            preferences.wish({ group: 'language', change: { locale: next } })
          }}
        >
          <option value="">{said.automatic}</option>
          {(['en', 'es'] as const).map(each => (
            <option key={each} value={each} lang={each}>
              {said.languages[each]}
            </option>
          ))}
        </Select>
      </Field>
    </Group>
  )
}
