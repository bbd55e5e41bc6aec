/** A workbook's archive and its entries, refused in the words of this slice. */
import { ArchiveError, openArchive as open, type Archive } from '../platform/archive.ts'
import { readXml as read, type Reading } from '../platform/xml.ts'
import { FileError } from './sheet.ts'

export type { Archive } from '../platform/archive.ts'

const MOST_BYTES = 96 * 1024 * 1024

/** Keeps the entries that are `wanted`. @throws FileError `damaged`, `too_large_inside`. */
export const openArchive = (file: Uint8Array, wanted: (name: string) => boolean): Promise<Archive> =>
  open(file, { wanted, mostBytes: MOST_BYTES }).catch(refuse)

/** @throws FileError `damaged`. */
export const readXml = (bytes: Uint8Array, reading: Reading): Promise<void> => read(bytes, reading).catch(refuse)

function refuse(error: unknown): never {
  throw error instanceof ArchiveError ? new FileError(error.code, { cause: error }) : error
}
