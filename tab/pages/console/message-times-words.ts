/** When messages may come: what an admin reads and is told of it. */
import type { WhyNot } from './message-times-draft.ts'

const en = {
  messageTimes: {
    title: 'When messages may come',
    body: 'It holds for every message of the coach, and for what is planned already: that waits for the next moment that is allowed. A follow-up for which somebody named the very minute is the one exception.',
    hours: 'Working hours',
    hoursBody: 'For everybody who has not chosen hours of their own, in their own time zone.',
    from: 'From',
    to: 'To',
    days: 'Days',
    order: 'The end must be later than the start',
    oneDay: 'Choose at least one day.',
    agreement: 'Works agreement',
    agreementBody: 'Nobody gets around it: not HR, not a campaign, not a person’s own hours.',
    hasAgreement: 'A works agreement limits the hours',
    notBefore: 'Nothing before',
    notAfter: 'Nothing after',
    leavesNothing: 'With these working hours no time is left. Choose hours that overlap.',
    holidays: 'Public holidays',
    freeHolidays: 'No messages on the public holidays of where somebody works',
    region: (country: string) => `Part of ${country}, for its own holidays`,
    regionHint:
      'It holds for whoever works there, unless the directory names another part. The country is under “Company and launch”.',
    wholeCountry: 'Only what the whole country keeps',
    noRegions: (country: string) => `For ${country} the calendar knows one set of holidays.`,
    ownDays: 'Your own days without messages',
    noOwnDays: 'None. For example: the day of the company’s anniversary.',
    day: 'Day',
    addDay: 'Add day',
    blackouts: 'Times without messages',
    noBlackouts: 'None. For example: from December 22 to January 6, at the year’s close.',
    first: 'First day',
    last: 'Last day',
    addBlackout: 'Add time',
    states: { new: 'New', gone: 'Goes when you save', past: 'Past' },
    remove: 'Remove',
    removeOf: (days: string) => `Remove ${days}`,
    keep: 'Keep',
    keepOf: (days: string) => `Keep ${days}`,
    whyNot: (most: number): Readonly<Record<WhyNot, string>> => ({
      incomplete: 'Choose a day, with its year',
      order: 'The last day cannot be before the first',
      long: 'A year at most. Make two of it',
      twice: 'It is in the list already',
      many: `${most} at most. Remove one that is past first`
    }),
    preview: 'The next days without messages',
    previewBody: 'As you have it above, saved or not, where most of your people work.',
    open: (from: string, to: string) => `On other working days messages may come from ${from} to ${to}.`,
    openByLaw: (from: string, to: string, law: string) =>
      `On other working days messages may come from ${from} to ${to}. The right to disconnect there: ${law}.`,
    shut: (country: string) =>
      `No message would ever come in ${country}: working hours, works agreement and the law there have no time in common.`,
    noQuiet: 'None within two years.',
    why: { own_day: 'your own day', blackout: 'time without messages' },
    unsaved: 'Not saved yet.',
    discard: 'Discard changes'
  }
}

const es: typeof en = {
  messageTimes: {
    title: 'Cuándo pueden llegar mensajes',
    body: 'Vale para todos los mensajes del coach, también para los ya previstos: esperan al siguiente momento permitido. La única excepción es un seguimiento para el que alguien nombró el minuto exacto.',
    hours: 'Horario laboral',
    hoursBody: 'Para quien no ha elegido su propio horario, en su propia zona horaria.',
    from: 'Desde',
    to: 'Hasta',
    days: 'Días',
    order: 'El final tiene que ser posterior al comienzo',
    oneDay: 'Elige al menos un día.',
    agreement: 'Acuerdo laboral',
    agreementBody: 'Nadie lo elude: ni Recursos Humanos, ni una campaña, ni el horario propio de una persona.',
    hasAgreement: 'Un acuerdo laboral limita el horario',
    notBefore: 'Nada antes de las',
    notAfter: 'Nada después de las',
    leavesNothing: 'Con este horario laboral no queda ninguna hora. Elige horas que coincidan.',
    holidays: 'Días festivos',
    freeHolidays: 'Sin mensajes en los festivos de donde trabaja cada persona',
    region: country => `Parte de ${country}, por sus propios festivos`,
    regionHint:
      'Vale para quien trabaja allí, salvo que el directorio nombre otra parte. El país está en «Empresa y lanzamiento».',
    wholeCountry: 'Solo los de todo el país',
    noRegions: country => `Para ${country} el calendario conoce un único conjunto de festivos.`,
    ownDays: 'Días propios sin mensajes',
    noOwnDays: 'Ninguno. Por ejemplo: el día del aniversario de la empresa.',
    day: 'Día',
    addDay: 'Añadir día',
    blackouts: 'Épocas sin mensajes',
    noBlackouts: 'Ninguna. Por ejemplo: del 22 de diciembre al 6 de enero, por el cierre del año.',
    first: 'Primer día',
    last: 'Último día',
    addBlackout: 'Añadir época',
    states: { new: 'Nuevo', gone: 'Se quita al guardar', past: 'Pasado' },
    remove: 'Quitar',
    removeOf: days => `Quitar ${days}`,
    keep: 'Conservar',
    keepOf: days => `Conservar ${days}`,
    whyNot: most => ({
      incomplete: 'Elige un día, con su año',
      order: 'El último día no puede ser anterior al primero',
      long: 'Un año como máximo. Haz dos',
      twice: 'Ya está en la lista',
      many: `${most} como máximo. Quita antes alguno pasado`
    }),
    preview: 'Los próximos días sin mensajes',
    previewBody: 'Tal como lo tienes arriba, guardado o no, donde trabaja la mayoría de tu gente.',
    open: (from, to) => `Los demás días laborables pueden llegar mensajes de ${from} a ${to}.`,
    openByLaw: (from, to, law) =>
      `Los demás días laborables pueden llegar mensajes de ${from} a ${to}. El derecho a la desconexión allí: ${law}.`,
    shut: country =>
      `En ${country} no llegaría nunca ningún mensaje: el horario laboral, el acuerdo laboral y la ley de allí no tienen ninguna hora en común.`,
    noQuiet: 'Ninguno en dos años.',
    why: { own_day: 'día propio', blackout: 'época sin mensajes' },
    unsaved: 'Aún no se ha guardado.',
    discard: 'Descartar cambios'
  }
}

export const messageTimesWords = { en, es }
