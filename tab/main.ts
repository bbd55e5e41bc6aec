/** The page in a window of its own, or in a learning system: Teams' door is loaded by whoever turns out to stand before it. */
import { start } from './start.ts'

start(() => import('./teams.ts'))
