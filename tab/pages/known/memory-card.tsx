/** One thing that is remembered: where it comes from, and the way to change or erase it. */
import { Button, Card, Input, Text } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import { editMemory, forgetMemory, MEMORY_LENGTH, type MemoryItem } from '../../../api/contract/memory.ts'
import { formatDay, useApp } from '../../context.ts'
import { usePress } from '../../press.tsx'
import { useKnownStyles } from './section.tsx'
import { useKnownWords } from './words.ts'

type Props = { readonly item: MemoryItem; readonly onChanged: (said: string) => void }

export function MemoryCard({ item, onChanged }: Props): ReactNode {
  const styles = useKnownStyles()
  const app = useApp()
  const said = useKnownWords().memory
  const [draft, setDraft] = useState<string>()
  const { busy, run, problem } = usePress()
  const params = { itemId: item.itemId }
  const save = (text: string): void =>
    run(async () => {
      await app.session.call(editMemory, { params, body: { text } })
      // What was typed meanwhile stays.
      setDraft(now => (now === text ? undefined : now))
      onChanged(said.saved)
    })
  const erase = (): void =>
    run(async () => {
      await app.session.call(forgetMemory, { params })
      onChanged(said.erased)
    })
  const when = said.sources[item.source](formatDay(item.at, app))
  return (
    <Card>
      {draft === undefined ? (
        <Text style={{ overflowWrap: 'anywhere' }}>{item.text}</Text>
      ) : (
        <Input
          value={draft}
          maxLength={MEMORY_LENGTH}
          aria-label={said.editNamed(item.text)}
          onChange={(_event, { value }) => setDraft(value)}
        />
      )}
      <Text size={200} className={styles.quiet}>
        {item.editedAt ? `${when}, ${said.edited(formatDay(item.editedAt, app))}` : when}
      </Text>
      <div className={styles.buttons}>
        {draft === undefined ? (
          <>
            <Button size="small" aria-label={said.editNamed(item.text)} onClick={() => setDraft(item.text)}>
              {said.edit}
            </Button>
            <Button size="small" disabled={busy} aria-label={said.eraseNamed(item.text)} onClick={erase}>
              {said.erase}
            </Button>
          </>
        ) : (
          <>
            <Button size="small" disabled={busy || draft.trim() === ''} onClick={() => save(draft)}>
              {said.save}
            </Button>
            <Button size="small" onClick={() => setDraft(undefined)}>
              {said.cancel}
            </Button>
          </>
        )}
      </div>
      {problem}
    </Card>
  )
}
