/** What stands between the company and its first nudge: each step with its state, owner, outside wait and the way to do it. */
import {
  Badge,
  Button,
  Card,
  Link,
  MessageBar,
  MessageBarBody,
  ProgressBar,
  Subtitle2,
  Text,
  Title3,
  makeStyles,
  tokens
} from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import { openPortal } from '../../../api/contract/admin.ts'
import { getChecklist, type Step, type StepLink, type StepState } from '../../../api/contract/checklist.ts'
import { takeDomains } from '../../../api/contract/company.ts'
import { useApp, useGoing } from '../../context.ts'
import { Loading, useLoaded } from '../../load.tsx'
import { usePress } from '../../press.tsx'
import { isPage } from '../../page-names.ts'

const useStyles = makeStyles({
  head: { display: 'flex', gap: '8px', alignItems: 'center', flexWrap: 'wrap', justifyContent: 'space-between' },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '16px' },
  step: { display: 'flex', flexDirection: 'column', gap: '4px', overflowWrap: 'anywhere' },
  next: { borderLeft: `3px solid ${tokens.colorBrandStroke1}`, paddingLeft: '12px' },
  row: { display: 'flex', gap: '8px', alignItems: 'center', flexWrap: 'wrap' },
  quiet: { color: tokens.colorNeutralForeground2 }
})

const COLORS = { done: 'success', open: 'brand', waiting: 'warning', blocked: 'informative' } as const satisfies Record<
  StepState,
  string
>

export function Checklist(): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const said = words.checklist
  const loaded = useLoaded(() => session.call(getChecklist))
  const [all, setAll] = useState(false)
  return (
    <Card>
      <div className={styles.head}>
        <Title3 as="h2">{said.title}</Title3>
        <Button size="small" onClick={loaded.reload}>
          {said.refresh}
        </Button>
      </div>
      <Text className={styles.quiet}>{said.intro}</Text>
      <Loading loaded={loaded}>
        {({ steps, live }) => {
          const done = steps.filter(({ state }) => state === 'done').length
          const next = steps.find(({ state, required }) => state === 'open' && required)
          return (
            <>
              {!live && (
                <MessageBar intent="warning" layout="multiline">
                  <MessageBarBody>{said.notLive}</MessageBarBody>
                </MessageBar>
              )}
              <Text weight="semibold">{done === steps.length ? said.allDone : said.progress(done, steps.length)}</Text>
              <ProgressBar value={done / steps.length} aria-label={said.progress(done, steps.length)} />
              <ul className={styles.list}>
                {steps
                  .filter(({ state }) => all || state !== 'done')
                  .map(step => (
                    <One key={step.step} step={step} isNext={step === next} onDone={loaded.reload} />
                  ))}
              </ul>
              {done > 0 && (
                <div>
                  <Button size="small" appearance="subtle" aria-expanded={all} onClick={() => setAll(!all)}>
                    {all ? said.hideDone : said.showDone}
                  </Button>
                </div>
              )}
            </>
          )
        }}
      </Loading>
    </Card>
  )
}

type Props = { readonly step: Step; readonly isNext: boolean; readonly onDone: () => void }

function One({ step, isNext, onDone }: Props): ReactNode {
  const styles = useStyles()
  const { words } = useApp()
  const said = words.checklist
  const { title, todo, outside = '' } = said.steps[step.step]
  const isDone = step.state === 'done'
  const found = Object.entries(step.found).flatMap(([name, value]) =>
    value === 0 ? [] : (said.found[name]?.(String(value)) ?? [])
  )
  const time = step.wait && said.wait(step.wait.from, step.wait.to)
  return (
    <li className={isNext ? `${styles.step} ${styles.next}` : styles.step} aria-current={isNext ? 'step' : undefined}>
      <div className={styles.row}>
        <Subtitle2 as="h3">{title}</Subtitle2>
        <Badge appearance="tint" color={COLORS[step.state]}>
          {isNext ? said.next : said.states[step.state]}
        </Badge>
      </div>
      {!isDone && <Text>{todo}</Text>}
      {found.length > 0 && <Text className={styles.quiet}>{found.join(' · ')}</Text>}
      {!isDone && (
        <Text size={200} className={styles.quiet}>
          {[`${said.owner(said.owners[step.owner])}.`, ...(step.required ? [] : [`${said.optional}.`])].join(' ')}
        </Text>
      )}
      {!isDone && step.wait && time && (
        <Text size={200} className={styles.quiet}>
          {(step.wait.isKnown ? said.known : said.estimate)(time, outside)}
        </Text>
      )}
      {step.state === 'blocked' && (
        <Text size={200} className={styles.quiet}>
          {said.blocked(step.after.map(each => said.steps[each].title).join(', '))}
        </Text>
      )}
      <Ways step={step} title={title} isNext={isNext} onDone={onDone} />
    </li>
  )
}

function Ways({ step, title, isNext, onDone }: Props & { readonly title: string }): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const { show } = useGoing()
  const said = words.checklist
  const { busy, run, problem } = usePress({ nothing_proven: words.company.refusals.nothing_proven })
  const [news, setNews] = useState('')
  const [portal, setPortal] = useState<string>()
  const ask = (link: StepLink): void => {
    switch (link.kind) {
      case 'section':
        return show('setupPage', link.id)
      case 'page':
        return isPage(link.page) ? show(link.page) : undefined
      case 'portal':
        return run(async () => setPortal((await session.call(openPortal, { body: { intent: link.intent } })).url))
      case 'domains':
        return run(async () => {
          setNews(said.taken((await session.call(takeDomains)).domains.join(', ')))
          onDone()
        })
      case 'url':
        return undefined
    }
  }
  const links = step.state === 'done' ? step.links.filter(({ kind }) => kind !== 'domains') : step.links
  return (
    <>
      <div className={styles.row}>
        {links.map((link, index) =>
          link.kind === 'url' ? (
            <Link key={link.url} href={link.url} target="_blank" rel="noopener">
              {said.elsewhere}
            </Link>
          ) : (
            <Button
              key={keyOf(link)}
              size="small"
              appearance={isNext && index === 0 ? 'primary' : 'secondary'}
              disabled={busy}
              aria-label={`${labelOf(link, words)}: ${title}`}
              onClick={() => ask(link)}
            >
              {labelOf(link, words)}
            </Button>
          )
        )}
      </div>
      <output>
        {portal && (
          <Link href={portal} target="_blank" rel="noopener">
            {words.setup.goOn(title)}
          </Link>
        )}
        {news && <Text>{news}</Text>}
      </output>
      {problem}
    </>
  )
}

const keyOf = (link: StepLink): string => {
  switch (link.kind) {
    case 'section':
      return link.id
    case 'page':
      return link.page
    case 'portal':
      return link.intent
    case 'url':
      return link.url
    case 'domains':
      return link.kind
  }
}

function labelOf(link: StepLink, words: ReturnType<typeof useApp>['words']): string {
  const said = words.checklist
  switch (link.kind) {
    case 'portal':
      return said.goOn
    case 'domains':
      return said.take
    case 'page':
      return isPage(link.page) ? words[link.page] : said.open
    case 'section':
      return link.id === 'launchPack' ? words.launchPack.title : said.open
    case 'url':
      return said.elsewhere
  }
}
