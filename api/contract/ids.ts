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
  journey: 'jny',
  campaign: 'cmp',
  correction: 'cor',
  test: 'tst',
  plan: 'pln',
  thread: 'thr',
  message: 'msg',
  report: 'rep',
  part: 'prt',
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
  import: 'imp',
  experiment: 'exp',
  erasure: 'era',
  export: 'xpt',
  memory: 'mem',
  access: 'acc',
  material: 'mat',
  leaving: 'lvg',
  endpoint: 'whk',
  apiKey: 'key',
  grant: 'rlg',
  proof: 'tnp'
} as const
export type IdKind = keyof typeof PREFIXES

export type NewId = (kind: IdKind) => string

/** Whether it has the form of an id of this kind: what has not is nobody's, and need not be looked for. */
export const isId = (kind: IdKind, text: string): boolean =>
  text.startsWith(`${PREFIXES[kind]}_`) && RANDOM.test(text.slice(PREFIXES[kind].length + 1))

const RANDOM = /^[0-9A-HJKMNP-TV-Z]{26}$/u
