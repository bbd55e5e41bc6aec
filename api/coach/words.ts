/** The scripted coach's words and the human-written crisis text, English and Spanish, each written for its readers. */
export type Locale = 'en' | 'es'

export type CrisisLine = { readonly country: string; readonly name: string; readonly contact: string }

export const localeOf = (locale: string | undefined): Locale => (locale?.startsWith('es') ? 'es' : 'en')

const LONGEST = 90

/** The person's own words, short enough to say back. */
export function snippet(text: string): string {
  const line = text
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .replace(/[.!?…]+$/u, '')
  if (line.length <= LONGEST) return line
  return `${line.slice(0, line.lastIndexOf(' ', LONGEST) > 0 ? line.lastIndexOf(' ', LONGEST) : LONGEST)} …`
}

const pick = (options: readonly string[], turn: number): string => options[turn % options.length] ?? ''

const en = {
  hello: 'Hello. What would you like to be a little different by the end of this week?',
  stopped: 'All right, we stop here. Nothing is planned. Write whenever you like.',
  askReality: (said: string, turn: number) =>
    `“${said}” — that matters to you. ${pick(['What is happening with it today?', 'How does it look right now?'], turn)}`,
  askOption: (said: string, turn: number) =>
    `So it is “${said}”. ${pick(['What is one small thing you could try, two minutes or so?', 'Which first step would be almost too small to fail?'], turn)}`,
  smaller: 'Not an easy one. Imagine a friend in your place: what would you suggest they try first?',
  askCue: (said: string, turn: number) =>
    `“${said}” sounds doable. ${pick(['At which moment of your day would it fit? For example “after stand-up”.', 'What will happen right before you do it?'], turn)}`,
  confirm: (cue: string, action: string) => `Then your plan would be: if ${cue}, then I will ${action}. Is that it?`,
  reopen: 'Good that you say so. What would fit better?',
  askWhen: 'When shall I ask how it went: today, tomorrow, in three days, or next week?',
  settled: (cue: string, action: string) =>
    `Noted: if ${cue}, then I will ${action}. I will ask you once, then. You can change or drop it any time.`,
  noFollowUp: 'Noted, and I will not ask. The plan is in your tab.',
  crisis: (lines: string) =>
    `What you write sounds serious, and a person can help better than this program. If you are in danger now, call your local emergency number.\n\n${lines}\n\nNobody at your company is told what you wrote. The coach pauses here; people wrote these words.`,
  anyLine: 'Find a line in your country: findahelpline.com',
  former: {
    imported: 'Your conversations with your former coach were brought here; only you can read them',
    undone: 'What was brought here from your former coach was taken out again'
  }
}

const es: typeof en = {
  hello: 'Hola. ¿Qué te gustaría que fuera un poco distinto al final de esta semana?',
  stopped: 'De acuerdo, lo dejamos aquí. No queda nada planeado. Escribe cuando quieras.',
  askReality: (said, turn) =>
    `«${said}»: eso te importa. ${pick(['¿Qué pasa hoy con ello?', '¿Cómo está ahora mismo?'], turn)}`,
  askOption: (said, turn) =>
    `Entonces, «${said}». ${pick(['¿Qué cosa pequeña podrías probar, de unos dos minutos?', '¿Qué primer paso sería casi demasiado pequeño para fallar?'], turn)}`,
  smaller: 'No es fácil. Imagina a alguien de confianza en tu lugar: ¿qué le propondrías probar primero?',
  askCue: (said, turn) =>
    `«${said}» suena posible. ${pick(['¿En qué momento de tu día encajaría? Por ejemplo, «después de la reunión diaria».', '¿Qué pasará justo antes de hacerlo?'], turn)}`,
  confirm: (cue, action) => `Entonces tu plan sería: si ${cue}, entonces ${action}. ¿Es así?`,
  reopen: 'Bien que lo digas. ¿Qué encajaría mejor?',
  askWhen: '¿Cuándo te pregunto cómo fue: hoy, mañana, en tres días o la próxima semana?',
  settled: (cue, action) =>
    `Anotado: si ${cue}, entonces ${action}. Te preguntaré una vez, en ese momento. Puedes cambiarlo o dejarlo cuando quieras.`,
  noFollowUp: 'Anotado, y no preguntaré. El plan está en tu pestaña.',
  crisis: lines =>
    `Lo que escribes suena serio, y una persona puede ayudarte mejor que este programa. Si estás en peligro ahora, llama al número de emergencias de tu país.\n\n${lines}\n\nNadie de tu empresa recibe lo que has escrito. El coach hace una pausa; estas palabras las escribieron personas.`,
  anyLine: 'Encuentra una línea en tu país: findahelpline.com',
  former: {
    imported: 'Tus conversaciones con tu coach anterior se trajeron aquí; solo tú puedes leerlas',
    undone: 'Lo que se trajo aquí de tu coach anterior se quitó otra vez'
  }
}

export const coachWords = (locale: Locale): typeof en => (locale === 'es' ? es : en)

/** Human-written. The person's country first; a general address always. */
export function crisisText(locale: Locale, lines: readonly CrisisLine[], country: string | undefined): string {
  const local = lines.filter(line => line.country === country || line.country === '*')
  const listed = local.map(line => `${line.name}: ${line.contact}`)
  return coachWords(locale).crisis([...listed, coachWords(locale).anyLine].join('\n'))
}
