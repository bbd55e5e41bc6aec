/** Files → one zip, the same bytes for the same files, packed in pieces so that nobody else waits for it. */
import { setImmediate } from 'node:timers/promises'
import { Zip, ZipDeflate } from 'fflate'

// A zip keeps local wall-clock time, so a time without zone is the same everywhere.
const MTIME = '2020-01-01T00:00:00'
const PIECE = 64 * 1024

export type Files = ReadonlyMap<string, Uint8Array>

export async function zipFiles(files: Files): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  const zip = new Zip((error, piece) => {
    if (error) throw error
    pieces.push(piece)
  })
  for (const [name, bytes] of files) {
    const file = new ZipDeflate(name, { level: 9 })
    file.mtime = MTIME
    zip.add(file)
    for (let at = 0; at === 0 || at < bytes.length; at += PIECE) {
      file.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length)
      await setImmediate()
    }
  }
  zip.end()
  return Buffer.concat(pieces)
}
