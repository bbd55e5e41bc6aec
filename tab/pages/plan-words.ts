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
  make: 'Make a plan'
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
  make: 'Hacer un plan'
}

export const planWordsIn = (locale: string): PlanPageWords => (locale.startsWith('es') ? es : en)
