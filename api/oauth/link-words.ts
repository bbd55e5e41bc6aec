/** What people read while they join their Teams account to their person. */
import type { Language } from '../identity/identity.ts'

const en = {
  title: 'Connect your Teams account',
  body: 'You asked for this in Teams a moment ago. Your company signs you in, then this page shows a code to enter there.',
  account: 'Teams account',
  warning:
    'Did somebody send you this page? Close it. Whoever began in Teams would be taken for you, and read what is yours.',
  next: 'That is my account: continue',
  codeTitle: 'Enter this code in Teams',
  codeBody: 'Go back to Teams, where you pressed “Connect”, and enter it there. It works once, for five minutes.',
  codeWarning: 'Tell this code to nobody. We never ask for it by phone, by e-mail or in a chat with a person.',
  person: 'You signed in as',
  overTitle: 'This is no longer open',
  overBody:
    'It was finished, opened in another browser, or five minutes went by. Press “Connect” in Teams to begin again.',
  account_linkedTitle: 'This Teams account is connected already',
  account_linkedBody:
    'It belongs to a person here. If you cannot see your coach in Teams, tell your company’s CI admin.',
  person_linkedTitle: 'You are connected to another Teams account',
  person_linkedBody:
    'Each person has one Teams account here. If the other one is not yours, tell your company’s CI admin now.'
}

const es: typeof en = {
  title: 'Conecta tu cuenta de Teams',
  body: 'Lo pediste en Teams hace un momento. Tu empresa inicia tu sesión y después esta página muestra un código para escribirlo allí.',
  account: 'Cuenta de Teams',
  warning: '¿Alguien te envió esta página? Ciérrala. Quien empezó en Teams pasaría por ti y leería lo que es tuyo.',
  next: 'Es mi cuenta: continuar',
  codeTitle: 'Escribe este código en Teams',
  codeBody: 'Vuelve a Teams, donde pulsaste «Conectar», y escríbelo allí. Funciona una vez, durante cinco minutos.',
  codeWarning:
    'No le digas este código a nadie. Nunca lo pedimos por teléfono, por correo ni en un chat con una persona.',
  person: 'Iniciaste sesión como',
  overTitle: 'Esto ya no está abierto',
  overBody:
    'Ya terminó, se abrió en otro navegador o pasaron cinco minutos. Pulsa «Conectar» en Teams para empezar de nuevo.',
  account_linkedTitle: 'Esta cuenta de Teams ya está conectada',
  account_linkedBody:
    'Pertenece a una persona de aquí. Si no ves a tu coach en Teams, avisa a quien administra CI en tu empresa.',
  person_linkedTitle: 'Ya tienes otra cuenta de Teams conectada',
  person_linkedBody:
    'Cada persona tiene aquí una cuenta de Teams. Si la otra no es tuya, avisa ahora a quien administra CI en tu empresa.'
}

export const linkWordsIn: Readonly<Record<Language, typeof en>> = { en, es }
