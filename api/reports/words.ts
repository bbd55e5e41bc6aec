/** What HR reads, English and Spanish, each written for its readers. */
export type ReportWords = {
  readonly groupTooSmall: (smallest: number) => string
  readonly wouldRevealOther: string
  readonly fewerThan: (limit: number, of: number) => string
  readonly moreThan: (limit: number, of: number) => string
  readonly countOf: (count: number, of: number) => string
  readonly finding: (active: string, people: number) => string
  readonly notEnough: string
  readonly blankedWhy: (count: number, smallest: number) => string
  readonly figures: Readonly<Record<FigureKey, { readonly name: string; readonly definition: string }>>
}

export type FigureKey = 'reached' | 'agreed' | 'active' | 'answered' | 'planned' | 'kept' | 'enrolled' | 'completed'

const en: ReportWords = {
  groupTooSmall: smallest => `Fewer than ${smallest} people: blank, so that nobody can be told apart`,
  wouldRevealOther: 'Blank, because showing it would reveal a smaller group',
  fewerThan: (limit, of) => `fewer than ${limit} of ${of}`,
  moreThan: (limit, of) => `more than ${limit} of ${of}`,
  countOf: (count, of) => `${count} of ${of}`,
  finding: (active, people) =>
    `${upperFirst(active)} people talked with the coach in the last four weeks${people < 50 ? '; with so few people, read it as a hint' : ''}`,
  notEnough: 'Not enough people yet to say anything without pointing at someone',
  blankedWhy: (count, smallest) =>
    count === 0
      ? 'Nothing is blank in this report'
      : `${count} figures are blank: groups under ${smallest} people, or groups that would reveal one`,
  figures: {
    reached: { name: 'Can be reached', definition: 'People with access for whom the bot is installed' },
    agreed: { name: 'Agreed to coaching', definition: 'People who accepted the current agreement' },
    active: {
      name: 'Talked with the coach',
      definition: 'People who wrote to the coach at least once in the last 28 days'
    },
    answered: { name: 'Answered a nudge', definition: 'People who pressed an answer on a nudge in the last 28 days' },
    planned: { name: 'Made a plan', definition: 'People who made an if-then plan in the last 28 days' },
    kept: { name: 'Kept a plan', definition: 'People who said that a plan of the last 28 days happened' },
    enrolled: { name: 'Enrolled', definition: 'People with at least one active course' },
    completed: { name: 'Completed a course', definition: 'People who completed at least one course' }
  }
}

const es: ReportWords = {
  groupTooSmall: smallest => `Menos de ${smallest} personas: en blanco, para que nadie pueda ser reconocido`,
  wouldRevealOther: 'En blanco, porque mostrarlo revelaría un grupo más pequeño',
  fewerThan: (limit, of) => `menos de ${limit} de ${of}`,
  moreThan: (limit, of) => `más de ${limit} de ${of}`,
  countOf: (count, of) => `${count} de ${of}`,
  finding: (active, people) =>
    `${upperFirst(active)} personas conversaron con el coach en las últimas cuatro semanas${people < 50 ? '; con tan pocas personas, tómalo como un indicio' : ''}`,
  notEnough: 'Aún no hay suficientes personas para decir algo sin señalar a alguien',
  blankedWhy: (count, smallest) =>
    count === 0
      ? 'Nada está en blanco en este informe'
      : `${count} cifras están en blanco: grupos de menos de ${smallest} personas, o grupos que revelarían uno`,
  figures: {
    reached: { name: 'Localizables', definition: 'Personas con acceso que tienen el bot instalado' },
    agreed: { name: 'Aceptaron el coaching', definition: 'Personas que aceptaron el acuerdo vigente' },
    active: {
      name: 'Conversaron con el coach',
      definition: 'Personas que escribieron al coach al menos una vez en los últimos 28 días'
    },
    answered: {
      name: 'Respondieron un mensaje',
      definition: 'Personas que respondieron un mensaje del coach en los últimos 28 días'
    },
    planned: {
      name: 'Hicieron un plan',
      definition: 'Personas que hicieron un plan «si…, entonces…» en los últimos 28 días'
    },
    kept: {
      name: 'Cumplieron un plan',
      definition: 'Personas que dijeron que un plan de los últimos 28 días se cumplió'
    },
    enrolled: { name: 'Inscritas', definition: 'Personas con al menos un curso activo' },
    completed: { name: 'Completaron un curso', definition: 'Personas que completaron al menos un curso' }
  }
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

export const reportWords = (locale: string): ReportWords => (locale.startsWith('es') ? es : en)
