import { expect, it } from 'vitest'
import { createWeb } from '../platform/http.ts'
import { listen } from '../platform/serve.ts'
import { limitPerAddress } from './limits.ts'

it('answers an address that asks too often with 429 and when to come back, a page for people and JSON for programs', async () => {
  const web = createWeb()
  web.use(limitPerAddress(2), (_req, res) => void res.send('ok'))
  await using listening = await listen(web, { port: 0, host: '127.0.0.1' })
  const ask = (accept: string, address = '10.0.0.1') =>
    fetch(`http://127.0.0.1:${listening.port}/`, {
      headers: { accept, 'accept-language': 'es', 'x-forwarded-for': address }
    })
  const statuses = [await ask('text/html'), await ask('text/html'), await ask('text/html')].map(({ status }) => status)
  expect(statuses).toEqual([200, 200, 429])
  const page = await ask('text/html')
  expect(Number(page.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(await page.text()).toContain('Demasiados intentos')
  expect(await (await ask('application/json')).json()).toEqual({ error: 'too_many_requests' })
  expect((await ask('text/html', '10.0.0.2')).status).toBe(200)
})
