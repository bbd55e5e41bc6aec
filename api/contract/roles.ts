/** What people may do for their company. A group of the directory gives a role, or an owner does on the console. */
import { z } from 'zod'
import { ROLES } from './role-names.ts'

export const roleSchema = z.enum(ROLES)
export type Role = z.output<typeof roleSchema>
