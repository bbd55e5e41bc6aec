/** A file is chosen first; its title and language are asked for before it is sent. */
import { Button, Field, Input, Select, Text } from '@fluentui/react-components'
import { useState, type FormEvent, type ReactNode } from 'react'
import {
  addMaterial,
  MATERIAL_LANGUAGES,
  type MaterialLanguage,
  type MaterialView
} from '../../../api/contract/material.ts'
import { useApp } from '../../context.ts'
import { FileButton } from './file-button.tsx'
import { Refused } from './refused.tsx'
import { useMaterialStyles } from './styles.ts'
import { useUpload } from './use-upload.ts'

type Draft = { readonly file: File; readonly title: string; readonly language: MaterialLanguage }

const MOST_TITLE = 120

/** "Feedback_guide-2026.docx" reads as a title. */
const titleFrom = (name: string): string =>
  name
    .replace(/\.\w{1,8}$/u, '')
    .replaceAll(/[_-]+/gu, ' ')
    .trim()
    .slice(0, MOST_TITLE)

export function Add({ onAdded }: { readonly onAdded: (material: MaterialView) => void }): ReactNode {
  const styles = useMaterialStyles()
  const { session, words, locale } = useApp()
  const said = words.material
  const upload = useUpload()
  const [draft, setDraft] = useState<Draft>()
  const choose = (file: File): void => {
    if (!upload.fits(file)) return
    const language = draft?.language ?? (locale.startsWith('es') ? 'es' : 'en')
    setDraft({ file, title: titleFrom(file.name), language })
  }
  const send = (event: FormEvent): void => {
    event.preventDefault()
    if (!draft) return
    const { file, title, language } = draft
    upload.start({
      file,
      send: body => session.call(addMaterial, { query: { title, language, name: file.name }, body }),
      onTaken: material => {
        setDraft(undefined)
        onAdded(material)
      }
    })
  }
  return (
    <div className={styles.column}>
      <div>
        <FileButton label={draft ? said.another : said.choose} disabled={upload.busy} onFile={choose} />
      </div>
      {draft && (
        <form className={styles.column} onSubmit={send}>
          <Text className={styles.text}>{said.chosen(draft.file.name)}</Text>
          <Field label={said.name} hint={said.nameHint} required>
            <Input
              value={draft.title}
              maxLength={MOST_TITLE}
              onChange={(_event, { value: title }) => setDraft({ ...draft, title })}
            />
          </Field>
          <Field label={said.language} hint={said.languageHint}>
            <Select
              value={draft.language}
              onChange={(_event, { value }) =>
                setDraft({ ...draft, language: MATERIAL_LANGUAGES.find(each => each === value) ?? draft.language })
              }
            >
              {MATERIAL_LANGUAGES.map(each => (
                <option key={each} value={each}>
                  {said.languages[each]}
                </option>
              ))}
            </Select>
          </Field>
          <div className={styles.row}>
            <Button type="submit" appearance="primary" disabled={upload.busy || draft.title.trim() === ''}>
              {said.add}
            </Button>
            <Button disabled={upload.busy} onClick={() => setDraft(undefined)}>
              {said.cancel}
            </Button>
          </div>
        </form>
      )}
      <output>{upload.busy ? said.reading : ''}</output>
      <Refused said={upload.refused} />
      {upload.problem}
    </div>
  )
}
