/** Making a key: for which system, what it opens in words, until when. */
import { Button, Checkbox, Field, Input, Subtitle2, Text } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import { KEY_DAYS, makeApiKey } from '../../../api/contract/api-keys.ts'
import { SCOPE_NAMES, type KeyScope } from '../../../api/contract/key-scopes.ts'
import { useApp } from '../../context.ts'
import { usePress } from '../../press.tsx'
import { Days } from './days.tsx'
import type { Shown } from './secret.tsx'
import { useStyles } from './styles.ts'

type Props = { readonly mayGive: readonly KeyScope[]; readonly onMade: (shown: Shown) => void }

export function Make({ mayGive, onMade }: Props): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const said = words.apiKeys
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<readonly KeyScope[]>([])
  const [days, setDays] = useState<number>(KEY_DAYS.atFirst)
  const { busy, run, problem } = usePress(said.refused)
  const make = (): void =>
    run(async () => {
      const { key, secret } = await session.call(makeApiKey, { body: { name, scopes: [...scopes], days } })
      setName('')
      setScopes([])
      onMade({ name: key.name, secret })
    })
  return (
    <form
      className={styles.column}
      onSubmit={event => {
        event.preventDefault()
        make()
      }}
    >
      <Subtitle2 as="h3">{said.make}</Subtitle2>
      <Field label={said.name} hint={said.nameHint} className={styles.field}>
        <Input value={name} maxLength={80} onChange={(_event, { value }) => setName(value)} />
      </Field>
      <fieldset className={styles.scopes}>
        <legend>{said.opens}</legend>
        {SCOPE_NAMES.map(each => (
          <Checkbox
            key={each}
            disabled={!mayGive.includes(each)}
            label={<Scope scope={each} mayGive={mayGive.includes(each)} />}
            checked={scopes.includes(each)}
            onChange={(_event, { checked }) =>
              setScopes(checked === true ? [...scopes, each] : scopes.filter(other => other !== each))
            }
          />
        ))}
      </fieldset>
      <Days days={days} onChange={setDays} />
      <div>
        <Button type="submit" appearance="primary" disabled={busy || name.trim() === '' || scopes.length === 0}>
          {said.makeIt}
        </Button>
      </div>
      {problem}
    </form>
  )
}

function Scope({ scope, mayGive }: { readonly scope: KeyScope; readonly mayGive: boolean }): ReactNode {
  const styles = useStyles()
  const said = useApp().words.apiKeys
  const [name, opens] = said.scopes[scope]
  return (
    <>
      <span className={mayGive ? styles.scope : undefined}>{name}</span>
      <Text size={200} className={styles.opens} block>
        {mayGive ? opens : `${opens} ${said.notYours}`}
      </Text>
    </>
  )
}
