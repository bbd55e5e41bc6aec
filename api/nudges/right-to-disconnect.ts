/**
 * Countries whose law gives a right to be left alone outside of work, as data. Most of these laws name no hours: the hours are
 * ours and careful, so that a company's own hours can be shorter and never longer. Not legal advice; docs/nudges.md.
 */
export type Profile = {
  /** ISO 3166-1. */
  readonly country: string
  readonly law: string
  /** `HH:MM`: nothing goes out before or after. */
  readonly start: string
  readonly end: string
}

const CAREFUL = { start: '08:00', end: '19:00' }

export const PROFILES: readonly Profile[] = [
  { country: 'AR', law: 'Ley 27.555, art. 5', ...CAREFUL },
  { country: 'AU', law: 'Fair Work Act 2009, s 333M', ...CAREFUL },
  { country: 'BE', law: 'Loi du 3 octobre 2022', ...CAREFUL },
  { country: 'CL', law: 'Ley 21.220', ...CAREFUL },
  { country: 'CO', law: 'Ley 2191 de 2022', ...CAREFUL },
  { country: 'ES', law: 'Ley Orgánica 3/2018, art. 88', ...CAREFUL },
  { country: 'FR', law: 'Code du travail, art. L2242-17', ...CAREFUL },
  { country: 'GR', law: 'Law 4808/2021, art. 67', ...CAREFUL },
  { country: 'IE', law: 'Code of Practice on the Right to Disconnect, 2021', ...CAREFUL },
  { country: 'IT', law: 'Legge 81/2017, art. 19', ...CAREFUL },
  { country: 'LU', law: 'Code du travail, art. L.312-9', ...CAREFUL },
  { country: 'MX', law: 'Ley Federal del Trabajo, art. 330-E', ...CAREFUL },
  { country: 'PE', law: 'Ley 31572', ...CAREFUL },
  { country: 'PT', law: 'Código do Trabalho, art. 199.º-A', ...CAREFUL },
  { country: 'SK', law: 'Zákonník práce, § 52', ...CAREFUL }
]

const BY_COUNTRY = new Map(PROFILES.map(profile => [profile.country, profile]))

export const profileOf = (country: string): Profile | undefined => BY_COUNTRY.get(country)
