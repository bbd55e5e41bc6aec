/** Draws the PNGs from the SVG sources: `node appPackage/icons/draw.ts` after changing one, then commit both. */
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

const ICONS = [
  { name: 'color', size: 192 },
  { name: 'outline', size: 32 }
] as const

const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox']
})
try {
  for (const { name, size } of ICONS) {
    const page = await browser.newPage({ viewport: { width: size, height: size } })
    const svg = await readFile(new URL(`${name}.svg`, import.meta.url), 'utf8')
    await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`)
    await page.screenshot({ path: fileURLToPath(new URL(`${name}.png`, import.meta.url)), omitBackground: true })
  }
} finally {
  await browser.close()
}
