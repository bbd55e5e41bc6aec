/** What a person wishes for their nudges, before the server has said yes. Pure. */
import type { NudgePreferences, PreferenceChange } from '../../../api/contract/nudges.ts'

/** As it will be; what is taken back stays as it is until the server says what holds then. */
export function withWish(now: NudgePreferences, wish: PreferenceChange): NudgePreferences {
  const { perWeek, focus, hours, timezone, locale, awayUntil, pausedUntil, stopped } = wish
  return {
    ...now,
    ...(perWeek === undefined ? {} : { perWeek }),
    ...(focus === undefined ? {} : { focus }),
    ...(awayUntil === undefined ? {} : { awayUntil }),
    ...(pausedUntil === undefined ? {} : { pausedUntil }),
    ...(stopped === undefined ? {} : { stopped }),
    ...(hours ? { hours: { ...hours, source: 'person' } } : {}),
    ...(timezone ? { zone: { timezone, source: 'person' } } : {}),
    ...(locale ? { language: { locale, source: 'person' } } : {})
  }
}

/** The wish that takes it back. */
export function undoOf(
  wish: PreferenceChange,
  { hours, zone, language, ...before }: NudgePreferences
): PreferenceChange {
  const { source, ...times } = hours
  return {
    ...(wish.perWeek === undefined ? {} : { perWeek: before.perWeek }),
    ...(wish.focus === undefined ? {} : { focus: before.focus }),
    ...(wish.awayUntil === undefined ? {} : { awayUntil: before.awayUntil }),
    ...(wish.pausedUntil === undefined ? {} : { pausedUntil: before.pausedUntil }),
    ...(wish.stopped === undefined ? {} : { stopped: before.stopped }),
    ...(wish.hours === undefined ? {} : { hours: source === 'person' ? times : null }),
    ...(wish.timezone === undefined ? {} : { timezone: zone.source === 'person' ? zone.timezone : null }),
    ...(wish.locale === undefined ? {} : { locale: language.source === 'person' ? language.locale : null })
  }
}
