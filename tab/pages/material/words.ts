/** What an admin reads about the company's material for the coach. English and Spanish, each written for its readers. */
import type { MaterialLanguage, MaterialView } from '../../../api/contract/material.ts'

type Format = MaterialView['format']

const en = {
  material: {
    title: 'Material for the coach',
    intro:
      'Give the coach your company’s own documents: Word, PDF, Markdown or plain text, at most 5 MB each. When somebody asks what your company’s rules are, the coach quotes them, with the title. Whoever talks to the coach in your company may be shown a quote.',
    none: 'Nothing yet. A guide to giving feedback could be the first: somebody asks “What is our policy on feedback?” and reads your own words.',
    list: 'Files the coach may quote',
    room: (files: string, mostFiles: string, characters: string, most: string) =>
      `${files} of ${mostFiles} files, ${characters} of ${most} characters.`,
    choose: 'Choose a file',
    chosen: (name: string) => `Chosen: ${name}`,
    another: 'Choose another file',
    name: 'Title',
    nameHint: 'People read it under each quote.',
    language: 'Language of the file',
    languageHint: 'Questions in this language find it.',
    languages: { en: 'English', es: 'Spanish', other: 'Another language' } satisfies Readonly<
      Record<MaterialLanguage, string>
    >,
    formats: { text: 'text', docx: 'Word', pdf: 'PDF' } satisfies Readonly<Record<Format, string>>,
    add: 'Add it',
    cancel: 'Cancel',
    reading: 'The file is being read. This can take a few seconds.',
    added: (title: string) => `“${title}” is added. The coach may quote it from now on.`,
    replaced: (title: string) => `“${title}” has its new file. The coach quotes that one from now on.`,
    renamed: 'The title is changed.',
    removed: (title: string) => `“${title}” is removed. The coach does not know it any more.`,
    tooLarge: 'The file is larger than 5 MB. Save it without pictures, or split it.',
    refused: (what: string, remedy: string) => `${what}. ${remedy} Nothing was changed.`,
    about: (language: string, format: string, version: number, passages: number) =>
      `${language}, ${format}, version ${version}, ${passages} ${passages === 1 ? 'passage' : 'passages'}`,
    from: (file: string, when: string) => `${file}, ${when}`,
    rename: 'Change title',
    renameOf: (title: string) => `Change title of “${title}”`,
    save: 'Save',
    replace: 'Replace file',
    replaceOf: (title: string) => `Replace file of “${title}”`,
    remove: 'Remove',
    removeOf: (title: string) => `Remove “${title}”`,
    removeAsk: (title: string) => `Remove “${title}”?`,
    removeBody:
      'The coach stops quoting it with the next answer. Quotes in conversations that people had already stay there, as part of what they read.',
    keep: 'Keep it',
    try: {
      title: 'What would the coach find?',
      body: 'Ask as somebody would. You see exactly what the coach would be handed; nothing of the question is kept.',
      question: 'Question',
      example: 'What is our policy on parental leave?',
      look: 'Look',
      nothing: 'Nothing. The coach would say so and go on.',
      found: (count: number) => (count === 1 ? 'One passage:' : `${count} passages, the best first:`)
    }
  }
}

const es: typeof en = {
  material: {
    title: 'Material para el coach',
    intro:
      'Dale al coach los documentos de tu empresa: Word, PDF, Markdown o texto, 5 MB como mucho cada uno. Cuando alguien pregunta por las reglas de la empresa, el coach las cita con su título. Cualquiera que hable con el coach en tu empresa puede recibir una cita.',
    none: 'Todavía nada. Una guía para dar retroalimentación podría ser la primera: alguien pregunta «¿Cuál es nuestra política de retroalimentación?» y lee tus propias palabras.',
    list: 'Archivos que el coach puede citar',
    room: (files, mostFiles, characters, most) =>
      `${files} de ${mostFiles} archivos, ${characters} de ${most} caracteres.`,
    choose: 'Elegir un archivo',
    chosen: name => `Elegido: ${name}`,
    another: 'Elegir otro archivo',
    name: 'Título',
    nameHint: 'Se lee debajo de cada cita.',
    language: 'Idioma del archivo',
    languageHint: 'Lo encuentran las preguntas en este idioma.',
    languages: { en: 'Inglés', es: 'Español', other: 'Otro idioma' },
    formats: { text: 'texto', docx: 'Word', pdf: 'PDF' },
    add: 'Añadirlo',
    cancel: 'Cancelar',
    reading: 'Se está leyendo el archivo. Puede tardar unos segundos.',
    added: title => `«${title}» está añadido. Desde ahora el coach puede citarlo.`,
    replaced: title => `«${title}» tiene su archivo nuevo. Desde ahora el coach cita ese.`,
    renamed: 'El título ha cambiado.',
    removed: title => `«${title}» está quitado. El coach ya no lo conoce.`,
    tooLarge: 'El archivo pasa de 5 MB. Guárdalo sin imágenes o divídelo.',
    refused: (what, remedy) => `${what}. ${remedy} No se cambió nada.`,
    about: (language, format, version, passages) =>
      `${language}, ${format}, versión ${version}, ${passages} ${passages === 1 ? 'pasaje' : 'pasajes'}`,
    from: (file, when) => `${file}, ${when}`,
    rename: 'Cambiar título',
    renameOf: title => `Cambiar título de «${title}»`,
    save: 'Guardar',
    replace: 'Cambiar archivo',
    replaceOf: title => `Cambiar archivo de «${title}»`,
    remove: 'Quitar',
    removeOf: title => `Quitar «${title}»`,
    removeAsk: title => `¿Quitar «${title}»?`,
    removeBody:
      'El coach deja de citarlo desde la próxima respuesta. Las citas de conversaciones ya tenidas se quedan allí, como parte de lo que cada persona leyó.',
    keep: 'Dejarlo',
    try: {
      title: '¿Qué encontraría el coach?',
      body: 'Pregunta como lo haría cualquiera. Ves exactamente lo que recibiría el coach; de la pregunta no se guarda nada.',
      question: 'Pregunta',
      example: '¿Cuál es nuestra política de permiso parental?',
      look: 'Buscar',
      nothing: 'Nada. El coach lo diría y seguiría adelante.',
      found: count => (count === 1 ? 'Un pasaje:' : `${count} pasajes, primero el mejor:`)
    }
  }
}

export const materialWords = { en, es }
