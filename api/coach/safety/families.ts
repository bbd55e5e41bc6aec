/** What a sign tells of. Explains an alarm; stored nowhere. */
export const FAMILIES = [
  'intent',
  'means',
  'passive',
  'burden',
  'goodbye',
  'selfHarm',
  'violence',
  'despair',
  'harmed',
  'harm',
  'worry'
] as const
export type Family = (typeof FAMILIES)[number]

/** 3: alarming by itself. 2: alarming unless it is about work. 1: alarming only beside others. */
export type Weight = 1 | 2 | 3
