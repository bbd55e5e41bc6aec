/** Apart from their schema, so that the first page does not wait for a parser. */

/** `manager` is nobody's to give: the directory names whose manager somebody is. `admin` is owner, IT and who runs courses in one. */
export const ROLES = ['hr', 'admin', 'author', 'manager', 'owner', 'it', 'support'] as const
