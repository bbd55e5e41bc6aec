/** Something that several people may write, as it is saved, and the draft of whoever is writing on top of it. */
import { useEffect, useState } from 'react'
import { CallError } from '../api/contract/client.ts'
import { useLoaded, type Loaded } from './load.tsx'

export type Desk<View, Draft> = {
  readonly loaded: Loaded<View>
  /** Undefined while nothing is changed. */
  readonly draft: Draft | undefined
  readonly change: (next: Draft | undefined) => void
  /** Somebody saved a newer one under the draft. */
  readonly conflict: boolean
  /** @throws CallError for everything but a newer draft. */
  readonly save: () => Promise<void>
}

type Door<View, Draft> = {
  readonly load: () => Promise<View>
  readonly save: (draft: Draft, view: View) => Promise<unknown>
}

export function useDesk<View, Draft>(door: Door<View, Draft>): Desk<View, Draft> {
  const [draft, setDraft] = useState<Draft>()
  const [conflict, setConflict] = useState(false)
  const loaded = useLoaded(door.load)
  useWarning(draft !== undefined)
  const change = (next: Draft | undefined): void => {
    if (next === undefined) setConflict(false)
    setDraft(next)
  }
  const save = async (): Promise<void> => {
    const view = loaded.value
    if (draft === undefined || view === undefined) return
    try {
      await door.save(draft, view)
    } catch (error) {
      if (!(error instanceof CallError) || error.problem.code !== 'newer_draft') throw error
      setConflict(true)
      return
    }
    change(undefined)
    loaded.reload()
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
