/** The works-council register, and every field that is told of a person, a line each. */
import { NAMED_VIEWS, REGISTER } from '../api/contract/register.ts'
import { personalParts } from '../api/personal-data.ts'

export function registerLines(): readonly string[] {
  const { version: _version, ...values } = REGISTER
  return [
    ...lines(values, ''),
    ...Object.entries(NAMED_VIEWS).flatMap(([who, views]) => [
      `named views open to ${who} = ${Object.keys(views).toSorted().join(', ')}`,
      ...lines(views, 'named view')
    ]),
    ...personalParts.flatMap(({ tables }) =>
      tables.map(
        ({ table, section, fate, retained, shown, sealed, besides }) =>
          `table ${table} ${section}: ${fate}${retained ? `, retention ${retained.as}` : ''}; ${
            [...shown, ...[sealed, besides].flatMap(each => (each ? [`${each.column} (sealed)`] : []))].join(' ') ||
            'nothing told'
          }`
      )
    )
  ].toSorted()
}

function lines(value: unknown, path: string): readonly string[] {
  if (Array.isArray(value)) return [`${path} = ${value.join(', ')}`]
  if (typeof value !== 'object' || value === null) return [`${path} = ${String(value)}`]
  return Object.entries(value).flatMap(([key, each]) => lines(each, path ? `${path}.${key}` : key))
}
