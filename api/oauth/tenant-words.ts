/** What an administrator of Microsoft 365 reads while they prove whose a tenant is. */
import type { ProofRefusal } from '../contract/tenants.ts'
import type { Language } from '../identity/identity.ts'

type Refusals = Readonly<Record<ProofRefusal, readonly [title: string, body: string]>>

const en = {
  title: 'Connect Microsoft 365',
  body: 'Sign in at Microsoft as an administrator of your tenant. It proves that the tenant is this company’s; nobody else can then take it.',
  company: 'Company that asks',
  domains: 'Its proven domains',
  noDomains: 'None yet',
  warning:
    'Not your company, or you did not expect this? Close the page. Whoever has your tenant decides whom your people are taken for here.',
  asked:
    'Microsoft tells us your tenant, your account’s id and your directory roles, once. We ask for no permission in Microsoft 365.',
  next: 'Continue at Microsoft',
  askTitle: 'Does this tenant belong to this company?',
  askBody:
    'You are an administrator of the tenant. The domain of your account is not one that the company has proven, so we ask once more.',
  account: 'Your account',
  tenant: 'Tenant',
  yes: 'Yes, connect it',
  no: 'No',
  provedTitle: 'The tenant is connected',
  provedBody: 'You can close this page. The company’s console shows it as proved.',
  tookBody: 'Another company had it without a proof, and has it no longer. You can close this page.',
  declinedTitle: 'Nothing was connected',
  declinedBody: 'You can close this page. Tell whoever sent you the link.',
  overTitle: 'This is no longer open',
  overBody:
    'It was finished, opened in another browser, or an hour went by. Ask for a new link: console, Set-up, Microsoft 365, “Prove”.',
  again: 'Try again',
  refusals: {
    denied: [
      'Microsoft let nobody in',
      'The sign-in was stopped or refused there. Try again, with an administrator’s account.'
    ],
    invalid: [
      'Microsoft’s answer could not be used',
      'It was too old, used before or not meant for this sign-in. Nothing was changed. Try again.'
    ],
    personal_account: ['That is a personal account', 'Sign in with a work account of the company’s own tenant.'],
    guest: [
      'You are a guest in that tenant',
      'A guest cannot speak for it. Sign in with an account that the tenant itself holds.'
    ],
    not_admin: [
      'That account does not administer the tenant',
      'One of these roles is needed: Global, Privileged Role, Application, Cloud Application or Teams Administrator. If yours has to be activated first, do so and try again, or pass the link on.'
    ],
    wrong_tenant: [
      'That is another tenant',
      'The company asks about another one. Sign in with an account of that tenant, or begin with “Add a tenant” in the console.'
    ],
    other_company: [
      'Your account is of another company',
      'Its domain is one that another company here has proven. If both are yours, write to us; otherwise somebody else led you here.'
    ],
    proved_by_other: [
      'Another company has proved this tenant',
      'A tenant is one company’s. If it is yours, have its other administrators look who connected it, or write to us.'
    ]
  } satisfies Refusals as Refusals
}

const es: typeof en = {
  title: 'Conecta Microsoft 365',
  body: 'Inicia sesión en Microsoft con una cuenta que administre tu inquilino. Así se prueba que es de esta empresa, y nadie más puede tomarlo.',
  company: 'Empresa que lo pide',
  domains: 'Sus dominios probados',
  noDomains: 'Ninguno todavía',
  warning:
    '¿No es tu empresa, o no lo esperabas? Cierra la página. Quien tiene tu inquilino decide por quién pasa aquí tu gente.',
  asked:
    'Microsoft nos dice una sola vez tu inquilino, el id de tu cuenta y tus roles de directorio. No pedimos ningún permiso en Microsoft 365.',
  next: 'Continuar en Microsoft',
  askTitle: '¿Este inquilino es de esta empresa?',
  askBody:
    'Tu cuenta administra el inquilino. El dominio de tu cuenta no es uno que la empresa haya probado, así que preguntamos una vez más.',
  account: 'Tu cuenta',
  tenant: 'Inquilino',
  yes: 'Sí, conectarlo',
  no: 'No',
  provedTitle: 'El inquilino está conectado',
  provedBody: 'Puedes cerrar esta página. La consola de la empresa lo muestra como probado.',
  tookBody: 'Otra empresa lo tenía sin prueba y ya no lo tiene. Puedes cerrar esta página.',
  declinedTitle: 'No se conectó nada',
  declinedBody: 'Puedes cerrar esta página. Avisa a quien te envió el enlace.',
  overTitle: 'Esto ya no está abierto',
  overBody:
    'Ya terminó, se abrió en otro navegador o pasó una hora. Pide otro enlace: consola, Configuración, Microsoft 365, «Probar».',
  again: 'Probar de nuevo',
  refusals: {
    denied: [
      'Microsoft no dejó entrar',
      'Allí se detuvo o se rechazó el inicio de sesión. Prueba de nuevo con una cuenta de administración.'
    ],
    invalid: [
      'La respuesta de Microsoft no sirve',
      'Era antigua, ya se usó o no era para este inicio de sesión. No se cambió nada. Prueba de nuevo.'
    ],
    personal_account: ['Es una cuenta personal', 'Entra con una cuenta de trabajo del inquilino de la empresa.'],
    guest: [
      'En ese inquilino tu cuenta es invitada',
      'Una cuenta invitada no puede hablar por él. Entra con una cuenta del propio inquilino.'
    ],
    not_admin: [
      'Esa cuenta no administra el inquilino',
      'Hace falta uno de estos roles: administración global, de roles con privilegios, de aplicaciones, de aplicaciones en la nube o de Teams. Si el tuyo se activa antes, actívalo y prueba de nuevo, o pasa el enlace.'
    ],
    wrong_tenant: [
      'Es otro inquilino',
      'La empresa pregunta por otro. Entra con una cuenta de aquel, o empieza con «Añadir un inquilino» en la consola.'
    ],
    other_company: [
      'Tu cuenta es de otra empresa',
      'Su dominio lo ha probado aquí otra empresa. Si ambas son tuyas, escríbenos; si no, alguien te trajo hasta aquí.'
    ],
    proved_by_other: [
      'Otra empresa ha probado este inquilino',
      'Un inquilino es de una sola empresa. Si es el tuyo, pregunta a quienes lo administran quién lo conectó, o escríbenos.'
    ]
  }
}

export const tenantWordsIn: Readonly<Record<Language, typeof en>> = { en, es }
