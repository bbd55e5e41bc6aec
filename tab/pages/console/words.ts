/** The console's own words: its groups and its overview. */
const en = {
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

const es: typeof en = {
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

export const consoleWords = { en, es }
