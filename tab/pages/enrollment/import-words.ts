/** What an admin reads who moves in from a spreadsheet. */
const numbers = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

const en = {
  title: 'Move in from a spreadsheet',
  body: 'Upload the list by which courses were assigned until now: Excel Workbook (.xlsx) or CSV, at most 10 MB. Nothing changes before you have seen what it would do, and what it gave can be withdrawn.',
  choose: 'Choose a file',
  reading: 'The file is being read.',
  tooLarge: 'The file is larger than 10 MB. Delete pictures and sheets that are not needed, or split the file.',
  refused: (what: string, row: number | null, remedy: string) =>
    `${what}${row === null ? '' : ` (row ${row})`}. ${remedy}`,
  none: 'Nothing has been imported yet.',
  states: { open: 'not decided yet', imported: 'imported', cancelled: 'cancelled', undone: 'undone' },
  line: (name: string, state: string, when: string) => `${name}: ${state}, ${when}`,
  counts: (assignments: number, rules: number) =>
    `${numbers(assignments, 'assignment', 'assignments')}, ${numbers(rules, 'rule', 'rules')}`,
  goOn: (name: string) => `Go on with ${name}`,
  goOnShort: 'Go on',
  cancel: (name: string) => `Cancel the import of ${name}`,
  cancelShort: 'Cancel',
  undo: (name: string) => `Undo the import of ${name}`,
  undoShort: 'Undo',
  undoDry: 'This is what undoing would do. Rules changed since stay as they are.',
  withdraw: 'Withdraw it',
  keep: 'Leave it as it is',
  columns: 'What the columns say',
  columnsBody: 'Guessed from the headers and what is below them. Correct what is wrong.',
  read: (encoding: string, delimiter: string) => `Read as ${encoding}, divided by ${delimiter}`,
  tab: 'tab',
  sheet: 'Sheet',
  sheetName: (name: string, rows: number, hidden: boolean) =>
    `${name || 'The file'} (${numbers(rows, 'row', 'rows')}${hidden ? ', hidden' : ''})`,
  headerRow: 'Row with the headers (0: there is none)',
  roles: {
    ignore: 'Not needed',
    email: 'E-mail',
    employee_number: 'Employee number',
    provider_id: 'Id at the identity provider',
    full_name: 'Whole name',
    first_name: 'First name',
    last_name: 'Last name',
    course: 'Course, bundle or group',
    starts: 'Start',
    ends: 'Last day',
    reason: 'Reason, as people read it',
    department: 'Department',
    cohort: 'Cohort',
    group: 'Group of the directory'
  },
  example: (values: string) => `Such as: ${values}`,
  empty: 'empty',
  dateOrder: 'How dates such as 3/4/2026 are meant',
  orders: { none: 'Not known', day_first: 'Day first: 3 April', month_first: 'Month first: March 4' },
  lacks: {
    twice: 'Two columns are said to be the same. Choose one of them.',
    no_person: 'Choose the column that says who it is: e-mail, employee number, or the name.',
    no_course: 'Choose the column with the courses.'
  },
  check: 'Check every row',
  report: 'What was found',
  ready: (assignments: number, people: number, rows: number) =>
    `${numbers(assignments, 'assignment', 'assignments')} for ${numbers(people, 'person', 'people')}, from ${numbers(rows, 'row', 'rows')}.`,
  needless: (count: number) => `${numbers(count, 'row changes', 'rows change')} nothing: it is so already.`,
  errors: (count: number) =>
    `${numbers(count, 'cell or row is', 'cells or rows are')} wrong. Correct the file and upload it again; until then nothing of it is imported.`,
  noErrors: 'Every row can be imported.',
  finding: (row: number, column: string, value: string) =>
    [`Row ${row}`, ...(column ? [column] : []), ...(value ? [`“${value}”`] : [])].join(', '),
  note: (text: string) => `Only a note: ${text}`,
  findings: 'Findings by row',
  more: (count: number) => `and ${count} more, in the file`,
  save: 'Save all findings as CSV',
  saveFile: (name: string) => `Save ${name}`,
  proposals: 'As rules instead of one by one',
  proposalsBody:
    'These columns explain the courses. As a rule, newcomers get the course by themselves and whoever changes loses it.',
  covers: (count: number) => `Makes ${numbers(count, 'row', 'rows')} needless.`,
  also: (count: number, names: string) =>
    `Also gives it to ${numbers(count, 'person', 'people')} who did not have it by the file: ${names}.`,
  apart: (count: number) =>
    `${numbers(count, 'row', 'rows')} with this value stay one by one: the directory does not have these people there.`,
  dryRun: 'Show what the import would do',
  reason: 'Why do they have these courses? Read by people whose row gives no reason',
  carryOut: 'Import',
  imported: 'Imported. It is being carried out; watch it above.',
  close: 'Close'
}

type Words = typeof en

