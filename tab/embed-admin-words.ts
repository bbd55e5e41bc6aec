/** What admins read about the coach inside their learning systems. */
const en = {
  learningSystems: {
    title: 'Learning systems',
    body: 'Your learning system can show the coach on its course pages. People sign in there as everywhere; the coach alone is shown, and nothing that they write reaches the learning system.',
    origins: 'Addresses of the systems that may show it, one a line',
    hint: 'Such as https://learning.example.com, or https://*.example.com for all sites below it. Twenty at most.',
    save: 'Save the addresses',
    saved: 'Saved. It counts within seconds.',
    snippet: 'Paste this line where the coach is to appear:',
    frame: 'A system that takes an address instead of a line frames this one:'
  }
}

const es: typeof en = {
  learningSystems: {
    title: 'Plataformas de aprendizaje',
    body: 'Tu plataforma de aprendizaje puede mostrar el coach en las páginas de sus cursos. Las personas entran como en todas partes; solo se muestra el coach, y nada de lo que escriben llega a la plataforma.',
    origins: 'Direcciones de las plataformas que pueden mostrarlo, una por línea',
    hint: 'Por ejemplo https://aprende.example.com, o https://*.example.com para todos los sitios por debajo. Veinte como máximo.',
    save: 'Guardar las direcciones',
    saved: 'Guardado. Vale en unos segundos.',
    snippet: 'Pega esta línea donde deba aparecer el coach:',
    frame: 'Si la plataforma pide una dirección en vez de una línea, usa esta:'
  }
}

export const embedAdminWords = { en, es }
