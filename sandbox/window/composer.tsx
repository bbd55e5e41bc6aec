/** Where a person writes to the bot. */
import { Button, Text, Textarea, makeStyles, tokens } from '@fluentui/react-components'
import { useState, type KeyboardEvent, type ReactNode } from 'react'

const useStyles = makeStyles({
  composer: { display: 'flex', gap: '8px', alignItems: 'flex-end', padding: '8px 16px 16px' },
  wide: { flex: 1, minWidth: 0 },
  send: { minWidth: '64px' },
  left: { padding: '12px 16px', color: tokens.colorNeutralForeground2 }
})

type Props = {
  readonly busy: boolean
  /** @returns whether it was sent; what was not stays in the box. */
  readonly onSend: (text: string) => Promise<boolean>
}

export function Composer({ busy, onSend }: Props): ReactNode {
  const styles = useStyles()
  const [text, setText] = useState('')
  const send = async (): Promise<void> => {
    if (text.trim() && !busy && (await onSend(text.trim()))) setText(now => (now === text ? '' : now))
  }
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey) return
    event.preventDefault()
    void send()
  }
  return (
    <div className={styles.composer}>
      <Textarea
        className={styles.wide}
        aria-label="Type a message"
        placeholder="Type a message"
        value={text}
        onChange={(_event, { value }) => setText(value)}
        onKeyDown={onKey}
      />
      <Button
        className={styles.send}
        appearance="primary"
        onClick={() => void send()}
        disabledFocusable={busy || !text.trim()}
      >
        Send
      </Button>
    </div>
  )
}

export const Gone = ({ name }: { readonly name: string }): ReactNode => (
  <Text size={200} className={useStyles().left}>
    {name} has left the company. Nobody can write here and nothing more is sent.
  </Text>
)
