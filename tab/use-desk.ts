/** Something that several people may write, as it is saved, and the draft of whoever is writing on top of it. */
import { useEffect, useRef, useState } from 'react'
import { CallError } from '../api/contract/client.ts'
import { useLoaded, type Loaded } from './load.tsx'

export type Desk<View, Draft> = {
  readonly loaded: Loaded<View>
  /** Undefined while nothing is changed. */
  readonly draft: Draft | undefined
  readonly change: (next: Draft | undefined) => void
  /** Somebody saved a newer one under the draft. */
  readonly conflict: boolean
  /** @returns whether it is saved; a newer draft is in the way. @throws CallError for everything else. */
  readonly save: () => Promise<boolean>
}

type Revised = { readonly revision: number }

type Door<View, Draft> = {
  readonly load: () => Promise<View>
  readonly save: (draft: Draft, view: View) => Promise<Revised>
}

export function useDesk<View extends { readonly view: Revised }, Draft>(door: Door<View, Draft>): Desk<View, Draft> {
  const [draft, setDraft] = useState<Draft>()
  const typed = useRef(draft)
  const [conflict, setConflict] = useState(false)
  const loaded = useLoaded(door.load)
  useWarning(draft !== undefined)
  const change = (next: Draft | undefined): void => {
    if (next === undefined) setConflict(false)
    typed.current = next
    setDraft(next)
  }
  const save = async (): Promise<boolean> => {
    const view = loaded.value
    if (draft === undefined || view === undefined) return false
    try {
      const { revision } = await door.save(draft, view)
      loaded.put({ ...view, view: { ...view.view, revision } })
    } catch (error) {
      if (!(error instanceof CallError) || error.problem.code !== 'newer_draft') throw error
      setConflict(true)
      return false
    }
    // Until what was saved is there to go on from, the draft stays; and so does what was typed meanwhile, which is not saved.
    const there = await door.load().catch(() => undefined)
    if (there !== undefined && typed.current === draft) {
      loaded.put(there)
      change(undefined)
    }
    return true
  }
  return { loaded, draft, change, conflict, save }
}

/** The browser asks before it closes a page with something unsaved. */
function useWarning(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return undefined
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [unsaved])
}
