import { expect, test } from 'vitest'
import { publicHolidays } from './holidays.ts'

test('a country’s public holidays are local days, those of a part of it only where asked for', async () => {
  const [spain, madrid] = await Promise.all([publicHolidays('ES', undefined, 2026), publicHolidays('ES', 'MD', 2026)])
  expect(spain).toContain('2026-12-08')
  expect(spain).not.toContain('2026-05-02')
  expect(madrid).toContain('2026-05-02')
})

test('a moved holiday is free on the day it is kept', async () => {
  // The Mexican Revolution: the third Monday of November.
  expect(await publicHolidays('MX', undefined, 2026)).toContain('2026-11-16')
})

test('an unknown country has none, an unknown part of it those of the country', async () => {
  expect(await publicHolidays('ZZ', undefined, 2026)).toEqual([])
  expect(await publicHolidays('DE', 'XX', 2026)).toEqual(await publicHolidays('DE', undefined, 2026))
})
