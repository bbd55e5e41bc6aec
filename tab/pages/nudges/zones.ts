/** Time zones by the names that people look for. Pure. */

/** Browsers list some under names that their places gave up. */
const RENAMED: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Godthab': 'America/Nuuk',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk'
}

/** All that the browser knows, and the one that holds now. */
export const zonesWith = (now: string): readonly string[] =>
  [...new Set([now, ...Intl.supportedValuesOf('timeZone').map(zone => RENAMED[zone] ?? zone)])].toSorted()

export const nameOf = (zone: string): string => zone.replaceAll('_', ' ')
