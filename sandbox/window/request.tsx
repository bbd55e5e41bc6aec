/** One line of what just happened; a press shows the raw request. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  makeStyles,
  tokens
} from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import * as control from '../control/contract.ts'
import { call } from './api.ts'
import { sentenceOf } from './format.ts'
import { sayProblem } from './use-work.ts'

const useStyles = makeStyles({
  line: {
    width: '100%',
    textAlign: 'left',
    border: 0,
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    color: 'inherit',
    backgroundColor: 'transparent',
    padding: '6px 2px',
    cursor: 'pointer',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' }
  },
  bad: { color: tokens.colorPaletteRedForeground1 },
  pre: {
    margin: 0,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontSize: tokens.fontSizeBase200,
    maxHeight: '60vh',
    overflowY: 'auto'
  }
})

export type Line = {
  readonly key: string
  readonly standin: string
  readonly id: number
  readonly method: string
  readonly path: string
  readonly status: number
}

export function Request({ line }: { readonly line: Line }): ReactNode {
  const styles = useStyles()
  const [raw, setRaw] = useState('Loading …')
  const load = (): void => void rawOf(line).then(setRaw, (error: unknown) => setRaw(sayProblem(error)))
  const failed = line.status >= 400 || line.status === 0
  return (
    <Dialog>
      <DialogTrigger disableButtonEnhancement>
        <button type="button" className={failed ? `${styles.line} ${styles.bad}` : styles.line} onClick={load}>
          {sentenceOf(line)}
        </button>
      </DialogTrigger>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{sentenceOf(line)}</DialogTitle>
          <DialogContent>
            <pre className={styles.pre} tabIndex={0}>
              {raw}
            </pre>
          </DialogContent>
          <DialogActions>
            <DialogTrigger disableButtonEnhancement>
              <Button>Close</Button>
            </DialogTrigger>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

async function rawOf({ standin, id }: Line): Promise<string> {
  const { received } = await call(control.getReceived, { params: { name: standin }, query: { after: id - 1 } })
  const found = received.find(each => each.id === id)
  if (!found) return 'Too long ago: only the latest requests are kept'
  const { method, path, body, status, ms, response } = found
  return `${method} ${path}\n${pretty(body)}\n\n→ ${status} in ${ms} ms\n${pretty(response)}`
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}
