/** The company's learning site: tried with its key, kept, and then told how to sign people in through CI. */
import { Button, Field, Input, Subtitle2, Text, makeStyles, tokens } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import type { z } from 'zod'
import { putLearningSite, showLearningClient, type Company } from '../../../api/contract/company.ts'
import { useApp } from '../../context.ts'
import { Loading } from '../../load.tsx'
import { usePress } from '../../press.tsx'
import { Choice, Form, Sheet } from './form.tsx'
import { useCompany } from './use-company.ts'

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '8px', alignItems: 'flex-start' },
  list: { margin: 0, display: 'flex', flexDirection: 'column', gap: '4px', overflowWrap: 'anywhere' },
  value: { margin: 0, fontFamily: tokens.fontFamilyMonospace, userSelect: 'all' }
})

export function LearningSite(): ReactNode {
  const { words } = useApp()
  const loaded = useCompany()
  return (
    <Sheet title={words.learningSite.title} body={words.learningSite.body}>
      <Loading loaded={loaded}>{company => <Editor company={company} />}</Loading>
    </Sheet>
  )
}

function Editor({ company: { learningSite } }: { readonly company: Company }): ReactNode {
  const { session, words } = useApp()
  const said = words.learningSite
  const [subdomain, setSubdomain] = useState(learningSite?.subdomain ?? '')
  const [url, setUrl] = useState(learningSite?.url ?? '')
  const [apiKey, setApiKey] = useState('')
  const [signIn, setSignIn] = useState<string>(learningSite?.signIn ?? 'oidc')
  const [kept, setKept] = useState(learningSite?.subdomain)
  const [courses, setCourses] = useState<number>()
  const { busy, run, problem } = usePress(words.company.refusals)
  const wanted = putLearningSite.body.safeParse({
    subdomain: subdomain.trim(),
    url: url.trim() === '' ? `https://${subdomain.trim()}.thinkific.com` : url.trim(),
    signIn,
    ...(apiKey.trim() === '' ? {} : { apiKey })
  }).data
  const save = (): void =>
    run(async () => {
      if (!wanted) return
      setCourses(undefined)
      const answer = await session.call(putLearningSite, { body: wanted })
      setCourses(answer.courses)
      setKept(wanted.subdomain)
      setUrl(wanted.url)
      setApiKey('')
    })
  return (
    <>
      <Form
        saving={{ busy, saved: false, problem, save, touch: () => undefined }}
        label={said.save}
        mayBeSaved={wanted !== undefined && (kept === wanted.subdomain || wanted.apiKey !== undefined)}
        onSave={save}
      >
        <Field label={said.subdomain} hint={said.subdomainHint}>
          <Input value={subdomain} maxLength={63} onChange={(_event, { value }) => setSubdomain(value)} />
        </Field>
        <Field label={said.url}>
          <Input
            value={url}
            maxLength={300}
            placeholder={`https://${subdomain.trim() || '…'}.thinkific.com`}
            onChange={(_event, { value }) => setUrl(value)}
          />
        </Field>
        <Field label={said.key} {...(kept === undefined ? {} : { hint: said.keyStays })}>
          <Input
            type="password"
            autoComplete="off"
            value={apiKey}
            maxLength={500}
            onChange={(_event, { value }) => setApiKey(value)}
          />
        </Field>
        <Choice
          label={said.signIn}
          value={signIn}
          options={[
            ['oidc', said.signIns.oidc],
            ['jwt', said.signIns.jwt]
          ]}
          onChange={setSignIn}
        />
        <output>{courses !== undefined && said.saved(courses)}</output>
      </Form>
      {kept !== undefined && <Client />}
    </>
  )
}

function Client(): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const said = words.learningSite
  const { busy, run, problem } = usePress()
  const [client, setClient] = useState<z.output<typeof showLearningClient.answer>>()
  const shown: readonly (readonly [string, string])[] = client
    ? [
        [said.issuer, client.issuer],
        [said.clientId, client.clientId],
        [said.clientSecret, client.clientSecret],
        ...client.redirectUris.map(uri => [said.redirect, uri] as const)
      ]
    : []
  return (
    <div className={styles.column}>
      <Subtitle2 as="h3">{said.clientTitle}</Subtitle2>
      <Text>{said.clientBody}</Text>
      {client ? (
        <dl className={styles.list}>
          {shown.map(([name, value]) => (
            <div key={`${name} ${value}`}>
              <dt>{name}</dt>
              <dd className={styles.value}>{value}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <Button disabled={busy} onClick={() => run(async () => setClient(await session.call(showLearningClient)))}>
          {said.show}
        </Button>
      )}
      {problem}
    </div>
  )
}
