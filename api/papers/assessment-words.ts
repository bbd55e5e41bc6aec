/** The words of the impact assessment's draft. Likelihood and severity are what the maker proposes; the company decides. */
import type { AnnexLanguage } from './annex-words.ts'

type Values = {
  readonly group: number
  readonly part: number
  readonly least: number
  readonly most: number
  readonly level: number
  readonly model: string | undefined
}

type Words = {
  readonly title: string
  readonly draft: string
  readonly processing: string
  readonly recipients: string
  readonly recipientsHead: readonly string[]
  readonly necessity: string
  readonly necessityItems: (values: Values) => readonly string[]
  readonly risks: string
  readonly risksNote: string
  readonly risksHead: readonly string[]
  readonly risksRows: (values: Values) => readonly (readonly [risk: string, measure: string, left: string])[]
  readonly open: string
  readonly openItems: readonly string[]
}

const en: Words = {
  title: 'Data protection impact assessment: draft',
  draft:
    'A draft for the controller, your company, and its data protection officer. It describes the system from the values that it runs by; the judgment is yours. Consult the people concerned or their representatives (Art. 35(9) GDPR).',
  processing: '1. The processing',
  recipients: '2. Processors in use for you',
  recipientsHead: ['Who', 'For', 'Region'],
  necessity: '3. Necessity and proportion',
  necessityItems: ({ group, level, model }) => [
    'Coaching begins with the person’s own yes and ends with their no. Courses that the company assigns do not depend on it.',
    `The company gets figures about ${group} people or more and nothing about one person’s coaching.`,
    'What the coach may know beside the conversation is a closed list that the person sees and switches off.',
    `Microsoft 365: level ${level} of 2. No level can read mails, files, calendars, chats or the directory.`,
    model
      ? `Answers are made by a language model that you chose (${model}); no name or address is handed to it. What people agree to names this service.`
      : 'No language model is used.'
  ],
  risks: '4. Risks, measures, what is left',
  risksNote: 'What is left is the maker’s estimate.',
  risksHead: ['Risk', 'Measures', 'Left'],
  risksRows: ({ group, part, least, most, model }) => [
    [
      'The employer watches a person',
      'no such view and no role for it; every door that can name a person is listed and tested; the person sees who looked',
      'low'
    ],
    [
      'A person is worked out from figures',
      `no group under ${group}, fewer than ${part} not told apart, complementary blanks, steps instead of exact numbers over time`,
      'low'
    ],
    [
      'Pressure to take part',
      'saying no is told to nobody and has no consequence; managers see nothing',
      'depends on how the company introduces it'
    ],
    [
      'The maker’s staff read conversations',
      `two people, a reason, ${least} to ${most} minutes, told to the person, who can refuse or end it`,
      'low; whoever holds database and master key together could read'
    ],
    [
      'Somebody from outside reads',
      'a key per person, row-level security, tokens of five minutes, revocation within seconds',
      'low'
    ],
    [
      'Words typed to the bot lie in the company’s Teams',
      'said on the first card; private tab beside it',
      'medium: your tenant’s retention and eDiscovery apply'
    ],
    [
      'The coach says something wrong or harmful',
      'marked as software; closed tasks; words of danger meet a text written by people',
      'low to medium'
    ],
    [
      'Data reaches a country outside of the EU',
      model
        ? `coaching is stored in the EU; conversations go to ${model}, wherever you deployed it; sign-in and courses as listed above`
        : 'coaching stays in the EU; sign-in and courses as listed above',
      'see the transfer assessment of your counsel'
    ],
    ['Too many messages', 'a budget that the person owns, working time, pauses, stop by one word', 'low']
  ],
  open: '5. To be decided by the company',
  openItems: [
    'Legal grounds, per kind of data.',
    'Agreement with the works council (see the annex in this pack).',
    'Retention periods within the limits.',
    'Whether a language model is used, which one and where.',
    'Which permissions of Microsoft 365 are allowed.',
    'How employees are informed, and by whom.'
  ]
}

