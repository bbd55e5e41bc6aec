/** What a company's console asks for, as the role that may: each as a path under the public door. */
import { ADMIN, MANAGER, RARE_NAME } from './company.ts'

export type Listed = { readonly name: string; readonly path: string; readonly roles: string; readonly isFile?: true }

const encoded = encodeURIComponent

/** @param campaignId one that runs for everybody. */
export const listsOf = ({
  campaignId,
  people
}: {
  readonly campaignId: string
  readonly people: number
}): readonly Listed[] => {
  const deep = `per_${String(Math.round(people * 0.9)).padStart(7, '0')}`
  const late = `evt_${String(Math.round(people * 0.3)).padStart(9, '0')}`
  const half = String(Math.round(people / 2))
  const it = (name: string, path: string): Listed => ({ name, path: `/v1/admin/${path}`, roles: 'it' })
  const admin = (name: string, path: string): Listed => ({ name, path: `/v1/admin/${path}`, roles: 'admin' })
  const hr = (name: string, path: string): Listed => ({ name, path: `/v1/${path}`, roles: 'hr' })
  const owner = (name: string, path: string): Listed => ({ name, path: `/v1/admin/${path}`, roles: 'owner' })
  return [
    it('people', 'directory/people'),
    it('people, deep page', `directory/people?after=${deep}`),
    it('people, common name', 'directory/people?search=first7'),
    it('people, rare name', `directory/people?search=${RARE_NAME}`),
    it('people, no such name', 'directory/people?search=nobodyofthisname'),
    it('people, without access', 'directory/people?filter=no_access'),
    it('people, gone', `directory/people?filter=gone&after=${deep}`),
    it('people, large group', `directory/people?group=${encoded('Everyone who may')}`),
    it('people, small group', `directory/people?group=${encoded(`Team ${Math.floor(people / 50) - 1}`)}`),
    it('people, no such group', 'directory/people?group=none'),
    it('people, cohort', 'directory/people?cohort=Sellers'),
    it('people, rare name in a group', `directory/people?search=${RARE_NAME}&group=Office`),
    it('one person', `directory/people/${ADMIN}`),
    it('one manager of many', `directory/people/${MANAGER}`),
    it('groups', 'directory/groups'),
    it('drift of the directory', 'directory/drift'),
    it('returners', 'directory/returners'),
    it('log', 'audit'),
    it('log, deep page', `audit?before=${late}`),
    it('log, rare action', 'audit?action=claim_mapping.'),
    it('log, one action', 'audit?action=person.left'),
    it('log, by name', `audit?who=${RARE_NAME}`),
    it('log, by one person', `audit?who=${ADMIN}`),
    it('log, by one e-mail', `audit?who=person${half}@large.example`),
    it('log, one day', 'audit?from=2026-10-25T00:00:00Z&to=2026-10-26T00:00:00Z'),
    { ...it('log as a file', 'audit/export?format=jsonl'), isFile: true },
    it('departures', 'departures'),
    it('sign-ins', 'sign-ins'),
    it('sign-ins that failed', 'sign-ins?failed=true'),
    it('claim mapping', 'claim-mapping'),
    it('Teams links', 'teams-links'),
    it('account matching', 'account-matching'),
    it('linked accounts, search', `linked-accounts?search=${RARE_NAME}`),
    it('connections', 'connections'),
    it('checklist', 'checklist'),
    it('health', 'health'),
    it('brake', 'brake'),
    it('reach', 'reach'),
    it('installs', 'reach/installs'),
    it('webhooks', 'webhooks'),
    it('deliveries of a webhook', 'webhooks/whe_1/deliveries'),
    admin('company', 'company'),
    admin('permissions', 'permissions'),
    admin('rules of enrollment', 'enrollment/rules'),
    admin('choices of enrollment', 'enrollment/choices'),
    admin('work of enrollment', 'enrollment/work'),
    admin('enrolled people', 'enrollment/people'),
    admin('enrolled people, rare name', `enrollment/people?search=${RARE_NAME}`),
    admin('drift of enrollment', 'enrollment/drift'),
    admin('imports', 'enrollment/imports'),
    admin('sign-ups', 'enrollment/sign-ups'),
    admin('sign-ups, learners', 'enrollment/sign-ups/learners?state=there'),
    admin('sign-ups, doubtful', 'enrollment/sign-ups/learners?state=doubtful'),
    admin('moving in', 'enrollment/moving'),
    admin('moving in, review', 'enrollment/moving/learners?state=review'),
    admin('moving in, deep page', `enrollment/moving/learners?state=review&after=${half}`),
    admin('moving in, rare name', `enrollment/moving/learners?state=review&search=${RARE_NAME}`),
    admin('cutover', 'enrollment/cutover'),
    admin('cutover, deep page', `enrollment/cutover?kind=nobody&after=${half}`),
    { ...admin('cutover as a file', 'enrollment/cutover/export'), isFile: true },
    owner('roles', 'roles'),
    owner('roles, search', `roles/people?search=${RARE_NAME}`),
    owner('retention', 'retention'),
    owner('leaving', 'leaving'),
    hr('campaigns', 'campaigns'),
    hr('campaign under way', `campaigns/${campaignId}`),
    hr('corrections', `campaigns/${campaignId}/corrections`),
    hr('journeys', 'journeys'),
    hr('experiments', 'experiments'),
    hr('HR channels', 'hr-channels'),
    hr('one’s own courses', 'me/courses'),
    hr('what is known about me', 'me/context'),
    hr('one’s own log', 'me/access-log'),
    hr('what an employer sees', 'me/employer-view'),
    hr('what an erasure takes', 'me/erasure')
  ]
}
