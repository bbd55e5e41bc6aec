/** What a Teams administrator does with the package, step by step. English and Spanish. Pure. */
import { code, heading, list, steps, text, type Paper } from './document.ts'
import type { Facts } from './facts.ts'

export type PaperLanguage = 'en' | 'es'

type Steps = { readonly facts: Facts; readonly packageName: string; readonly appName: string; readonly sha256: string }

const POLICY = 'ConsciousInsights'

/** Assigning still works there; making and changing setup policies by cmdlet is what Microsoft asks not to do. */
const assign = (said: {
  readonly one: string
  readonly group: string
  readonly back: string
  readonly id: string
}): string => `Connect-MicrosoftTeams
# ${said.one}
Grant-CsTeamsAppSetupPolicy -Identity person@example.com -PolicyName "${POLICY}"
# ${said.group}
New-CsGroupPolicyAssignment -GroupId <${said.id}> -PolicyType TeamsAppSetupPolicy -PolicyName "${POLICY}" -Rank 1
# ${said.back}
Get-CsUserPolicyAssignment -Identity person@example.com -PolicyType TeamsAppSetupPolicy
Grant-CsTeamsAppSetupPolicy -Identity person@example.com -PolicyName $null
Remove-CsGroupPolicyAssignment -GroupId <${said.id}> -PolicyType TeamsAppSetupPolicy`

const check = (file: string, sha256: string): string =>
  `# PowerShell\n(Get-FileHash ${file} -Algorithm SHA256).Hash -eq '${sha256.toUpperCase()}'\n# macOS, Linux\nshasum -a 256 ${file}`

export function stepsPaper(language: PaperLanguage, { facts, packageName, appName, sha256 }: Steps): Paper {
  const { company, product } = facts
  const blocks = { en: english, es: spanish }[language]
  return {
    language,
    title: language === 'en' ? 'Getting the app into your Teams' : 'Llevar la aplicación a tu Teams',
    about: company.name,
    blocks: blocks({ packageName, appName, sha256, clientId: product.clientId, tenants: company.tenantIds })
  }
}

type Values = {
  readonly packageName: string
  readonly appName: string
  readonly sha256: string
  readonly clientId: string
  readonly tenants: readonly string[]
}

const consent = ({ clientId, tenants }: Values): string =>
  (tenants.length > 0 ? tenants : ['organizations'])
    .map(tenant => `https://login.microsoftonline.com/${tenant}/adminconsent?client_id=${clientId}`)
    .join('\n')

const english = (values: Values): Paper['blocks'] => [
  text(
    'You need the role Teams administrator. It takes about ten minutes; Teams needs up to a day until everybody has it. No Microsoft Graph permission is involved.'
  ),
  heading('1. Check the package'),
  code(check(values.packageName, values.sha256)),
  heading('2. Upload it'),
  steps([
    'Open https://admin.teams.microsoft.com → Teams apps → Manage apps → Actions → Upload new app, and choose the package.',
    `Open “${values.appName}” there. Under “Users and groups” allow it for the people who take part. Tenants that have not moved to app-centric management do this by a permission policy instead.`,
    'A newer version goes in the same way: open the app, then “Upload file” beside “New version”. The app’s id stays; installed apps are updated.'
  ]),
  heading('3. Let people sign in silently'),
  text(
    'One consent, to our own scope `access_as_user` and the sign-in itself. It gives no access to data of Microsoft 365.'
  ),
  code(consent(values)),
  heading('4. Install and pin it'),
  steps([
    `Teams apps → Setup policies → Add. Name it “${POLICY}”.`,
    `Under “Installed apps” add “${values.appName}”.`,
    `Under “Pinned apps” add “${values.appName}”, as the first or second.`,
    'Save, then assign the policy to a group: Setup policies → Group policy assignment → Add.'
  ]),
  text(
    'Microsoft asks to make and change setup policies in the admin center only; the cmdlets `New-` and `Set-CsTeamsAppSetupPolicy` are not for that. Assigning by PowerShell works:'
  ),
  code(
    assign({
      one: 'One person, to try it:',
      group: 'Everybody in a group of Entra ID:',
      back: 'What somebody gets, and to take it back:',
      id: 'object id of the group'
    })
  ),
  heading('5. If something does not show'),
  list([
    'Not in the store of a person: the app is not allowed for them (step 2).',
    'Allowed but not installed: the policy takes hours; sign out of Teams and in again. Who has another setup policy assigned directly does not get the group’s.',
    'The tab shows a sign-in: consent (step 3) is missing, or Conditional Access wants something that Teams did not ask for.',
    'The bot does not answer: the app was blocked for the person, or the host of the product is not reachable (see endpoints).'
  ]),
  heading('6. To remove it'),
  text(
    'Remove it from the setup policy, block or delete it under Manage apps, and delete the app’s enterprise application in Entra ID. Data in the product ends by your retention, or when you end the contract.'
  )
]

