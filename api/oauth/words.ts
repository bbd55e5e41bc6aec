/** What people read on the few pages of the provider. */
import type { Language } from '../identity/identity.ts'

const en = {
  back: 'Back to the app',
  retry: 'Try again',
  emailTitle: 'Sign in with your company',
  emailBody: 'Your company signs you in; we never see your password.',
  emailLabel: 'Work e-mail',
  next: 'Continue',
  noCompany:
    'We do not know a company with that e-mail domain. Check the spelling, or ask your HR contact which address to use.',
  continueTitle: 'On to your company’s sign-in',
  continueBody: 'You are being taken to your company’s sign-in page.',
  toMicrosoft: ['On to Microsoft', 'You are being taken to Microsoft’s sign-in page.'] as readonly [string, string],
  settingUpTitle: 'Your company is being set up',
  settingUpBody: 'Sign in as in all your company’s apps. Whoever was invited to set it up can also have a code mailed.',
  settingUpProvider: 'Sign in with my company',
  settingUpCode: 'I was invited: mail me a code',
  expiredTitle: 'This sign-in is no longer open',
  expiredBody: 'Too much time went by, or it was opened in another browser. Start again from the app you came from.',
  signOutTitle: 'Sign out of ConsciousInsights?',
  signOutBody: 'Courses and coaching opened in this browser will ask you to sign in again.',
  signOut: 'Sign out',
  stay: 'Stay signed in',
  signedOutTitle: 'You are signed out',
  signedOutBody: 'You can close this page.',
  failedTitle: 'This sign-in did not work',
  failedBody:
    'The app asked for something we cannot answer. Start again from the app; if it stays so, send its support this line:',
  brokenTitle: 'We could not finish your sign-in',
  brokenBody:
    'Something on our side, or between us and your company, did not answer. Wait a minute and start again from the app; if it stays so, your IT help desk can help.',
  support: 'You can also ask our support:',
  reference: 'Reference to send along:',
  tooManyTitle: 'Too many tries',
  tooManyBody: 'Wait a minute, then try again.',
  tooManyProblem: 'There were too many tries. Wait a minute, then try again'
}
export type Words = typeof en

const es: Words = {
  back: 'Volver a la aplicación',
  retry: 'Intentar de nuevo',
  emailTitle: 'Inicia sesión con tu empresa',
  emailBody: 'Tu empresa inicia tu sesión; nunca vemos tu contraseña.',
  emailLabel: 'Correo del trabajo',
  next: 'Continuar',
  noCompany:
    'No conocemos una empresa con ese dominio de correo. Revisa cómo está escrito o pregunta a Recursos Humanos qué dirección usar.',
  continueTitle: 'Vamos al inicio de sesión de tu empresa',
  continueBody: 'Te llevamos a la página de inicio de sesión de tu empresa.',
  toMicrosoft: ['Vamos a Microsoft', 'Te llevamos a la página de inicio de sesión de Microsoft.'],
  settingUpTitle: 'Tu empresa se está configurando',
  settingUpBody:
    'Inicia sesión como en las demás aplicaciones de tu empresa. Quien fue invitado a configurarla también puede recibir un código por correo.',
  settingUpProvider: 'Entrar con mi empresa',
  settingUpCode: 'Me invitaron: envíame un código',
  expiredTitle: 'Este inicio de sesión ya no está abierto',
  expiredBody:
    'Pasó demasiado tiempo o se abrió en otro navegador. Empieza de nuevo desde la aplicación de la que venías.',
  signOutTitle: '¿Cerrar tu sesión de ConsciousInsights?',
  signOutBody: 'Los cursos y el coaching abiertos en este navegador te pedirán iniciar sesión otra vez.',
  signOut: 'Cerrar sesión',
  stay: 'Seguir con la sesión',
  signedOutTitle: 'Tu sesión está cerrada',
  signedOutBody: 'Puedes cerrar esta página.',
  failedTitle: 'Este inicio de sesión no funcionó',
  failedBody:
    'La aplicación pidió algo que no podemos responder. Empieza de nuevo desde ella; si sigue igual, envía esta línea a su soporte:',
  brokenTitle: 'No pudimos terminar tu inicio de sesión',
  brokenBody:
    'Algo de nuestro lado, o entre nosotros y tu empresa, no respondió. Espera un minuto y empieza de nuevo desde la aplicación; si sigue igual, tu mesa de ayuda de TI puede ayudarte.',
  support: 'También puedes escribir a nuestro soporte:',
  reference: 'Referencia para enviar también:',
  tooManyTitle: 'Demasiados intentos',
  tooManyBody: 'Espera un minuto e inténtalo de nuevo.',
  tooManyProblem: 'Hubo demasiados intentos. Espera un minuto e inténtalo de nuevo'
}

export const wordsIn: Readonly<Record<Language, Words>> = { en, es }
