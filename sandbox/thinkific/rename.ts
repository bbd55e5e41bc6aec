/** A site under another name: the same accounts, courses and webhooks. The old name leads nowhere. */
import type { Data } from './data.ts'

export function renameSite(data: Data, from: string, to: string): void {
  const site = data.sites.get(from)
  if (!site) throw new Error(`no site "${from}"`)
  data.sites.delete(from)
  data.sites.set(to, { ...site, subdomain: to })
  const here = <T extends { readonly subdomain: string }>(rows: Iterable<T>): readonly T[] =>
    [...rows].filter(({ subdomain }) => subdomain === from)
  for (const user of here(data.users.values())) data.users.set(String(user.id), { ...user, subdomain: to })
  for (const each of here(data.enrollments.values())) data.enrollments.set(String(each.id), { ...each, subdomain: to })
  for (const hook of here(data.webhooks.values())) data.webhooks.set(hook.id, { ...hook, subdomain: to })
  for (const course of here(data.courses.values())) {
    data.courses.delete(`${from}/${course.id}`)
    data.courses.set(`${to}/${course.id}`, { ...course, subdomain: to })
  }
  for (const bundle of here(data.bundles.values())) {
    data.bundles.delete(`${from}/${bundle.id}`)
    data.bundles.set(`${to}/${bundle.id}`, { ...bundle, subdomain: to })
  }
}
