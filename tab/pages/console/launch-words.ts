/** The words around the launch pack; its texts are in launch-texts.ts. */
const en = {
  launchPack: {
    title: 'Launch pack',
    body: 'An announcement, questions and answers, and a note for managers, with your own names and days. Each is a page that prints and that Word opens. Change what you like.',
    notYet: 'First say who stands behind the program and which day it starts.',
    contact: 'Whom people ask',
    contactHint: 'A name or an address. It goes into the texts, so they wait for it.',
    languages: { en: 'In English', es: 'In Spanish' },
    papers: { announcement: 'Announcement', questions: 'Questions and answers', managers: 'Note for managers' }
  }
}

const es: typeof en = {
  launchPack: {
    title: 'Textos de lanzamiento',
    body: 'Un anuncio, preguntas y respuestas, y una nota para jefaturas, con tus nombres y fechas. Cada uno es una página que se imprime y que Word abre. Cambia lo que quieras.',
    notYet: 'Primero di quién respalda el programa y qué día empieza.',
    contact: 'A quién se pregunta',
    contactHint: 'Un nombre o una dirección. Va en los textos, que esperan a que lo escribas.',
    languages: { en: 'En inglés', es: 'En español' },
    papers: { announcement: 'Anuncio', questions: 'Preguntas y respuestas', managers: 'Nota para jefaturas' }
  }
}

export const launchWords = { en, es }
