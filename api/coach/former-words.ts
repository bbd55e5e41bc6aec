/** What is wrong with a former chatbot's file or a line of it, and what to do about it. English and Spanish, each written for its readers. */
import type { FileProblem, LineProblem } from './former-lines.ts'

export type Language = 'en' | 'es'
/** What is wrong; what to do. */
type Said = readonly [string, string]

const FILE: Readonly<Record<Language, Readonly<Record<FileProblem, Said>>>> = {
  en: {
    empty_file: ['The file is empty', 'Export it again and upload that file.'],
    not_utf8: ['The file is not UTF-8', 'Save it as UTF-8 and upload it again.'],
    one_document: ['The file is one JSON list', 'Write one account or message a line, without brackets around them.'],
    too_many_lines: ['The file has more than 50,000 lines', 'Split it and import the parts one after another.']
  },
  es: {
    empty_file: ['El archivo está vacío', 'Expórtalo otra vez y sube ese archivo.'],
    not_utf8: ['El archivo no está en UTF-8', 'Guárdalo como UTF-8 y súbelo otra vez.'],
    one_document: [
      'El archivo es una sola lista JSON',
      'Escribe una cuenta o un mensaje por línea, sin corchetes alrededor.'
    ],
    too_many_lines: ['El archivo tiene más de 50 000 líneas', 'Divídelo e importa las partes una tras otra.']
  }
}

const LINE: Readonly<Record<Language, Readonly<Record<LineProblem, Said>>>> = {
  en: {
    line_too_long: ['The line is longer than 64,000 characters', 'Split or shorten the message.'],
    not_json: ['The line is no JSON object', 'Export it again; each line needs its own braces.'],
    unknown_type: ['The line says neither that it is an account nor a message', 'Set type to account or message.'],
    unknown_field: ['The line has a field that the format does not have', 'Take the field out.'],
    missing: ['A field is missing', 'Fill it in, or take the line out.'],
    bad_account: ['This is no user id of Thinkific', 'Write the number that Thinkific shows for the user.'],
    bad_conversation: ['This does not name a conversation', 'Write an id of 1 to 200 characters.'],
    bad_date: ['This is no date with time and zone', 'Write it as 2026-03-31T14:05:00Z.'],
    future: ['The date lies in the future', 'Correct the date.'],
    unknown_role: ['It is not known who said it', 'Set role to person or coach.'],
    empty_text: ['The message has no text', 'Take the line out.'],
    text_too_long: ['The text is longer than 8,000 characters', 'Split or shorten the message.'],
    bad_text: ['The text has characters that cannot be kept', 'Export it again as UTF-8.'],
    bad_field: ['The field cannot be read', 'Write it as text of at most 500 characters, or take it out.'],
    two_accounts: ['One conversation has two accounts', 'Give each person’s conversation an id of its own.'],
    repeated: ['The line is there twice', 'It counts once.'],
    out_of_order: ['The messages of a conversation are not in the order of time', 'They are shown by time.'],
    unknown: [
      'CI knows no such account',
      'It is left out. If it should be there, compare accounts under “Accounts from before”, then check again.'
    ],
    not_linked: [
      'The account is on the learning site and nobody’s at CI yet',
      'It is left out. Link it under “Accounts from before”, then check again.'
    ],
    left: ['Whose account it is has left', 'It is left out.']
  },
  es: {
    line_too_long: ['La línea tiene más de 64 000 caracteres', 'Divide o acorta el mensaje.'],
    not_json: ['La línea no es un objeto JSON', 'Expórtala otra vez; cada línea necesita sus propias llaves.'],
    unknown_type: ['La línea no dice si es una cuenta o un mensaje', 'Pon en type account o message.'],
    unknown_field: ['La línea tiene un campo que el formato no tiene', 'Quita ese campo.'],
    missing: ['Falta un campo', 'Rellénalo o quita la línea.'],
    bad_account: ['No es un identificador de usuario de Thinkific', 'Escribe el número que Thinkific muestra.'],
    bad_conversation: ['Esto no nombra una conversación', 'Escribe un identificador de 1 a 200 caracteres.'],
    bad_date: ['No es una fecha con hora y zona', 'Escríbela como 2026-03-31T14:05:00Z.'],
    future: ['La fecha está en el futuro', 'Corrige la fecha.'],
    unknown_role: ['No se sabe quién lo dijo', 'Pon en role person o coach.'],
    empty_text: ['El mensaje no tiene texto', 'Quita la línea.'],
    text_too_long: ['El texto tiene más de 8000 caracteres', 'Divide o acorta el mensaje.'],
    bad_text: ['El texto tiene caracteres que no se pueden guardar', 'Expórtalo otra vez en UTF-8.'],
    bad_field: ['El campo no se puede leer', 'Escríbelo como texto de 500 caracteres como mucho, o quítalo.'],
    two_accounts: ['Una conversación tiene dos cuentas', 'Da a la conversación de cada persona su identificador.'],
    repeated: ['La línea está dos veces', 'Cuenta una vez.'],
    out_of_order: ['Los mensajes de una conversación no siguen el orden del tiempo', 'Se muestran por su hora.'],
    unknown: [
      'CI no conoce esta cuenta',
      'Queda fuera. Si debería estar, compara las cuentas en «Cuentas de antes» y revisa otra vez.'
    ],
    not_linked: [
      'La cuenta está en el sitio de cursos y en CI aún no es de nadie',
      'Queda fuera. Enlázala en «Cuentas de antes» y revisa otra vez.'
    ],
    left: ['La persona de esta cuenta ya no está', 'Queda fuera.']
  }
}

export const fileWords = (language: Language, problem: FileProblem): Said => FILE[language][problem]
export const lineWords = (language: Language, problem: LineProblem): Said => LINE[language][problem]

export const REPORT_HEADERS: Readonly<Record<Language, readonly string[]>> = {
  en: ['Line', 'Field', 'Account', 'What is wrong', 'What to do', 'Keeps the import out'],
  es: ['Línea', 'Campo', 'Cuenta', 'Qué pasa', 'Qué hacer', 'Impide importar']
}

export const YES_NO: Readonly<Record<Language, readonly [string, string]>> = { en: ['yes', 'no'], es: ['sí', 'no'] }
