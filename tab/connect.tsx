/** For an account that no directory names: sign in on a page, bring back its code, once. */
import { Button, Field, Input, Link, Text, makeStyles } from '@fluentui/react-components'
import { useState, type FormEvent, type ReactNode } from 'react'
import { CallError } from '../api/contract/client.ts'
import { beginConnecting, finishConnecting } from './teams.ts'
import type { CoreWords } from './words.ts'

const useStyles = makeStyles({
  steps: { display: 'flex', flexDirection: 'column', gap: '12px', alignItems: 'flex-start', width: '100%' },
  row: { display: 'flex', gap: '8px', alignItems: 'flex-end', flexWrap: 'wrap' }
})

type Props = { readonly words: CoreWords; readonly onConnected: () => void }
type Begun = Awaited<ReturnType<typeof beginConnecting>>

export function Connect({ words, onConnected }: Props): ReactNode {
  const styles = useStyles()
  const [begun, setBegun] = useState<Begun>()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const [code, setCode] = useState('')
  const { connect } = words
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true)
    setProblem('')
    try {
      await work()
    } catch (error) {
      setProblem(error instanceof CallError ? error.problem.message : connect.failed)
    }
    setBusy(false)
  }
  const start = () => attempt(async () => setBegun(await beginConnecting()))
  const enter = (event: FormEvent): void => {
    event.preventDefault()
    const { linkId = '' } = begun ?? {}
    void attempt(async () => {
      await finishConnecting(linkId, code)
      onConnected()
    })
  }
  if (!begun)
    return (
      <div className={styles.steps}>
        <Button appearance="primary" disabled={busy} onClick={() => void start()}>
          {connect.start}
        </Button>
        {problem && <Text role="alert">{problem}</Text>}
      </div>
    )
  return (
    <form className={styles.steps} onSubmit={enter}>
      <Text>
        1. {connect.steps[0]}{' '}
        <Link href={begun.url} target="_blank" rel="noopener">
          {connect.open}
        </Link>
      </Text>
      <Text>2. {connect.steps[1]}</Text>
      <div className={styles.row}>
        <Field label={connect.code} validationMessage={problem || null}>
          <Input
            value={code}
            onChange={(_event, { value }) => setCode(value)}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={12}
            required
          />
        </Field>
        <Button type="submit" appearance="primary" disabled={busy}>
          {connect.enter}
        </Button>
      </div>
      <Button appearance="subtle" disabled={busy} onClick={() => void start()}>
        {connect.again}
      </Button>
    </form>
  )
}
