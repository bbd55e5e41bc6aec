import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'
import express from 'express'
import { expect, test } from 'vitest'
import { precompressed } from './precompressed.ts'
import { listen } from './serve.ts'

type Answer = {
  readonly status: number
  readonly encoding: string | undefined
  readonly body: Buffer
  readonly vary: string
}

/** `fetch` decompresses by itself. */
const ask = (port: number, path: string, encodings: string): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const asked = request({ port, path, headers: { 'accept-encoding': encodings } }, response => {
      const parts: Buffer[] = []
      response.on('data', part => parts.push(Buffer.from(part)))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          encoding: response.headers['content-encoding'],
          body: Buffer.concat(parts),
          vary: String(response.headers.vary ?? '')
        })
      )
    })
    asked.on('error', reject).end()
  })

test('a browser that reads Brotli gets what the build compressed, another the file itself, and nobody one of another folder', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ci-br-'))
  writeFileSync(join(folder, 'app.js'), 'const plain = 1')
  writeFileSync(join(folder, 'app.js.br'), brotliCompressSync('const packed = 1'))
  const app = express().use(precompressed(folder), express.static(folder))
  await using server = await listen(app, { port: 0, host: '127.0.0.1' })
  const packed = await ask(server.port, '/app.js', 'gzip, br')
  expect(packed).toMatchObject({ status: 200, encoding: 'br' })
  expect(packed.vary.toLowerCase()).toContain('accept-encoding')
  expect(brotliDecompressSync(packed.body).toString()).toBe('const packed = 1')
  const plain = await ask(server.port, '/app.js', 'gzip')
  expect(plain).toMatchObject({ status: 200, encoding: undefined })
  expect(plain.body.toString()).toBe('const plain = 1')
  expect((await ask(server.port, '/..%2f..%2fetc%2fpasswd.js', 'br')).status).toBe(404)
  rmSync(folder, { recursive: true })
})
