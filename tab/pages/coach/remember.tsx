/** Words of the person that the coach shall remember: pressed, said back as they are kept, and forgotten again by the same button. */
import { useState, type ReactNode } from 'react'
import type { Turn } from '../../../api/contract/coach.ts'
import { forgetMemory, getMyMemory, rememberThis, type MemoryItem } from '../../../api/contract/memory.ts'
import { useApp } from '../../context.ts'
import { Button, Text } from '../../parts.tsx'
import { usePress } from '../../press.tsx'
import type { Session } from '../../session.ts'

/** Only then is anything offered. */
export const isMemoryOn = async (session: Session): Promise<boolean> => (await session.call(getMyMemory)).active

const NAMED = 60
const snippet = (text: string): string => (text.length > NAMED ? `${text.slice(0, NAMED)} …` : text)

export function Remember({ turn }: { readonly turn: Turn }): ReactNode {
  const { session, words } = useApp()
  const [item, setItem] = useState<MemoryItem>()
  const [said, setSaid] = useState('')
  const page = words.coachPage.remember
  const { busy, run, problem } = usePress(page.refused)
  const remember = (): void =>
    run(async () => {
      const kept = await session.call(rememberThis, { body: { messageId: turn.messageId } })
      setItem(kept)
      setSaid(page.done(kept.text))
    })
  const forget = ({ itemId }: MemoryItem): void =>
    run(async () => {
      await session.call(forgetMemory, { params: { itemId } })
      setItem(undefined)
      setSaid(page.forgotten)
    })
  const name = item ? page.forgetOf : page.pressOf
  // One button throughout, never disabled: the focus stays where it was pressed.
  return (
    <>
      <output>{said && <Text size={200}>{said}</Text>}</output>
      <div className="ci-under">
        <Button
          size="small"
          appearance="subtle"
          aria-label={name(snippet(turn.text))}
          aria-disabled={busy}
          onClick={() => {
            if (busy) return
            if (item) forget(item)
            else remember()
          }}
        >
          {item ? page.forget : page.press}
        </Button>
      </div>
      {problem}
    </>
  )
}
