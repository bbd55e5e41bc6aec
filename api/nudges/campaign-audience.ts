/** Whom a campaign is for, and what of each person that rests on. Pure. */
import type { Audience } from '../contract/campaigns.ts'
import type { Somebody } from './somebody.ts'

export type Ground = { readonly name: string; readonly value: string }

type Judged = Pick<Somebody, 'groups' | 'language' | 'department' | 'country' | 'title'> & {
  readonly cohorts: readonly { readonly name: string }[]
}

/** Prepared once, asked for each person. @returns what of theirs fits; undefined when they are not in it. */
export function audienceOf(audience: Audience): (person: Judged) => readonly Ground[] | undefined {
  const conditions = audience.map(({ by, anyOf, except }) => {
    const wanted = new Set(anyOf.map(value => value.toLowerCase()))
    return (person: Judged): Ground | 'fits' | undefined => {
      const value = valuesBy(person, by).find(each => wanted.has(each.toLowerCase()))
      if (except) return value === undefined ? 'fits' : undefined
      return value === undefined ? undefined : { name: by, value }
    }
  })
  return person => {
    const grounds: Ground[] = []
    for (const condition of conditions) {
      const ground = condition(person)
      if (!ground) return undefined
      if (ground !== 'fits') grounds.push(ground)
    }
    return grounds
  }
}

function valuesBy(person: Judged, by: Audience[number]['by']): readonly string[] {
  switch (by) {
    case 'cohort':
      return person.cohorts.map(({ name }) => name)
    case 'group':
      return person.groups
    case 'language':
      return [person.language]
    case 'department':
    case 'country':
    case 'title':
      return person[by] === undefined ? [] : [person[by]]
  }
}
