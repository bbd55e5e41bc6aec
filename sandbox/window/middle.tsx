/** What the chosen person sees: chat, tab, receipts, channel or the learning site. */
import { Button, Text } from '@fluentui/react-components'
import { useEffect, useState, type ReactNode } from 'react'
import * as control from '../control/contract.ts'
import { call } from './api.ts'
import { useCenter } from './center.ts'
import { Conversation } from './chat.tsx'
import { Learning } from './learning.tsx'
import { Receipts } from './receipts.tsx'
import type { View } from './step.ts'
import { TabFrame } from './tab-frame.tsx'
import { placeOf } from './tab-host.ts'
import type { ThemeName } from './theme.ts'
import { useWork } from './use-work.ts'

type Props = {
  readonly view: View
  readonly person: control.SandboxPerson
  readonly state: control.SandboxState
  readonly version: number
  readonly theme: ThemeName
  readonly onView: (view: View) => void
  readonly onTab: (frame: HTMLIFrameElement | undefined) => void
}

export function Middle({ view, person, state, version, theme, onView, onTab }: Props): ReactNode {
  const center = useCenter()
  const [linked, setLinked] = useState({ personKey: '', place: '' })
  // Whoever opens the tab without a link is on its first page.
  useEffect(() => {
    if (view !== 'tab') setLinked({ personKey: '', place: '' })
  }, [view])
  const company = state.companies.find(({ key }) => key === person.companyKey)
  const channel = company?.channels[0]
  const onOpen = (url: string): void => {
    const next = placeOf(url, state.tabUrl)
    if (next === undefined) return void window.open(url, '_blank', 'noopener')
    setLinked({ personKey: person.key, place: next })
    onView('tab')
  }
  switch (view) {
    case 'tab':
      return (
        <TabFrame
          url={state.tabUrl}
          place={linked.personKey === person.key ? linked.place : ''}
          {...{ person, theme, onTab }}
        />
      )
    case 'receipts':
      return <Receipts key={person.key} person={person} />
    case 'learning':
      return <Learning person={person} systemUrl={company?.learningSystemUrl} />
    case 'channel':
      if (channel && isMember(person))
        return (
          <Conversation
            key={channel.channelId}
            source={{ kind: 'channel', channelId: channel.channelId, person }}
            version={version}
            onOpen={onOpen}
            empty={<EmptyChannel person={person} name={`${channel.teamName} › ${channel.name}`} />}
          />
        )
      return (
        <div className={center}>
          <Text size={400} weight="semibold" align="center">
            {channel ? `${person.name} is not in HR’s channel` : 'This company has no channel yet'}
          </Text>
          <Text align="center">
            {channel
              ? 'In Teams only its members see it. Be somebody from HR or IT on the left to look inside.'
              : 'A team of HR’s has to be made in Teams first.'}
          </Text>
        </div>
      )
    case 'chat':
      return (
        <Conversation
          key={person.key}
          source={{ kind: 'chat', person }}
          version={version}
          onOpen={onOpen}
          empty={<EmptyChat person={person} />}
        />
      )
  }
}

const isMember = ({ role, left }: control.SandboxPerson): boolean => (role === 'hr' || role === 'admin') && !left

function EmptyChat({ person }: { readonly person: control.SandboxPerson }): ReactNode {
  const [title, text] = sayEmptyChat(person)
  return (
    <>
      <Text size={400} weight="semibold" align="center">
        {title}
      </Text>
      <Text align="center">{text}</Text>
    </>
  )
}

function sayEmptyChat({ left, inDirectory, installed }: control.SandboxPerson): readonly [string, string] {
  if (left) return ['No longer in the company', 'Nothing is sent to people who have left.']
  if (installed)
    return [
      'The bot is installed, in silence',
      'On the company’s launch date, in working hours, the first card arrives. Move the clock under Activity.'
    ]
  if (!inDirectory)
    return [
      'Not in the company’s directory yet',
      'The guided tour’s first step hires this person, as HR’s system would.'
    ]
  return [
    'The bot is not installed for this person',
    'Press “Install the bot” to do what the company’s IT would do by policy. Nothing is sent at that moment.'
  ]
}

function EmptyChannel({ person, name }: { readonly person: control.SandboxPerson; readonly name: string }): ReactNode {
  const { busy, problem, run } = useWork()
  const { companyKey, key: personKey } = person
  return (
    <>
      <Text size={400} weight="semibold" align="center">
        {name}
      </Text>
      <Text align="center">
        No reports come here yet. HR or IT adds the app and confirms; then a report arrives every Monday at nine.
      </Text>
      <Button
        disabledFocusable={busy}
        onClick={() => void run(() => call(control.installToChannel, { params: { companyKey }, body: { personKey } }))}
      >
        Add the app to this channel
      </Button>
      {problem && <Text role="alert">{problem}</Text>}
    </>
  )
}
