/** The company's file: made by a job, fetched by a link that opens once. */
import { Button, Card, Link, ProgressBar, Text, Title3, makeStyles, tokens } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import {
  askCompanyExport,
  dropCompanyExport,
  linkCompanyExport,
  type CompanyExportView,
  type LeavingPage
} from '../../../api/contract/leaving.ts'
import { ConfirmButton } from '../../confirm.tsx'
import { formatMoment, useApp } from '../../context.ts'
import { usePress } from '../../press.tsx'

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: '16px' },
  column: { display: 'flex', flexDirection: 'column', gap: '8px' },
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap', alignItems: 'center' },
  quiet: { color: tokens.colorNeutralForeground2 }
})

type Props = { readonly page: LeavingPage; readonly onChange: () => void }

export function CompanyFile({ page, onChange }: Props): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const said = words.leaving
  const { busy, run, problem } = usePress()
  const isMaking = page.exports.some(({ state }) => state === 'waiting')
  const make = (): void =>
    run(async () => {
      await session.call(askCompanyExport)
      onChange()
    })
  const shown = page.exports.filter(({ state }, index) => index === 0 || state === 'ready')
  return (
    <Card>
      <Title3 as="h2">{said.fileTitle}</Title3>
      <Text>{said.fileBody}</Text>
      {shown.length === 0 && <Text className={styles.quiet}>{said.none}</Text>}
      {shown.length > 0 && (
        <ul className={styles.list}>
          {shown.map(each => (
            <li key={each.exportId}>
              <One each={each} onChange={onChange} />
            </li>
          ))}
        </ul>
      )}
      <div>
        <Button disabled={busy || isMaking} onClick={make}>
          {said.make}
        </Button>
      </div>
      {problem}
    </Card>
  )
}

const KILOBYTE = 1000
const MEGABYTE = 1_000_000

function One({ each, onChange }: { readonly each: CompanyExportView; readonly onChange: () => void }): ReactNode {
  const styles = useStyles()
  const app = useApp()
  const { session, words, locale } = app
  const said = words.leaving
  const { busy, run, problem } = usePress()
  const [link, setLink] = useState<{ readonly url: string; readonly expiresAt: string }>()
  const number = new Intl.NumberFormat(locale)
  const unit = each.bytes < MEGABYTE ? 'kilobyte' : 'megabyte'
  const size = new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 1 })
  const sized = size.format(each.bytes / (unit === 'kilobyte' ? KILOBYTE : MEGABYTE))
  const params = { exportId: each.exportId }
  if (each.state === 'waiting')
    return (
      <div className={styles.column}>
        <output>{said.making(each.sectionsDone, each.sections, number.format(each.rows))}</output>
        <ProgressBar value={each.sectionsDone / each.sections} aria-label={said.fileTitle} />
        <Text size={200} className={styles.quiet}>
          {said.leave}
        </Text>
      </div>
    )
  if (each.state !== 'ready') return <Text>{said[each.state]}</Text>
  return (
    <div className={styles.column}>
      <Text>{said.ready(formatMoment(each.readyAt ?? each.askedAt, app), number.format(each.rows), sized)}</Text>
      <Text size={200} className={styles.quiet}>
        {each.expiresAt ? said.keptUntil(formatMoment(each.expiresAt, app)) : said.keptToEnd}
      </Text>
      <div className={styles.row}>
        <Button
          size="small"
          disabled={busy}
          onClick={() => run(async () => setLink(await session.call(linkCompanyExport, { params })))}
        >
          {said.fetch}
        </Button>
        {!each.last && (
          <ConfirmButton
            size="small"
            label={said.drop}
            title={said.dropAsk}
            body={said.dropBody}
            keep={words.roles.keep}
            disabled={busy}
            onConfirm={() =>
              run(async () => {
                await session.call(dropCompanyExport, { params })
                onChange()
              })
            }
          />
        )}
      </div>
      <output>
        {link && (
          <>
            <Link href={link.url} target="_blank" rel="noopener" onClick={() => setTimeout(() => setLink(undefined))}>
              {said.fetchOpen}
            </Link>{' '}
            <Text size={200} className={styles.quiet}>
              {said.fetchOnce(formatMoment(link.expiresAt, app))}
            </Text>
          </>
        )}
      </output>
      {problem}
    </div>
  )
}
