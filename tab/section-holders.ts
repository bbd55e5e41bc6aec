/** Who has which section of the console. What is not named here is for whoever has all of the company's set-up. */
const LEADERS = ['owner', 'admin'] as const
const IT = [...LEADERS, 'it'] as const

const HOLDERS: Readonly<Record<string, readonly string[]>> = {
  overview: IT,
  portal: IT,
  people: IT,
  teamsApp: IT,
  signIns: IT,
  claims: IT,
  matching: IT,
  accounts: IT,
  systems: IT,
  leavers: IT,
  audit: IT,
  webhooks: IT,
  apiKeys: IT,
  lookup: [...IT, 'support'],
  material: [...LEADERS, 'author']
}

export const mayOpenSection = (id: string, roles: readonly string[]): boolean =>
  (HOLDERS[id] ?? LEADERS).some(role => roles.includes(role))
