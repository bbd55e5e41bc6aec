/** Who else works on personal data, in the languages that data protection officers and councils read. */
import type { AnnexLanguage } from './annex-words.ts'

export const PROCESSORS = ['azure', 'workos', 'thinkific', 'mail', 'classifier', 'model'] as const
export type Processor = (typeof PROCESSORS)[number]

type Told = {
  readonly name: string
  readonly what: string
  readonly data: string
  readonly region: string
  readonly transfer: string
}

type Words = {
  readonly title: string
  readonly intro: string
  readonly used: string
  readonly usedHead: readonly string[]
  readonly unused: string
  readonly unusedHead: readonly string[]
  readonly yours: string
  readonly yoursHead: readonly string[]
  /** Under the company's own contracts. */
  readonly yoursRows: readonly (readonly [name: string, why: string])[]
  readonly all: Readonly<Record<Processor, Told>>
}

const en: Words = {
  title: 'Sub-processors',
  intro:
    'Regions are what the services say of themselves in public; the processing agreement is what binds. A new one is announced there before data reaches it.',
  used: 'In use for you',
  usedHead: ['Who', 'For', 'Which data', 'Region', 'Transfer'],
  unused: 'Not in use for you',
  unusedHead: ['Who', 'For'],
  yours: 'Not sub-processors: yours',
  yoursHead: ['What', 'Why'],
  yoursRows: [
    [
      'Microsoft 365 (Teams, Entra ID)',
      'your tenant: what is typed to the bot lies there under your contract and retention'
    ],
    ['Your identity provider', 'signs your people in']
  ],
  all: {
    azure: {
      name: 'Microsoft (Azure)',
      what: 'servers, database, keys, logs',
      data: 'everything; words sealed with a key per person',
      region: 'European Union (the region of the deployment; backups stay in it)',
      transfer: 'none by the product; Microsoft’s own terms apply'
    },
    workos: {
      name: 'WorkOS, Inc.',
      what: 'single sign-on and directory sync',
      data: 'directory profiles (name, work e-mail, groups, attributes that you map), sign-ins; audit events where you forward them',
      region: 'United States',
      transfer: 'standard contractual clauses of the processing agreement'
    },
    thinkific: {
      name: 'Thinkific Labs Inc.',
      what: 'learning site',
      data: 'name, work e-mail, enrollments, completion; no coaching',
      region: 'Canada and United States',
      transfer: 'adequacy decision for Canada (commercial organizations); standard contractual clauses beyond'
    },
    mail: {
      name: 'Mail service of the deployment',
      what: 'sign-in codes and neutral mails',
      data: 'work e-mail, neutral subject; never a person’s own words',
      region: 'as operated: named in the processing agreement',
      transfer: 'as operated'
    },
    classifier: {
      name: 'Classifier of danger of the deployment',
      what: 'a second opinion on words of danger',
      data: 'one message at a time, without a name',
      region: 'as operated: named in the processing agreement',
      transfer: 'as operated'
    },
    model: {
      name: 'A language model of your choice',
      what: 'writes the coach’s answers; you chose it and your contract with it holds',
      data: 'the conversation, facts about work that the person left switched on, what they let the coach remember, own plans and courses; no name or e-mail is added',
      region:
        'as you deployed it: an address does not tell. Azure OpenAI keeps to the EU with the deployment type Data Zone (EU)',
      transfer: 'as your contract with the service says'
    }
  }
}

