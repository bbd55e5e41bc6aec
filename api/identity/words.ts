/** What people read when they cannot be let in: what happened and what to do. */
import type { LinkRefusal, TeamsRefusal } from '../contract/identity.ts'
import type { SignInRefusal } from './sign-in.ts'

export type Language = 'en' | 'es'
export const languageOf = (tag: string | undefined): Language => (tag?.toLowerCase().startsWith('es') ? 'es' : 'en')

export const teamsRefusals: Readonly<Record<Language, Readonly<Record<TeamsRefusal, string>>>> = {
  en: {
    invalid_token: 'Teams did not prove who you are. Close the tab and open it again',
    unknown_tenant:
      'Your company’s Microsoft 365 is not connected to ConsciousInsights. Ask your IT admin to finish the set-up',
    guest: 'You are a guest in this Teams. Switch to your own company’s account and open the tab again',
    unlinked: 'We cannot tell yet which person at your company you are. Press “Connect” in the tab',
    no_access: 'Your company has not given you access, or it has ended. Ask your HR contact',
    superseded: 'Your access has just changed. Sign out of Teams and in again, or wait an hour, then open the tab again'
  },
  es: {
    invalid_token: 'Teams no pudo confirmar quién eres. Cierra la pestaña y ábrela otra vez',
    unknown_tenant:
      'El Microsoft 365 de tu empresa no está conectado con ConsciousInsights. Pide a tu equipo de TI que termine la configuración',
    guest:
      'Aquí eres una persona invitada en Teams. Cambia a la cuenta de tu propia empresa y abre la pestaña otra vez',
    unlinked: 'Todavía no sabemos qué persona de tu empresa eres. Pulsa «Conectar» en la pestaña',
    no_access: 'Tu empresa no te ha dado acceso, o ya terminó. Pregunta a Recursos Humanos',
    superseded:
      'Tu acceso acaba de cambiar. Cierra tu sesión de Teams y ábrela de nuevo, o espera una hora, y vuelve a abrir la pestaña'
  }
}

export const alreadyLinked: Readonly<Record<Language, string>> = {
  en: 'This Teams account is connected already. Close the tab and open it again',
  es: 'Esta cuenta de Teams ya está conectada. Cierra la pestaña y ábrela otra vez'
}

export const tooManyTries: Readonly<Record<Language, string>> = {
  en: 'There were too many tries. Wait a minute, then open the tab again',
  es: 'Hubo demasiados intentos. Espera un minuto y abre la pestaña otra vez'
}

export const linkRefusals: Readonly<Record<Language, Readonly<Record<LinkRefusal, string>>>> = {
  en: {
    wrong_code: 'That is not the code on the page. Look again and enter its six digits',
    expired: 'That is no longer open. Press “Connect” to begin again',
    account_linked: 'This Teams account is connected already. Close the tab and open it again',
    person_linked: 'You are connected to another Teams account. If it is not yours, tell your company’s CI admin now'
  },
  es: {
    wrong_code: 'Ese no es el código de la página. Míralo otra vez y escribe sus seis dígitos',
    expired: 'Eso ya no está abierto. Pulsa «Conectar» para empezar de nuevo',
    account_linked: 'Esta cuenta de Teams ya está conectada. Cierra la pestaña y ábrela otra vez',
    person_linked:
      'Ya tienes otra cuenta de Teams conectada. Si no es tuya, avisa ahora a quien administra CI en tu empresa'
  }
}

/** Where Microsoft sends the admin back to. */
export const consentPages = {
  en: {
    given: {
      title: 'Consent is given',
      body: 'Go back to Teams, open Set-up in ConsciousInsights and press “Check now”. You can close this page.'
    },
    missing: {
      title: 'Consent was not given',
      body: 'Nothing was changed: people go on connecting by a code. You can close this page, and give consent later from Set-up.'
    }
  },
  es: {
    given: {
      title: 'El consentimiento está dado',
      body: 'Vuelve a Teams, abre Configuración en ConsciousInsights y pulsa «Comprobar ahora». Puedes cerrar esta página.'
    },
    missing: {
      title: 'No se dio el consentimiento',
      body: 'Nada cambió: la gente sigue conectándose con un código. Puedes cerrar esta página y darlo más tarde desde Configuración.'
    }
  }
} as const

export const receiptTitles = {
  en: { accountParted: 'An admin of your company disconnected your Microsoft account' },
  es: { accountParted: 'Administración de tu empresa desconectó tu cuenta de Microsoft' }
} as const

type Refusal = { readonly title: string; readonly body: string }

