/** Why a file is not taken, and what to do about it. English and Spanish, each written for its readers. */
import type { FileProblem, RoomProblem } from './blocks.ts'

export type Language = 'en' | 'es'
/** What is wrong; what to do. */
type Said = readonly [string, string]

const WORDS: Readonly<Record<Language, Readonly<Record<FileProblem | RoomProblem, Said>>>> = {
  en: {
    empty_file: ['The file is empty', 'Choose the file with the text in it.'],
    unknown_type: [
      'This kind of file cannot be read',
      'Save it as a Word document (.docx), PDF, Markdown or plain text.'
    ],
    not_utf8: ['The text is not UTF-8', 'Save it as plain text in UTF-8.'],
    other_office: ['This is not a Word document', 'Save it as .docx or PDF; of a spreadsheet or slides, as PDF.'],
    old_word: ['This is a document of Word 2003 or older', 'Open it in Word and save it as .docx.'],
    password: ['The file is locked with a password', 'Save a copy without a password.'],
    damaged: ['The file is damaged', 'Open it, save it again, and choose that copy.'],
    too_large_inside: ['The file grows too large when it is opened', 'Save it without pictures, or split it.'],
    no_text: [
      'There is no text in the file, only pictures perhaps',
      'Run text recognition (OCR) on it, or save it as text.'
    ],
    too_much_text: ['The text is longer than 300,000 characters', 'Split it and add the parts one by one.'],
    too_many_pages: ['The file has more than 500 pages', 'Split it and add the parts one by one.'],
    too_slow: ['The file took too long to read', 'Save it as plain text or as a Word document.'],
    too_many_files: ['Your company has 100 files already', 'Remove one that is not needed any more.'],
    too_much_material: [
      'Your company’s material would pass three million characters',
      'Remove some, or add only the part that people ask about.'
    ]
  },
  es: {
    empty_file: ['El archivo está vacío', 'Elige el archivo que tiene el texto.'],
    unknown_type: [
      'Este tipo de archivo no se puede leer',
      'Guárdalo como documento de Word (.docx), PDF, Markdown o texto.'
    ],
    not_utf8: ['El texto no está en UTF-8', 'Guárdalo como texto en UTF-8.'],
    other_office: [
      'Esto no es un documento de Word',
      'Guárdalo como .docx o PDF; una hoja de cálculo o diapositivas, como PDF.'
    ],
    old_word: ['Es un documento de Word 2003 o anterior', 'Ábrelo en Word y guárdalo como .docx.'],
    password: ['El archivo está protegido con contraseña', 'Guarda una copia sin contraseña.'],
    damaged: ['El archivo está dañado', 'Ábrelo, guárdalo de nuevo y elige esa copia.'],
    too_large_inside: ['El archivo crece demasiado al abrirlo', 'Guárdalo sin imágenes o divídelo.'],
    no_text: [
      'En el archivo no hay texto, quizá solo imágenes',
      'Pásale un reconocimiento de texto (OCR) o guárdalo como texto.'
    ],
    too_much_text: ['El texto pasa de 300 000 caracteres', 'Divídelo y añade las partes una a una.'],
    too_many_pages: ['El archivo tiene más de 500 páginas', 'Divídelo y añade las partes una a una.'],
    too_slow: ['Leer el archivo llevó demasiado tiempo', 'Guárdalo como texto o como documento de Word.'],
    too_many_files: ['Tu empresa ya tiene 100 archivos', 'Quita alguno que ya no haga falta.'],
    too_much_material: [
      'El material de tu empresa pasaría de tres millones de caracteres',
      'Quita una parte, o añade solo aquello por lo que se pregunta.'
    ]
  }
}

export const problemWords = (language: Language, problem: FileProblem | RoomProblem): Said => WORDS[language][problem]
