/** What the coach remembers: nothing until it is switched on, then a list of which each item is the person's. */
import { Button, Card, Field, Input, Switch, Text } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import {
  forgetAllMemory,
  getMyMemory,
  MEMORY_LENGTH,
  rememberThis,
  switchMyMemory,
  type Memory as MemoryView
} from '../../../api/contract/memory.ts'
import { ConfirmButton } from '../../confirm.tsx'
import { useApp } from '../../context.ts'
import { Loading, useLoaded } from '../../load.tsx'
import { usePress } from '../../press.tsx'
import { MemoryCard } from './memory-card.tsx'
import { Said, Section, useKnownStyles } from './section.tsx'
import { useKnownWords } from './words.ts'

export function Memory(): ReactNode {
  const { session } = useApp()
  const said = useKnownWords().memory
  const loaded = useLoaded(() => session.call(getMyMemory))
  const [done, setDone] = useState('')
  const changed = (what: string): void => {
    setDone(what)
    loaded.reload()
  }
  return (
    <Section id="memory" title={said.title} body={said.body}>
      <Loading loaded={loaded}>
        {memory => (
          <>
            <Choices memory={memory} onChanged={changed} />
            {memory.active && <Add onAdded={changed} />}
            <Items memory={memory} onChanged={changed} />
          </>
        )}
      </Loading>
      <Said>{done}</Said>
    </Section>
  )
}

type Props = { readonly memory: MemoryView; readonly onChanged: (said: string) => void }

function Choices({ memory: { active, fromPlans }, onChanged }: Props): ReactNode {
  const { session } = useApp()
  const said = useKnownWords().memory
  const { busy, run, problem } = usePress()
  const choose = (choice: Partial<Pick<MemoryView, 'active' | 'fromPlans'>>): void =>
    run(async () => {
      await session.call(switchMyMemory, { body: { active, fromPlans, ...choice } })
      onChanged('')
    })
  return (
    <div>
      <div>
        <Switch
          label={said.toggle}
          checked={active}
          disabled={busy}
          onChange={(_event, { checked }) => choose({ active: checked })}
        />
      </div>
      {active && (
        <Switch
          label={said.plans}
          checked={fromPlans}
          disabled={busy}
          onChange={(_event, { checked }) => choose({ fromPlans: checked })}
        />
      )}
      {problem}
    </div>
  )
}

function Add({ onAdded }: { readonly onAdded: (said: string) => void }): ReactNode {
  const styles = useKnownStyles()
  const { session } = useApp()
  const words = useKnownWords()
  const [text, setText] = useState('')
  const { busy, run, problem } = usePress(words.notAllowed)
  const add = (): void =>
    run(async () => {
      await session.call(rememberThis, { body: { text } })
      // What was typed meanwhile stays.
      setText(now => (now === text ? '' : now))
      onAdded(words.memory.added)
    })
  return (
    <form
      className={styles.section}
      onSubmit={event => {
        event.preventDefault()
        if (text.trim() && !busy) add()
      }}
    >
      <Field label={words.memory.add}>
        <Input value={text} maxLength={MEMORY_LENGTH} onChange={(_event, { value }) => setText(value)} />
      </Field>
      <div>
        <Button type="submit" disabled={busy || text.trim() === ''}>
          {words.memory.addButton}
        </Button>
      </div>
      {problem}
    </form>
  )
}

function Items({ memory: { active, items }, onChanged }: Props): ReactNode {
  const styles = useKnownStyles()
  const { session } = useApp()
  const said = useKnownWords().memory
  const { busy, run, problem } = usePress()
  const eraseAll = (): void =>
    run(async () => {
      await session.call(forgetAllMemory)
      onChanged(said.erased)
    })
  if (items.length === 0) return active ? <Card>{<Text>{said.empty}</Text>}</Card> : null
  return (
    <>
      {!active && <Text weight="semibold">{said.idle}</Text>}
      <ul className={styles.list} aria-label={said.title}>
        {items.map(item => (
          <li key={item.itemId}>
            <MemoryCard item={item} onChanged={onChanged} />
          </li>
        ))}
      </ul>
      <div>
        <ConfirmButton
          label={said.eraseAll}
          title={said.eraseAllTitle}
          body={said.eraseAllBody(items.length)}
          keep={said.keep}
          disabled={busy}
          onConfirm={eraseAll}
        />
      </div>
      {problem}
    </>
  )
}
