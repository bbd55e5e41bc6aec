/** What facts about somebody's work are called, English and Spanish. */
import type { FactSource } from '../contract/memory.ts'
import type { TeamBand, TenureBand } from './facts.ts'

export type Language = 'en' | 'es'

type Words = {
  readonly tenure: Readonly<Record<TenureBand, string>>
  readonly teamSize: Readonly<Record<TeamBand, string>>
  readonly newManager: (month: string) => string
  readonly languages: Readonly<Record<Language, string>>
  readonly sources: Readonly<Record<FactSource, string>>
}

const en: Words = {
  tenure: {
    new: 'Less than three months in the company',
    months: 'Three months to a year in the company',
    year: 'One to three years in the company',
    years: 'Three to ten years in the company',
    long: 'More than ten years in the company'
  },
  teamSize: { few: 'Leads fewer than 5 people', some: 'Leads 5 to 9 people', many: 'Leads 10 people or more' },
  newManager: month => `New in this role since ${month}`,
  languages: { en: 'English', es: 'Spanish' },
  sources: {
    directory: 'Your company’s directory',
    learning_site: 'The learning site',
    yourself: 'You said so',
    company: 'Your company’s setting for everybody'
  }
}

const es: Words = {
  tenure: {
    new: 'Menos de tres meses en la empresa',
    months: 'De tres meses a un año en la empresa',
    year: 'De uno a tres años en la empresa',
    years: 'De tres a diez años en la empresa',
    long: 'Más de diez años en la empresa'
  },
  teamSize: {
    few: 'Dirige a menos de 5 personas',
    some: 'Dirige a entre 5 y 9 personas',
    many: 'Dirige a 10 personas o más'
  },
  newManager: month => `En este puesto desde ${month}`,
  languages: { en: 'Inglés', es: 'Español' },
  sources: {
    directory: 'El directorio de tu empresa',
    learning_site: 'El sitio de cursos',
    yourself: 'Lo dijiste tú',
    company: 'El ajuste de tu empresa para todos'
  }
}

export const wordsFor = (language: Language): Words => (language === 'es' ? es : en)
