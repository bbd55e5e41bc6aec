import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EMPTY, candidatesOf, moved, preferred, unsaved, withName, type Saved } from './mapping-draft.ts'

const saved = (candidates: Saved['candidates'], more: Partial<Saved> = {}): Saved => ({
  version: 1,
  candidates,
  subjectFrozen: false,
  ...more
})
const name = fc.string({ minLength: 1 }).filter(each => each === each.trim())
const names = fc.uniqueArray(name, { minLength: 1, maxLength: 10 })

describe('a mapping being edited', () => {
  it('keeps what was changed over a newer version, and takes the rest from it', () => {
    const draft = { ...EMPTY, lists: { email: ['mail'] } }
    const newer = saved({ email: ['upn'], lastName: ['sn'] }, { version: 2 })
    expect(candidatesOf(newer, draft)).toMatchObject({ subject: [], email: ['mail'], firstName: [], lastName: ['sn'] })
    expect(unsaved(newer, draft)).toEqual(['email'])
  })

  it('counts a name that is typed and not added yet', () => {
    const draft = { ...EMPTY, typed: { firstName: ' nombre ' } }
    expect(candidatesOf(saved({}), draft).firstName).toEqual(['nombre'])
    expect(unsaved(saved({ firstName: ['nombre'] }), draft)).toEqual([])
  })

  it('leaves a frozen subject as it is saved, whatever was tried before', () => {
    const frozen = saved({ subject: ['uid'] }, { subjectFrozen: true })
    const draft = { ...EMPTY, lists: { subject: ['oid'] }, typed: { subject: 'sub' } }
    expect(unsaved(frozen, draft)).toEqual([])
    expect(candidatesOf(frozen, draft).subject).toEqual(['uid'])
  })

  it('keeps how groups are read, and counts a change of it', () => {
    const kept = saved({ groupsAs: 'common_name' })
    expect(candidatesOf(kept, { ...EMPTY, lists: { email: ['mail'] } }).groupsAs).toBe('common_name')
    expect(unsaved(kept, { ...EMPTY, groupsAs: 'common_name' })).toEqual([])
    expect(unsaved(kept, { ...EMPTY, groupsAs: 'sent' })).toEqual(['groups'])
    expect(candidatesOf(kept, { ...EMPTY, groupsAs: 'sent' })).not.toHaveProperty('groupsAs')
  })

  it('loses no name and repeats none, however they are ordered', () => {
    fc.assert(
      fc.property(names, fc.nat(), fc.constantFrom(1 as const, -1 as const), (list, at, by) => {
        const one = list[at % list.length] ?? ''
        for (const next of [moved(list, one, by), preferred(list, one), withName(list, one)])
          expect(next.toSorted()).toEqual(list.toSorted())
        expect(preferred(list, one)[0]).toBe(one)
      })
    )
  })
})
