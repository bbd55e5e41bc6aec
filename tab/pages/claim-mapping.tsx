/** Edits which claims become the id, the e-mail and the name; nothing counts until it is saved. */
import {
  Button,
  Card,
  Field,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Text,
  Textarea,
  Title3,
  makeStyles,
  tokens
} from '@fluentui/react-components'
import { useEffect, type ReactNode } from 'react'
import { ATTRIBUTES } from '../../api/contract/claims.ts'
import { useApp } from '../context.ts'
import { Loading } from '../load.tsx'
import { ClaimNames } from './claim-names.tsx'
import { MOST, unsaved, wantedNames, type Saved } from './mapping-draft.ts'
import type { MappingEditor, MappingNews } from './use-mapping.ts'

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '12px' },
  grid: { display: 'grid', gap: '24px', gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 320px), 1fr))' },
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap', alignItems: 'center' },
  quiet: { color: tokens.colorNeutralForeground2 }
})

const SHORTEST_REASON = 3
const TITLE = 'claim-mapping'

export function ClaimMapping({ mapping }: { readonly mapping: MappingEditor }): ReactNode {
  const words = useApp().words.mapping
  return (
    <Card>
      <Title3 as="h2" id={TITLE} tabIndex={-1}>
        {words.title}
      </Title3>
      <Text>{words.body}</Text>
      <Loading loaded={mapping.loaded}>{saved => <Editor mapping={mapping} saved={saved} />}</Loading>
    </Card>
  )
}

type Props = { readonly mapping: MappingEditor; readonly saved: Saved }

function Editor({ mapping, saved }: Props): ReactNode {
  const styles = useStyles()
  const app = useApp()
  const words = app.words.mapping
  const { draft, news, busy } = mapping
  const changed = unsaved(saved, draft)
  const tooMany = changed.some(each => wantedNames(saved, draft, each).length > MOST)
  const list = new Intl.ListFormat(app.locale).format(changed.map(each => app.words.lab.attributes[each]))
  useEffect(() => {
    // The button that was pressed may be gone, and the focus with it.
    if (news && document.activeElement === document.body) document.getElementById(TITLE)?.focus()
  }, [news])
  return (
    <div className={styles.column}>
      <div className={styles.grid}>
        {ATTRIBUTES.map(attribute => (
          <ClaimNames key={attribute} {...{ mapping, saved, attribute }} />
        ))}
      </div>
      <div className={styles.row}>
        <Button
          appearance={changed.length > 0 ? 'primary' : 'secondary'}
          disabledFocusable={busy || changed.length === 0 || tooMany || news?.kind === 'casesBreak'}
          onClick={() => mapping.save(saved)}
        >
          {words.save}
        </Button>
        <Button disabledFocusable={busy || changed.length === 0} onClick={mapping.discard}>
          {words.discard}
        </Button>
        {changed.length > 0 && <Text className={styles.quiet}>{words.unsaved(list)}</Text>}
      </div>
      <Refusal mapping={mapping} saved={saved} />
      <div aria-live="polite">{news && <Told news={news} />}</div>
      {mapping.problem}
    </div>
  )
}

/** What went as wanted. */
function Told({ news }: { readonly news: MappingNews }): ReactNode {
  const words = useApp().words.mapping
  const said = textOf(news, words)
  return (
    said && (
      <MessageBar intent={news.kind === 'saved' ? 'success' : 'info'} layout="multiline">
        <MessageBarBody>{said}</MessageBarBody>
      </MessageBar>
    )
  )
}

function textOf(news: MappingNews, words: ReturnType<typeof useApp>['words']['mapping']): string | undefined {
  switch (news.kind) {
    case 'saved':
      return news.broken.length > 0 ? words.savedBroken(news.broken.join(', ')) : words.saved
    case 'used':
      return words.used(words.attributes[news.attribute], news.claim)
    case 'discarded':
      return words.discarded
    case 'loadedAgain':
      return words.loadedAgain
    case 'casesBreak':
    case 'subjectFrozen':
    case 'changedMeanwhile':
      return undefined
  }
}

function Refusal({ mapping, saved }: Props): ReactNode {
  const words = useApp().words.mapping
  const { news, busy } = mapping
  switch (news?.kind) {
    case 'casesBreak':
      return <Reason {...{ mapping, saved, message: news.message }} />
    case 'subjectFrozen':
      return <Warning text={news.message} />
    case 'changedMeanwhile':
      return (
        <Warning text={words.meanwhile}>
          <Button disabledFocusable={busy} onClick={mapping.loadAgain}>
            {words.loadAgain}
          </Button>
        </Warning>
      )
    default:
      return null
  }
}

function Warning({ text, children }: { readonly text: string; readonly children?: ReactNode }): ReactNode {
  return (
    <MessageBar intent="warning" layout="multiline" role="alert">
      <MessageBarBody>{text}</MessageBarBody>
      {children && <MessageBarActions>{children}</MessageBarActions>}
    </MessageBar>
  )
}

/** Cases would break: the change needs a reason. */
function Reason({ mapping, saved, message }: Props & { readonly message: string }): ReactNode {
  const styles = useStyles()
  const words = useApp().words.mapping
  const { reason } = mapping.draft
  const short = reason.trim().length < SHORTEST_REASON
  return (
    <div className={styles.column}>
      <Warning text={message} />
      <Field label={words.reason} hint={words.reasonHint}>
        <Textarea rows={2} value={reason} maxLength={500} onChange={(_event, { value }) => mapping.explain(value)} />
      </Field>
      <div>
        <Button
          appearance="primary"
          disabledFocusable={mapping.busy || short}
          onClick={() => mapping.save(saved, reason.trim())}
        >
          {words.saveAnyway}
        </Button>
      </div>
    </div>
  )
}
