/** `npm run rotate-keys`: new signing keys, published at once, signing an hour from now. Nobody is signed out. */
import { rotateKeys } from './oauth/keys.ts'
import { openDeps } from './start.ts'

await using opened = await openDeps(process.env)
const kids = await rotateKeys(opened.deps)
process.stdout.write(`New keys, in use an hour from now: ${kids.join(', ')}\n`)
