/** What axe finds against WCAG 2.2 AA, a line each. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** Fluent's focus sentinels: they hand the focus on and are never where it stays. */
const SENTINEL = 'data-tabster-dummy'

/** A framed page on a busy machine answers late; axe would judge the host without it. */
const builderFor = (page: Page) => new AxeBuilder({ page }).options({ pingWaitTime: 10_000 })

/** @param excluded parts that are somebody else's, such as a framed page. */
export async function complaintsOf(page: Page, ...excluded: readonly string[]): Promise<readonly string[]> {
  let axe = builderFor(page).withTags(RULES)
  for (const part of excluded) axe = axe.exclude(part)
  return foundBy(page, axe, excluded.length === 0)
}

/** Of a page that was looked at whole: what another theme or width can change. */
export const complaintsOfLook = (page: Page): Promise<readonly string[]> =>
  foundBy(page, builderFor(page).withRules(['color-contrast', 'target-size']), true)

/**
 * What began to move or came while axe looked may be wrong for that moment: what it complains of is looked at once more, and what is
 * wrong then is wrong.
 */
async function foundBy(page: Page, axe: AxeBuilder, wantsFrames: boolean): Promise<readonly string[]> {
  const first = await look(page, axe, wantsFrames)
  return first.length === 0 ? first : look(page, axe, wantsFrames)
}

async function look(page: Page, axe: AxeBuilder, wantsFrames: boolean): Promise<readonly string[]> {
  await settled(page)
  const { violations } = await analyzeWhole(page, axe, wantsFrames)
  return violations.flatMap(({ id, nodes }) =>
    nodes.flatMap(({ html }) => (html.includes(SENTINEL) ? [] : [`${id}: ${html}`]))
  )
}

const MOST_TRIES = 20

/** axe gives a frame one second to get ready and then leaves it out without a word: on a busy machine that is looked at again. */
async function analyzeWhole(page: Page, axe: AxeBuilder, wantsFrames: boolean) {
  for (let attempt = 1; ; attempt++) {
    const results = await axe.analyze()
    const inFrames = results.passes.some(({ nodes }) => nodes.some(({ target }) => target.length > 1))
    if (!wantsFrames || page.frames().length === 1 || inFrames) return results
    if (attempt === MOST_TRIES) throw new Error('axe never got into the frame')
  }
}

/** A color on its way to another is nobody's color: waits until nothing moves. */
async function settled(page: Page): Promise<void> {
  for (const frame of page.frames())
    await frame.evaluate(async () => {
      const moving = document.getAnimations().filter(({ effect }) => effect?.getTiming().iterations !== Infinity)
      await Promise.allSettled(moving.map(({ finished }) => finished))
    })
}