const de: Words = {
  title: 'Unterauftragsverarbeiter',
  intro:
    'Die Regionen sind, was die Dienste selbst öffentlich angeben; verbindlich ist der Vertrag zur Auftragsverarbeitung. Ein neuer wird dort angekündigt, bevor Daten zu ihm gelangen.',
  used: 'Für Sie im Einsatz',
  usedHead: ['Wer', 'Wofür', 'Welche Daten', 'Region', 'Übermittlung'],
  unused: 'Für Sie nicht im Einsatz',
  unusedHead: ['Wer', 'Wofür'],
  yours: 'Keine Unterauftragsverarbeiter: Ihre eigenen Dienste',
  yoursHead: ['Was', 'Warum'],
  yoursRows: [
    [
      'Microsoft 365 (Teams, Entra ID)',
      'Ihr Mandant: Was an den Bot geschrieben wird, liegt dort nach Ihrem Vertrag und Ihren Fristen'
    ],
    ['Ihr Identitätsanbieter', 'meldet Ihre Beschäftigten an']
  ],
  all: {
    azure: {
      name: 'Microsoft (Azure)',
      what: 'Server, Datenbank, Schlüssel, Protokolle',
      data: 'alles; Worte sind mit einem Schlüssel je Person versiegelt',
      region: 'Europäische Union (die Region der Installation; Sicherungen bleiben dort)',
      transfer: 'keine durch das Produkt; es gelten die Bedingungen von Microsoft'
    },
    workos: {
      name: 'WorkOS, Inc.',
      what: 'einmalige Anmeldung und Abgleich des Verzeichnisses',
      data: 'Profile aus dem Verzeichnis (Name, dienstliche E-Mail-Adresse, Gruppen, zugeordnete Merkmale), Anmeldungen; Protokolleinträge, wenn Sie sie weiterleiten',
      region: 'Vereinigte Staaten',
      transfer: 'Standardvertragsklauseln des Vertrags zur Auftragsverarbeitung'
    },
    thinkific: {
      name: 'Thinkific Labs Inc.',
      what: 'Lernplattform',
      data: 'Name, dienstliche E-Mail-Adresse, Kursanmeldungen, Abschlüsse; nichts aus dem Coaching',
      region: 'Kanada und Vereinigte Staaten',
      transfer:
        'Angemessenheitsbeschluss für Kanada (kommerzielle Organisationen); darüber hinaus Standardvertragsklauseln'
    },
    mail: {
      name: 'Maildienst der Installation',
      what: 'Anmeldecodes und neutrale E-Mails',
      data: 'dienstliche E-Mail-Adresse, neutraler Betreff; nie die Worte einer Person',
      region: 'je nach Betrieb: im Vertrag zur Auftragsverarbeitung genannt',
      transfer: 'je nach Betrieb'
    },
    classifier: {
      name: 'Gefahrenerkennung der Installation',
      what: 'zweite Einschätzung bei Worten der Gefahr',
      data: 'jeweils eine Nachricht, ohne Namen',
      region: 'je nach Betrieb: im Vertrag zur Auftragsverarbeitung genannt',
      transfer: 'je nach Betrieb'
    },
    model: {
      name: 'Ein Sprachmodell Ihrer Wahl',
      what: 'schreibt die Antworten des Coachs; Sie haben es gewählt, es gilt Ihr Vertrag mit dem Dienst',
      data: 'das Gespräch, eingeschaltete Angaben zur Arbeit, was sich der Coach merken darf, eigene Vorhaben und Kurse; Name und E-Mail-Adresse werden nicht hinzugefügt',
      region:
        'wie Sie es bereitgestellt haben: An der Adresse ist es nicht zu erkennen. Azure OpenAI bleibt mit dem Bereitstellungstyp Data Zone (EU) in der EU',
      transfer: 'nach Ihrem Vertrag mit dem Dienst'
    }
  }
}

const es: Words = {
  title: 'Subencargados del tratamiento',
  intro:
    'Las regiones son las que los servicios declaran en público; lo que obliga es el contrato de encargo. Uno nuevo se anuncia allí antes de que le lleguen datos.',
  used: 'En uso para tu empresa',
  usedHead: ['Quién', 'Para qué', 'Qué datos', 'Región', 'Transferencia'],
  unused: 'Sin uso para tu empresa',
  unusedHead: ['Quién', 'Para qué'],
  yours: 'No son subencargados: son de tu empresa',
  yoursHead: ['Qué', 'Por qué'],
  yoursRows: [
    [
      'Microsoft 365 (Teams, Entra ID)',
      'tu inquilino: lo que se escribe al bot está allí según tu contrato y tus plazos'
    ],
    ['Tu proveedor de identidad', 'inicia la sesión de tu gente']
  ],
  all: {
    azure: {
      name: 'Microsoft (Azure)',
      what: 'servidores, base de datos, claves, registros',
      data: 'todo; las palabras, selladas con una clave por persona',
      region: 'Unión Europea (la región de la instalación; las copias quedan en ella)',
      transfer: 'ninguna por parte del producto; valen las condiciones de Microsoft'
    },
    workos: {
      name: 'WorkOS, Inc.',
      what: 'inicio de sesión único y sincronización del directorio',
      data: 'perfiles del directorio (nombre, correo de trabajo, grupos, atributos que asignes), inicios de sesión; eventos de auditoría si los reenvías',
      region: 'Estados Unidos',
      transfer: 'cláusulas contractuales tipo del contrato de encargo'
    },
    thinkific: {
      name: 'Thinkific Labs Inc.',
      what: 'plataforma de aprendizaje',
      data: 'nombre, correo de trabajo, inscripciones, cursos completados; nada del coaching',
      region: 'Canadá y Estados Unidos',
      transfer:
        'decisión de adecuación para Canadá (organizaciones comerciales); más allá, cláusulas contractuales tipo'
    },
    mail: {
      name: 'Servicio de correo de la instalación',
      what: 'códigos de acceso y correos neutros',
      data: 'correo de trabajo, asunto neutro; nunca palabras de una persona',
      region: 'según la operación: figura en el contrato de encargo',
      transfer: 'según la operación'
    },
    classifier: {
      name: 'Clasificador de peligro de la instalación',
      what: 'una segunda opinión sobre palabras de peligro',
      data: 'un mensaje cada vez, sin nombre',
      region: 'según la operación: figura en el contrato de encargo',
      transfer: 'según la operación'
    },
    model: {
      name: 'Un modelo de lenguaje a tu elección',
      what: 'escribe las respuestas del coach; lo eligió tu empresa y vale su contrato con el servicio',
      data: 'la conversación, los datos del trabajo que la persona dejó activados, lo que dejó recordar, sus planes y cursos; no se añade ni nombre ni correo',
      region:
        'la que elegiste al implementarlo: la dirección no lo dice. Azure OpenAI queda en la UE con el tipo de implementación Data Zone (UE)',
      transfer: 'según tu contrato con el servicio'
    }
  }
}

export const SUB_PROCESSOR_WORDS: Readonly<Record<AnnexLanguage, Words>> = { de, en, es }
