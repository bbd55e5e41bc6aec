import type { PeopleCell } from '../api/contract/parts.ts'
import type { Words } from './words.ts'

type Said = Pick<Words, 'people'>

/** A figure about people in words; of one that is blank, why. */
export const tellPeople = (cell: PeopleCell, said: Said): string => whyBlank(cell, said) ?? tellShortly(cell, said)

/** For a table, which says why below. */
export function tellShortly(cell: PeopleCell, { people }: Said): string {
  switch (cell.kind) {
    case 'about':
      return people.about(cell.people)
    case 'fewer':
      return people.fewer(cell.than)
    case 'at_least':
      return people.at_least(cell.people)
    case 'blank':
      return people.blank
  }
}

export const whyBlank = (cell: PeopleCell, { people }: Said): string | undefined =>
  cell.kind === 'blank' ? people.why[cell.why](cell.smallest) : undefined
