/** The door of this slice: what a channel needs so that people can take back what is theirs. */
export { eraseOnce, previewOf } from './erasing.ts'
export { retentionOf } from './retention.ts'
