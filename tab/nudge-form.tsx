/** The words of one nudge in one language, counted, and sent to whoever writes them. */
import { Button, Field, Textarea, makeStyles } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import { countWords, MOST_WORDS, sendTest, type NudgeWords } from '../api/contract/nudge-content.ts'
import { useApp } from './context.ts'
import { usePress } from './press.tsx'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '8px', minWidth: 0 },
  field: { gridTemplateColumns: 'minmax(0, 1fr)' },
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap', alignItems: 'center' }
})

const NO_WORDS: NudgeWords = { action: '', whyNow: '', evidence: '' }

type Props = {
  readonly language: string
  readonly words: NudgeWords | undefined
  readonly onChange: (next: NudgeWords) => void
}

export function NudgeForm({ language, words = NO_WORDS, onChange }: Props): ReactNode {
  const styles = useStyles()
  const { session, words: said } = useApp()
  const { nudgeForm } = said
  const { busy, run, problem } = usePress(nudgeForm.refused)
  const [tested, setTested] = useState(false)
  const count = countWords(`${words.action} ${words.whyNow}`)
  const test = (): void =>
    run(async () => {
      setTested(false)
      await session.call(sendTest, { body: { language, words } })
      setTested(true)
    })
  const line = (part: keyof NudgeWords) => (
    <Field
      label={`${nudgeForm[part]} (${language})`}
      className={styles.field}
      {...(part === 'action'
        ? {
            validationState: count > MOST_WORDS ? ('warning' as const) : ('none' as const),
            validationMessage: nudgeForm.words(count, MOST_WORDS)
          }
        : {})}
    >
      <Textarea
        value={words[part]}
        lang={language}
        maxLength={600}
        resize="vertical"
        onChange={(_event, { value }) => onChange({ ...words, [part]: value })}
      />
    </Field>
  )
  return (
    <div className={styles.form}>
      {line('action')}
      {line('whyNow')}
      {line('evidence')}
      <div className={styles.row}>
        <Button size="small" disabled={busy || !words.action.trim()} onClick={test}>
          {nudgeForm.test}
        </Button>
        <output>{tested ? nudgeForm.tested : ''}</output>
      </div>
      {problem}
    </div>
  )
}
