/** The page wherever it is opened: in Teams, in a window of its own, in a learning system. */
import { start } from './start.ts'

start()