export const signInRefusals: Readonly<Record<Language, Readonly<Record<SignInRefusal, Refusal>>>> = {
  en: {
    expired: {
      title: 'This sign-in is no longer open',
      body: 'It was finished in another window, or too much time went by. Start again from the app you came from.'
    },
    provider_refused: {
      title: 'Your company did not confirm the sign-in',
      body: 'Its sign-in page sent you back without an answer we can accept. Try again; if it stays so, tell your IT help desk.'
    },
    wrong_company: {
      title: 'That account is of another company',
      body: 'Sign in with the account of the company whose app you are opening.'
    },
    missing_claims: {
      title: 'Your company sent too little about you',
      body: 'Its sign-in system did not tell us a stable id or an e-mail address. Your IT help desk can add them; nothing you did is wrong.'
    },
    not_in_directory: {
      title: 'We do not know you yet',
      body: 'Your company signed you in, but has not shared you with ConsciousInsights. Ask your HR contact to add you to the program.'
    },
    no_access: {
      title: 'You are not in the program',
      body: 'Your company has not given you access, or it has ended. Ask your HR contact.'
    },
    too_many_groups: {
      title: 'Your company sent no groups',
      body: 'You are in more groups there than its sign-in system sends along, so we cannot tell whether you have access. Tell your IT help desk; nothing you did is wrong.'
    }
  },
  es: {
    expired: {
      title: 'Este inicio de sesión ya no está abierto',
      body: 'Se terminó en otra ventana o pasó demasiado tiempo. Empieza de nuevo desde la aplicación de la que venías.'
    },
    provider_refused: {
      title: 'Tu empresa no confirmó el inicio de sesión',
      body: 'Su página te devolvió sin una respuesta que podamos aceptar. Inténtalo otra vez; si sigue igual, avisa a tu mesa de ayuda de TI.'
    },
    wrong_company: {
      title: 'Esa cuenta es de otra empresa',
      body: 'Inicia sesión con la cuenta de la empresa cuya aplicación estás abriendo.'
    },
    missing_claims: {
      title: 'Tu empresa envió muy poco sobre ti',
      body: 'Su sistema no nos dio un identificador estable o un correo. Tu mesa de ayuda de TI puede agregarlos; no hiciste nada mal.'
    },
    not_in_directory: {
      title: 'Aún no te conocemos',
      body: 'Tu empresa inició tu sesión, pero no te ha compartido con ConsciousInsights. Pide a Recursos Humanos que te sume al programa.'
    },
    no_access: {
      title: 'No estás en el programa',
      body: 'Tu empresa no te ha dado acceso, o ya terminó. Pregunta a Recursos Humanos.'
    },
    too_many_groups: {
      title: 'Tu empresa no envió tus grupos',
      body: 'Allí estás en más grupos de los que envía su sistema, así que no podemos saber si tienes acceso. Avisa a tu mesa de ayuda de TI; no hiciste nada mal.'
    }
  }
}

/** Why somebody would be let in, or not. */
export const labReasons = {
  en: {
    inDirectory: 'They are in the directory, active and in the access group.',
    bySignIn: 'There is no directory: whoever the provider signs in may come in.',
    bySignInGroup: 'There is no directory; their groups hold the one that gives access.',
    noSubject: 'There is no stable id: name the claim that holds it.',
    noEmail: 'There is no e-mail address, which a new person needs here.',
    notInDirectory: 'The directory has nobody with this id.',
    inactive: 'The directory has deactivated this person.',
    notInGroup: 'They are not in the access group.',
    tooManyGroups: 'The groups did not come along because there are too many: we cannot tell.'
  },
  es: {
    inDirectory: 'Está en el directorio, con acceso activo y en el grupo de acceso.',
    bySignIn: 'No hay directorio: puede entrar quien el proveedor identifique.',
    bySignInGroup: 'No hay directorio; entre sus grupos está el que da acceso.',
    noSubject: 'No hay un identificador estable: indica qué atributo lo contiene.',
    noEmail: 'No hay un correo, que aquí una persona nueva necesita.',
    notInDirectory: 'El directorio no tiene a nadie con este identificador.',
    inactive: 'El directorio desactivó a esta persona.',
    notInGroup: 'No está en el grupo de acceso.',
    tooManyGroups: 'Los grupos no llegaron porque son demasiados: no podemos saberlo.'
  }
} as const

/** What else an admin should know of a paste. */
export const labNotes = {
  en: {
    unverified: 'Its signature is not verified here, so it proves nobody.',
    ended: (when: string) => `This token ended at ${when}. A sign-in with it would be refused.`,
    overage:
      'Entra sends no groups once there are more than 200. In the app registration, choose “groups assigned to the application”, or connect the directory.'
  },
  es: {
    unverified: 'Su firma no se comprueba aquí, así que no demuestra nada.',
    ended: (when: string) => `Este token terminó el ${when}. Un inicio de sesión con él se rechazaría.`,
    overage:
      'Entra no envía los grupos cuando son más de 200. En el registro de la aplicación elige «grupos asignados a la aplicación», o conecta el directorio.'
  }
} as const

export const mappingRefusals = {
  en: {
    casesBreak: (cases: readonly string[]) =>
      `These saved cases would break: ${cases.join(', ')}. Change the mapping, or say why it is right`,
    subjectFrozen: 'People have signed in already: another subject would make them other people. Leave it as it is',
    changedMeanwhile: 'Somebody else changed the mapping meanwhile. Load it again and repeat your change'
  },
  es: {
    casesBreak: (cases: readonly string[]) =>
      `Estos casos guardados dejarían de cumplirse: ${cases.join(', ')}. Cambia la asignación o explica por qué es correcta`,
    subjectFrozen:
      'Ya hay personas que iniciaron sesión: con otro identificador serían otras personas. Déjalo como está',
    changedMeanwhile: 'Alguien más cambió la asignación mientras tanto. Cárgala otra vez y repite tu cambio'
  }
} as const
