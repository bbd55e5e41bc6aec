/** A time of day such as `09:30` as people of this language write it: "9:30 AM", "9:30". */
export const tellTime = (language: string, time: string): string =>
  new Intl.DateTimeFormat(language, {
    hour: 'numeric',
    minute: '2-digit',
    timeZone: 'UTC',
    // Its “a. m.” would end a sentence twice.
    ...(language.startsWith('es') ? { hourCycle: 'h23' as const } : {})
  }).format(new Date(`1970-01-01T${time}Z`))
