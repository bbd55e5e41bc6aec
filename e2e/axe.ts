/** What axe finds against WCAG 2.2 AA, a line each. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** Fluent's focus sentinels: they hand the focus on and are never where it stays. */
const SENTINEL = 'data-tabster-dummy'

/** @param excluded parts that are somebody else's, such as a framed page. */
export async function complaintsOf(page: Page, ...excluded: readonly string[]): Promise<readonly string[]> {
  await settled(page)
  // A framed page on a busy machine answers late; axe would judge the host without it.
  let axe = new AxeBuilder({ page }).options({ pingWaitTime: 10_000 }).withTags(RULES)
  for (const part of excluded) axe = axe.exclude(part)
  const { violations } = await axe.analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.flatMap(({ html }) => (html.includes(SENTINEL) ? [] : [`${id}: ${html}`]))
  )
}

/** A color on its way to another is nobody's color: waits until nothing moves. */
async function settled(page: Page): Promise<void> {
  for (const frame of page.frames())
    await frame.evaluate(async () => {
      const moving = document.getAnimations().filter(({ effect }) => effect?.getTiming().iterations !== Infinity)
      await Promise.allSettled(moving.map(({ finished }) => finished))
    })
}
