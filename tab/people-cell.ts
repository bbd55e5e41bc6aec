import type { PeopleCell } from '../api/contract/parts.ts'
import type { Words } from './words.ts'

/** A figure about people in words. */
export function tellPeople(cell: PeopleCell, { people }: Pick<Words, 'people'>): string {
  switch (cell.kind) {
    case 'exact':
      return people.exact(cell.people)
    case 'fewer':
      return people.fewer(cell.than)
    case 'at_least':
      return people.at_least(cell.people)
    case 'hidden':
      return people.hidden
  }
}
