/** The door of this slice: what a channel needs so that people can take back what is theirs, and the journal of what was erased. */
export { eraseOnce, previewOf } from './erasing.ts'
export { appendLine, type CompanyLine } from './journal.ts'
export { retentionOf } from './retention.ts'
