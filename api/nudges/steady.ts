/** Figures that are looked at again and again. Pure: from no two looks can be told what fewer people than the floor did between them. */
import { FLOOR } from '../contract/parts.ts'

type Counts<Name extends string> = Readonly<Record<Name, number>>

/**
 * Each figure stays as it was told until at least the floor of people have moved in or out of it; then it is told as it is.
 * @param told undefined before the first look.
 */
export function steady<Name extends string>(
  told: Readonly<Partial<Record<NoInfer<Name>, number>>> | undefined,
  now: Counts<Name>
): Counts<Name> {
  const cells = Object.entries<number>(now).map(([name, people]) => {
    const before = told?.[name as Name]
    return [name, before !== undefined && Math.abs(people - before) < FLOOR ? before : people] as const
  })
  return Object.fromEntries(cells) as Record<Name, number>
}
