/** A claim mapping being edited: what the admin changed lies over what is saved, so both survive a newer version. Pure. */
import type { z } from 'zod'
import { ATTRIBUTES, type getClaimMapping } from '../../api/contract/claims.ts'

export type Attribute = (typeof ATTRIBUTES)[number]
export type Saved = z.output<typeof getClaimMapping.answer>
type Names = readonly string[]
export type GroupsAs = NonNullable<Saved['candidates']['groupsAs']>

export type Draft = {
  /** Only the lists that were touched. */
  readonly lists: Readonly<Partial<Record<Attribute, Names>>>
  /** In the field and not added yet; it counts as added when the mapping is saved. */
  readonly typed: Readonly<Partial<Record<Attribute, string>>>
  /** How groups are read, where that was touched. */
  readonly groupsAs?: GroupsAs
  /** Why cases may break. */
  readonly reason: string
}

export const MOST = 10
export const EMPTY: Draft = { lists: {}, typed: {}, reason: '' }

export const savedNames = ({ candidates }: Saved, attribute: Attribute): Names => candidates[attribute] ?? []

/** As the list stands, without what is still being typed. */
export const namesOf = (saved: Saved, { lists }: Draft, attribute: Attribute): Names =>
  (isFixed(saved, attribute) ? undefined : lists[attribute]) ?? savedNames(saved, attribute)

export const isFixed = ({ subjectFrozen }: Saved, attribute: Attribute): boolean =>
  attribute === 'subject' && subjectFrozen

export const withName = (names: Names, typed: string): Names => {
  const name = typed.trim()
  return name === '' || names.includes(name) ? names : [...names, name]
}

export const preferred = (names: Names, name: string): Names => [name, ...names.filter(each => each !== name)]

export const moved = (names: Names, name: string, by: 1 | -1): Names => {
  const rest = names.filter(each => each !== name)
  const to = names.indexOf(name) + by
  return to < 0 || to > rest.length ? names : rest.toSpliced(to, 0, name)
}

export const wantedNames = (saved: Saved, draft: Draft, attribute: Attribute): Names =>
  withName(namesOf(saved, draft, attribute), isFixed(saved, attribute) ? '' : (draft.typed[attribute] ?? ''))

const savedGroupsAs = ({ candidates }: Saved): GroupsAs => candidates.groupsAs ?? 'sent'
export const groupsAsOf = (saved: Saved, draft: Draft): GroupsAs => draft.groupsAs ?? savedGroupsAs(saved)

/** The attributes that a save would change. */
export const unsaved = (saved: Saved, draft: Draft): readonly Attribute[] =>
  ATTRIBUTES.filter(each => {
    const [wanted, kept] = [wantedNames(saved, draft, each), savedNames(saved, each)]
    const readAnew = each === 'groups' && groupsAsOf(saved, draft) !== savedGroupsAs(saved)
    return readAnew || wanted.length !== kept.length || wanted.some((name, at) => name !== kept[at])
  })

export const candidatesOf = (saved: Saved, draft: Draft): Saved['candidates'] => ({
  ...Object.fromEntries(ATTRIBUTES.map(each => [each, [...wantedNames(saved, draft, each)]])),
  ...(groupsAsOf(saved, draft) === 'sent' ? {} : { groupsAs: groupsAsOf(saved, draft) })
})
