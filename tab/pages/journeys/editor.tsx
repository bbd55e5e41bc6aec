/** One journey: written as a draft, saved when the author says so, never over somebody else's. */
import { Button, Card, Field, Input, Title3, makeStyles } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import { useApp } from '../../context.ts'
import { Loading } from '../../load.tsx'
import { Back, Saving } from '../../saving.tsx'
import { Cohorts } from './cohorts.tsx'
import { saveAsFile } from './file.ts'
import { Languages } from './languages.tsx'
import { JourneyPreview } from './preview.tsx'
import { Publish } from './publish.tsx'
import { Steps } from './steps.tsx'
import { useJourney, type Choices, type Draft, type JourneyDesk, type JourneyView } from './use-journey.ts'
import { Versions } from './versions.tsx'

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '12px' },
  field: { gridTemplateColumns: 'minmax(0, 1fr)' },
  wide: { minWidth: 0 }
})

type Props = { readonly journeyId: string; readonly onBack: () => void }

export function JourneyEditor({ journeyId, onBack }: Props): ReactNode {
  const styles = useStyles()
  const desk = useJourney(journeyId)
  const { journeys } = useApp().words
  return (
    <div className={styles.column}>
      <div>
        <Back unsaved={desk.draft !== undefined} said={journeys} onBack={onBack} />
      </div>
      <Loading loaded={desk.loaded}>
        {({ view, choices }) => <Desk desk={desk} view={view} choices={choices} />}
      </Loading>
    </div>
  )
}

type DeskProps = { readonly desk: JourneyDesk; readonly view: JourneyView; readonly choices: Choices }

function Desk({ desk, view, choices }: DeskProps): ReactNode {
  const styles = useStyles()
  const draft: Draft = desk.draft ?? { name: view.name, content: view.content }
  const [language, setLanguage] = useState(() =>
    draft.content.languages.includes(choices.language) ? choices.language : (draft.content.languages[0] ?? 'en')
  )
  const { reload } = desk.loaded
  const { journeys } = useApp().words
  const change = (content: Draft['content']): void => desk.change({ ...draft, content })
  return (
    <div className={styles.column}>
      <Card>
        <Title3 as="h2">{journeys.write}</Title3>
        <Head desk={desk} view={view} draft={draft} />
        <Languages {...{ draft, language, setLanguage, change }} />
        <Steps content={draft.content} language={language} choices={choices} onChange={change} />
        <Saving
          desk={desk}
          said={journeys}
          last={view.saved}
          mayBeSaved={desk.draft !== undefined && draft.name.trim() !== ''}
          look="primary"
          keep={
            <Button size="small" onClick={() => saveAsFile(draft)}>
              {journeys.keepMine}
            </Button>
          }
        >
          <Button onClick={() => saveAsFile(draft)}>{journeys.toFile}</Button>
        </Saving>
      </Card>
      <JourneyPreview content={draft.content} running={view.running} language={language} />
      <Publish view={view} draft={draft} unsaved={desk.draft !== undefined} onDone={reload} />
      <Cohorts view={view} choices={choices} onDone={reload} />
      <Versions view={view} onDraft={change} />
    </div>
  )
}

type PartProps = { readonly desk: JourneyDesk; readonly view: JourneyView; readonly draft: Draft }

function Head({ desk, draft }: PartProps): ReactNode {
  const styles = useStyles()
  const { journeys } = useApp().words
  return (
    <Field label={journeys.name} className={styles.field}>
      <Input
        className={styles.wide}
        value={draft.name}
        maxLength={200}
        onChange={(_event, { value }) => desk.change({ ...draft, name: value })}
      />
    </Field>
  )
}
