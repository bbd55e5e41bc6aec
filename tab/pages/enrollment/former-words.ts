/** What an admin reads who moves in from a former chatbot. */
const numbers = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

const en = {
  title: 'Bring conversations from your former chatbot',
  body: 'Upload its accounts and messages as JSON lines (UTF-8), at most 10 MB. People are found by their Thinkific user id only. You never see a text; each person sees their own, once they agreed to be coached, and can erase it. No report and no coaching uses it.',
  choose: 'Choose a JSON-lines file',
  reading: 'The file is being read.',
  tooLarge: 'The file is larger than 10 MB. Split it and import the parts one after another.',
  refused: (what: string, line: number | null, remedy: string) =>
    `${what}${line === null ? '' : ` (line ${line})`}. ${remedy}`,
  none: 'No conversations have been brought yet.',
  states: {
    open: 'not decided yet',
    importing: 'being imported',
    imported: 'imported',
    cancelled: 'cancelled',
    undoing: 'being undone',
    undone: 'undone'
  },
  line: (name: string, state: string, when: string) => `${name}: ${state}, ${when}`,
  progress: (done: number, lines: number) => `${done} of ${numbers(lines, 'line', 'lines')}`,
  counts: (people: number, conversations: number, messages: number) =>
    `${numbers(people, 'person', 'people')}, ${numbers(conversations, 'conversation', 'conversations')}, ${numbers(messages, 'message', 'messages')}`,
  goOn: (name: string) => `Go on with ${name}`,
  goOnShort: 'Go on',
  cancel: (name: string) => `Cancel the import of ${name}`,
  cancelShort: 'Cancel',
  undo: (name: string) => `Undo the import of ${name}`,
  undoShort: 'Undo',
  undoBody: 'Everything that this import brought is removed. What people erased themselves stays erased.',
  remove: 'Remove it',
  keep: 'Leave it as it is',
  span: (from: string, to: string) => `Written between ${from} and ${to}.`,
  leftOut: (unknown: number, notLinked: number, left: number) =>
    `Left out: ${numbers(unknown, 'account that CI does not know', 'accounts that CI does not know')}, ${notLinked} not linked, ${left} of people who left.`,
  errors: (count: number) =>
    `${numbers(count, 'line is', 'lines are')} wrong. Correct the file and upload it again; until then nothing of it is imported.`,
  wouldBring: 'This is what the import would bring:',
  nothing: 'Nobody in the file was found, so there is nothing to import.',
  finding: (line: number, field: string, account: string) =>
    [`Line ${line}`, ...(field ? [field] : []), ...(account ? [account] : [])].join(', '),
  note: (text: string) => `Only a note: ${text}`,
  findings: 'Findings by line',
  more: (count: number) => `and ${count} more, in the file`,
  save: 'Save all findings by line as CSV',
  saveFile: (name: string) => `Save ${name}`,
  carryOut: 'Import conversations',
  checkAgain: 'Check again',
  close: 'Close'
}

type Words = typeof en

const es: Words = {
  title: 'Traer conversaciones del chatbot anterior',
  body: 'Sube sus cuentas y mensajes en líneas JSON (UTF-8), 10 MB como mucho. A las personas se las encuentra solo por su identificador de usuario de Thinkific. Tú nunca ves un texto; cada persona ve los suyos cuando acepta tener coach, y puede borrarlos. Ningún informe ni el coach los usan.',
  choose: 'Elegir un archivo de líneas JSON',
  reading: 'Se está leyendo el archivo.',
  tooLarge: 'El archivo pasa de 10 MB. Divídelo e importa las partes una tras otra.',
  refused: (what, line, remedy) => `${what}${line === null ? '' : ` (línea ${line})`}. ${remedy}`,
  none: 'Todavía no se ha traído ninguna conversación.',
  states: {
    open: 'sin decidir',
    importing: 'importándose',
    imported: 'importado',
    cancelled: 'cancelado',
    undoing: 'deshaciéndose',
    undone: 'deshecho'
  },
  line: (name, state, when) => `${name}: ${state}, ${when}`,
  progress: (done, lines) => `${done} de ${numbers(lines, 'línea', 'líneas')}`,
  counts: (people, conversations, messages) =>
    `${numbers(people, 'persona', 'personas')}, ${numbers(conversations, 'conversación', 'conversaciones')}, ${numbers(messages, 'mensaje', 'mensajes')}`,
  goOn: name => `Seguir con ${name}`,
  goOnShort: 'Seguir',
  cancel: name => `Cancelar la importación de ${name}`,
  cancelShort: 'Cancelar',
  undo: name => `Deshacer la importación de ${name}`,
  undoShort: 'Deshacer',
  undoBody: 'Se quita todo lo que trajo esta importación. Lo que cada persona borró sigue borrado.',
  remove: 'Quitarlo',
  keep: 'Dejarlo como está',
  span: (from, to) => `Escritos entre ${from} y ${to}.`,
  leftOut: (unknown, notLinked, left) =>
    `Quedan fuera: ${numbers(unknown, 'cuenta que CI no conoce', 'cuentas que CI no conoce')}, ${notLinked} sin enlazar, ${left} de personas que ya no están.`,
  errors: count =>
    `${numbers(count, 'línea está', 'líneas están')} mal. Corrige el archivo y súbelo otra vez; hasta entonces no se importa nada.`,
  wouldBring: 'Esto es lo que traería la importación:',
  nothing: 'No se encontró a nadie del archivo, así que no hay nada que importar.',
  finding: (line, field, account) =>
    [`Línea ${line}`, ...(field ? [field] : []), ...(account ? [account] : [])].join(', '),
  note: text => `Solo un aviso: ${text}`,
  findings: 'Hallazgos por línea',
  more: count => `y ${count} más, en el archivo`,
  save: 'Guardar todos los hallazgos por línea como CSV',
  saveFile: name => `Guardar ${name}`,
  carryOut: 'Importar conversaciones',
  checkAgain: 'Revisar otra vez',
  close: 'Cerrar'
}

export const formerWords = { en, es }
