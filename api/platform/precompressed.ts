/** Files that the build compressed once, sent so to browsers that read Brotli; everything else is left to whoever comes next. */
import { existsSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import type { RequestHandler } from 'express'

const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css' }

/** @param folder flat: only a file's own name is taken from the address. */
export function precompressed(folder: string): RequestHandler {
  return (req, res, next) => {
    const name = basename(req.path)
    const type = TYPES[extname(name)]
    const file = join(folder, `${name}.br`)
    if (!type || !existsSync(file)) return next()
    res.vary('accept-encoding')
    if (req.acceptsEncodings('br') !== 'br') return next()
    res.set({ 'content-encoding': 'br', 'content-type': `${type}; charset=utf-8` })
    res.sendFile(file, { immutable: true, maxAge: '1y' })
  }
}
