/** A person as stored, and how a directory's news becomes one. Pure. */
import { z } from 'zod'
import type { Role } from '../platform/http.ts'
import { cleanText, type PersonDraft } from './person.ts'

export type PersonRow = {
  readonly organization_id: string
  readonly id: string
  readonly directory_id: string | null
  readonly directory_user_id: string | null
  readonly idp_id: string
  readonly email: string | null
  readonly first_name: string | null
  readonly last_name: string | null
  readonly title: string | null
  readonly department: string | null
  readonly employee_number: string | null
  readonly manager_refs: readonly string[]
  readonly manager_id: string | null
  readonly country: string | null
  readonly timezone: string | null
  readonly locale: string | null
  readonly raw: Readonly<Record<string, unknown>>
  readonly state: 'active' | 'inactive'
  readonly access: boolean
  readonly roles: readonly Role[]
  readonly source_updated_at: Date
  readonly left_at: Date | null
  readonly created_at: Date
  readonly updated_at: Date
  /** Somebody else has the provider id now. */
  readonly retired_at: Date | null
  readonly inactive_since: Date | null
  readonly ended_with_directory: boolean
  readonly by_sign_in: boolean
  /** A learning site knows them and nobody else does yet: courses there, no access. */
  readonly site_learner: boolean
  /** When the title became another. */
  readonly title_since: Date | null
  /** Real time, see the migration `directory_pages`. */
  readonly heard_at: Date | null
}

const orNull = <T>(value: T | undefined): T | null => value ?? null

export const columnsOf = (draft: PersonDraft) => ({
  idp_id: draft.idpId,
  email: orNull(draft.email),
  first_name: orNull(draft.firstName),
  last_name: orNull(draft.lastName),
  title: orNull(draft.title),
  department: orNull(draft.department),
  employee_number: orNull(draft.employeeNumber),
  manager_refs: draft.managerRefs,
  country: orNull(draft.country),
  timezone: orNull(draft.timezone),
  locale: orNull(draft.locale),
  raw: cleanRaw(draft.raw),
  state: draft.active ? ('active' as const) : ('inactive' as const),
  source_updated_at: draft.sourceUpdatedAt
})

const rawSchema = z.record(z.string(), z.unknown())

const cleanRaw = (raw: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  rawSchema.parse(
    JSON.parse(JSON.stringify(raw, (_, value: unknown) => (typeof value === 'string' ? cleanText(value) : value)))
  )

/** Somebody of whom nothing is known yet. */
export const newPerson = (input: {
  readonly organizationId: string
  readonly id: string
  readonly at: Date
}): PersonRow => ({
  organization_id: input.organizationId,
  id: input.id,
  directory_id: null,
  directory_user_id: null,
  idp_id: '',
  email: null,
  first_name: null,
  last_name: null,
  title: null,
  department: null,
  employee_number: null,
  manager_refs: [],
  manager_id: null,
  country: null,
  timezone: null,
  locale: null,
  raw: {},
  state: 'active',
  access: false,
  roles: [],
  source_updated_at: input.at,
  left_at: null,
  created_at: input.at,
  updated_at: input.at,
  heard_at: null,
  retired_at: null,
  inactive_since: null,
  ended_with_directory: false,
  by_sign_in: false,
  site_learner: false,
  title_since: null
})
