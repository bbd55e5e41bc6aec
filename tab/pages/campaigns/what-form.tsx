/** What it says, in one language at a time. */
import { Field, Input, Select, makeStyles } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useApp } from '../../context.ts'
import { NudgeForm } from '../../nudge-form.tsx'
import type { FormProps } from './audience-form.tsx'

const useStyles = makeStyles({
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
  wide: { minWidth: 0 }
})

type Props = FormProps & { readonly language: string; readonly setLanguage: (language: string) => void }

export function WhatForm({ content, set, choices, language, setLanguage }: Props): ReactNode {
  const styles = useStyles()
  const { campaigns } = useApp().words
  const languages = [...new Set([choices.language, ...choices.languages, ...Object.keys(content.words), language])]
  const write = (words: (typeof content.words)[string]): void => {
    const { [language]: _before, ...others } = content.words
    const isEmpty = !words.action.trim() && !words.whyNow.trim() && !words.evidence.trim()
    set({ words: isEmpty ? others : { ...others, [language]: words } })
  }
  return (
    <>
      <div className={styles.row}>
        <Field label={campaigns.writing}>
          <Select value={language} onChange={(_event, { value }) => setLanguage(value)}>
            {languages.map(each => (
              <option key={each}>{each}</option>
            ))}
          </Select>
        </Field>
        <Field label={campaigns.minutes}>
          <Input
            type="number"
            className={styles.wide}
            min={1}
            max={60}
            value={String(content.minutes)}
            onChange={(_event, { value }) =>
              set({ minutes: Math.max(1, Math.min(60, Math.trunc(Number(value)) || 1)) })
            }
          />
        </Field>
      </div>
      <NudgeForm key={language} language={language} words={content.words[language]} onChange={write} />
    </>
  )
}
