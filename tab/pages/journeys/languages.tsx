/** The languages of a journey, the one being written, and its title in it. */
import { Button, Field, Input, Select, makeStyles } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import { languageSchema } from '../../../api/contract/nudge-content.ts'
import { useApp } from '../../context.ts'
import type { Draft } from './use-journey.ts'

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '8px' },
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap', alignItems: 'end' },
  field: { gridTemplateColumns: 'minmax(0, 1fr)' },
  wide: { minWidth: 0 }
})

type Props = {
  readonly draft: Draft
  readonly language: string
  readonly setLanguage: (language: string) => void
  readonly change: (content: Draft['content']) => void
}

export function Languages({ draft, language, setLanguage, change }: Props): ReactNode {
  const styles = useStyles()
  const { journeys } = useApp().words
  const { content } = draft
  const add = (added: string): void => {
    if (!content.languages.includes(added)) change({ ...content, languages: [...content.languages, added] })
    setLanguage(added)
  }
  return (
    <div className={styles.column}>
      <div className={styles.row}>
        <Field label={journeys.writing}>
          <Select value={language} onChange={(_event, { value }) => setLanguage(value)}>
            {content.languages.map(each => (
              <option key={each}>{each}</option>
            ))}
          </Select>
        </Field>
        <AddLanguage onAdd={add} />
      </div>
      <Field label={journeys.heading(language)} className={styles.field}>
        <Input
          className={styles.wide}
          lang={language}
          maxLength={120}
          value={content.title[language] ?? ''}
          onChange={(_event, { value }) => change({ ...content, title: { ...content.title, [language]: value } })}
        />
      </Field>
    </div>
  )
}

function AddLanguage({ onAdd }: { readonly onAdd: (language: string) => void }): ReactNode {
  const styles = useStyles()
  const { journeys } = useApp().words
  const [typed, setTyped] = useState('')
  const [bad, setBad] = useState(false)
  const add = (): void => {
    const parsed = languageSchema.safeParse(typed.trim().toLowerCase())
    setBad(!parsed.success)
    if (!parsed.success) return
    onAdd(parsed.data)
    setTyped('')
  }
  return (
    <>
      <Field label={journeys.addLanguage} {...(bad ? { validationMessage: journeys.badLanguage } : {})}>
        <Input className={styles.wide} value={typed} onChange={(_event, { value }) => setTyped(value)} />
      </Field>
      <Button disabled={!typed.trim()} onClick={add}>
        {journeys.addLanguageDo}
      </Button>
    </>
  )
}
