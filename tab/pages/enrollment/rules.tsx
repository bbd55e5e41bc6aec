/** The rules in order of precedence, changed as a draft: what it would do is shown before it can be saved. */
import {
  Button,
  Card,
  Checkbox,
  MessageBar,
  MessageBarBody,
  Subtitle2,
  Text,
  Title3,
  makeStyles,
  tokens
} from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import type { Rule, RuleSet } from '../../../api/contract/enrollment-rules.ts'
import { formatMoment, useApp } from '../../context.ts'
import { Loading } from '../../load.tsx'
import { DryRunPanel } from './dry-run.tsx'
import { RuleEditor } from './rule-editor.tsx'
import { moved, sentenceOf } from './sentences.ts'
import type { Choices, RulesEditor, RulesView } from './use-rules.ts'

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '12px' },
  list: { margin: 0, paddingLeft: '24px', display: 'flex', flexDirection: 'column', gap: '8px' },
  row: { display: 'flex', gap: '4px', flexWrap: 'wrap', alignItems: 'center' },
  text: { overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 }
})

type Props = { readonly rules: RulesEditor; readonly onSaved: () => void }

export function Rules({ rules, onSaved }: Props): ReactNode {
  const styles = useStyles()
  const { enrollment } = useApp().words
  return (
    <Card>
      <Title3 as="h2">{enrollment.rules}</Title3>
      <Text>{enrollment.rulesBody}</Text>
      <Loading loaded={rules.loaded}>
        {view => (
          <div className={styles.column}>
            <Version view={view.rules} />
            {view.choices.site === null && (
              <MessageBar intent="warning" layout="multiline">
                <MessageBarBody>{enrollment.siteSilent}</MessageBarBody>
              </MessageBar>
            )}
            <Draft rules={rules} view={view.rules} choices={view.choices} onSaved={onSaved} />
          </div>
        )}
      </Loading>
    </Card>
  )
}

function Version({ view }: { readonly view: RulesView }): ReactNode {
  const styles = useStyles()
  const app = useApp()
  const { enrollment } = app.words
  return (
    <Text size={200} className={styles.quiet}>
      {enrollment.version(view.version, formatMoment(view.savedAt, app))}
      {view.source === 'settings' ? `. ${enrollment.fromSettings}` : `. ${view.reason}`}
    </Text>
  )
}

type DraftProps = Props & { readonly view: RulesView; readonly choices: Choices }

function Draft({ rules, view, choices, onSaved }: DraftProps): ReactNode {
  const styles = useStyles()
  const { enrollment } = useApp().words
  const [editing, setEditing] = useState<number>()
  const [saved, setSaved] = useState(false)
  const { draft } = rules
  const content = draft ?? view.content
  const change = (next: RuleSet): void => {
    setSaved(false)
    rules.change(next)
  }
  const put = (index: number, rule: Rule | undefined): void => {
    setEditing(undefined)
    if (rule) change({ ...content, rules: [...content.rules.slice(0, index), rule, ...content.rules.slice(index + 1)] })
  }
  return (
    <>
      {content.rules.length === 0 && editing === undefined && <Text>{enrollment.noRules}</Text>}
      <ol className={styles.list}>
        {content.rules.map((rule, index) => (
          <li key={rule.ruleId}>
            {editing === index ? (
              <RuleEditor rule={rule} content={content} choices={choices} onDone={next => put(index, next)} />
            ) : (
              <Line {...{ rule, index, content, change }} onEdit={() => setEditing(index)} />
            )}
          </li>
        ))}
        {editing === content.rules.length && (
          <li>
            <RuleEditor
              rule={undefined}
              content={content}
              choices={choices}
              onDone={next => put(content.rules.length, next)}
            />
          </li>
        )}
      </ol>
      {editing === undefined && (
        <div>
          <Button onClick={() => setEditing(content.rules.length)}>{enrollment.add}</Button>
        </div>
      )}
      <Exceptions rules={rules} content={content} change={change} />
      <Checkbox
        label={enrollment.linkByEmail}
        checked={content.linkByEmail}
        onChange={(_event, { checked }) => change({ ...content, linkByEmail: checked === true })}
      />
      {draft && (
        <DryRunPanel
          content={draft}
          basedOn={view.version}
          onDiscard={() => rules.change(undefined)}
          onSaved={version => {
            rules.saved(version, draft)
            setSaved(true)
            onSaved()
          }}
        />
      )}
      {saved && <output>{enrollment.saved}</output>}
    </>
  )
}

type LineProps = {
  readonly rule: Rule
  readonly index: number
  readonly content: RuleSet
  readonly change: (next: RuleSet) => void
  readonly onEdit: () => void
}

function Line({ rule, index, content, change, onEdit }: LineProps): ReactNode {
  const styles = useStyles()
  const { words, locale } = useApp()
  const { enrollment } = words
  const day = (iso: string): string => new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(new Date(iso))
  const move = (to: number): void => change({ ...content, rules: moved(content.rules, index, to) })
  const remove = (): void => change({ ...content, rules: content.rules.filter(each => each !== rule) })
  return (
    <>
      <Text className={styles.text}>{sentenceOf(rule, enrollment, day)}</Text>
      <div className={styles.row}>
        <Button size="small" appearance="subtle" aria-label={enrollment.edit(rule.name)} onClick={onEdit}>
          {enrollment.editShort}
        </Button>
        <Button
          size="small"
          appearance="subtle"
          aria-label={enrollment.up(rule.name)}
          disabled={index === 0}
          onClick={() => move(index - 1)}
        >
          ↑
        </Button>
        <Button
          size="small"
          appearance="subtle"
          aria-label={enrollment.down(rule.name)}
          disabled={index === content.rules.length - 1}
          onClick={() => move(index + 1)}
        >
          ↓
        </Button>
        <Button size="small" appearance="subtle" aria-label={enrollment.remove(rule.name)} onClick={remove}>
          {enrollment.removeShort}
        </Button>
      </div>
    </>
  )
}

type ExceptionsProps = {
  readonly rules: RulesEditor
  readonly content: RuleSet
  readonly change: (next: RuleSet) => void
}

function Exceptions({ rules, content, change }: ExceptionsProps): ReactNode {
  const styles = useStyles()
  const { enrollment } = useApp().words
  return (
    <>
      <Subtitle2 as="h3">{enrollment.exceptions}</Subtitle2>
      {content.exceptions.length === 0 && <Text className={styles.quiet}>{enrollment.noExceptions}</Text>}
      {content.exceptions.map(each => {
        const said = enrollment.exception(
          rules.names[each.personId] ?? each.personId,
          each.target.name,
          each.effect === 'give'
        )
        const remove = (): void => change({ ...content, exceptions: content.exceptions.filter(one => one !== each) })
        return (
          <div key={`${each.personId}${each.target.kind}${each.target.id}`} className={styles.row}>
            <Text className={styles.text}>
              {said}: {each.reason}
            </Text>
            <Button size="small" appearance="subtle" aria-label={enrollment.remove(said)} onClick={remove}>
              {enrollment.removeShort}
            </Button>
          </div>
        )
      })}
    </>
  )
}
