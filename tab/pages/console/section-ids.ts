/** Which sections this console has, for those that link to others. */
import { createContext } from 'react'

export const SectionIds = createContext<readonly string[]>([])
