/** Work for many people, some of them at a time. */

/** People whom one event concerns are settled this many at a time. */
export const PORTION = 500

/** @param next the entries after this one, in their order; none when there are no more. */
export async function inPortions(
  next: (after: string) => Promise<readonly string[]>,
  work: (entries: readonly string[]) => Promise<void>
): Promise<void> {
  for (let entries = await next(''); entries.length > 0; entries = await next(entries.at(-1) ?? '')) await work(entries)
}
