/** What people read around a nudge's own words: why they got it, from which data. A language missing here does not compile. */
import { FOCUS_NAMES } from '../contract/focus-names.ts'
import { focusAreaSchema, type NudgePreferences } from '../contract/nudges.ts'

export type Locale = NudgePreferences['language']['locale']

/** One datum as `Reason` names it: what it says of the person, and what it is called in the list of data used. */
type Datum = { readonly why: (value: string) => string; readonly data: string }

const dayIn = (locale: Locale, day: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))

const areaIn = (locale: Locale, area: string): string => {
  const known = focusAreaSchema.safeParse(area).data
  return known ? FOCUS_NAMES[locale][known] : area
}

const en = {
  data: {
    focus: { why: area => `You chose “${areaIn('en', area)}”.`, data: 'the focus areas you chose' },
    focus_none: {
      why: area => `It is the turn of “${areaIn('en', area)}”, as you chose no focus area.`,
      data: 'that you chose no focus area'
    },
    focus_heard: {
      why: area => `It is the turn of “${areaIn('en', area)}”: of what you chose you have had all there is for now.`,
      data: 'the focus areas you chose'
    },
    leads: { why: () => 'You lead people, says your company’s directory.', data: 'who reports to you' },
    manager: { why: () => 'You have a manager, says your company’s directory.', data: 'who your manager is' },
    manager_zone: {
      why: zone => `Your manager’s time zone, ${placeOf(zone)}, is not yours.`,
      data: 'your manager’s time zone'
    },
    started: {
      why: day => `You started on ${dayIn('en', day)}, says your company’s directory.`,
      data: 'the day you started'
    },
    program: { why: program => `You are in the program “${program}”.`, data: 'your program' }
  } as Readonly<Record<DatumName, Datum>>,
  whyAgreed: 'You agreed to short messages from your coach.',
  dataAgreed: 'your agreement',
  dataTimezone: 'your time zone and working hours',
  withdrawn: {
    action: 'A message that was taken back',
    whyYou: '',
    whyNow: '',
    evidence: '',
    dataUsed: [] as string[]
  },
  welcome: { action: 'Decide whether you want a coach', whyNow: 'Your company starts today.' },
  followUp: {
    action: 'Say how your plan went',
    whyYou: 'You made this plan and chose the moment.',
    whyNow: 'It is the moment you chose.'
  }
}

const es: typeof en = {
  data: {
    focus: { why: area => `Elegiste «${areaIn('es', area)}».`, data: 'las áreas que elegiste' },
    focus_none: {
      why: area => `Le toca a «${areaIn('es', area)}», porque no elegiste ningún área.`,
      data: 'que no elegiste ningún área'
    },
    focus_heard: {
      why: area => `Le toca a «${areaIn('es', area)}»: de lo que elegiste ya recibiste todo por ahora.`,
      data: 'las áreas que elegiste'
    },
    leads: { why: () => 'Tienes personas a cargo, según el directorio de tu empresa.', data: 'quién depende de ti' },
    manager: {
      why: () => 'Tienes responsable, según el directorio de tu empresa.',
      data: 'quién es tu responsable'
    },
    manager_zone: {
      why: zone => `El huso horario de tu responsable, ${placeOf(zone)}, no es el tuyo.`,
      data: 'el huso horario de tu responsable'
    },
    started: {
      why: day => `Empezaste el ${dayIn('es', day)}, según el directorio de tu empresa.`,
      data: 'el día en que empezaste'
    },
    program: { why: program => `Estás en el programa «${program}».`, data: 'tu programa' }
  },
  whyAgreed: 'Aceptaste mensajes breves de tu coach.',
  dataAgreed: 'tu aceptación',
  dataTimezone: 'tu zona horaria y tu horario laboral',
  withdrawn: { action: 'Un mensaje que se retiró', whyYou: '', whyNow: '', evidence: '', dataUsed: [] },
  welcome: { action: 'Decide si quieres un coach', whyNow: 'Tu empresa empieza hoy.' },
  followUp: {
    action: 'Cuenta cómo fue tu plan',
    whyYou: 'Hiciste este plan y elegiste el momento.',
    whyNow: 'Es el momento que elegiste.'
  }
}

export type DatumName =
  | 'focus'
  | 'focus_none'
  | 'focus_heard'
  | 'leads'
  | 'manager'
  | 'manager_zone'
  | 'started'
  | 'program'

/** `Europe/Madrid` as people say it. */
function placeOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
}

export const WORDS: Readonly<Record<Locale, typeof en>> = { en, es }
