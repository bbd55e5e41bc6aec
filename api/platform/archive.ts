/** Entries of a ZIP archive, inflated piece by piece and counted, so that a small file cannot become a large one. */
import { setImmediate } from 'node:timers/promises'
import { Unzip, UnzipInflate, type UnzipFile } from 'fflate'

const PIECE = 16 * 1024
const MOST_ENTRIES = 2000

export class ArchiveError extends Error {
  override readonly name = 'ArchiveError'
  readonly code: 'damaged' | 'too_large_inside'
  constructor(code: ArchiveError['code'], options: { readonly cause?: unknown } = {}) {
    super(code, { cause: options.cause })
    this.code = code
  }
}

export type Archive = {
  /** Of all entries. */
  readonly names: ReadonlySet<string>
  readonly bytesOf: (name: string) => Uint8Array | undefined
}

type Wanted = {
  readonly wanted: (name: string) => boolean
  /** Of all that is wanted, inflated. */
  readonly mostBytes: number
}

/** Keeps the entries that are `wanted`. @throws ArchiveError. */
export async function openArchive(file: Uint8Array, { wanted, mostBytes }: Wanted): Promise<Archive> {
  const names = new Set<string>()
  const kept = new Map<string, Uint8Array[]>()
  const unfinished = new Set<string>()
  let bytes = 0
  const take = (entry: UnzipFile): void => {
    if (names.size >= MOST_ENTRIES) throw new ArchiveError('too_large_inside')
    // Two entries of one name: programs disagree on which counts.
    if (names.has(entry.name)) throw new ArchiveError('damaged')
    names.add(entry.name)
    if (!wanted(entry.name)) return
    const pieces: Uint8Array[] = []
    kept.set(entry.name, pieces)
    unfinished.add(entry.name)
    entry.ondata = (error, piece, final) => {
      // What is thrown below comes back here.
      if (error) throw error
      bytes += piece.length
      if (bytes > mostBytes) throw new ArchiveError('too_large_inside')
      pieces.push(piece)
      if (final) unfinished.delete(entry.name)
    }
    entry.start()
  }
  const unzip = new Unzip(take)
  unzip.register(UnzipInflate)
  try {
    for (let at = 0; at < file.length; at += PIECE) {
      unzip.push(file.subarray(at, at + PIECE), at + PIECE >= file.length)
      await setImmediate()
    }
  } catch (error) {
    throw error instanceof ArchiveError ? error : new ArchiveError('damaged', { cause: error })
  }
  if (unfinished.size > 0) throw new ArchiveError('damaged')
  return {
    names,
    bytesOf: name => {
      const pieces = kept.get(name)
      return pieces && Buffer.concat(pieces)
    }
  }
}
