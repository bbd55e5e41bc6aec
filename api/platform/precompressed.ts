/** Files that the build compressed once, sent so to browsers that read Brotli; everything else is left to whoever comes next. */
import { readFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import type { RequestHandler } from 'express'

const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css' }

/** @param folder flat: only a file's own name is taken from the address. What stands under a name never changes: it is read once. */
export function precompressed(folder: string): RequestHandler {
  const held = new Map<string, Buffer>()
  return async (req, res, next) => {
    const name = basename(req.path)
    const type = TYPES[extname(name)]
    const content = type && (held.get(name) ?? (await readFile(join(folder, `${name}.br`)).catch(() => undefined)))
    if (!content) return next()
    held.set(name, content)
    res.vary('accept-encoding')
    if (req.acceptsEncodings('br') !== 'br') return next()
    res.set({
      'content-encoding': 'br',
      'content-type': `${type}; charset=utf-8`,
      'cache-control': 'public, max-age=31536000, immutable'
    })
    res.send(content)
  }
}
