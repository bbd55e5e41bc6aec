/** Keys of the company's own systems, in the console: what each scope opens, in words. English and Spanish, each written for its readers. */
import type { ApiKeyView } from '../api/contract/api-keys.ts'
import type { KeyScope } from '../api/contract/key-scopes.ts'

type States = Readonly<Record<ApiKeyView['state'], string>>
type Scopes = Readonly<Record<KeyScope, readonly [name: string, opens: string]>>

const en = {
  apiKeys: {
    title: 'API keys',
    body: 'For your own systems, such as a SIEM, a dashboard or an HR system. A key opens what you choose here and nothing else: never what people write, plan or answer, and never how much one person uses the product.',
    none: 'No key yet. Make one for each system, with only what that system needs.',
    ended: 'Ended',
    states: {
      active: 'Works',
      ending: 'Ends soon',
      expired: 'Expired',
      revoked: 'Revoked'
    } satisfies States,
    scopes: {
      'reports.read': ['Read reports', 'The figures HR sees, past the same threshold. No names.'],
      'audit.read': ['Read the audit log', 'Pages and file of the audit log, as in this console.'],
      'directory.read': [
        'Read the directory',
        'People as your directory sends them, their groups, and why each has access. Looking one up is recorded.'
      ],
      'departures.read': ['Read who left', 'What was shut behind each leaver and when, with the signed receipt.'],
      'health.read': [
        'Read the state',
        'Whether sign-in, directory, Teams and the learning site are well. Counts, no names.'
      ],
      'enrollment.read': [
        'Read enrollments',
        'Who is enrolled in what, and each person’s receipts. Not how far they are.'
      ],
      'enrollment.write': [
        'Enroll by file',
        'Upload a list of enrollments, check it, try it and carry it out. Undoing one stays with people.'
      ]
    } satisfies Scopes as Scopes,
    notYours: 'Only an owner can give this.',
    begins: (begins: string) => `Begins with ${begins}`,
    made: (by: string, day: string) => `Made by ${by} on ${day}`,
    somebody: 'somebody whose name is no longer known',
    ends: (day: string) => `Ends on ${day}`,
    endsSoon: (day: string) => `Ends on ${day}. Rotate it before, or whatever uses it will be refused.`,
    endedOn: (day: string) => `Ended on ${day}`,
    revokedBy: (by: string, day: string) => `Revoked by ${by} on ${day}`,
    lastUsed: (day: string) => `Last used on ${day}`,
    neverUsed: 'Never used',
    former: (when: string) => `The secret before works until ${when}.`,
    makerLeft: 'Whoever last saw its secret has no access any more. Rotate it.',
    make: 'Make a key',
    name: 'Name',
    nameHint: 'The system that will use it, such as “SIEM” or “HR system”.',
    opens: 'What it opens',
    days: 'Ends after',
    dayNames: (days: number) => (days === 365 ? '1 year' : `${days} days`),
    makeIt: 'Make the key',
    secretTitle: (name: string) => `The secret of “${name}”`,
    secretOnce: 'It is shown only now. Keep it in the secret store of that system; we hold no copy.',
    secret: 'Secret',
    copy: 'Copy',
    copied: 'Copied.',
    notCopied: 'This window may not copy. Select the text and copy it.',
    hide: 'I have kept it',
    rotate: 'Rotate',
    rotateOf: (name: string) => `Rotate ${name}`,
    rotateTitle: (name: string) => `Rotate “${name}”`,
    rotateBody: 'It gets a new secret and a new end. What it opens stays.',
    overlap: 'The secret before',
    overlaps: { 0: 'ends now', 24: 'works for a day more', 168: 'works for a week more' },
    rotateIt: 'Rotate now',
    cannotRotate: 'It opens more than your role does. An owner can rotate it; you can revoke it.',
    revoke: 'Revoke',
    revokeOf: (name: string) => `Revoke ${name}`,
    revokeAsk: (name: string) => `Revoke “${name}”?`,
    revokeBody: 'Whatever uses it is refused from the next call on. It cannot be brought back.',
    keep: 'Cancel',
    revoked: (name: string) => `“${name}” is revoked.`,
    refused: {
      too_many: 'There are as many keys as there may be. Revoke one first.',
      scope_not_yours: 'Your role does not reach all of this. Ask an owner to do it.',
      key_gone: 'This key has ended meanwhile. The list shows how it is now.'
    }
  }
}

