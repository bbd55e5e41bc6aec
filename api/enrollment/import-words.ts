/** What is wrong with a file or a row, and what to do about it. English and Spanish, each written for its readers. */
import type { RowProblem } from './import-rows.ts'
import type { FileProblem } from './sheet.ts'

export type Language = 'en' | 'es'
/** What is wrong; what to do. */
type Said = readonly [string, string]

const EN_FILE: Readonly<Record<FileProblem, Said>> = {
  empty_file: ['The file is empty', 'Save the spreadsheet again and upload that file.'],
  too_large_inside: [
    'Unpacked, the file is far larger than a list of people',
    'Copy the rows into a new workbook and upload that.'
  ],
  too_many_rows: ['A sheet has more than 50,000 rows', 'Split the file and import the parts one after another.'],
  too_many_columns: ['A row has more than 200 columns', 'Delete the columns that are not needed.'],
  too_many_merges: [
    'A sheet has more than 10,000 merged cells',
    'Select the whole sheet, unmerge the cells (Home, Merge & Center), fill in each row, and upload it again.'
  ],
  password: [
    'The file is protected by a password',
    'Open it, remove the password (File, Info, Protect Workbook), save, and upload it again.'
  ],
  old_excel: ['The file is in the format of Excel 97 to 2003', 'Open it and save it as Excel Workbook (.xlsx).'],
  binary_excel: ['The file is a binary workbook (.xlsb)', 'Open it and save it as Excel Workbook (.xlsx).'],
  open_document: [
    'The file is an OpenDocument spreadsheet (.ods)',
    'Open it and save it as Excel Workbook (.xlsx) or CSV.'
  ],
  web_page: [
    'The file is a web page with the ending of a spreadsheet',
    'Open it in Excel and save it as Excel Workbook (.xlsx).'
  ],
  not_a_spreadsheet: ['This is no spreadsheet', 'Upload an Excel Workbook (.xlsx) or a CSV file.'],
  damaged: ['The file is damaged', 'Open it where it came from, save it again, and upload that file.'],
  open_quote: [
    'A quotation mark is opened and never closed, so that the rows after it run together',
    'Close or delete the quotation mark in this row.'
  ],
  no_rows: ['There are no rows in the file', 'Check that you saved the right sheet.']
}

const ES_FILE: Readonly<Record<FileProblem, Said>> = {
  empty_file: ['El archivo está vacío', 'Guarda la hoja otra vez y sube ese archivo.'],
  too_large_inside: [
    'Descomprimido, el archivo es mucho mayor que una lista de personas',
    'Copia las filas a un libro nuevo y súbelo.'
  ],
  too_many_rows: ['Una hoja tiene más de 50 000 filas', 'Divide el archivo e importa las partes una tras otra.'],
  too_many_columns: ['Una fila tiene más de 200 columnas', 'Borra las columnas que no hagan falta.'],
  too_many_merges: [
    'Una hoja tiene más de 10 000 celdas combinadas',
    'Selecciona toda la hoja, separa las celdas (Inicio, Combinar y centrar), rellena cada fila y súbela otra vez.'
  ],
  password: [
    'El archivo está protegido con contraseña',
    'Ábrelo, quita la contraseña (Archivo, Información, Proteger libro), guárdalo y súbelo otra vez.'
  ],
  old_excel: ['El archivo tiene el formato de Excel 97 a 2003', 'Ábrelo y guárdalo como Libro de Excel (.xlsx).'],
  binary_excel: ['El archivo es un libro binario (.xlsb)', 'Ábrelo y guárdalo como Libro de Excel (.xlsx).'],
  open_document: ['El archivo es una hoja OpenDocument (.ods)', 'Ábrela y guárdala como Libro de Excel (.xlsx) o CSV.'],
  web_page: [
    'El archivo es una página web con nombre de hoja de cálculo',
    'Ábrelo en Excel y guárdalo como Libro de Excel (.xlsx).'
  ],
  not_a_spreadsheet: ['Esto no es una hoja de cálculo', 'Sube un Libro de Excel (.xlsx) o un archivo CSV.'],
  damaged: ['El archivo está dañado', 'Ábrelo donde se creó, guárdalo otra vez y sube ese archivo.'],
  open_quote: [
    'Unas comillas se abren y no se cierran, y las filas siguientes se juntan',
    'Cierra o borra las comillas de esta fila.'
  ],
  no_rows: ['El archivo no tiene filas', 'Comprueba que guardaste la hoja correcta.']
}

