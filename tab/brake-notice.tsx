/** The admin's notice above other pages; loaded for admins only. */
import { useMemo, type ReactNode } from 'react'
import { AppContext, useApp } from './context.ts'
import { deskWordsFor } from './desk-words.ts'
import { BrakeNotice } from './pages/brake.tsx'

export function BrakeNoticeWithWords({ onOpen }: { readonly onOpen: () => void }): ReactNode {
  const shared = useApp()
  const all = useMemo(() => ({ ...shared, words: deskWordsFor(shared.words, shared.locale) }), [shared])
  return (
    <AppContext value={all}>
      <BrakeNotice onOpen={onOpen} />
    </AppContext>
  )
}
