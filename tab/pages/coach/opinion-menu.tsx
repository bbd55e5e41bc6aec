/** The choices of opinion.tsx, open as soon as they are there. */
import { Button, Menu, MenuItemRadio, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { Mark, Turn } from '../../../api/contract/coach.ts'
import { useApp } from '../../context.ts'

const MARKS: readonly Mark[] = ['helpful', 'wrong', 'harmful']

export type OpinionProps = { readonly turn: Turn; readonly busy: boolean; readonly onMark: (mark: Mark) => void }

export function OpinionMenu({ turn, busy, onMark }: OpinionProps): ReactNode {
  const { words } = useApp()
  const page = words.coachPage
  return (
    <Menu
      defaultOpen
      checkedValues={{ mark: turn.mark ? [turn.mark] : [] }}
      onCheckedValueChange={(_event, { checkedItems }) => {
        const mark = MARKS.find(each => each === checkedItems[0])
        if (mark) onMark(mark)
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button size="small" appearance="subtle" disabled={busy}>
          {turn.mark ? page.marked[turn.mark] : page.opinion}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {MARKS.map(mark => (
            <MenuItemRadio key={mark} name="mark" value={mark}>
              {page.marks[mark]}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