type RowSaid = (other: number) => Said
type RowWords = Readonly<Record<RowProblem, Said | RowSaid>>

const EN_ROWS: RowWords = {
  no_person: [
    'Nothing in the row says who it is',
    'Fill in the e-mail, the employee number or the name, or delete the row.'
  ],
  unknown_email: [
    'Nobody in your directory has this e-mail',
    'Correct it, or have the person added to your directory.'
  ],
  bad_email: ['This is no e-mail address', 'Write it as name@company.com.'],
  unknown_number: [
    'Nobody in your directory has this employee number',
    'Correct it, or have the person added to your directory.'
  ],
  number_zeros: [
    'The employee number has lost the zeros in front',
    'Format the column as text and write the number with its zeros.'
  ],
  number_rounded: [
    'The number is too long: the spreadsheet program has rounded it',
    'Format the column as text and write the number again.'
  ],
  unknown_provider_id: ['Nobody has this id at your identity provider', 'Correct it, or use the e-mail instead.'],
  unknown_name: ['Nobody in your directory has this name', 'Write it as your directory does, or add the e-mail.'],
  ambiguous_email: [
    'Several people in your directory have this e-mail',
    'Add a column with employee numbers and fill it in here.'
  ],
  ambiguous_number: [
    'Several people in your directory have this number',
    'Correct it in your directory, or use the e-mail instead.'
  ],
  ambiguous_name: ['Several people in your directory have this name', 'Add the e-mail or the employee number.'],
  identifiers_disagree: [
    'E-mail, number and id in this row belong to different people',
    'Leave those of the one person who is meant.'
  ],
  name_differs: [
    'The name is another one than that of the person with this e-mail or number',
    'Correct the one that is wrong.'
  ],
  left: ['This person has left the company', 'Delete the row. If they are back, your directory has to say so first.'],
  no_access: [
    'This person is not in the group of people who may use ConsciousInsights',
    'Have them added to the group, or delete the row.'
  ],
  person_is_date: [
    'The spreadsheet program turned this into a date',
    'Format the column as text and write the value again.'
  ],
  no_course: ['The course is missing', 'Fill it in, or delete the row.'],
  unknown_course: [
    'The learning site has no course, bundle or group of this name',
    'Write its name or number as the site does.'
  ],
  ambiguous_course: [
    'Several things on the learning site have this name',
    'Write its kind and number instead, such as course/1001 or bundle/12.'
  ],
  several_courses: ['Several courses are in one cell', 'Give each course a row of its own.'],
  course_is_date: [
    'The spreadsheet program turned this course into a date',
    'Format the column as text and write the course again.'
  ],
  start_unreadable: ['The start is no date', 'Write it as year-month-day, such as 2026-09-30.'],
  start_ambiguous: [
    'Day and month of the start could be either way round',
    'Say above which comes first, or write year-month-day.'
  ],
  start_far: ['The start is before 2000 or after 2099', 'Correct the year.'],
  end_unreadable: [
    'The end is no date',
    'Write it as year-month-day, such as 2026-09-30, or leave it empty for no end.'
  ],
  end_ambiguous: [
    'Day and month of the end could be either way round',
    'Say above which comes first, or write year-month-day.'
  ],
  end_far: ['The end is before 2000 or after 2099', 'Correct the year, or leave it empty for no end.'],
  end_before_start: ['The end comes before the start', 'Correct one of the two.'],
  end_past: ['The end is in the past', 'Correct it, or delete the row.'],
  contradicts: other => [
    `Row ${other} gives the same person the same course with other dates`,
    'Delete one of the two rows.'
  ],
  formula_failed: [
    'The formula in this cell has no value',
    'Mend the formula, or put the value in its place, and save the file.'
  ],
  formula_text: [
    'The cell begins like a formula, as an attack on whoever opens the file would',
    'Delete the sign in front.'
  ],
  merged: [
    'The cell is merged with others, so that its value is in one row only',
    'Unmerge the cells and fill in each row.'
  ],
  hidden_row: ['The row is hidden, by hand or by a filter', 'Show it, or delete it: what nobody sees is not imported.'],
  header_again: ['The headers are repeated here', 'Delete the row.'],
  extra_cells: [
    'There is something beyond the last column',
    'Delete it. In CSV, put values that have a delimiter in them into quotation marks.'
  ],
  garbled: ['Letters of this cell were lost when the file was saved', 'Save it as Excel Workbook or as CSV UTF-8.'],
  too_long: ['The text is longer than 200 characters', 'Shorten it.'],
  formula: ['The value was computed by a formula', 'Nothing, if it is right as it stands here.'],
  duplicate: other => [`Row ${other} says the same`, 'Nothing: it counts once.'],
  imported_before: ['An earlier import assigned this already', 'Nothing: it stays as it is.'],
  by_rule: ['A rule gives this person the course already', 'Nothing: the rule goes on giving it.'],
  unknown_group: [
    'Your directory does not know this department, cohort or group',
    'Nothing: it only means that no rule can be made of it.'
  ]
}

