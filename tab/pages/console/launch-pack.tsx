/** The launch pack to download, once the company has said who stands behind it and from when on. */
import { Button, Field, Input, Subtitle2, Text, makeStyles } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import { tellTime } from '../../../api/contract/clock-time.ts'
import { getCoachEngine, serviceOf, type CoachEngine } from '../../../api/contract/coach-engine.ts'
import type { Company } from '../../../api/contract/company.ts'
import { useApp, useGoing } from '../../context.ts'
import { download } from '../../download.ts'
import { Loading, useLoaded } from '../../load.tsx'
import { Sheet } from './form.tsx'
import { LAUNCH_LANGUAGES, launchPaper, PAPERS, type LaunchFacts, type LaunchLanguage } from './launch-texts.ts'
import { useCompany } from './use-company.ts'

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '8px' },
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
  field: { maxWidth: '420px' }
})

export function LaunchPack(): ReactNode {
  const { session, words } = useApp()
  const loaded = useCompany()
  const engine = useLoaded(() => session.call(getCoachEngine))
  return (
    <Sheet title={words.launchPack.title} body={words.launchPack.body}>
      <Loading loaded={loaded}>
        {company => <Loading loaded={engine}>{answering => <Papers company={company} engine={answering} />}</Loading>}
      </Loading>
    </Sheet>
  )
}

type Asked = { readonly company: Company; readonly engine: CoachEngine }

function factsIn({ company, engine }: Asked, language: LaunchLanguage, contact: string): LaunchFacts | undefined {
  const { sponsor, launchDate, workingHours } = company
  if (!sponsor || !launchDate) return undefined
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(launchDate))
  const [start, end] = [tellTime(language, workingHours.start), tellTime(language, workingHours.end)]
  const model = engine.kind === 'model' && engine.active ? serviceOf(engine) : undefined
  return { company: company.name, sponsor: sponsor.name, sponsorTitle: sponsor.title, day, start, end, contact, model }
}

function Papers({ company, engine }: Asked): ReactNode {
  const styles = useStyles()
  const { words } = useApp()
  const { show } = useGoing()
  const said = words.launchPack
  const [contact, setContact] = useState('')
  if (!company.sponsor || !company.launchDate)
    return (
      <div className={styles.column}>
        <Text>{said.notYet}</Text>
        <div>
          <Button onClick={() => show('setupPage', 'company')}>{words.company.title}</Button>
        </div>
      </div>
    )
  return (
    <div className={styles.column}>
      <Field label={said.contact} hint={said.contactHint} className={styles.field}>
        <Input value={contact} maxLength={200} onChange={(_event, { value }) => setContact(value)} />
      </Field>
      {LAUNCH_LANGUAGES.map(language => (
        <div key={language} className={styles.column}>
          <Subtitle2 as="h3">{said.languages[language]}</Subtitle2>
          <div className={styles.row}>
            {PAPERS.map(paper => (
              <Button
                key={paper}
                disabled={contact.trim() === ''}
                aria-label={`${said.papers[paper]}, ${said.languages[language]}`}
                onClick={() => {
                  const facts = factsIn({ company, engine }, language, contact.trim())
                  if (!facts) return
                  const { fileName, html } = launchPaper(language, paper, facts)
                  download({ name: fileName, content: new Blob([html], { type: 'text/html' }) })
                }}
              >
                {said.papers[paper]}
              </Button>
            ))}
          </div>
        </div>
      ))}
    </div>
  )
}
