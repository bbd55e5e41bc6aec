/** Ids are a readable prefix and 26 characters that sort by time (ULID alphabet): `per_01J…`. */
export const PREFIXES = {
  organization: 'org',
  person: 'per',
  directory: 'dir',
  group: 'grp',
  cohort: 'coh',
  rule: 'rul',
  delivery: 'dlv',
  nudge: 'nud',
  plan: 'pln',
  thread: 'thr',
  message: 'msg',
  report: 'rep',
  channel: 'chn',
  receipt: 'rcp',
  event: 'evt',
  departure: 'dep',
  brake: 'brk',
  session: 'ses',
  attempt: 'att',
  handover: 'hnd',
  link: 'lnk',
  listing: 'lst',
  passkey: 'pky',
  case: 'cas',
  trace: 'trc',
  run: 'run',
  drift: 'dft',
  crew: 'crw',
  import: 'imp'
} as const
export type IdKind = keyof typeof PREFIXES

export type NewId = (kind: IdKind) => string
