/** Mail, for when Teams does not reach the person: theirs to end and to want again. */
import { Card, Switch, Text, Title3 } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import { getMyMail, putMyMail } from '../../../api/contract/reach.ts'
import { useApp } from '../../context.ts'
import { useLoaded } from '../../load.tsx'
import { usePress } from '../../press.tsx'

/** Nothing where no mail would come, and nothing until that is known: it stands last on the page. */
export function MyMail(): ReactNode {
  const { session, words } = useApp()
  const said = words.ownMail
  const { value } = useLoaded(() => session.call(getMyMail))
  const [chosen, setChosen] = useState<boolean>()
  const { busy, run, problem } = usePress()
  if (!value?.offered && value?.wanted !== false) return null
  const wanted = chosen ?? value?.wanted ?? true
  const choose = (next: boolean): void =>
    run(async () => setChosen((await session.call(putMyMail, { body: { wanted: next } })).wanted))
  return (
    <Card>
      <Title3 as="h2">{said.title}</Title3>
      <Text>{said.body}</Text>
      <Switch
        label={said.toggle}
        checked={wanted}
        disabled={busy}
        onChange={(_event, { checked }) => choose(checked)}
      />
      {value?.refused && <Text>{said.refused}</Text>}
      {problem}
    </Card>
  )
}
