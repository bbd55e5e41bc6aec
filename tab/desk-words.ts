/** What people read on the pages beside the coach; loaded with the first of them. */
import { accessWords } from './access-words.ts'
import { apiKeyWords } from './api-key-words.ts'
import { brakeWords } from './brake-words.ts'
import { returnerWords } from './returner-words.ts'
import { claimWords } from './claim-words.ts'
import { coachEngineWords } from './coach-engine-words.ts'
import { consoleWords } from './pages/console/words.ts'
import { courseWords } from './course-words.ts'
import { nudgeWords } from './nudge-words.ts'
import { oversightWords } from './oversight-words.ts'
import { experimentPageWords } from './pages/experiments/words.ts'
import { signUpWords } from './pages/enrollment/sign-up-words.ts'
import { movingWords } from './pages/enrollment/moving-words.ts'
import { campaignWords } from './pages/campaigns/words.ts'
import { nudgeFormWords } from './nudge-form-words.ts'
import { journeyWords } from './pages/journeys/words.ts'
import { enrollmentWords } from './pages/enrollment/words.ts'
import { channelWords } from './pages/reach/channel-words.ts'
import { ownReachWords } from './pages/reach/own-words.ts'
import { reachWords } from './pages/reach/words.ts'
import { leavingWords } from './leaving-words.ts'
import { materialWords } from './pages/material/words.ts'
import { paperWords } from './pages/papers/words.ts'
import { refusalWords } from './refusal-words.ts'
import { retentionWords } from './retention-words.ts'
import { safetyWords } from './safety-words.ts'
import { embedAdminWords } from './embed-admin-words.ts'
import type { CoreWords, Words } from './words.ts'

const en = {
  setup: {
    directory: (when: string) => `The directory last spoke: ${when}.`,
    drift: (d: { at: string; listed: number; missing: number; extra: number; differing: number }) =>
      d.missing + d.extra + d.differing === 0
        ? `Compared with its lists on ${d.at}: ${d.listed} people, and no difference.`
        : `Compared with its lists on ${d.at}: ${d.listed} people; ${d.missing} were missing here, ${d.extra} too many, ${d.differing} different. All mended.`,
    signIn: (when: string) => `The last sign-in that worked: ${when}.`,
    failed: (count: number) =>
      `${count === 1 ? '1 sign-in' : `${count} sign-ins`} failed in the last seven days. Below you see why, and what to do.`,
    links: (l: { people: number; linked: number; unlinked: number }) =>
      `${l.linked} of ${l.people} people are known by their Teams account; ${l.unlinked} connect when they first come.`,
    portal: 'Set-up links',
    portalBody:
      'Each link opens one task in the set-up portal and lives a few minutes. It is for you; do not send it on.',
    intents: {
      sso: 'Sign-in',
      dsync: 'Directory',
      domain_verification: 'Domains',
      certificate_renewal: 'Certificate',
      audit_logs: 'Audit log',
      log_streams: 'Log streams'
    },
    goOn: (task: string) => `Go on to the portal: ${task}`
  },
  lab: {
    title: 'Claim lab',
    body: 'Paste an ID token, a SAML response, a SCIM user or claims, as JSON or a line each. Nothing is verified, and nothing is kept unless you save it: then without tokens and signatures.',
    type: 'Kind of provider',
    paste: 'What it sends',
    tooLong: 'That is more than 200,000 characters. Paste the assertion or the token alone.',
    look: 'Show what comes of it',
    allowed: 'Would come in.',
    refused: 'Would not come in.',
    attributes: {
      subject: 'id',
      email: 'e-mail',
      firstName: 'first name',
      lastName: 'last name',
      groups: 'groups',
      department: 'department',
      country: 'country',
      locale: 'language',
      employeeNumber: 'employee number'
    },
    mapped: (attribute: string, value: string, claim: string) => `${attribute}: ${value} (from ${claim})`,
    missing: (attributes: string) => `Missing: ${attributes}.`,
    suggestion: (attribute: string, claim: string) => `${attribute} could come from “${claim}”`,
    firstPart: (attribute: string, claim: string) =>
      `${attribute} could come from “${claim}”, comparing the first part of each full name`,
    use: 'Use it',
    useFor: (attribute: string, claim: string) => `Use it: “${claim}” for ${attribute}`,
    cohorts: (names: string) => `Programs: ${names}`,
    courses: (names: string) => `Courses: ${names}`,
    name: 'Name of the case',
    keep: 'Save as a case',
    cases: 'Saved cases',
    noCases: 'None yet. Saved cases are tried at every change of the mapping.',
    holds: 'holds',
    breaks: 'breaks',
    drop: 'Remove',
    dropCase: (name: string) => `Remove the case “${name}”`
  },
  ...accessWords.en,
  ...brakeWords.en,
  ...returnerWords.en,
  ...embedAdminWords.en,
  ...claimWords.en,
  ...coachEngineWords.en,
  ...consoleWords.en,
  ...courseWords.en,
  ...nudgeWords.en,
  ...oversightWords.en,
  ...experimentPageWords.en,
  ...signUpWords.en,
  ...movingWords.en,
  ...campaignWords.en,
  ...nudgeFormWords.en,
  ...journeyWords.en,
  ...enrollmentWords.en,
  ...channelWords.en,
  refusals: refusalWords.en,
  ...safetyWords.en,
  ...materialWords.en,
  ...paperWords.en,
  ...retentionWords.en,
  ...leavingWords.en,
  ...apiKeyWords.en,
  ...ownReachWords.en,
  ...reachWords.en
}
export type DeskWords = typeof en