const ES_ROWS: RowWords = {
  no_person: [
    'Nada en la fila dice quién es',
    'Escribe el correo, el número de empleado o el nombre, o borra la fila.'
  ],
  unknown_email: [
    'Nadie en tu directorio tiene este correo',
    'Corrígelo, o pide que añadan a la persona al directorio.'
  ],
  bad_email: ['Esto no es una dirección de correo', 'Escríbela como nombre@empresa.com.'],
  unknown_number: [
    'Nadie en tu directorio tiene este número de empleado',
    'Corrígelo, o pide que añadan a la persona al directorio.'
  ],
  number_zeros: [
    'El número de empleado ha perdido los ceros del principio',
    'Da a la columna formato de texto y escribe el número con sus ceros.'
  ],
  number_rounded: [
    'El número es demasiado largo: el programa lo ha redondeado',
    'Da a la columna formato de texto y escribe el número otra vez.'
  ],
  unknown_provider_id: ['Nadie tiene este identificador en tu proveedor de identidad', 'Corrígelo, o usa el correo.'],
  unknown_name: ['Nadie en tu directorio tiene este nombre', 'Escríbelo como en el directorio, o añade el correo.'],
  ambiguous_email: [
    'Varias personas de tu directorio tienen este correo',
    'Añade una columna con números de empleado y rellénala aquí.'
  ],
  ambiguous_number: [
    'Varias personas de tu directorio tienen este número',
    'Corrígelo en el directorio, o usa el correo.'
  ],
  ambiguous_name: ['Varias personas de tu directorio se llaman así', 'Añade el correo o el número de empleado.'],
  identifiers_disagree: [
    'El correo, el número y el identificador de la fila son de personas distintas',
    'Deja los de la persona correcta.'
  ],
  name_differs: ['El nombre no es el de la persona con este correo o número', 'Corrige el que esté mal.'],
  left: [
    'Esta persona ya no está en la empresa',
    'Borra la fila. Si ha vuelto, antes tiene que constar en el directorio.'
  ],
  no_access: [
    'Esta persona no está en el grupo que puede usar ConsciousInsights',
    'Pide que la añadan al grupo, o borra la fila.'
  ],
  person_is_date: [
    'El programa ha convertido este valor en una fecha',
    'Da a la columna formato de texto y escribe el valor otra vez.'
  ],
  no_course: ['Falta el curso', 'Escríbelo, o borra la fila.'],
  unknown_course: [
    'El sitio no tiene ningún curso, paquete o grupo con este nombre',
    'Escribe su nombre o su número como en el sitio.'
  ],
  ambiguous_course: [
    'En el sitio hay varias cosas con este nombre',
    'Escribe su tipo y su número, como course/1001 o bundle/12.'
  ],
  several_courses: ['Hay varios cursos en una celda', 'Pon cada curso en su propia fila.'],
  course_is_date: [
    'El programa ha convertido este curso en una fecha',
    'Da a la columna formato de texto y escribe el curso otra vez.'
  ],
  start_unreadable: ['El inicio no es una fecha', 'Escríbelo como año-mes-día, por ejemplo 2026-09-30.'],
  start_ambiguous: [
    'El día y el mes del inicio pueden leerse de dos formas',
    'Di arriba cuál va primero, o escribe año-mes-día.'
  ],
  start_far: ['El inicio es anterior a 2000 o posterior a 2099', 'Corrige el año.'],
  end_unreadable: [
    'El final no es una fecha',
    'Escríbelo como año-mes-día, por ejemplo 2026-09-30, o déjalo vacío si no hay final.'
  ],
  end_ambiguous: [
    'El día y el mes del final pueden leerse de dos formas',
    'Di arriba cuál va primero, o escribe año-mes-día.'
  ],
  end_far: ['El final es anterior a 2000 o posterior a 2099', 'Corrige el año, o déjalo vacío si no hay final.'],
  end_before_start: ['El final es anterior al inicio', 'Corrige uno de los dos.'],
  end_past: ['El final ya pasó', 'Corrígelo, o borra la fila.'],
  contradicts: other => [
    `La fila ${other} da el mismo curso a la misma persona con otras fechas`,
    'Borra una de las dos filas.'
  ],
  formula_failed: [
    'La fórmula de esta celda no tiene valor',
    'Arregla la fórmula, o pon el valor en su lugar, y guarda el archivo.'
  ],
  formula_text: [
    'La celda empieza como una fórmula, como lo haría un ataque a quien abra el archivo',
    'Borra el signo del principio.'
  ],
  merged: [
    'La celda está combinada con otras, y su valor está en una sola fila',
    'Separa las celdas y rellena cada fila.'
  ],
  hidden_row: ['La fila está oculta, a mano o por un filtro', 'Muéstrala o bórrala: lo que nadie ve no se importa.'],
  header_again: ['Aquí se repiten los encabezados', 'Borra la fila.'],
  extra_cells: [
    'Hay algo después de la última columna',
    'Bórralo. En CSV, pon entre comillas los valores que contengan el separador.'
  ],
  garbled: [
    'Se perdieron letras de esta celda al guardar el archivo',
    'Guárdalo como Libro de Excel o como CSV UTF-8.'
  ],
  too_long: ['El texto pasa de 200 caracteres', 'Acórtalo.'],
  formula: ['El valor lo calculó una fórmula', 'Nada, si es correcto como está aquí.'],
  duplicate: other => [`La fila ${other} dice lo mismo`, 'Nada: cuenta una vez.'],
  imported_before: ['Una importación anterior ya lo asignó', 'Nada: se queda como está.'],
  by_rule: ['Una regla ya da el curso a esta persona', 'Nada: la regla lo sigue dando.'],
  unknown_group: [
    'Tu directorio no conoce este departamento, cohorte o grupo',
    'Nada: solo significa que no puede ser una regla.'
  ]
}

export const fileWords = (language: Language, problem: FileProblem): Said =>
  (language === 'es' ? ES_FILE : EN_FILE)[problem]

/** @param other the row that this one repeats or contradicts. */
export function rowWords(language: Language, problem: RowProblem, other = 0): Said {
  const said = (language === 'es' ? ES_ROWS : EN_ROWS)[problem]
  return typeof said === 'function' ? said(other) : said
}

/** Headers of the saved report. */
export const REPORT_HEADERS: Readonly<Record<Language, readonly string[]>> = {
  en: ['Row', 'Column', 'Value', 'Problem', 'What to do', 'Stops the import'],
  es: ['Fila', 'Columna', 'Valor', 'Problema', 'Qué hacer', 'Impide la importación']
}
export const YES_NO: Readonly<Record<Language, readonly [string, string]>> = { en: ['yes', 'no'], es: ['sí', 'no'] }
