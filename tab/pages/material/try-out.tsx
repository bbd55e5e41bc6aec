/** The coach's own search, asked by the admin. */
import { Button, Field, Input, Subtitle2, Text } from '@fluentui/react-components'
import { useState, type FormEvent, type ReactNode } from 'react'
import type { z } from 'zod'
import { tryMaterial } from '../../../api/contract/material.ts'
import { useApp } from '../../context.ts'
import { usePress } from '../../press.tsx'
import { useMaterialStyles } from './styles.ts'

type Found = z.output<typeof tryMaterial.answer>['found']

export function TryOut(): ReactNode {
  const styles = useMaterialStyles()
  const { session, words } = useApp()
  const said = words.material.try
  const { busy, run, problem } = usePress()
  const [question, setQuestion] = useState('')
  const [found, setFound] = useState<Found>()
  const look = (event: FormEvent): void => {
    event.preventDefault()
    run(async () => setFound((await session.call(tryMaterial, { body: { question } })).found))
  }
  return (
    <div className={styles.column}>
      <Subtitle2 as="h3">{said.title}</Subtitle2>
      <Text>{said.body}</Text>
      <form className={styles.column} onSubmit={look}>
        <Field label={said.question}>
          <Input
            value={question}
            maxLength={500}
            placeholder={said.example}
            onChange={(_event, { value }) => setQuestion(value)}
          />
        </Field>
        <div>
          <Button type="submit" disabled={busy || question.trim() === ''}>
            {said.look}
          </Button>
        </div>
      </form>
      <output className={styles.column}>
        {found && <Text>{found.length === 0 ? said.nothing : said.found(found.length)}</Text>}
        {found?.map(({ title, quote }, at) => (
          <span key={at} className={styles.close}>
            <q className={styles.quote}>{quote}</q>
            <Text size={200} className={styles.quiet}>
              {title}
            </Text>
          </span>
        ))}
      </output>
      {problem}
    </div>
  )
}
