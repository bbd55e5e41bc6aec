/** The data inventory: a line for each table about people. Pure. */
import { BYTE_ORDER_MARK, csvRow } from '../platform/csv.ts'
import { REGISTER } from '../contract/register.ts'
import { periodsOf, tablesOf } from './annex.ts'
import { annexEn } from './annex-words-en.ts'
import type { Facts } from './facts.ts'

const HEAD = [
  'table',
  'kind',
  'purpose',
  'proposed ground',
  'on erasure',
  'days at most',
  'fields',
  'sealed',
  'seen by name by'
]

export function inventory(facts: Facts): string {
  const days = periodsOf(facts)
  const rows = tablesOf(facts.parts).map(({ table, section, fate, retained, shown, sealed, besides }) => {
    const { purpose, basis, seenBy } = REGISTER.kinds[section]
    return csvRow([
      table,
      annexEn.kinds.names[section],
      annexEn.purposes[purpose],
      annexEn.bases[basis],
      fate === 'erased' ? 'erased' : `stays: ${annexEn.kept.reasons[fate]}`,
      retained ? String(days[retained.as]) : '',
      shown.join(' '),
      [sealed, besides].flatMap(each => (each ? [each.column] : [])).join(' '),
      seenBy.map(viewer => annexEn.viewers[viewer]).join('; ') || annexEn.kinds.self
    ])
  })
  return BYTE_ORDER_MARK + csvRow(HEAD) + rows.join('')
}
