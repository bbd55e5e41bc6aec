/** Once before all tests: the pages as they are now, and a migrated database to copy. */
import { makeTestImage } from '../api/test-image.ts'
import { buildPages } from '../sandbox/prepare.ts'

/** A build of each file's own would empty the folder under another's browser. */
export async function setup(): Promise<void> {
  await buildPages(() => undefined)
  await makeTestImage()
}
