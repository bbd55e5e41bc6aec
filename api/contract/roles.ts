/** What people may do for their company. A group of the directory gives a role, or an owner does on the console. */
import { z } from 'zod'

/** `manager` is nobody's to give: the directory names whose manager somebody is. `admin` is owner, IT and who runs courses in one. */
export const ROLES = ['hr', 'admin', 'author', 'manager', 'owner', 'it', 'support'] as const
export const roleSchema = z.enum(ROLES)
export type Role = z.output<typeof roleSchema>
