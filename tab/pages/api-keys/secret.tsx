/** The secret, once: it is in this window's memory until whoever made it says that it is kept. */
import { Button, Subtitle2, Text } from '@fluentui/react-components'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useApp } from '../../context.ts'
import { useStyles } from './styles.ts'

export type Shown = { readonly name: string; readonly secret: string }

export function Secret({ shown, onKept }: { readonly shown: Shown; readonly onKept: () => void }): ReactNode {
  const styles = useStyles()
  const said = useApp().words.apiKeys
  const [copied, setCopied] = useState('')
  const here = useRef<HTMLElement>(null)
  // The dialog or form that made it is gone: whoever uses a keyboard goes on here.
  useEffect(() => here.current?.focus(), [shown.secret])
  const copy = (): void => {
    // A frame that may not copy has no clipboard at all in some browsers.
    const copying = navigator.clipboard?.writeText(shown.secret) ?? Promise.reject(new Error('no clipboard'))
    copying.then(
      () => setCopied(said.copied),
      () => setCopied(said.notCopied)
    )
  }
  return (
    <section ref={here} tabIndex={-1} aria-label={said.secretTitle(shown.name)} className={styles.secret}>
      <Subtitle2 as="h3">{said.secretTitle(shown.name)}</Subtitle2>
      <Text>{said.secretOnce}</Text>
      <code className={styles.code} data-secret>
        {shown.secret}
      </code>
      <div className={styles.row}>
        <Button onClick={copy}>{said.copy}</Button>
        <Button onClick={onKept}>{said.hide}</Button>
      </div>
      <output>{copied}</output>
    </section>
  )
}
