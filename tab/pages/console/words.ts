/** The console's own words. */
import { checklistWords } from './checklist-words.ts'
import { companyWords } from './company-words.ts'
import { connectedWords } from './health-words.ts'
import { launchWords } from './launch-words.ts'
import { messageTimesWords } from './message-times-words.ts'
import { peopleWords } from './people-words.ts'

const own = {
  console: {
    sections: 'Sections',
    overview: 'Overview',
    claims: 'Claim mapping and lab',
    groups: {
      start: 'Start',
      identity: 'Identity',
      teams: 'Teams',
      learning: 'Learning',
      coach: 'Coach',
      privacy: 'Privacy',
      operations: 'Operations'
    }
  }
}

const propias: typeof own = {
  console: {
    sections: 'Secciones',
    overview: 'Resumen',
    claims: 'Asignación de atributos y laboratorio',
    groups: {
      start: 'Inicio',
      identity: 'Identidad',
      teams: 'Teams',
      learning: 'Aprendizaje',
      coach: 'Coach',
      privacy: 'Privacidad',
      operations: 'Operación'
    }
  }
}

export const consoleWords = {
  en: {
    ...own,
    ...checklistWords.en,
    ...companyWords.en,
    ...connectedWords.en,
    ...launchWords.en,
    ...messageTimesWords.en,
    ...peopleWords.en
  },
  es: {
    ...propias,
    ...checklistWords.es,
    ...companyWords.es,
    ...connectedWords.es,
    ...launchWords.es,
    ...messageTimesWords.es,
    ...peopleWords.es
  }
}
