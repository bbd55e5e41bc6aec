/** What was wrong with an answer, in the person's own words where they want to say it: what they pressed is stored already. */
import { Button, Field, Text, Textarea } from '@fluentui/react-components'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { Mark, MarkHeard } from '../../../api/contract/coach.ts'
import { useApp } from '../../context.ts'
import { PlanSaid } from '../../plan-said.tsx'
import { usePress } from '../../press.tsx'

type Props = {
  readonly mark: Exclude<Mark, 'helpful'>
  readonly send: (text: string) => Promise<MarkHeard>
  readonly onSkip: () => void
}

export function Why({ mark, send, onSkip }: Props): ReactNode {
  const { words } = useApp()
  const { busy, run, problem } = usePress()
  const [text, setText] = useState('')
  const [said, setSaid] = useState('')
  const [kept, setKept] = useState(false)
  const place = useRef<HTMLOutputElement>(null)
  const page = words.coachPage.why
  useEffect(() => {
    if (kept && !said) place.current?.focus()
  }, [kept])
  // Another press asks anew; what is being typed stays.
  useEffect(() => setKept(false), [mark])
  const add = (): void =>
    run(async () => {
      const heard = await send(text)
      const isKept = heard?.kind !== 'crisis'
      setSaid(heard?.text ?? '')
      setKept(isKept)
      if (isKept) setText('')
    })
  return (
    <>
      {said && <PlanSaid text={said} />}
      {kept ? (
        <output ref={place} tabIndex={-1}>
          <Text size={200}>{page.kept}</Text>
        </output>
      ) : (
        <>
          <Field label={page.label[mark]} hint={page.reader}>
            <Textarea value={text} maxLength={2000} onChange={(_event, { value }) => setText(value)} />
          </Field>
          <div className="ci-under">
            <Button size="small" disabled={busy || !text.trim()} onClick={add}>
              {page.add}
            </Button>
            <Button size="small" appearance="subtle" onClick={onSkip}>
              {page.skip}
            </Button>
          </div>
          {problem}
        </>
      )}
    </>
  )
}
