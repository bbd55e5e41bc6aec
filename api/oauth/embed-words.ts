/** What people read on the pages around a framed coach. */
import type { Language } from '../identity/identity.ts'

type Words = {
  readonly closedTitle: string
  readonly closedBody: string
  readonly doneTitle: string
  readonly doneBody: string
  readonly alone: string
}

export const embedWordsIn: Readonly<Record<Language, Words>> = {
  en: {
    closedTitle: 'The coach is not here',
    closedBody: 'Your company has not opened it for a learning system. Its CI admin can, on the page “Set-up”.',
    doneTitle: 'You are signed in',
    doneBody: 'This window closes by itself. Go on where you came from.',
    alone: 'It does not? Then your browser parted the two windows. Close this one and press “Sign in” there once more.'
  },
  es: {
    closedTitle: 'El coach no está aquí',
    closedBody:
      'Tu empresa no lo ha abierto para ninguna plataforma de aprendizaje. Quien administra CI puede hacerlo en la página “Configuración”.',
    doneTitle: 'Ya entraste',
    doneBody: 'Esta ventana se cierra sola. Sigue donde estabas.',
    alone: '¿No se cierra? Tu navegador separó las dos ventanas. Cierra esta y pulsa “Entrar” otra vez en la otra.'
  }
}
