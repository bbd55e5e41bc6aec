/** Everything that a company's IT and works council ask for, as one download with a published checksum. */
import { Button, Card, Subtitle2, Text, Title3 } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import { downloadItPack, getItPack, type ItPack as Pack } from '../../../api/contract/it-pack.ts'
import { useApp } from '../../context.ts'
import { download } from '../../download.ts'
import { Loading, useLoaded } from '../../load.tsx'
import { usePress } from '../../press.tsx'
import { usePaperStyles } from './styles.ts'

export function ItPack(): ReactNode {
  const styles = usePaperStyles()
  const { session, words } = useApp()
  const said = words.itPack
  const loaded = useLoaded(() => session.call(getItPack))
  return (
    <Card>
      <Title3 as="h2">{said.title}</Title3>
      <div className={styles.column}>
        <Text>{said.intro}</Text>
        <Loading loaded={loaded}>{({ pack }) => (pack ? <Contents pack={pack} /> : <Text>{said.none}</Text>)}</Loading>
      </div>
    </Card>
  )
}

function Contents({ pack }: { readonly pack: Pack }): ReactNode {
  const styles = usePaperStyles()
  const { session, words, locale } = useApp()
  const said = words.itPack
  const [done, setDone] = useState('')
  const { busy, run, problem } = usePress()
  const size = (bytes: number): string =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: 'kilobyte' }).format(Math.ceil(bytes / 1000))
  const fetchIt = (): void =>
    run(async () => {
      setDone('')
      const file = await session.save(downloadItPack)
      download(file)
      setDone(said.done(file.name))
    })
  const copy = (): void => {
    navigator.clipboard.writeText(pack.sha256).then(
      () => setDone(said.copied),
      () => setDone(said.notCopied)
    )
  }
  return (
    <>
      <Text className={styles.quiet}>{said.about(pack.packageVersion, pack.registerVersion, size(pack.bytes))}</Text>
      <div className={styles.row}>
        <Button appearance="primary" disabled={busy} onClick={fetchIt}>
          {said.download}
        </Button>
        <Button onClick={copy}>{said.copy}</Button>
      </div>
      <output>{done}</output>
      {problem}
      <div>
        <Subtitle2 as="h3">{said.sum}</Subtitle2>
        <div className={styles.sum}>{pack.sha256}</div>
        <Text size={200} className={styles.quiet}>
          {said.sumHelp}
        </Text>
      </div>
      <Subtitle2 as="h3">{said.inside}</Subtitle2>
      <ul className={styles.list}>
        {pack.files.map(({ name, paper, bytes }) => (
          <li key={name}>
            <Text block>{said.papers[paper]}</Text>
            <Text size={200} block className={`${styles.quiet} ${styles.name}`}>
              {`${name} · ${size(bytes)}`}
            </Text>
          </li>
        ))}
      </ul>
    </>
  )
}
