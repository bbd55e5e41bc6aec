/** Once before all tests: the pages as they are now. A build of each file's own would empty the folder under another's browser. */
import { buildPages } from '../sandbox/prepare.ts'

export const setup = (): Promise<void> => buildPages(() => undefined)
