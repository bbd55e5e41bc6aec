/** What people read who sign in with CI itself, by code or passkey. */
import type { Language } from '../identity/identity.ts'

const en = {
  title: 'Sign in',
  body: 'With the e-mail address of your work or your course.',
  withPasskey: 'Sign in with a passkey',
  or: 'or with your e-mail address',
  emailLabel: 'E-mail address',
  next: 'Continue',
  notAnAddress: 'That is not a whole e-mail address. Write it as name@example.com.',
  otherCompany:
    'Your company signs you in itself, and this site is not your company’s. Open your company’s site, or use another address here.',
  passkeyRefused:
    'That passkey does not open this. It may have been removed, or be of another site. Use your e-mail address instead.',
  passkeyFailed: 'The passkey was not used. Try again, or use your e-mail address.',
  codeTitle: 'Enter your code',
  codeBody: (email: string) =>
    `If ${email} is known here, a code of eight digits is on its way. It works once, for ten minutes, in this browser.`,
  codeLabel: 'Code from the e-mail',
  signIn: 'Sign in',
  noMail:
    'No mail? Look in the spam folder and check the address. If your company signs you in, use your work address.',
  waiting: 'Mail is delayed at the moment. We keep trying; leave this page open.',
  again: 'Send another code',
  againIn: (seconds: number) => `Another code can be sent in ${seconds} seconds.`,
  otherAddress: 'Use another address',
  wrongCode: (left: number) =>
    left === 1 ? 'That is not the code. You have one try left.' : `That is not the code. You have ${left} tries left.`,
  codeOver: 'This code does not work any more. Send another one.',
  codeSpent: 'That was the fifth try, so this code has ended. Send another one.',
  tooManyTitle: 'Too many codes',
  tooManyBody: (minutes: number) =>
    `Many codes were asked for with this address or from this network. Nothing is lost. Try again in ${minutes} minutes.`,
  whereTitle: 'Where to?',
  whereBody: 'Your address is known in more than one place.',
  nobodyTitle: 'There is no access for this address',
  nobodyBody:
    'It was given once and has ended, or your company has its own sign-in now. Ask the person who invited you.',
  offerTitle: 'Next time without a code?',
  offerBody:
    'A passkey signs you in with your fingerprint, face or screen lock. It stays on your device; nothing is mailed.',
  add: 'Add a passkey',
  skip: 'Go on without',
  addFailed: 'No passkey was added. Try again, or go on without one.'
}
export type OwnWords = typeof en

const es: OwnWords = {
  title: 'Inicia sesión',
  body: 'Con la dirección de correo de tu trabajo o de tu curso.',
  withPasskey: 'Entrar con una llave de acceso',
  or: 'o con tu dirección de correo',
  emailLabel: 'Dirección de correo',
  next: 'Continuar',
  notAnAddress: 'Esa dirección de correo no está completa. Escríbela como nombre@example.com.',
  otherCompany:
    'Tu empresa inicia tu sesión por su cuenta y este sitio no es el suyo. Abre el sitio de tu empresa o usa aquí otra dirección.',
  passkeyRefused: 'Esa llave de acceso no sirve aquí. Quizá se quitó o es de otro sitio. Usa tu dirección de correo.',
  passkeyFailed: 'No se usó la llave de acceso. Inténtalo de nuevo o usa tu dirección de correo.',
  codeTitle: 'Escribe tu código',
  codeBody: email =>
    `Si aquí se conoce ${email}, va en camino un código de ocho cifras. Sirve una vez, durante diez minutos, en este navegador.`,
  codeLabel: 'Código del correo',
  signIn: 'Entrar',
  noMail:
    '¿No llega? Mira en el correo no deseado y revisa la dirección. Si tu empresa inicia tu sesión, usa la del trabajo.',
  waiting: 'El correo va con retraso en este momento. Seguimos intentándolo; deja esta página abierta.',
  again: 'Enviar otro código',
  againIn: seconds => `Podrás pedir otro código en ${seconds} segundos.`,
  otherAddress: 'Usar otra dirección',
  wrongCode: left =>
    left === 1 ? 'Ese no es el código. Te queda un intento.' : `Ese no es el código. Te quedan ${left} intentos.`,
  codeOver: 'Este código ya no sirve. Pide otro.',
  codeSpent: 'Era el quinto intento y este código terminó. Pide otro.',
  tooManyTitle: 'Demasiados códigos',
  tooManyBody: minutes =>
    `Se pidieron muchos códigos con esta dirección o desde esta red. No se pierde nada. Inténtalo de nuevo en ${minutes} minutos.`,
  whereTitle: '¿A dónde vas?',
  whereBody: 'Tu dirección se conoce en más de un sitio.',
  nobodyTitle: 'Esta dirección no tiene acceso',
  nobodyBody:
    'Lo tuvo y terminó, o tu empresa tiene ahora su propio inicio de sesión. Pregunta a la persona que te invitó.',
  offerTitle: '¿La próxima vez sin código?',
  offerBody:
    'Con una llave de acceso entras con tu huella, tu cara o el bloqueo de pantalla. Se queda en tu dispositivo; no se envía nada.',
  add: 'Añadir una llave de acceso',
  skip: 'Seguir sin ella',
  addFailed: 'No se añadió ninguna llave de acceso. Inténtalo de nuevo o sigue sin ella.'
}

export const ownWordsIn: Readonly<Record<Language, OwnWords>> = { en, es }