const es: Words = {
  title: 'Evaluación de impacto en protección de datos: borrador',
  draft:
    'Borrador para el responsable del tratamiento, tu empresa, y su delegado de protección de datos. Describe el sistema a partir de los valores con los que funciona; el juicio es suyo. Conviene recabar la opinión de las personas o de su representación (art. 35.9 RGPD).',
  processing: '1. El tratamiento',
  recipients: '2. Encargados en uso para tu empresa',
  recipientsHead: ['Quién', 'Para', 'Región'],
  necessity: '3. Necesidad y proporción',
  necessityItems: ({ group, level, model }) => [
    'El coaching empieza con el sí de la persona y termina con su no. Los cursos que asigna la empresa no dependen de ello.',
    `La empresa recibe cifras de ${group} personas o más y nada del coaching de nadie.`,
    'Lo que el coach puede saber además de la conversación es una lista cerrada que la persona ve y apaga.',
    `Microsoft 365: nivel ${level} de 2. Ningún nivel puede leer correos, archivos, calendarios, chats ni el directorio.`,
    model
      ? `Las respuestas las hace un modelo de lenguaje elegido por tu empresa (${model}); no se le entrega nombre ni correo. Lo que la persona acepta nombra este servicio.`
      : 'No se usa ningún modelo de lenguaje.'
  ],
  risks: '4. Riesgos, medidas y lo que queda',
  risksNote: 'Lo que queda es la estimación del fabricante.',
  risksHead: ['Riesgo', 'Medidas', 'Queda'],
  risksRows: ({ group, part, least, most, model }) => [
    [
      'La empresa vigila a una persona',
      'no hay vista ni rol para ello; cada puerta que puede nombrar a alguien está listada y probada; la persona ve quién miró',
      'bajo'
    ],
    [
      'Se deduce a una persona de las cifras',
      `ningún grupo menor de ${group}, menos de ${part} no se distinguen, blancos complementarios, escalones en lugar de números exactos con el tiempo`,
      'bajo'
    ],
    [
      'Presión para participar',
      'decir que no no se comunica a nadie ni tiene consecuencias; los responsables no ven nada',
      'depende de cómo lo presente la empresa'
    ],
    [
      'El personal del fabricante lee conversaciones',
      `dos personas, un motivo, de ${least} a ${most} minutos, comunicado a la persona, que puede negarlo o terminarlo`,
      'bajo; quien tuviera a la vez la base de datos y la clave maestra podría leer'
    ],
    [
      'Alguien de fuera lee',
      'una clave por persona, seguridad por filas, tokens de cinco minutos, revocación en segundos',
      'bajo'
    ],
    [
      'Lo escrito al bot está en el Teams de la empresa',
      'se dice en la primera tarjeta; pestaña privada al lado',
      'medio: valen los plazos y eDiscovery del inquilino de tu empresa'
    ],
    [
      'El coach dice algo erróneo o dañino',
      'marcado como programa; tareas cerradas; las palabras de peligro encuentran un texto escrito por personas',
      'de bajo a medio'
    ],
    [
      'Los datos llegan a un país fuera de la UE',
      model
        ? `el coaching se guarda en la UE; las conversaciones van a ${model}, donde tu empresa lo haya implementado; acceso y cursos según la lista`
        : 'el coaching queda en la UE; acceso y cursos según la lista',
      'ver la evaluación de transferencias de tu asesoría'
    ],
    [
      'Demasiados mensajes',
      'un presupuesto que es de la persona, horario de trabajo, pausas, alto con una palabra',
      'bajo'
    ]
  ],
  open: '5. Por decidir en la empresa',
  openItems: [
    'Las bases jurídicas, por tipo de datos.',
    'El acuerdo con la representación de los trabajadores (ver el anexo de este paquete).',
    'Los plazos dentro de los límites.',
    'Si se usa un modelo de lenguaje, cuál y dónde.',
    'Qué permisos de Microsoft 365 se conceden.',
    'Cómo se informa a las personas y quién lo hace.'
  ]
}