const spanish = (values: Values): Paper['blocks'] => [
  text(
    'Hace falta el rol de administración de Teams. Lleva unos diez minutos; Teams puede tardar hasta un día en llegar a todas las personas. No interviene ningún permiso de Microsoft Graph.'
  ),
  heading('1. Comprobar el paquete'),
  code(check(values.packageName, values.sha256)),
  heading('2. Cargarlo'),
  steps([
    'Abre https://admin.teams.microsoft.com → Aplicaciones de Teams → Administrar aplicaciones → Acciones → Cargar nueva aplicación, y elige el paquete.',
    `Abre allí «${values.appName}». En «Usuarios y grupos», permítela a quienes participan. Los inquilinos que no han pasado a la gestión centrada en aplicaciones lo hacen con una directiva de permisos.`,
    'Una versión nueva entra igual: abre la aplicación y carga el archivo junto a «Nueva versión». El id no cambia; lo instalado se actualiza.'
  ]),
  heading('3. Permitir el acceso silencioso'),
  text(
    'Un solo consentimiento, a nuestro propio ámbito `access_as_user` y al inicio de sesión. No da acceso a datos de Microsoft 365.'
  ),
  code(consent(values)),
  heading('4. Instalarla y anclarla'),
  steps([
    `Aplicaciones de Teams → Directivas de configuración → Agregar. Llámala «${POLICY}».`,
    `En «Aplicaciones instaladas» agrega «${values.appName}».`,
    `En «Aplicaciones ancladas» agrega «${values.appName}», en primer o segundo lugar.`,
    'Guarda y asigna la directiva a un grupo: Directivas de configuración → Asignación a grupos → Agregar.'
  ]),
  text(
    'Microsoft pide crear y cambiar estas directivas solo en el centro de administración; los cmdlets `New-` y `Set-CsTeamsAppSetupPolicy` no son para eso. Asignar con PowerShell funciona:'
  ),
  code(
    assign({
      one: 'Una persona, para probar:',
      group: 'Todas las de un grupo de Entra ID:',
      back: 'Qué recibe alguien, y cómo retirarlo:',
      id: 'id. de objeto del grupo'
    })
  ),
  heading('5. Si algo no aparece'),
  list([
    'No está en la tienda de una persona: no se le permitió la aplicación (paso 2).',
    'Permitida pero no instalada: la directiva tarda horas; cerrar sesión en Teams y volver a entrar. Quien tiene otra directiva asignada directamente no recibe la del grupo.',
    'La pestaña pide iniciar sesión: falta el consentimiento (paso 3) o el acceso condicional exige algo que Teams no pidió.',
    'El bot no contesta: la persona lo bloqueó o no se llega al servidor del producto (ver «endpoints»).'
  ]),
  heading('6. Para quitarla'),
  text(
    'Quítala de la directiva, bloquéala o elimínala en Administrar aplicaciones y borra su aplicación empresarial en Entra ID. Los datos del producto terminan según tus plazos o al terminar el contrato.'
  )
]