const es: DeskWords = {
  setup: {
    directory: when => `El directorio habló por última vez: ${when}.`,
    drift: d =>
      d.missing + d.extra + d.differing === 0
        ? `Comparado con sus listas el ${d.at}: ${d.listed} personas y ninguna diferencia.`
        : `Comparado con sus listas el ${d.at}: ${d.listed} personas; aquí faltaban ${d.missing}, sobraban ${d.extra}, ${d.differing} eran distintas. Todo corregido.`,
    signIn: when => `El último inicio de sesión correcto: ${when}.`,
    failed: count =>
      `En los últimos siete días ${count === 1 ? 'falló 1 inicio de sesión' : `fallaron ${count} inicios de sesión`}. Abajo ves por qué y qué hacer.`,
    links: l =>
      `Conocemos a ${l.linked} de ${l.people} personas por su cuenta de Teams; ${l.unlinked} se conectan la primera vez que vienen.`,
    portal: 'Enlaces de configuración',
    portalBody:
      'Cada enlace abre una tarea del portal de configuración y dura unos minutos. Es para ti; no lo reenvíes.',
    intents: {
      sso: 'Inicio de sesión',
      dsync: 'Directorio',
      domain_verification: 'Dominios',
      certificate_renewal: 'Certificado',
      audit_logs: 'Registro de auditoría',
      log_streams: 'Envío de registros'
    },
    goOn: task => `Ir al portal: ${task}`
  },
  lab: {
    title: 'Laboratorio de atributos',
    body: 'Pega un token de identidad, una respuesta SAML, un usuario SCIM o atributos, en JSON o uno por línea. Nada se verifica y nada se guarda, salvo que lo guardes: entonces, sin tokens ni firmas.',
    type: 'Tipo de proveedor',
    paste: 'Lo que envía',
    tooLong: 'Son más de 200.000 caracteres. Pega solo la aserción o el token.',
    look: 'Ver el resultado',
    allowed: 'Podría entrar.',
    refused: 'No podría entrar.',
    attributes: {
      subject: 'identificador',
      email: 'correo',
      firstName: 'nombre',
      lastName: 'apellido',
      groups: 'grupos',
      department: 'departamento',
      country: 'país',
      locale: 'idioma',
      employeeNumber: 'número de empleado'
    },
    mapped: (attribute, value, claim) => `${attribute}: ${value} (de ${claim})`,
    missing: attributes => `Falta: ${attributes}.`,
    suggestion: (attribute, claim) => `${attribute} podría venir de «${claim}»`,
    firstPart: (attribute, claim) =>
      `${attribute} podría venir de «${claim}», comparando la primera parte de cada nombre completo`,
    use: 'Usarlo',
    useFor: (attribute, claim) => `Usarlo: «${claim}» para ${attribute}`,
    cohorts: names => `Programas: ${names}`,
    courses: names => `Cursos: ${names}`,
    name: 'Nombre del caso',
    keep: 'Guardar como caso',
    cases: 'Casos guardados',
    noCases: 'Aún no hay. Los casos guardados se prueban en cada cambio de la asignación.',
    holds: 'se cumple',
    breaks: 'no se cumple',
    drop: 'Quitar',
    dropCase: name => `Quitar el caso «${name}»`
  },
  ...accessWords.es,
  ...brakeWords.es,
  ...returnerWords.es,
  ...embedAdminWords.es,
  ...claimWords.es,
  ...coachEngineWords.es,
  ...consoleWords.es,
  ...courseWords.es,
  ...nudgeWords.es,
  ...oversightWords.es,
  ...experimentPageWords.es,
  ...signUpWords.es,
  ...movingWords.es,
  ...campaignWords.es,
  ...nudgeFormWords.es,
  ...journeyWords.es,
  ...enrollmentWords.es,
  ...channelWords.es,
  refusals: refusalWords.es,
  ...safetyWords.es,
  ...materialWords.es,
  ...paperWords.es,
  ...retentionWords.es,
  ...leavingWords.es,
  ...apiKeyWords.es,
  ...ownReachWords.es,
  ...reachWords.es
}

export const deskWordsFor = (core: CoreWords, locale: string): Words => ({
  ...core,
  ...(locale.startsWith('es') ? es : en)
})