const es: Words = {
  title: 'Empezar desde una hoja de cálculo',
  body: 'Sube la lista con la que se asignaban los cursos hasta ahora: Libro de Excel (.xlsx) o CSV, de 10 MB como mucho. Nada cambia antes de que veas qué pasaría, y lo que dio se puede retirar.',
  choose: 'Elegir un archivo',
  reading: 'Se está leyendo el archivo.',
  tooLarge: 'El archivo pasa de 10 MB. Borra imágenes y hojas que no hagan falta, o divide el archivo.',
  refused: (what, row, remedy) => `${what}${row === null ? '' : ` (fila ${row})`}. ${remedy}`,
  none: 'Todavía no se ha importado nada.',
  states: { open: 'sin decidir', imported: 'importado', cancelled: 'cancelado', undone: 'deshecho' },
  line: (name, state, when) => `${name}: ${state}, ${when}`,
  counts: (assignments, rules) =>
    `${numbers(assignments, 'asignación', 'asignaciones')}, ${numbers(rules, 'regla', 'reglas')}`,
  goOn: name => `Seguir con ${name}`,
  goOnShort: 'Seguir',
  cancel: name => `Cancelar la importación de ${name}`,
  cancelShort: 'Cancelar',
  undo: name => `Deshacer la importación de ${name}`,
  undoShort: 'Deshacer',
  undoDry: 'Esto es lo que pasaría al deshacerla. Las reglas cambiadas desde entonces se quedan como están.',
  withdraw: 'Retirarla',
  keep: 'Dejarla como está',
  columns: 'Qué dicen las columnas',
  columnsBody: 'Supuesto por los encabezados y por lo que hay debajo. Corrige lo que no sea así.',
  read: (encoding, delimiter) => `Leído como ${encoding}, separado por ${delimiter}`,
  tab: 'tabulador',
  sheet: 'Hoja',
  sheetName: (name, rows, hidden) =>
    `${name || 'El archivo'} (${numbers(rows, 'fila', 'filas')}${hidden ? ', oculta' : ''})`,
  headerRow: 'Fila de los encabezados (0: no hay)',
  roles: {
    ignore: 'No hace falta',
    email: 'Correo',
    employee_number: 'Número de empleado',
    provider_id: 'Identificador en el proveedor de identidad',
    full_name: 'Nombre completo',
    first_name: 'Nombre',
    last_name: 'Apellidos',
    course: 'Curso, paquete o grupo',
    starts: 'Inicio',
    ends: 'Último día',
    reason: 'Motivo, como lo lee la persona',
    department: 'Departamento',
    cohort: 'Cohorte',
    group: 'Grupo del directorio'
  },
  example: values => `Por ejemplo: ${values}`,
  empty: 'vacía',
  dateOrder: 'Cómo se leen fechas como 3/4/2026',
  orders: { none: 'No se sabe', day_first: 'Primero el día: 3 de abril', month_first: 'Primero el mes: 4 de marzo' },
  lacks: {
    twice: 'Dos columnas dicen ser lo mismo. Elige una.',
    no_person: 'Elige la columna que dice quién es: correo, número de empleado o nombre.',
    no_course: 'Elige la columna con los cursos.'
  },
  check: 'Revisar todas las filas',
  report: 'Qué se encontró',
  ready: (assignments, people, rows) =>
    `${numbers(assignments, 'asignación', 'asignaciones')} para ${numbers(people, 'persona', 'personas')}, de ${numbers(rows, 'fila', 'filas')}.`,
  needless: count => `${numbers(count, 'fila no cambia', 'filas no cambian')} nada: ya es así.`,
  errors: count =>
    `${numbers(count, 'celda o fila está', 'celdas o filas están')} mal. Corrige el archivo y súbelo otra vez; hasta entonces no se importa nada.`,
  noErrors: 'Todas las filas se pueden importar.',
  finding: (row, column, value) =>
    [`Fila ${row}`, ...(column ? [column] : []), ...(value ? [`«${value}»`] : [])].join(', '),
  note: text => `Solo un aviso: ${text}`,
  findings: 'Hallazgos por fila',
  more: count => `y ${count} más, en el archivo`,
  save: 'Guardar todos los hallazgos como CSV',
  saveFile: name => `Guardar ${name}`,
  proposals: 'Como reglas en lugar de una por una',
  proposalsBody:
    'Estas columnas explican los cursos. Con una regla, quien llega recibe el curso sin que nadie haga nada, y quien cambia lo pierde.',
  covers: count => `Hace innecesarias ${numbers(count, 'fila', 'filas')}.`,
  also: (count, names) =>
    `También se lo da a ${numbers(count, 'persona', 'personas')} que no lo tenían según el archivo: ${names}.`,
  apart: count =>
    `${numbers(count, 'fila', 'filas')} con este valor siguen una por una: el directorio no tiene ahí a esas personas.`,
  dryRun: 'Ver qué haría la importación',
  reason: '¿Por qué tienen estos cursos? Lo lee quien no tiene motivo en su fila',
  carryOut: 'Importar',
  imported: 'Importado. Se está aplicando; síguelo arriba.',
  close: 'Cerrar'
}

export const importWords = { en, es }
