/** What the company allows: the level of Graph, mail, the first question by mail. */
import {
  Button,
  Card,
  Checkbox,
  Field,
  Input,
  Radio,
  RadioGroup,
  Text,
  Title3,
  makeStyles
} from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import { levelSchema, putReachSettings, type CompanyReach } from '../../../api/contract/reach.ts'
import { useApp } from '../../context.ts'
import { usePress } from '../../press.tsx'

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '12px' },
  // The boxes carry a margin of their own.
  boxes: { marginLeft: '-8px', display: 'flex', flexDirection: 'column' }
})

type Props = { readonly reach: CompanyReach; readonly changed: () => void }

export function Allowed({ reach, changed }: Props): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const said = words.reach
  const [draft, setDraft] = useState(reach.settings)
  const [saved, setSaved] = useState(false)
  const { busy, run, problem } = usePress()
  const change = (next: Partial<typeof draft>): void => {
    setSaved(false)
    setDraft(before => ({ ...before, ...next }))
  }
  const save = (): void =>
    run(async () => {
      const { settings } = await session.call(putReachSettings, {
        body: { ...draft, catalogId: draft.catalogId.trim() }
      })
      setDraft(settings)
      setSaved(true)
      changed()
    })
  return (
    <Card>
      <Title3 as="h2">{said.settingsTitle}</Title3>
      <div className={styles.column}>
        {reach.available.graph ? (
          <Field label={said.level} hint={said.levelHelp}>
            <RadioGroup
              value={String(draft.level)}
              onChange={(_event, { value }) => change({ level: levelSchema.parse(Number(value)) })}
            >
              {said.levels.map((label, level) => (
                <Radio key={label} value={String(level)} label={label} />
              ))}
            </RadioGroup>
          </Field>
        ) : (
          <Text>{said.noGraph}</Text>
        )}
        {draft.level === 2 && (
          <Field label={said.catalog} hint={said.catalogHelp}>
            <Input value={draft.catalogId} onChange={(_event, { value }) => change({ catalogId: value })} />
          </Field>
        )}
        <div className={styles.boxes}>
          <Checkbox
            label={said.mail}
            checked={draft.mail}
            onChange={(_event, { checked }) => change({ mail: checked === true })}
          />
          <Checkbox
            label={said.welcome}
            disabled={!draft.mail}
            checked={draft.mail && draft.welcomeByMail}
            onChange={(_event, { checked }) => change({ welcomeByMail: checked === true })}
          />
        </div>
        {!reach.available.mail && <Text>{said.noMail}</Text>}
        <div>
          <Button appearance="primary" disabled={busy} onClick={save}>
            {said.save}
          </Button>
        </div>
        <output>{saved && said.saved}</output>
        {problem}
      </div>
    </Card>
  )
}
