/** A workbook's archive, refused in the words of this slice. */
import { ArchiveError, openArchive as open, type Archive } from '../platform/archive.ts'
import { FileError } from './sheet.ts'

export type { Archive } from '../platform/archive.ts'

const MOST_BYTES = 96 * 1024 * 1024

/** Keeps the entries that are `wanted`. @throws FileError `damaged`, `too_large_inside`. */
export async function openArchive(file: Uint8Array, wanted: (name: string) => boolean): Promise<Archive> {
  try {
    return await open(file, { wanted, mostBytes: MOST_BYTES })
  } catch (error) {
    throw error instanceof ArchiveError ? new FileError(error.code, { cause: error }) : error
  }
}
