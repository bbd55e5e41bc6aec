/** The two icons of the package: what they are now, another file in their place, and what is wrong with one that does not fit. */
import { Button, Subtitle2, Text } from '@fluentui/react-components'
import { useRef, useState, type ReactNode } from 'react'
import {
  dropIcon,
  ICONS,
  MOST_ICON_BYTES,
  putIcon,
  type BrandingView,
  type IconKind
} from '../../../api/contract/branding.ts'
import { useApp } from '../../context.ts'
import { Problem, usePress } from '../../press.tsx'
import { usePaperStyles } from './styles.ts'

type Props = { readonly view: BrandingView; readonly onChanged: (view: BrandingView) => void }

export function Icons(props: Props): ReactNode {
  const styles = usePaperStyles()
  const { words } = useApp()
  return (
    <div className={styles.column}>
      <Subtitle2 as="h3">{words.branding.icons}</Subtitle2>
      <Icon kind="color" {...props} />
      <Icon kind="outline" {...props} />
    </div>
  )
}

function Icon({ kind, view, onChanged }: Props & { readonly kind: IconKind }): ReactNode {
  const styles = usePaperStyles()
  const { session, words } = useApp()
  const said = words.branding
  const { name, help } = said.icon[kind]
  const { image, own } = view.icons[kind]
  const chooser = useRef<HTMLInputElement>(null)
  const [done, setDone] = useState('')
  const [wrong, setWrong] = useState('')
  const { busy, run, problem } = usePress({ changed: said.changed })
  const tell = (now: { readonly done?: string; readonly wrong?: string }): void => {
    setDone(now.done ?? '')
    setWrong(now.wrong ?? '')
  }
  const send = (file: File): void => {
    tell({})
    if (file.size > MOST_ICON_BYTES) return tell({ wrong: said.tooLarge })
    run(async () => {
      const body = new Uint8Array(await file.arrayBuffer())
      const answer = await session.call(putIcon, { params: { kind }, body })
      if (answer.kind === 'refused') return tell({ wrong: said.problems[answer.problem](answer.found) })
      onChanged(answer.branding)
      tell({ done: said.taken(name) })
    })
  }
  const back = (): void =>
    run(async () => {
      onChanged(await session.call(dropIcon, { params: { kind } }))
      tell({ done: said.taken(name) })
    })
  const size = Math.min(ICONS[kind], 96)
  return (
    <div className={styles.column}>
      <div className={styles.row}>
        <img src={image} alt={name} width={size} height={size} className={styles.image} />
        <div>
          <Text block weight="semibold">
            {name}
          </Text>
          <Text block size={200} className={styles.quiet}>
            {`${own ? said.own : said.ours} ${help}`}
          </Text>
        </div>
      </div>
      <div className={styles.row}>
        <input
          ref={chooser}
          type="file"
          accept="image/png"
          className={styles.hidden}
          aria-label={said.choose(name)}
          onChange={event => {
            const [file] = event.currentTarget.files ?? []
            // The same file again, once it is mended.
            event.currentTarget.value = ''
            if (file) send(file)
          }}
        />
        <Button disabled={busy} onClick={() => chooser.current?.click()}>
          {said.choose(name)}
        </Button>
        {own && (
          <Button disabled={busy} onClick={back}>
            {said.back(name)}
          </Button>
        )}
        <output>{done}</output>
      </div>
      <Problem said={wrong} />
      {problem}
    </div>
  )
}
