import express from 'express'
import { expect, test } from 'vitest'
import { legalPages } from './legal.ts'
import { listen } from './serve.ts'

test.each([
  ['/privacy', 'en-US', 'lang="en"', 'counts of at least eight people'],
  ['/privacy', 'es-MX,es;q=0.9', 'lang="es"', 'recuentos de al menos ocho personas'],
  ['/terms', 'de', 'lang="en"', 'Taking part is voluntary'],
  ['/terms', 'es', 'lang="es"', 'Participar es voluntario']
])('%s is there for %s, framed by nobody', async (path, language, attribute, text) => {
  await using listening = await listen(express().use(legalPages()), { port: 0, host: '127.0.0.1' })
  const answer = await fetch(`http://127.0.0.1:${listening.port}${path}`, { headers: { 'accept-language': language } })
  expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  const page = await answer.text()
  expect(page).toContain(attribute)
  expect(page).toContain(text)
})
