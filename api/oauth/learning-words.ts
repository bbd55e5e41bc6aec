/** What people read on their way to a learning site. */
import type { Language } from '../identity/identity.ts'

type Text = readonly [title: string, body: string]

const en = {
  again: 'Try again',
  coming: [
    'Your courses are being set up',
    'Your account on the learning site is on its way, and your courses with it. This page goes on by itself.'
  ],
  busy: [
    'The learning site does not answer yet',
    'It is busy or being worked on. Nothing is lost; this page tries again by itself.'
  ],
  no_site: [
    'There is nothing to open here',
    'Your company’s learning site is opened another way. Go there from your courses, or ask your company’s CI admin.'
  ],
  no_access: [
    'You cannot go on from here',
    'Your company did not sign you in, or your access has ended. Ask your company’s CI admin.'
  ],
  account_refused: [
    'The learning site has no account for you',
    'Most often another account there has your e-mail, and we do not hand you somebody else’s. Your company’s CI admin sees it and can settle it.'
  ],
  account_gone: [
    'Your account on the learning site is gone',
    'Somebody deleted it there. Your company’s CI admin sees it; a new one is being made.'
  ],
  no_email: [
    'The learning site needs an e-mail',
    'Your account has none, and the site signs people in by it. Your company’s CI admin sees it and can add one.'
  ],
  site_refused: [
    'The learning site did not let you in',
    'It refused the sign-in. Your company’s CI admin sees it. Try once more from your courses in a few minutes.'
  ]
} as const satisfies Readonly<Record<string, string | Text>>

const es: { readonly [K in keyof typeof en]: (typeof en)[K] extends string ? string : Text } = {
  again: 'Reintentar',
  coming: [
    'Estamos preparando tus cursos',
    'Tu cuenta en el sitio de cursos está en camino, y con ella tus cursos. Esta página sigue sola.'
  ],
  busy: [
    'El sitio de cursos aún no responde',
    'Está ocupado o en mantenimiento. No se pierde nada; esta página lo intenta de nuevo sola.'
  ],
  no_site: [
    'Aquí no hay nada que abrir',
    'El sitio de cursos de tu empresa se abre de otra manera. Entra desde tus cursos o pregunta a quien administra CI en tu empresa.'
  ],
  no_access: [
    'No puedes seguir desde aquí',
    'Tu empresa no inició tu sesión o tu acceso terminó. Pregunta a quien administra CI en tu empresa.'
  ],
  account_refused: [
    'El sitio de cursos no tiene una cuenta para ti',
    'Casi siempre otra cuenta de allí tiene tu correo, y no te damos la de otra persona. Quien administra CI en tu empresa lo ve y puede resolverlo.'
  ],
  account_gone: [
    'Tu cuenta en el sitio de cursos ya no existe',
    'Alguien la borró allí. Quien administra CI en tu empresa lo ve; se está creando otra.'
  ],
  no_email: [
    'El sitio de cursos necesita un correo',
    'Tu cuenta no tiene ninguno y el sitio lo usa para entrar. Quien administra CI en tu empresa lo ve y puede añadirlo.'
  ],
  site_refused: [
    'El sitio de cursos no te dejó entrar',
    'Rechazó el inicio de sesión. Quien administra CI en tu empresa lo ve. Prueba otra vez desde tus cursos en unos minutos.'
  ]
}

export const learningWordsIn: Readonly<Record<Language, typeof es>> = { en, es }
