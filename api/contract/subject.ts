/** CI's OpenID subject: stable for life, opaque to others, and it names the company, so that no global look-up is needed. */
export const subjectOf = (organizationId: string, personId: string): string => `${organizationId}.${personId}`

export function parseSubject(
  subject: string
): { readonly organizationId: string; readonly personId: string } | undefined {
  const [organizationId, personId, more] = subject.split('.')
  return organizationId && personId && more === undefined ? { organizationId, personId } : undefined
}
