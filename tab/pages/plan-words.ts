/** What people read on the page "Plans" and on a plan's card; loaded with the first of them. */
const en = {
  notHere: 'The link leads to a plan that is no longer here, or is not yours.',
  change: 'Change',
  changeOf: (cue: string) => `Change the plan “if ${cue}”`,
  cue: 'If …',
  action: 'then I will …',
  when: 'When shall I ask how it went?',
  moments: {
    keep: 'As it is',
    today: 'Later today',
    tomorrow: 'Tomorrow',
    three_days: 'In three days',
    next_week: 'Next week',
    never: 'Do not ask'
  },
  save: 'Save',
  cancel: 'Leave it as it is',
  short: 'Each half needs three letters or more.',
  calendar: 'To the calendar',
  calendarOf: (cue: string) => `To the calendar: “if ${cue}”`,
  openOnes: 'Open',
  closedOnes: 'Behind you',
  make: 'Make a plan',
  made: 'Your plan is kept.',
  leave: 'Cancel',
  examples: { cue: 'stand-up ends', action: 'thank one person' },
  moment: 'Does that moment have a day and time? (optional)',
  askMoment: 'When does that moment come?',
  day: 'Day',
  time: 'Time',
  zone: (zone: string) => `In your time zone: ${zone}.`,
  half: 'Choose a day and a time.',
  cueAt: (when: string) => `The moment: ${when}`,
  momentsAfter: {
    keep: 'As it is, but not before that moment',
    today: 'A few hours after that moment',
    tomorrow: 'The day after it',
    three_days: 'Three days after it',
    next_week: 'A week after it',
    never: 'Do not ask'
  },
  toCalendar: 'Save and download',
  refusals: {
    cue_out_of_range: 'Choose a day and time that are still to come, within a year.',
    needs_agreement: 'Say yes to the coach on the page “Coach” first. What you typed stays here.',
    conflict: 'This plan is closed. Make a new one.',
    not_found: 'This plan is no longer here. Load the page again.'
  } as Readonly<Record<string, string>>
}

export type PlanPageWords = typeof en

const es: PlanPageWords = {
  notHere: 'El enlace lleva a un plan que ya no está aquí o que no es tuyo.',
  change: 'Cambiar',
  changeOf: cue => `Cambiar el plan «si ${cue}»`,
  cue: 'Si …',
  action: 'entonces …',
  when: '¿Cuándo te pregunto cómo fue?',
  moments: {
    keep: 'Como está',
    today: 'Hoy más tarde',
    tomorrow: 'Mañana',
    three_days: 'En tres días',
    next_week: 'La próxima semana',
    never: 'No preguntes'
  },
  save: 'Guardar',
  cancel: 'Dejarlo como está',
  short: 'Cada mitad necesita al menos tres letras.',
  calendar: 'Al calendario',
  calendarOf: cue => `Al calendario: «si ${cue}»`,
  openOnes: 'Abiertos',
  closedOnes: 'Ya pasados',
  make: 'Hacer un plan',
  made: 'Tu plan quedó guardado.',
  leave: 'Cancelar',
  examples: { cue: 'termina la reunión', action: 'agradezco a alguien' },
  moment: '¿Ese momento tiene día y hora? (opcional)',
  askMoment: '¿Cuándo llega ese momento?',
  day: 'Día',
  time: 'Hora',
  zone: zone => `En tu zona horaria: ${zone}.`,
  half: 'Elige un día y una hora.',
  cueAt: when => `El momento: ${when}`,
  momentsAfter: {
    keep: 'Como está, pero no antes de ese momento',
    today: 'Unas horas después de ese momento',
    tomorrow: 'Al día siguiente',
    three_days: 'Tres días después',
    next_week: 'Una semana después',
    never: 'No preguntes'
  },
  toCalendar: 'Guardar y descargar',
  refusals: {
    cue_out_of_range: 'Elige un día y una hora que aún no hayan pasado, dentro de un año.',
    needs_agreement: 'Primero di que sí al coach en la página «Coach». Lo que escribiste se queda aquí.',
    conflict: 'Este plan ya está cerrado. Haz uno nuevo.',
    not_found: 'Este plan ya no está. Vuelve a cargar la página.'
  }
}

export const planWordsIn = (locale: string): PlanPageWords => (locale.startsWith('es') ? es : en)
