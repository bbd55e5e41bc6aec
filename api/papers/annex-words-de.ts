import type { AnnexWords } from './annex-words.ts'

export const annexDe: AnnexWords = {
  title: 'Anlage zur Betriebsvereinbarung: ConsciousInsights in Microsoft Teams',
  about: (company, version) => `${company} · Fassung ${version} des Registers`,
  demo: 'Ein Vorführunternehmen: Personen und Zahlen sind erfunden.',
  draft:
    'Entwurf für die Verhandlung. Was hier über das System steht, wird aus den Werten geschrieben, mit denen das Produkt läuft; ob eine Rechtsgrundlage trägt, entscheiden die Parteien.',
  scope: {
    title: '1. Was das System ist',
    texts: [
      'ConsciousInsights begleitet Beschäftigte, die zugestimmt haben: im Chat mit einem Bot in Microsoft Teams, in einer Registerkarte daneben, im Web und neben den Kursen einer Lernplattform. Es schlägt kleine Schritte vor, hilft, daraus Vorhaben zu machen, und fragt später nach. Außerdem meldet es zu Kursen an, die das Unternehmen zuweist.',
      'Die Teilnahme am Coaching ist freiwillig. Ohne vorherige Zustimmung wird nichts unaufgefordert gesendet. Ablehnen, Pausieren und Beenden haben keine Folgen und werden niemandem mitgeteilt.'
    ]
  },
  never: {
    title: '2. Wozu es nicht verwendet wird',
    items: [
      'Es bewertet weder Verhalten noch Leistung und wirkt nicht an Entscheidungen über Entgelt, Beförderung, Versetzung oder Kündigung mit.',
      'Für Führungskräfte, Personalabteilung und Administration gibt es keine Ansicht der Nutzung, der Gespräche, der Vorhaben oder der Antworten einer einzelnen Person. Keine Einstellung kann sie herstellen.',
      'Beurteilungen, Potenzial, Entgelt, Gesundheit und Krankmeldungen haben kein Feld: Das Produkt kann sie nicht speichern.',
      'ConsciousInsights trainiert mit dem, was Beschäftigte schreiben, kein Modell.'
    ]
  },
  kinds: {
    title: '3. Was über eine Person gespeichert wird',
    intro:
      'Jede Art von Daten, ihr Zweck, die vorgeschlagene Rechtsgrundlage, die Dauer der Speicherung und wer sie außer der Person selbst namentlich sehen kann.',
    head: ['Art', 'Zweck', 'Vorgeschlagene Grundlage', 'Dauer', 'Namentlich sichtbar für'],
    names: {
      profile: 'Profil im Verzeichnis des Unternehmens',
      groups: 'Gruppen, Programme und Führungskräfte',
      accounts: 'Konten und Geräte für die Anmeldung',
      signIns: 'Anmeldungen',
      courses: 'Kurse: angemeldet, abgeschlossen, wann',
      installation: 'Installation der App in Teams',
      agreement: 'Zustimmungen und Ablehnungen',
      conversation: 'Gespräch mit dem Coach',
      plans: 'Vorhaben',
      former: 'Gespräche mit einem früheren Coach, falls übernommen',
      memory: 'Was der Coach sich merkt, falls eingeschaltet',
      context: 'Welche Angaben zur Arbeit der Coach verwenden darf',
      nudges: 'Anstöße und die Antworten darauf',
      choices: 'Einstellungen zu Anstößen: Häufigkeit, Pausen, Ende',
      experiments: 'Teilnahme an einem Versuch zu Anstößen',
      pulse: 'Antworten auf die zwei monatlichen Fragen, ob das Coaching hilft',
      reports:
        'In welchem Teil des Unternehmens eine Person für Berichte gezählt wird und was sie getan hat, als Merkmale ohne Inhalt',
      links: 'Der Chat mit dem Bot und Verweise darauf',
      messages: 'Nachrichten auf dem Weg',
      accessLog: 'Wer ein Gespräch eingesehen hat und warum',
      requests: 'Auskünfte und Löschungen, die die Person verlangt hat',
      receipts: 'Belege über das, was geschehen ist',
      records: 'Aufzeichnungen der Vorgänge (Protokoll)'
    },
    self: 'nur die Person selbst'
  },
  purposes: {
    access: 'Zugang für Berechtigte',
    coaching: 'Begleitung der Person',
    nudges: 'die Person zur passenden Zeit erreichen',
    training: 'Anmeldung zu Kursen und Nachweis des Abschlusses',
    consent: 'Nachweis der Zustimmung',
    security: 'Sicherheit von Anmeldung und Betrieb',
    rights: 'Rechte der Person und deren Nachweis',
    effect: 'in Gruppen messen, ob es hilft'
  },
  bases: {
    agreement: 'Einwilligung der Person (Art. 6 Abs. 1 lit. a DSGVO, § 26 Abs. 2 BDSG)',
    employment: 'Beschäftigung und Betriebsvereinbarung (Art. 88 DSGVO, § 26 BDSG)',
    interest: 'berechtigtes Interesse (Art. 6 Abs. 1 lit. f DSGVO)',
    duty: 'rechtliche Pflicht zum Nachweis (Art. 6 Abs. 1 lit. c DSGVO)'
  },
  basesNote:
    'Die Grundlagen sind Vorschläge; es entscheidet das Unternehmen als Verantwortlicher zusammen mit seinem Datenschutzbeauftragten.',
  viewers: {
    admin: 'CI-Administration des Unternehmens',
    staff: 'Personal von ConsciousInsights, nur nach Abschnitt 6',
    operator: 'Betrieb von ConsciousInsights (Einrichtung, Zustellprobleme)'
  },
  kept: {
    erased: 'bis die Person es löscht',
    until: days => `bis die Person es löscht, höchstens ${days} Tage`,
    reasons: {
      employer: 'solange Verzeichnis oder Administration des Unternehmens es führen',
      training: 'als Schulungsnachweis des Unternehmens',
      sign_in: 'solange der Zugang besteht',
      security: 'für die Frist in Abschnitt 4',
      proof: 'als Nachweis einer Entscheidung; enthält keine Worte der Person',
      wish: 'damit ein „Nein“ weiter gilt'
    }
  },
  retention: {
    title: '4. Wie lange etwas bleibt',
    intro:
      'Die Administration des Unternehmens setzt die Fristen innerhalb dieser Grenzen. Die Grenzen liegen im Produkt; keine Einstellung führt darüber hinaus. Was älter ist, wird jede Nacht gelöscht.',
    head: ['Was', 'Derzeit gesetzt', 'Mindestens', 'Höchstens'],
    names: {
      conversations: 'Gespräche, abgeschlossene Vorhaben, Rückmeldungen',
      nudges: 'Erledigte Anstöße und ihre Zustellung',
      inbound: 'Nachrichten an den Bot, sobald beantwortet',
      traces: 'Anmeldungen und Versuche, Konten zu verbinden'
    },
    days: count => `${count} Tage`
  },
  roles: {
    title: '5. Wer was sieht',
    intro:
      'Die Rollen des Systems und alles, was sie jeweils sehen dürfen. Auf der eigenen Seite sieht jede Person alles, was über sie gespeichert ist.',
    head: ['Rolle', 'Sieht'],
    sees: {
      employee: [
        'Beschäftigte',
        'alle eigenen Daten, wer sie eingesehen hat, und was die Personalabteilung von den eigenen Gruppen sieht'
      ],
      manager: ['Führungskraft', 'dasselbe wie alle Beschäftigten, nur über sich selbst'],
      hr: ['Personalabteilung', 'Zahlen über Gruppen jenseits der Schwellen in Abschnitt 7; keine Namen, keine Texte'],
      author: [
        'Autorin oder Autor (Coach des Unternehmens)',
        'den Inhalt selbst geschriebener Lernreisen und das gepflegte Material; keine Zahlen und keine Namen'
      ],
      support: [
        'Support des Unternehmens',
        'zu einer nachgeschlagenen Person: ob sie Zugang hat, und ihre Kurse; nichts aus dem Coaching'
      ],
      it: [
        'IT des Unternehmens',
        'Verzeichnis, Anmeldungen, Konten, Austritte und Protokoll namentlich, und was der Support sieht; nichts aus dem Coaching'
      ],
      owner: [
        'Inhaberin oder Inhaber der Einrichtung',
        'was die IT sieht; Schulungsnachweise, Rollen und Konten des früheren Chatbots namentlich; nichts aus dem Coaching'
      ],
      admin: ['CI-Administration des Unternehmens', 'Inhaberschaft und IT in einer Person; nichts aus dem Coaching'],
      keys: [
        'Systeme des Unternehmens, mit API-Schlüssel',
        'was das Unternehmen jedem geöffnet hat: Zahlen jenseits der Schwellen, Verzeichnis, Schulungsnachweise, Protokoll; nichts aus dem Coaching'
      ],
      operator: [
        'ConsciousInsights, Betrieb',
        'die Liste der Personen bei der Einrichtung und fehlgeschlagene Zustellungen; keine Inhalte'
      ],
      staff: ['ConsciousInsights, Personal', 'ein Gespräch nur nach Abschnitt 6']
    },
    viewsIntro: count =>
      `Stellen der Schnittstelle, die andere zu einer einzelnen Person führen können: ${count}. Weitere gibt es nicht; eine Prüfung geht die gesamte Schnittstelle durch. Keine davon steht Personalabteilung, Autoren oder Führungskräften offen.`,
    viewsHead: ['Stelle', 'Zeigt', 'Offen für'],
    nobodysData: 'Namen von Feldern, Daten von niemandem'
  },
  thresholds: {
    title: '7. Schwellen',
    items: ({ group, part, reachDays }) => [
      `Über weniger als ${group} Personen wird keine Zahl gezeigt: weder auf einer Karte noch auf einer Seite, in einer Datei oder über eine Schnittstelle. Keine Einstellung kann das senken.`,
      `Haben weniger als ${part} etwas getan oder nicht getan, heißt es „weniger als ${part}“.`,
      'Eine leere Gruppe bleibt leer, wenn sie sich aus der Summe errechnen ließe: Eine weitere wird mit ihr geleert.',
      `Wie Personen erreicht werden, wird über ${reachDays} Tage gezählt, nur in Zahlen.`,
      'Gezählt werden Klicks und Antworten, niemals das Lesen: Teams meldet es nicht.'
    ]
  },
  coach: {
    title: '6. Der Coach und die Einsicht in Gespräche',
    items: ({ model, memories, staff }) => [
      'Der Coach ist Software und sagt es. Was eine künstliche Intelligenz geschrieben hat, ist gekennzeichnet.',
      model
        ? `Es antwortet ein vom Unternehmen gewähltes Sprachmodell unter ${model}. Es erhält das Gespräch, die eingeschalteten Angaben aus Abschnitt 8 und was sich der Coach merken darf; keinen Namen und keine E-Mail-Adresse.`
        : 'Es antwortet ein Coach nach Drehbuch, der im Produkt selbst läuft; ein Sprachmodell wird nicht gefragt.',
      `Das Merken ist aus, bis die Person es einschaltet; höchstens ${memories} Einträge, die sie sieht, ändert und löscht.`,
      `Personal von ConsciousInsights kann die letzten ${staff.turns} Beiträge eines Gesprächs nur lesen, wenn jemand es mit Grund und Vorgang beantragt und eine zweite Person zustimmt, für ${staff.least} bis ${staff.most} Minuten. Die Person sieht jede Einsicht, wird beim Öffnen benachrichtigt und kann sie verweigern oder beenden. Das Unternehmen kann sie nicht verlangen und erfährt nichts davon.`,
      'Worte, die auf eine Gefahr für die Person deuten, führen zu einer von Menschen geschriebenen Karte mit Hilfsangeboten. Niemand wird benachrichtigt.'
    ]
  },
  context: {
    title: '8. Was der Coach außer dem Gespräch wissen darf',
    intro:
      'Eine geschlossene Liste. Jede Angabe wird der Person mit ihrer Herkunft gezeigt und kann von ihr abgeschaltet werden.',
    names: {
      title: 'Funktion',
      department: 'Abteilung',
      tenure: 'Zugehörigkeit, in Stufen',
      new_manager: 'neu in einer Führungsaufgabe',
      team_size: 'Größe des Teams, in Stufen',
      country: 'Land',
      language: 'Sprache',
      courses: 'offene Kurse',
      focus: 'der selbst gewählte Schwerpunkt'
    }
  },
  permissions: {
    title: '9. Was Microsoft 365 dem Produkt erlaubt',
    items: ({ level, ownEntry }) => [
      'Die App verlangt auf keiner Stufe das Recht, E-Mails, Dateien, Kalender, Chats oder das Verzeichnis zu lesen.',
      `Vom Unternehmen gewählte Stufe: ${level} von 2. 0: nichts von Microsoft Graph. 1: eine neutrale Zeile in der Aktivität. 2: die eigene App des Produkts installieren.`,
      `Lesen der eigenen Personalnummer bei der ersten Anmeldung: ${ownEntry ? 'eingeschaltet' : 'aus'}.`,
      'Was in Teams an den Bot geschrieben wird, liegt auch im Microsoft 365 des Unternehmens und folgt dort dessen Fristen. Die erste Karte sagt es und bietet die private Registerkarte an.'
    ]
  },
  rights: {
    title: '10. Rechte der Person, die sie allein ausübt',
    items: days => [
      'Alles, was über sie gespeichert ist, mit Herkunft auf einer Seite sehen.',
      `Es als Datei mitnehmen, ${days} Tage abrufbar; nur sie kann sie öffnen.`,
      'Es löschen: Der Schlüssel zu ihren Worten wird im selben Augenblick vernichtet. Ein Beleg bleibt. Sicherungskopien werden höchstens 30 Tage aufbewahrt.',
      'Ablehnen, pausieren, weniger verlangen oder beenden, mit einem Wort oder einem Klick.',
      'Sehen, wer Einsicht genommen hat.'
    ]
  },
  fields: {
    title: '11. Jedes Feld',
    intro:
      'Tabellen mit Daten über eine Person und die Felder, die ihr mitgeteilt werden. „Versiegelt“: mit einem eigenen Schlüssel der Person verschlüsselt.',
    head: ['Tabelle', 'Art', 'Felder']
  },
  sealed: 'versiegelt',
  nothingTold: 'technisch, nichts über die Person',
  ledger: {
    title: '12. Änderungen dieser Anlage',
    intro:
      'Eine Auslieferung, die eine Grenze, eine Schwelle, die Sicht einer Rolle oder ein Feld ändert, wird abgewiesen, bis die Fassung steigt und die Änderung hier steht.',
    head: ['Fassung', 'Grund', 'Neu', 'Entfallen'],
    none: '–'
  },
  proof: {
    title: '13. Wie es sich prüfen lässt',
    texts: fingerprint => [
      'Grenzen, Schwellen, Rollen und Felder liest das Produkt selbst aus dem Register, aus dem diese Anlage geschrieben wird. Anders einstellen lassen sie sich nicht.',
      `Fingerabdruck des Registers (SHA-256): \`${fingerprint}\`. Dasselbe Register ergibt denselben Fingerabdruck.`
    ]
  }
}
