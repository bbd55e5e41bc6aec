/** The state of the mapping's editor, shared with the claim lab: what is saved, what is changed, what came of saving. */
import { useState, type ReactNode } from 'react'
import { CallError } from '../../api/contract/client.ts'
import { getClaimMapping, putClaimMapping } from '../../api/contract/claims.ts'
import { useApp } from '../context.ts'
import { useLoaded, type Loaded } from '../load.tsx'
import { usePress } from '../press.tsx'
import {
  EMPTY,
  candidatesOf,
  isFixed,
  namesOf,
  preferred,
  type Attribute,
  type Draft,
  type GroupsAs,
  type Saved
} from './mapping-draft.ts'

export type MappingNews =
  | { readonly kind: 'saved'; readonly broken: readonly string[] }
  | { readonly kind: 'used'; readonly attribute: Attribute; readonly claim: string }
  | { readonly kind: 'discarded' | 'loadedAgain' | 'changedMeanwhile' }
  | { readonly kind: 'casesBreak' | 'subjectFrozen'; readonly message: string }

export type MappingEditor = {
  readonly loaded: Loaded<Saved>
  readonly draft: Draft
  readonly news: MappingNews | undefined
  readonly busy: boolean
  readonly problem: ReactNode
  readonly change: (attribute: Attribute, names: readonly string[]) => void
  readonly type: (attribute: Attribute, text: string) => void
  readonly readGroups: (as: GroupsAs) => void
  readonly explain: (reason: string) => void
  readonly discard: () => void
  readonly save: (saved: Saved, reason?: string) => void
  readonly loadAgain: () => void
  /** Puts a claim first; undefined where nothing can be changed. */
  readonly use: (attribute: Attribute) => ((claim: string, as?: GroupsAs) => void) | undefined
}

export function useMapping(onSaved: () => void): MappingEditor {
  const { session } = useApp()
  const loaded = useLoaded(() => session.call(getClaimMapping))
  const [newer, setNewer] = useState<Saved>()
  const [draft, setDraft] = useState(EMPTY)
  const [news, setNews] = useState<MappingNews>()
  const { busy, run, problem } = usePress()
  const value = newer ?? loaded.value
  const edit = (next: Draft): void => {
    setDraft(next)
    setNews(undefined)
  }
  const changed = (attribute: Attribute, names: readonly string[]): Draft => ({
    ...draft,
    lists: { ...draft.lists, [attribute]: names },
    typed: { ...draft.typed, [attribute]: '' }
  })
  const send = async (saved: Saved, reason: string | undefined): Promise<MappingNews> => {
    const candidates = candidatesOf(saved, draft)
    const body = { from: saved.version, candidates, ...(reason ? { reason } : {}) }
    const { version, broken } = await session.call(putClaimMapping, { body })
    setNewer({ ...saved, version, candidates })
    // What was changed while it was on its way is not saved yet.
    setDraft(now => (now === draft ? EMPTY : now))
    onSaved()
    return { kind: 'saved', broken }
  }
  const refused = async (error: unknown): Promise<MappingNews> => {
    const known = newsOf(error)
    if (known.kind === 'subjectFrozen') setNewer(await session.call(getClaimMapping))
    return known
  }
  return {
    loaded: { ...loaded, value },
    draft,
    news,
    busy,
    problem,
    change: (attribute, names) => edit(changed(attribute, names)),
    readGroups: groupsAs => edit({ ...draft, groupsAs }),
    type: (attribute, text) => edit({ ...draft, typed: { ...draft.typed, [attribute]: text } }),
    explain: reason => setDraft({ ...draft, reason }),
    discard: () => {
      edit(EMPTY)
      setNews({ kind: 'discarded' })
    },
    save: (saved, reason) => run(async () => setNews(await send(saved, reason).catch(refused))),
    loadAgain: () =>
      run(async () => {
        setNewer(await session.call(getClaimMapping))
        setNews({ kind: 'loadedAgain' })
      }),
    use: attribute => {
      if (!value || isFixed(value, attribute)) return undefined
      return (claim, groupsAs) => {
        const next = changed(attribute, preferred(namesOf(value, draft, attribute), claim))
        edit(groupsAs ? { ...next, groupsAs } : next)
        setNews({ kind: 'used', attribute, claim })
      }
    }
  }
}

/** @throws what is no refusal of a mapping. */
function newsOf(error: unknown): MappingNews {
  if (!(error instanceof CallError)) throw error
  const { code, message } = error.problem
  switch (code) {
    case 'cases_break':
      return { kind: 'casesBreak', message }
    case 'subject_frozen':
      return { kind: 'subjectFrozen', message }
    case 'changed_meanwhile':
      return { kind: 'changedMeanwhile' }
    default:
      throw error
  }
}
