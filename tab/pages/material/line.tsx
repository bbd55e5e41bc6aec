/** One file of the list: what it is, another title, another file in its place, or away with it. */
import { Button, Field, Input, Text } from '@fluentui/react-components'
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react'
import { removeMaterial, renameMaterial, replaceMaterial, type MaterialView } from '../../../api/contract/material.ts'
import { ConfirmButton } from '../../confirm.tsx'
import { formatMoment, useApp } from '../../context.ts'
import { usePress } from '../../press.tsx'
import { FileButton } from './file-button.tsx'
import { Refused } from './refused.tsx'
import { useMaterialStyles } from './styles.ts'
import { useUpload } from './use-upload.ts'

type Props = { readonly material: MaterialView; readonly onDone: (said: string) => void }

export function Line({ material, onDone }: Props): ReactNode {
  const styles = useMaterialStyles()
  const app = useApp()
  const { session } = app
  const said = app.words.material
  const upload = useUpload()
  const { busy, run, problem } = usePress()
  const [renaming, setRenaming] = useState(false)
  const row = useRef<HTMLDivElement>(null)
  const wasRenaming = useRef(false)
  useEffect(() => {
    // The keyboard goes on where it came from.
    if (wasRenaming.current && !renaming) row.current?.querySelector('button')?.focus()
    wasRenaming.current = renaming
  }, [renaming])
  const { materialId, title, language, format, version, passages, fileName, uploadedAt } = material
  const params = { materialId }
  const working = busy || upload.busy
  const replace = (file: File): void =>
    upload.start({
      file,
      send: body => session.call(replaceMaterial, { params, query: { language, name: file.name }, body }),
      onTaken: () => onDone(said.replaced(title))
    })
  const remove = (): void =>
    run(async () => {
      await session.call(removeMaterial, { params })
      onDone(said.removed(title))
    })
  return (
    <li className={styles.close}>
      {renaming ? (
        <Rename
          material={material}
          onEnd={done => {
            setRenaming(false)
            if (done) onDone(said.renamed)
          }}
        />
      ) : (
        <Text weight="semibold" className={styles.text}>
          {title}
        </Text>
      )}
      <Text size={200} className={styles.quiet}>
        {said.about(said.languages[language], said.formats[format], version, passages)}
      </Text>
      <Text size={200} className={styles.quiet}>
        {said.from(fileName, formatMoment(uploadedAt, app))}
      </Text>
      <div ref={row} className={styles.row}>
        <Button
          size="small"
          aria-label={said.renameOf(title)}
          disabled={working || renaming}
          onClick={() => setRenaming(true)}
        >
          {said.rename}
        </Button>
        <FileButton
          size="small"
          label={said.replace}
          ariaLabel={said.replaceOf(title)}
          disabled={working}
          onFile={replace}
        />
        <ConfirmButton
          size="small"
          label={said.remove}
          ariaLabel={said.removeOf(title)}
          title={said.removeAsk(title)}
          body={said.removeBody}
          keep={said.keep}
          disabled={working}
          onConfirm={remove}
        />
        <output>{upload.busy ? said.reading : ''}</output>
      </div>
      <Refused said={upload.refused} />
      {upload.problem}
      {problem}
    </li>
  )
}

type RenameProps = { readonly material: MaterialView; readonly onEnd: (done: boolean) => void }

function Rename({ material, onEnd }: RenameProps): ReactNode {
  const styles = useMaterialStyles()
  const { session, words } = useApp()
  const said = words.material
  const { busy, run, problem } = usePress()
  const [title, setTitle] = useState(material.title)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  const save = (event: FormEvent): void => {
    event.preventDefault()
    run(async () => {
      await session.call(renameMaterial, { params: { materialId: material.materialId }, body: { title } })
      onEnd(true)
    })
  }
  return (
    <form ref={form} className={styles.close} onSubmit={save}>
      <Field label={said.name}>
        <Input value={title} maxLength={120} onChange={(_event, { value }) => setTitle(value)} />
      </Field>
      <div className={styles.row}>
        <Button type="submit" size="small" appearance="primary" disabled={busy || title.trim() === ''}>
          {said.save}
        </Button>
        <Button size="small" disabled={busy} onClick={() => onEnd(false)}>
          {said.cancel}
        </Button>
      </div>
      {problem}
    </form>
  )
}
