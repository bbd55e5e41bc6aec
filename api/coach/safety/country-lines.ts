/**
 * National lines for people in danger, by country (ISO 3166-1). Each was found in two published sources that agree, on 27 November 2026; none was
 * dialed. Whoever changes one, or runs the product for people there, checks it again.
 */
export const COUNTRY_LINES: Readonly<Record<string, readonly { readonly name: string; readonly contact: string }[]>> = {
  US: [{ name: '988 Suicide & Crisis Lifeline', contact: '988' }],
  CA: [{ name: '9-8-8: Suicide Crisis Helpline (English, French)', contact: '988' }],
  MX: [{ name: 'Línea de la Vida', contact: '800 911 2000' }],
  GB: [{ name: 'Samaritans', contact: '116 123' }],
  IE: [{ name: 'Samaritans Ireland', contact: '116 123' }],
  ES: [{ name: 'Línea 024', contact: '024' }],
  PT: [{ name: 'Linha Nacional de Prevenção do Suicídio', contact: '1411' }],
  FR: [{ name: 'Numéro national de prévention du suicide', contact: '3114' }],
  DE: [{ name: 'TelefonSeelsorge', contact: '0800 111 0 111' }],
  AT: [{ name: 'Telefonseelsorge', contact: '142' }],
  CH: [{ name: 'Die Dargebotene Hand / La Main Tendue / Telefono Amico', contact: '143' }],
  IT: [{ name: 'Telefono Amico Italia (10:00–24:00)', contact: '02 2327 2327' }],
  BE: [
    { name: 'Zelfmoordlijn 1813 (Dutch)', contact: '1813' },
    { name: 'Centre de Prévention du Suicide (French)', contact: '0800 32 123' }
  ],
  NL: [{ name: '113 Zelfmoordpreventie', contact: '113' }],
  LU: [{ name: 'SOS Détresse (not 24 hours)', contact: '45 45 45' }],
  SE: [{ name: 'Självmordslinjen (Mind)', contact: '90101' }],
  NO: [{ name: 'Mental Helse Hjelpetelefonen', contact: '116 123' }],
  DK: [{ name: 'Livslinien (not 24 hours)', contact: '70 201 201' }],
  FI: [{ name: 'MIELI Kriisipuhelin (Finnish)', contact: '09 2525 0111' }],
  PL: [{ name: 'Telefon zaufania dla dorosłych w kryzysie emocjonalnym (not 24 hours)', contact: '116 123' }],
  HU: [{ name: 'Lelki Elsősegély Telefonszolgálat', contact: '116-123' }],
  GR: [{ name: 'Γραμμή Παρέμβασης για την Αυτοκτονία (Κλίμακα)', contact: '1018' }],
  AU: [{ name: 'Lifeline', contact: '13 11 14' }],
  NZ: [{ name: '1737, Need to talk?', contact: '1737' }],
  IN: [{ name: 'Tele MANAS', contact: '14416' }],
  SG: [{ name: 'Samaritans of Singapore', contact: '1767' }],
  JP: [{ name: 'よりそいホットライン', contact: '0120-279-338' }],
  KR: [{ name: '자살예방상담전화', contact: '109' }],
  PH: [
    { name: 'NCMH Crisis Hotline (mobile)', contact: '0917-899-8727' },
    { name: 'NCMH Crisis Hotline (landline)', contact: '1553' }
  ],
  ZA: [{ name: 'SADAG Suicide Crisis Helpline', contact: '0800 567 567' }],
  IL: [{ name: 'ERAN', contact: '1201' }],
  BR: [{ name: 'CVV – Centro de Valorização da Vida', contact: '188' }],
  AR: [{ name: 'Línea nacional de salud mental', contact: '0800-999-0091' }],
  CL: [{ name: 'Línea de prevención del suicidio', contact: '*4141' }],
  PE: [{ name: 'Línea 113, opción 5 (Ministerio de Salud)', contact: '113' }],
  UY: [
    { name: 'Línea Vida', contact: '0800 0767' },
    { name: 'Línea Vida (celular)', contact: '*0767' }
  ],
  CR: [{ name: 'Línea Aquí Estoy (no 24 horas)', contact: '800-2737869' }],
  EC: [{ name: 'Línea 171, opción 6 (Ministerio de Salud Pública)', contact: '171' }],
  PA: [{ name: 'Línea 147 (Ministerio de Desarrollo Social)', contact: '147' }],
  PR: [
    { name: '988', contact: '988' },
    { name: 'Línea PAS (ASSMCA)', contact: '1-800-981-0023' }
  ]
}

type Emergency = string | { readonly ambulance: string; readonly police: string }

/** One number for all, or one of each service. From Google’s libphonenumber and one more source each. */
export const EMERGENCY_NUMBERS: Readonly<Record<string, Emergency>> = {
  US: '911',
  CA: '911',
  MX: '911',
  GB: '999',
  IE: '112',
  ES: '112',
  PT: '112',
  FR: '112',
  DE: '112',
  AT: '112',
  CH: { ambulance: '144', police: '117' },
  IT: '112',
  BE: '112',
  NL: '112',
  LU: '112',
  SE: '112',
  NO: { ambulance: '113', police: '112' },
  DK: '112',
  FI: '112',
  PL: '112',
  CZ: '112',
  RO: '112',
  HU: '112',
  GR: '112',
  AU: '000',
  NZ: '111',
  IN: '112',
  SG: { ambulance: '995', police: '999' },
  JP: { ambulance: '119', police: '110' },
  KR: { ambulance: '119', police: '112' },
  PH: '911',
  ZA: '112',
  IL: { ambulance: '101', police: '100' },
  BR: { ambulance: '192', police: '190' },
  AR: '911',
  CL: { ambulance: '131', police: '133' },
  CO: '123',
  UY: '911',
  CR: '911',
  EC: '911',
  PA: '911',
  PR: '911'
}
