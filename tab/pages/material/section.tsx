/** The company's material for the coach: what is there, another file, and what the coach would find. */
import { Card, Subtitle2, Text, Title3 } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import {
  listMaterial,
  MOST_COMPANY_CHARACTERS,
  MOST_MATERIALS,
  type MaterialView
} from '../../../api/contract/material.ts'
import { useApp } from '../../context.ts'
import { Loading, useLoaded } from '../../load.tsx'
import { Add } from './add.tsx'
import { Line } from './line.tsx'
import { useMaterialStyles } from './styles.ts'
import { TryOut } from './try-out.tsx'

export function Material(): ReactNode {
  const styles = useMaterialStyles()
  const { session, words } = useApp()
  const said = words.material
  const loaded = useLoaded(() => session.call(listMaterial))
  const [done, setDone] = useState('')
  const tell = (text: string): void => {
    setDone(text)
    loaded.reload()
  }
  return (
    <Card>
      <Title3 as="h2">{said.title}</Title3>
      <div className={styles.column}>
        <Text>{said.intro}</Text>
        <Add onAdded={({ title }) => tell(said.added(title))} />
        <output>{done}</output>
        <Loading loaded={loaded}>{({ materials }) => <List materials={materials} onDone={tell} />}</Loading>
        <TryOut />
      </div>
    </Card>
  )
}

type ListProps = { readonly materials: readonly MaterialView[]; readonly onDone: (said: string) => void }

function List({ materials, onDone }: ListProps): ReactNode {
  const styles = useMaterialStyles()
  const { words, locale } = useApp()
  const said = words.material
  const number = (value: number): string => new Intl.NumberFormat(locale).format(value)
  const characters = materials.reduce((sum, each) => sum + each.characters, 0)
  return materials.length === 0 ? (
    <Text>{said.none}</Text>
  ) : (
    <>
      <Subtitle2 as="h3">{said.list}</Subtitle2>
      <ul className={styles.list}>
        {materials.map(material => (
          <Line key={material.materialId} material={material} onDone={onDone} />
        ))}
      </ul>
      <Text size={200} className={styles.quiet}>
        {said.room(
          number(materials.length),
          number(MOST_MATERIALS),
          number(characters),
          number(MOST_COMPANY_CHARACTERS)
        )}
      </Text>
    </>
  )
}
