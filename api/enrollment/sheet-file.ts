/** What an uploaded file is, by its first bytes and never by its name, and what is in it. */
import { readCsv } from './sheet-csv.ts'
import { FileError, type Workbook } from './sheet.ts'
import { readXlsx } from './sheet-xlsx.ts'

/** @throws FileError. */
export async function readSpreadsheet(file: Uint8Array): Promise<Workbook> {
  if (file.length === 0) throw new FileError('empty_file')
  const workbook = startsWith(file, ZIP)
    ? await readXlsx(file)
    : startsWith(file, COMPOUND)
      ? refuse(file)
      : readCsv(file)
  if (workbook.sheets.every(({ rows }) => rows.length === 0)) throw new FileError('no_rows')
  return workbook
}

const ZIP = [0x50, 0x4b, 0x03, 0x04]
/** Microsoft's compound file: what Excel wrote until 2003, and what it puts around a workbook with a password. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0]

const startsWith = (file: Uint8Array, bytes: readonly number[]): boolean =>
  bytes.every((byte, index) => file[index] === byte)

/** [MS-OFFCRYPTO] 2.3.1: the stream that holds the encrypted workbook has this name. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le')

function refuse(file: Uint8Array): never {
  throw new FileError(Buffer.from(file).includes(ENCRYPTED) ? 'password' : 'old_excel')
}
