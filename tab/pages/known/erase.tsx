/** Everything of the person's, erased: first counted, then confirmed by typing what it is. */
import { Button, Card, Field, Input, Text, Subtitle2 } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import { KEPT_REASONS, PERSONAL_SECTIONS } from '../../../api/contract/personal-sections.ts'
import { ERASE_PHRASES, eraseMyData, previewErasure, type ErasurePreview } from '../../../api/contract/privacy.ts'
import { formatMoment, useApp } from '../../context.ts'
import { Loading, useLoaded } from '../../load.tsx'
import { usePress } from '../../press.tsx'
import { Said, Section, useKnownStyles } from './section.tsx'
import { languageIn, useKnownWords } from './words.ts'

export function Erase({ onErased }: { readonly onErased: () => void }): ReactNode {
  const app = useApp()
  const said = useKnownWords().erase
  const [asking, setAsking] = useState(false)
  const [done, setDone] = useState('')
  const erased = (at: string): void => {
    setAsking(false)
    setDone(said.done(formatMoment(at, app)))
    onErased()
  }
  return (
    <Section id="erase" title={said.title} body={said.body}>
      {asking ? (
        <Confirm onErased={erased} onKept={() => setAsking(false)} />
      ) : (
        <div>
          <Button onClick={() => setAsking(true)}>{said.look}</Button>
        </div>
      )}
      <Said>{done}</Said>
    </Section>
  )
}

type Props = { readonly onErased: (at: string) => void; readonly onKept: () => void }

function Confirm({ onErased, onKept }: Props): ReactNode {
  const styles = useKnownStyles()
  const { session, locale } = useApp()
  const said = useKnownWords().erase
  const loaded = useLoaded(() => session.call(previewErasure))
  const [typed, setTyped] = useState('')
  const { busy, run, problem } = usePress()
  const phrase = ERASE_PHRASES[languageIn(locale)]
  const isSame = typed.trim().toLowerCase() === phrase
  const erase = (): void =>
    run(async () => {
      const { at } = await session.call(eraseMyData, { body: { confirm: typed } })
      onErased(at)
    })
  return (
    <Card>
      <Loading loaded={loaded}>{preview => <Preview {...preview} />}</Loading>
      <Text>{said.teams}</Text>
      <form
        className={styles.section}
        onSubmit={event => {
          event.preventDefault()
          if (isSame && !busy) erase()
        }}
      >
        <Field label={said.how(phrase)}>
          <Input value={typed} autoComplete="off" onChange={(_event, { value }) => setTyped(value)} />
        </Field>
        <div className={styles.buttons}>
          <Button type="submit" appearance="primary" disabled={busy || !isSame}>
            {busy ? said.busy : said.confirm}
          </Button>
          <Button onClick={onKept}>{said.cancel}</Button>
        </div>
      </form>
      {problem}
    </Card>
  )
}

function Preview({ goes, stays }: ErasurePreview): ReactNode {
  const styles = useKnownStyles()
  const language = languageIn(useApp().locale)
  const said = useKnownWords().erase
  const titles = PERSONAL_SECTIONS[language]
  return (
    <>
      <Subtitle2 as="h3">{said.goes}</Subtitle2>
      {goes.length === 0 && <Text>{said.nothing}</Text>}
      <ul className={styles.rows}>
        {goes.map(({ section, count }) => (
          <li key={section} className={styles.row}>
            <Text className={styles.words}>{titles[section]}</Text>
            <Text>{said.count(count)}</Text>
          </li>
        ))}
      </ul>
      <Subtitle2 as="h3">{said.stays}</Subtitle2>
      <ul className={styles.rows}>
        {stays.map(({ section, count, because }) => (
          <li key={`${section} ${because}`} className={styles.row}>
            <div className={styles.words}>
              <Text>{titles[section]}</Text>
              <Text size={200} className={styles.quiet}>
                {KEPT_REASONS[language][because]}
              </Text>
            </div>
            <Text>{said.count(count)}</Text>
          </li>
        ))}
      </ul>
    </>
  )
}
