/** The company as a form edits it: loaded once, saved by the fields that the form has. */
import { useState, type ReactNode } from 'react'
import { changeCompany, getCompany, type Company, type CompanyChange } from '../../../api/contract/company.ts'
import { useApp } from '../../context.ts'
import { useLoaded, type Loaded } from '../../load.tsx'
import { usePress } from '../../press.tsx'

export const useCompany = (): Loaded<Company> => {
  const { session } = useApp()
  return useLoaded(() => session.call(getCompany))
}

export type Saving = {
  readonly busy: boolean
  readonly saved: boolean
  readonly problem: ReactNode
  readonly save: (change: CompanyChange) => void
  /** Something was typed since. */
  readonly touch: () => void
}

export function useSaving(onSaved: (company: Company) => void): Saving {
  const { session, words } = useApp()
  const [saved, setSaved] = useState(false)
  const { busy, run, problem } = usePress(words.company.refusals)
  const save = (body: CompanyChange): void =>
    run(async () => {
      onSaved(await session.call(changeCompany, { body }))
      setSaved(true)
    })
  return { busy, saved, problem, save, touch: () => setSaved(false) }
}
