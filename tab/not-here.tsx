/** Stands where the thing that a link is about would stand: the same way leads to it, and a screen reader reads it. */
import { Text } from '@fluentui/react-components'
import type { ReactNode } from 'react'

type Props = { readonly item: string; readonly said: string }

export const NotHere = ({ item, said }: Props): ReactNode => (
  <output id={item}>
    <Text weight="semibold">{said}</Text>
  </output>
)