const de: Words = {
  title: 'Datenschutz-Folgenabschätzung: Entwurf',
  draft:
    'Ein Entwurf für den Verantwortlichen, Ihr Unternehmen, und seine Datenschutzbeauftragte oder seinen Datenschutzbeauftragten. Er beschreibt das System aus den Werten, mit denen es läuft; das Urteil ist Ihres. Holen Sie den Standpunkt der Betroffenen oder ihrer Vertretung ein (Art. 35 Abs. 9 DSGVO).',
  processing: '1. Die Verarbeitung',
  recipients: '2. Auftragsverarbeiter, die für Sie im Einsatz sind',
  recipientsHead: ['Wer', 'Wofür', 'Region'],
  necessity: '3. Notwendigkeit und Verhältnismäßigkeit',
  necessityItems: ({ group, level, model }) => [
    'Das Coaching beginnt mit dem Ja der Person und endet mit ihrem Nein. Kurse, die das Unternehmen zuweist, hängen nicht davon ab.',
    `Das Unternehmen erhält Zahlen über ${group} Personen oder mehr und nichts über das Coaching einer einzelnen Person.`,
    'Was der Coach neben dem Gespräch wissen darf, ist eine abgeschlossene Liste, die die Person sieht und abschalten kann.',
    `Microsoft 365: Stufe ${level} von 2. Keine Stufe kann E-Mails, Dateien, Kalender, Chats oder das Verzeichnis lesen.`,
    model
      ? `Antworten schreibt ein Sprachmodell, das Ihr Unternehmen gewählt hat (${model}); Name und E-Mail-Adresse werden ihm nicht mitgegeben. Die Zustimmung der Person nennt diesen Dienst.`
      : 'Es wird kein Sprachmodell eingesetzt.'
  ],
  risks: '4. Risiken, Maßnahmen und was bleibt',
  risksNote: 'Was bleibt, ist die Einschätzung des Herstellers.',
  risksHead: ['Risiko', 'Maßnahmen', 'Bleibt'],
  risksRows: ({ group, part, least, most, model }) => [
    [
      'Das Unternehmen überwacht eine Person',
      'dafür gibt es keine Ansicht und keine Rolle; jeder Zugang, der eine Person nennen kann, ist aufgeführt und geprüft; die Person sieht, wer nachgesehen hat',
      'gering'
    ],
    [
      'Aus Zahlen wird auf eine Person geschlossen',
      `keine Gruppe unter ${group}, weniger als ${part} werden nicht unterschieden, ergänzende Leerstellen, über die Zeit Stufen statt genauer Zahlen`,
      'gering'
    ],
    [
      'Druck zur Teilnahme',
      'ein Nein wird niemandem mitgeteilt und hat keine Folgen; Führungskräfte sehen nichts',
      'hängt davon ab, wie das Unternehmen es einführt'
    ],
    [
      'Personal des Herstellers liest Gespräche',
      `zwei Personen, ein Grund, ${least} bis ${most} Minuten, der Person mitgeteilt, die es ablehnen oder beenden kann`,
      'gering; wer Datenbank und Hauptschlüssel zugleich hätte, könnte lesen'
    ],
    [
      'Jemand von außen liest',
      'ein Schlüssel je Person, Zugriffsschutz je Zeile, Token von fünf Minuten, Widerruf in Sekunden',
      'gering'
    ],
    [
      'An den Bot Geschriebenes liegt im Teams des Unternehmens',
      'steht auf der ersten Karte; private Registerkarte daneben',
      'mittel: es gelten Aufbewahrung und eDiscovery Ihres Mandanten'
    ],
    [
      'Der Coach sagt Falsches oder Schädliches',
      'als Software gekennzeichnet; abgeschlossene Aufgaben; auf Worte der Gefahr antwortet ein von Menschen geschriebener Text',
      'gering bis mittel'
    ],
    [
      'Daten gelangen in ein Land außerhalb der EU',
      model
        ? `das Coaching wird in der EU gespeichert; Gespräche gehen an ${model}, wo immer Sie es bereitgestellt haben; Anmeldung und Kurse wie oben aufgeführt`
        : 'das Coaching bleibt in der EU; Anmeldung und Kurse wie oben aufgeführt',
      'siehe die Bewertung der Übermittlungen durch Ihre Rechtsberatung'
    ],
    [
      'Zu viele Nachrichten',
      'ein Kontingent, das der Person gehört, Arbeitszeit, Pausen, Ende mit einem Wort',
      'gering'
    ]
  ],
  open: '5. Vom Unternehmen zu entscheiden',
  openItems: [
    'Rechtsgrundlagen, je Art der Daten.',
    'Einigung mit dem Betriebsrat (siehe die Anlage in diesem Paket).',
    'Speicherfristen innerhalb der Grenzen.',
    'Ob ein Sprachmodell eingesetzt wird, welches und wo.',
    'Welche Berechtigungen von Microsoft 365 erlaubt werden.',
    'Wie die Beschäftigten informiert werden, und von wem.'
  ]
}

export const assessmentWords: Readonly<Record<AnnexLanguage, Words>> = { de, en, es }
