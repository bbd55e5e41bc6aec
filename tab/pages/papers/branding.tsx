/** How the app is called and looks in the company's own Teams: names, descriptions, color and icons. */
import { Button, Card, Field, Input, Text, Textarea, Title3 } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import { brandSchema, getBranding, putBranding, type Brand, type BrandingView } from '../../../api/contract/branding.ts'
import { useApp } from '../../context.ts'
import { Loading, useLoaded } from '../../load.tsx'
import { usePress } from '../../press.tsx'
import { Icons } from './icons.tsx'
import { usePaperStyles } from './styles.ts'

export function Branding(): ReactNode {
  const styles = usePaperStyles()
  const { session, words } = useApp()
  const said = words.branding
  const loaded = useLoaded(() => session.call(getBranding))
  return (
    <Card>
      <Title3 as="h2">{said.title}</Title3>
      <div className={styles.column}>
        <Text>{said.intro}</Text>
        <Loading loaded={loaded}>{view => <Editor view={view} />}</Loading>
      </div>
    </Card>
  )
}

const isSame = (one: Brand, other: Brand): boolean => JSON.stringify(one) === JSON.stringify(other)

const LANGUAGES = ['en', 'es'] as const

function Editor({ view }: { readonly view: BrandingView }): ReactNode {
  const styles = usePaperStyles()
  const { session, words } = useApp()
  const said = words.branding
  const [now, setNow] = useState(view)
  const [draft, setDraft] = useState(view.brand)
  const [saved, setSaved] = useState(false)
  const { busy, run, problem } = usePress({ changed: said.changed })
  const parsed = brandSchema.safeParse(draft)
  const wrong = new Set(parsed.error?.issues.map(({ path }) => path.join('.')))
  const change = (next: Partial<Brand>): void => {
    setSaved(false)
    setDraft({ ...draft, ...next })
  }
  const describe = (language: 'en' | 'es', next: Partial<Brand['descriptions']['en']>): void =>
    change({ descriptions: { ...draft.descriptions, [language]: { ...draft.descriptions[language], ...next } } })
  const save = (brand: Brand): void =>
    run(async () => {
      const kept = await session.call(putBranding, { body: { revision: now.revision, brand } })
      setNow(kept)
      setDraft(kept.brand)
      setSaved(true)
    })
  const complaint = (path: string, most: number) => (wrong.has(path) ? { validationMessage: said.tooLong(most) } : {})
  const mayBeSaved = parsed.success && !isSame(parsed.data, now.brand) && !busy
  return (
    <>
      <Text className={styles.quiet}>{said.version(now.version)}</Text>
      <Field label={said.shortName} {...complaint('shortName', 30)}>
        <Input
          className={styles.short}
          value={draft.shortName}
          placeholder={now.ours.shortName}
          onChange={(_event, { value }) => change({ shortName: value })}
        />
      </Field>
      <Field label={said.fullName} {...complaint('fullName', 100)}>
        <Input
          value={draft.fullName}
          placeholder={draft.shortName || now.ours.fullName}
          onChange={(_event, { value }) => change({ fullName: value })}
        />
      </Field>
      <Field
        label={said.accent}
        hint={said.accentHelp}
        {...(wrong.has('accent') ? { validationMessage: said.accentWrong } : {})}
      >
        <Input
          className={styles.accent}
          value={draft.accent}
          placeholder={now.ours.accent}
          contentAfter={
            <span
              aria-hidden="true"
              className={styles.swatch}
              style={{ backgroundColor: wrong.has('accent') ? 'transparent' : draft.accent || now.ours.accent }}
            />
          }
          onChange={(_event, { value }) => change({ accent: value.trim() })}
        />
      </Field>
      {LANGUAGES.map(language => (
        <Field
          key={`short ${language}`}
          label={said.short[language]}
          hint={said.shortHelp}
          {...complaint(`descriptions.${language}.short`, 80)}
        >
          <Input
            value={draft.descriptions[language].short}
            placeholder={now.ours.descriptions[language].short}
            onChange={(_event, { value }) => describe(language, { short: value })}
          />
        </Field>
      ))}
      {LANGUAGES.map(language => (
        <Field
          key={`full ${language}`}
          label={said.full[language]}
          hint={said.fullHelp}
          {...complaint(`descriptions.${language}.full`, 4000)}
        >
          <Textarea
            resize="vertical"
            value={draft.descriptions[language].full}
            placeholder={now.ours.descriptions[language].full}
            onChange={(_event, { value }) => describe(language, { full: value })}
          />
        </Field>
      ))}
      <div className={styles.row}>
        <Button appearance="primary" disabled={!mayBeSaved} onClick={() => parsed.success && save(parsed.data)}>
          {said.save}
        </Button>
        <output>{saved && said.saved}</output>
      </div>
      {problem}
      <Icons view={now} onChanged={setNow} />
    </>
  )
}
