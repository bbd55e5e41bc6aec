/** What the window's tests do again and again in a page. */
import type { Page } from 'playwright-core'
import { complaintsOf } from './axe.ts'

/** Opens the learning site through CI and the company's provider, as the page says, and closes it again. */
export async function signInToCourses(page: Page, shot: string): Promise<void> {
  const opened = page.context().waitForEvent('page')
  await page.getByRole('link', { name: 'Open the learning site as' }).click()
  const site = await opened
  await site
    .getByRole('button', { name: /sign in|log ?on|iniciar/iu })
    .first()
    .click()
  await site.getByText('Lucía', { exact: false }).first().waitFor()
  await site.screenshot({ path: shot })
  await site.close()
}

const LINE = 'En este curso quiero escuchar más'

/** Opens a course with the coach in it, signs in there as whom the provider knows already, writes one line, and closes it again. */
export async function writeInCourse(page: Page, shot: string): Promise<string> {
  const [course] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('link', { name: 'Open a course with the coach in it' }).click()
  ])
  const frame = course.frameLocator('iframe')
  await frame.getByRole('button', { name: 'Iniciar sesión' }).click()
  await frame.getByRole('textbox').fill(LINE)
  await course.keyboard.press('Enter')
  await frame.getByText('Generado por IA').last().waitFor()
  await course.screenshot({ path: shot })
  await course.close()
  return LINE
}

/** Unless the next event has already healed the page. */
export const tryAgain = (page: Page): Promise<void> =>
  page
    .getByRole('button', { name: 'Try again' })
    .click({ timeout: 2000 })
    .catch(() => undefined)

/** Of axe, outside the tab's frame, and of what sticks out sideways. */
export async function complaintsAbout(page: Page, shot: string): Promise<readonly string[]> {
  await page.screenshot({ path: shot })
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  const found = await complaintsOf(page, 'iframe')
  return overflow > 0 ? [...found, `${overflow} px stick out`] : found
}
