/** What a draft would give in the countries where people work: hours that are left, and the next days without messages. */
import { MessageBar, MessageBarBody, Text, makeStyles } from '@fluentui/react-components'
import { useEffect, useRef, type ReactNode } from 'react'
import type { z } from 'zod'
import { tellTime } from '../../../api/contract/clock-time.ts'
import {
  tryMessageTimes,
  type MessagePlace,
  type MessageTimes,
  type Quiet
} from '../../../api/contract/message-times.ts'
import { useApp } from '../../context.ts'
import { Loading, useLoaded, type Loaded } from '../../load.tsx'
import { tellSpan } from '../../span.ts'

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '12px' },
  list: { margin: 0, paddingLeft: '20px' }
})

export type Tried = z.output<typeof tryMessageTimes.answer>

/** Until somebody has stopped typing. */
const SETTLED_MS = 400

/** Asked anew a moment after the draft changed. */
export function useTried(times: MessageTimes): Loaded<Tried> {
  const { session, locale } = useApp()
  const language = locale.startsWith('es') ? 'es' : 'en'
  const loaded = useLoaded(() => session.call(tryMessageTimes, { query: { language }, body: times }))
  const { reload } = loaded
  const key = JSON.stringify(times)
  const asked = useRef(key)
  useEffect(() => {
    if (asked.current === key) return undefined
    const timer = setTimeout(() => {
      asked.current = key
      reload()
    }, SETTLED_MS)
    return () => clearTimeout(timer)
  }, [key, reload])
  return loaded
}

export const countryName = (country: string, locale: string): string =>
  new Intl.DisplayNames(locale, { type: 'region' }).of(country) ?? country

export function Preview({ tried }: { readonly tried: Loaded<Tried> }): ReactNode {
  const styles = useStyles()
  return (
    <div className={styles.column}>
      <Loading loaded={tried}>
        {({ places }) => places.map(place => <Place key={place.country} place={place} />)}
      </Loading>
    </div>
  )
}

function Place({ place }: { readonly place: MessagePlace }): ReactNode {
  const styles = useStyles()
  const { words, locale } = useApp()
  const said = words.messageTimes
  const name = countryName(place.country, locale)
  const { open, law, quiet } = place
  const [from, to] = open ? [tellTime(locale, open.start), tellTime(locale, open.end)] : []
  return (
    <section aria-label={name}>
      <Text as="h4" weight="semibold" style={{ margin: 0 }}>
        {name}
      </Text>
      {from && to ? (
        <Text block>{law ? said.openByLaw(from, to, law) : said.open(from, to)}</Text>
      ) : (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{said.shut(name)}</MessageBarBody>
        </MessageBar>
      )}
      {quiet.length === 0 && <Text block>{said.noQuiet}</Text>}
      <ul className={styles.list}>
        {quiet.map(each => (
          <QuietLine key={`${each.from} ${each.to} ${each.why.kind}`} quiet={each} />
        ))}
      </ul>
    </section>
  )
}

function QuietLine({ quiet }: { readonly quiet: Quiet }): ReactNode {
  const { words, locale } = useApp()
  const { why } = quiet
  const reason = why.kind === 'public_holiday' ? why.name : words.messageTimes.why[why.kind]
  return (
    <li>
      <Text>{`${tellSpan(quiet, locale)}: ${reason}`}</Text>
    </li>
  )
}