const es: typeof en = {
  apiKeys: {
    title: 'Claves de API',
    body: 'Para los sistemas de tu empresa, como un SIEM, un cuadro de mando o un sistema de RR. HH. Una clave abre lo que elijas aquí y nada más: nunca lo que las personas escriben, planean o responden, ni cuánto usa el producto cada una.',
    none: 'Aún no hay ninguna clave. Crea una para cada sistema, solo con lo que ese sistema necesite.',
    ended: 'Terminadas',
    states: { active: 'Vale', ending: 'Termina pronto', expired: 'Caducada', revoked: 'Revocada' },
    scopes: {
      'reports.read': ['Leer informes', 'Las cifras que ve RR. HH., tras el mismo umbral. Sin nombres.'],
      'audit.read': ['Leer el registro de auditoría', 'Páginas y archivo del registro, como en esta consola.'],
      'directory.read': [
        'Leer el directorio',
        'Las personas como las envía tu directorio, sus grupos y por qué tiene acceso cada una. Consultar a una queda registrado.'
      ],
      'departures.read': [
        'Leer quién se fue',
        'Qué se cerró tras cada persona que se fue y cuándo, con el recibo firmado.'
      ],
      'health.read': [
        'Leer el estado',
        'Si el inicio de sesión, el directorio, Teams y la plataforma de aprendizaje están bien. Recuentos, sin nombres.'
      ],
      'enrollment.read': [
        'Leer inscripciones',
        'Quién está inscrito en qué y los recibos de cada persona. No hasta dónde ha llegado.'
      ],
      'enrollment.write': [
        'Inscribir con un archivo',
        'Subir una lista de inscripciones, revisarla, probarla y llevarla a cabo. Deshacerla queda para las personas.'
      ]
    },
    notYours: 'Solo lo puede dar un titular.',
    begins: begins => `Empieza por ${begins}`,
    made: (by, day) => `La creó ${by} el ${day}`,
    somebody: 'alguien de quien ya no se sabe el nombre',
    ends: day => `Termina el ${day}`,
    endsSoon: day => `Termina el ${day}. Rótala antes, o se rechazará a quien la use.`,
    endedOn: day => `Terminó el ${day}`,
    revokedBy: (by, day) => `La revocó ${by} el ${day}`,
    lastUsed: day => `Último uso: ${day}`,
    neverUsed: 'Sin usar todavía',
    former: when => `El secreto anterior vale hasta el ${when}.`,
    makerLeft: 'Quien vio por última vez su secreto ya no tiene acceso. Rótala.',
    make: 'Crear una clave',
    name: 'Nombre',
    nameHint: 'El sistema que la usará, como «SIEM» o «Sistema de RR. HH.».',
    opens: 'Qué abre',
    days: 'Termina al cabo de',
    dayNames: days => (days === 365 ? '1 año' : `${days} días`),
    makeIt: 'Crear la clave',
    secretTitle: name => `El secreto de «${name}»`,
    secretOnce: 'Solo se muestra ahora. Guárdalo en el almacén de secretos de ese sistema; nosotros no tenemos copia.',
    secret: 'Secreto',
    copy: 'Copiar',
    copied: 'Copiado.',
    notCopied: 'Esta ventana no puede copiar. Selecciona el texto y cópialo.',
    hide: 'Ya lo guardé',
    rotate: 'Rotar',
    rotateOf: name => `Rotar ${name}`,
    rotateTitle: name => `Rotar «${name}»`,
    rotateBody: 'Recibe un secreto nuevo y un final nuevo. Lo que abre no cambia.',
    overlap: 'El secreto anterior',
    overlaps: { 0: 'deja de valer ahora', 24: 'vale un día más', 168: 'vale una semana más' },
    rotateIt: 'Rotar ahora',
    cannotRotate: 'Abre más que tu rol. La puede rotar un titular; tú la puedes revocar.',
    revoke: 'Revocar',
    revokeOf: name => `Revocar ${name}`,
    revokeAsk: name => `¿Revocar «${name}»?`,
    revokeBody: 'Se rechazará a quien la use desde la siguiente llamada. No se puede recuperar.',
    keep: 'Cancelar',
    revoked: name => `«${name}» está revocada.`,
    refused: {
      too_many: 'Ya hay tantas claves como puede haber. Revoca antes una.',
      scope_not_yours: 'Tu rol no llega a todo esto. Pídeselo a un titular.',
      key_gone: 'Esta clave ha terminado mientras tanto. La lista muestra cómo está ahora.'
    }
  }
}

export const apiKeyWords = { en, es }
