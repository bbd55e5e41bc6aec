/** The audit log in sentences, for an admin who does not know its codes. English and Spanish, each written for its readers. */
import type { AuditAction } from './actions.ts'
import { fieldNames } from './field-words.ts'

export type Language = 'en' | 'es'
type Detail = Readonly<Record<string, unknown>>
type Sentences = Readonly<Record<AuditAction, (detail: Detail) => string>>

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
const texts = (value: unknown): string => (Array.isArray(value) ? value.map(text).filter(Boolean).join(', ') : '')
const day = (value: unknown): string => text(value).slice(0, 10)
/** `head (tail)`, or the head alone. */
const more = (head: string, tail: string): string => (tail ? `${head} (${tail})` : head)
const told = (known: Readonly<Record<string, string>>, value: unknown, other = text(value)): string =>
  known[text(value)] ?? other

const ROLE_NAMES = {
  en: { owner: 'owner', it: 'IT', hr: 'HR', author: 'coach', support: 'support' },
  es: { owner: 'titular', it: 'TI', hr: 'RR. HH.', author: 'coach', support: 'soporte' }
} as const

const PROOF_REFUSED = {
  en: {
    denied: 'stopped at Microsoft',
    invalid: 'Microsoft’s answer did not hold',
    personal_account: 'a personal account',
    guest: 'a guest of the tenant',
    not_admin: 'no administrator',
    wrong_tenant: 'another tenant',
    other_company: 'an administrator of another company',
    proved_by_other: 'another company has proved it'
  },
  es: {
    denied: 'detenida en Microsoft',
    invalid: 'la respuesta de Microsoft no era válida',
    personal_account: 'una cuenta personal',
    guest: 'cuenta invitada del inquilino',
    not_admin: 'sin rol de administración',
    wrong_tenant: 'otro inquilino',
    other_company: 'administración de otra empresa',
    proved_by_other: 'otra empresa lo probó'
  }
} as const

const en: Sentences = {
  'account.linked': ({ kind, because }) =>
    more(
      kind === 'sso'
        ? 'A sign-in account was connected to this person'
        : 'A Microsoft account was connected to this person',
      told(
        {
          sign_in: 'they signed in through the company',
          employee_number: 'same employee number at Microsoft and in the directory',
          directory_attribute: 'the directory names the account'
        },
        because
      )
    ),
  'account.parted': ({ reason }) => more('This person’s Microsoft account was disconnected', text(reason)),
  'account_matching.off': () => 'Matching of accounts by employee number was switched off',
  'account_matching.on': () => 'Matching of accounts by employee number was switched on',
  'agreement.declined': () => 'This person decided against being coached',
  'agreement.given': () => 'This person agreed to be coached',
  'api_key.expired': ({ name }) => more('An API key came to its end', text(name)),
  'api_key.first_used': ({ name }) => more('An API key was used for the first time', text(name)),
  'api_key.made': ({ name, scopes, expiresAt }) =>
    more('An API key was made', `${text(name)}: ${texts(scopes)}, until ${day(expiresAt)}`),
  'api_key.revoked': ({ name }) => more('An API key was revoked', text(name)),
  'api_key.rotated': ({ name, formerUntil }) =>
    more(
      'An API key was given a new secret',
      [
        text(name),
        formerUntil ? `the one before works until ${day(formerUntil)}` : 'the one before ended at once'
      ].join(', ')
    ),
  'app.added': ({ name }) => more('An app was allowed to sign people in', text(name)),
  'app.removed': ({ name }) => more('An app may no longer sign people in', text(name)),
  'app.secret_replaced': ({ name }) => more('The secret of an app was replaced', text(name)),
  'audit.exported': ({ format }) => more('The audit log was saved as a file', text(format)),
  'audit_forwarding.off': () => 'Forwarding of the audit log to WorkOS was switched off',
  'audit_forwarding.on': () => 'Forwarding of the audit log to WorkOS was switched on',
  'brake.decided': ({ decision, people, why }) =>
    more(
      decision === 'ended'
        ? `The brake was lifted: ${text(people)} people did leave, and their courses ended`
        : `The brake was answered as a slip: the courses of ${text(people)} people stay`,
      text(why)
    ),
  'brake.set': ({ left, before }) =>
    `Many left at once (${text(left)} of ${text(before)}): access ended, what is hard to undo waits for an admin`,
  'branding.changed': ({ revision }) =>
    `How the app looks in the company’s Teams was changed: revision ${text(revision)} of its package`,
  'break_glass.approved': () =>
    'A second member of ConsciousInsights’ staff let somebody look at this person’s conversation',
  'break_glass.asked': ({ ticket }) =>
    more('Somebody of ConsciousInsights asked to look at this person’s conversation', text(ticket)),
  'break_glass.ended': () => 'The look at this person’s conversation was ended or refused',
  'break_glass.read': ({ messages }) => `This person’s conversation was looked at (${text(messages)} messages)`,
  'campaign.cancelled': ({ name }) => more('A campaign was cancelled', text(name)),
  'campaign.corrected': ({ name }) =>
    more('The words of a campaign were corrected, also where it was sent', text(name)),
  'campaign.paused': ({ name }) => more('A campaign was paused', text(name)),
  'campaign.resumed': ({ name }) => more('A campaign went on', text(name)),
  'campaign.started': ({ name, from, until }) =>
    more(`A campaign was started for ${day(from)} to ${day(until)}`, text(name)),
  'campaign.taken_back': ({ name }) => more('What a campaign had sent was taken back', text(name)),
  'campaigns.released': () => 'Campaigns may go on',
  'campaigns.stopped': ({ reason }) => more('All campaigns were stopped at once', text(reason)),
  'claim_case.deleted': () => 'A saved case of the claim mapping was removed',
  'claim_case.saved': () => 'A case of the claim mapping was saved',
  'claim_mapping.changed': ({ version, reason }) =>
    more(`The claim mapping was changed to version ${text(version)}`, text(reason)),
  'coach_engine.changed': ({ provider, endpoint, model }) =>
    more(
      `A language model was chosen for the coach, to be used once a check goes well: ${text(model)}`,
      `${provider === 'azure' ? 'Azure OpenAI' : 'another service'}, ${text(endpoint)}`
    ),
  'coach_engine.checked': ({ result, began }) =>
    result === 'well'
      ? `The coach’s language model was checked and answered${began === true ? '; it answers people from now on' : ''}`
      : more('The coach’s language model was checked and gave no answer', text(result).replaceAll('_', ' ')),
  'coach_engine.removed': ({ model }) =>
    more('The scripted coach answers again; the language model and its key were removed', text(model)),
  'company_export.asked': () => 'The company’s file was asked for',
  'company_export.dropped': () => 'The company’s file was removed',
  'company_export.fetched': () => 'The company’s file was fetched, by a link that opens once',
  'company_export.linked': () => 'A link to the company’s file was made',
  'company_export.made': ({ rows }) => `The company’s file is ready (${text(rows)} rows)`,
  'company.begun': () => 'The company was begun, and somebody was invited to set it up',
  'connection.activated': () => 'The sign-in connection was switched on',
  'connection.certificate_expiring': ({ expiresAt }) =>
    `The certificate of the sign-in connection runs out on ${day(expiresAt)}`,
  'connection.certificate_renewed': ({ expiresAt }) =>
    `The certificate of the sign-in connection was renewed until ${day(expiresAt)}`,
  'connection.deactivated': () => 'The sign-in connection was switched off',
  'connection.deleted': () => 'The sign-in connection was removed',
  'conversation.deleted': () => 'This person deleted one conversation with the coach',
  'conversation.erased': () => 'This person erased their conversation and plans',
  'cutover.accepted': ({ items, reason }) =>
    more(`The way to sign in: ${text(items)} open points were accepted`, text(reason)),
  'cutover.checked': ({ open }) =>
    `It was checked who could not sign in to the learning site through CI: ${text(open)} open points`,
  'cutover.exported': () => 'The list of who could not sign in to the learning site was saved as a file',
  'cutover.withdrawn': ({ items }) => `The way to sign in: ${text(items)} accepted points are open again`,
  'directory.activated': () => 'The directory was connected',
  'directory.deactivated': () => 'The directory was switched off, and its people lost access',
  'directory.deleted': () => 'The directory was removed, and its people lost access',
  'directory.reconciled': ({ listed, missing, extra, differing }) =>
    `The directory’s lists were compared: ${text(listed)} people, ${text(missing)} missing, ${text(extra)} too many, ${text(differing)} different, all mended`,
  'domain.verification_failed': ({ domain }) => more('A domain could not be verified', text(domain)),
  'domain.verified': ({ domain }) => more('A domain was verified', text(domain)),
  'embed.changed': ({ added, removed }) =>
    more(
      'Which learning systems may show the coach was changed',
      [texts(added), texts(removed) && `no longer ${texts(removed)}`].filter(Boolean).join('; ')
    ),
  'enrollment.compared': ({ people, listed }) =>
    `The learning site was compared with the rules: ${text(people)} people, ${text(listed)} enrollments there`,
  'enrollment.repaired': () => 'What differed on the learning site is being repaired',
  'enrollment_import.cancelled': ({ file }) => more('The import of a spreadsheet was cancelled', text(file)),
  'enrollment_import.imported': ({ file, assignments, rules }) =>
    more(
      `A spreadsheet was imported: ${text(assignments)} assignments of courses and ${text(rules)} rules`,
      text(file)
    ),
  'enrollment_import.undone': ({ file }) => more('The import of a spreadsheet was undone', text(file)),
  'enrollment_import.uploaded': ({ file }) => more('A spreadsheet was uploaded to be checked', text(file)),
  'enrollment_rules.saved': ({ version, reason }) =>
    more(`The enrollment rules were changed to version ${text(version)}`, text(reason)),
  'enrollment_run.cancel': () => 'An enrollment run was cancelled',
  'enrollment_run.pause': () => 'An enrollment run was paused',
  'enrollment_run.resume': () => 'An enrollment run went on',
  'experiment.ended': () => 'The experiment on nudges ended: everybody gets every nudge',
  'experiment.halted': ({ costPoints }) =>
    `The experiment on nudges halted by itself: nudges drove away more people than the registered ${text(costPoints)} points`,
  'experiment.started': ({ holdoutPercent, weeks }) =>
    `An experiment on nudges was started: ${text(holdoutPercent)} in 100 people who agree get none unasked, for ${text(weeks)} weeks`,
  'former_import.cancelled': ({ file }) => more('The import of a former chatbot was cancelled', text(file)),
  'former_import.imported': ({ file, people, messages }) =>
    more(
      `Conversations of a former chatbot were imported: ${text(messages)} messages of ${text(people)} people`,
      text(file)
    ),
  'former_import.undone': ({ file }) => more('The import of a former chatbot was undone', text(file)),
  'former_import.uploaded': ({ file }) => more('A file of a former chatbot was uploaded to be checked', text(file)),
  'former_texts.erased': () => 'This person erased what was brought from a former chatbot',
  'hr_channel.confirmed': () => 'A channel was confirmed for HR’s reports',
  'hr_channel.problem': ({ problem }) => `HR’s reports cannot be posted to a channel: ${text(problem)}`,
  'hr_channel.removed': () => 'A channel no longer gets HR’s reports',
  'hr_channel.timezone': ({ timezone }) => `HR’s reports come to a channel by the time of ${text(timezone)}`,
  'hr_channel.locale': ({ locale }) => `HR’s reports come to a channel in the language ${text(locale)}`,
  'hr_channel.posted_again': () => 'HR had the newest report posted to a channel once more',
  'report_schedule.changed': ({ every, time, timezone }) =>
    `HR’s reports come: ${text(every)}, ${text(time)} (${text(timezone)})`,
  'install_run.begin': () => 'Installing the app through Microsoft Graph began',
  'install_run.cancel': () => 'Installing the app was cancelled',
  'install_run.pause': () => 'Installing the app was paused',
  'install_run.resume': () => 'Installing the app went on',
  'it_pack.downloaded': ({ version }) => more('The IT pack was downloaded', text(version)),
  'journey.published': ({ name, version }) => more(`Version ${text(version)} of a journey was published`, text(name)),
  'journey.started': ({ name, cohort }) => more(`A journey was started for “${text(cohort)}”`, text(name)),
  'journey.stopped': ({ name, cohort }) => more(`A journey was ended for “${text(cohort)}”`, text(name)),
  'keys.rotated': () => 'The keys that sign our tokens were replaced',
  'learner.decided': ({ decision }) =>
    decision === 'same'
      ? 'An account on the learning site is this person’s, as an admin said'
      : 'An account on the learning site is nobody’s who was known, as an admin said',
  'learner.taken_in': () => 'Somebody signed up on the learning site and takes courses there',
  'learners.taken_in': ({ people }) =>
    `Learners who were on the site before take part in the rules now: ${text(people)}`,
  'learning_site.opened': () => 'This person was signed in on the learning site',
  'learning_site.refused': ({ because }) =>
    more('This person could not be signed in on the learning site', text(because)),
  'learner.linked': ({ reason }) => more('An account of the learning site was linked with this person', text(reason)),
  'learner.parted': ({ reason }) =>
    more('An account of the learning site was found not to be this person’s and unlinked', text(reason)),
  'learners.postponed': ({ accounts }) => more('Accounts of the learning site were left for later', text(accounts)),
  'learners.refused': ({ accounts, reason }) =>
    more(`Accounts of the learning site were said to be none of the people found: ${text(accounts)}`, text(reason)),
  'learners.reopened': ({ accounts }) => more('Accounts of the learning site are to be decided again', text(accounts)),
  'leaving.confirmed': () => 'It was confirmed that the company has its file; what is left is erased',
  'leaving.handed_over': ({ until }) => `The company’s last day came; its file waits until ${day(until)}`,
  'leaving.scheduled': ({ leavesAt, reason }) => more(`The company leaves on ${day(leavesAt)}`, text(reason)),
  'leaving.undone': () => 'The company stays: its leaving was undone',
  'link_run.begin': ({ mode }) =>
    mode === 'dry'
      ? 'The learning site’s accounts are compared with the company’s people, without linking any'
      : 'The learning site’s accounts are compared with the company’s people, and certain ones linked',
  'link_run.cancel': () => 'A comparison of accounts was cancelled',
  'link_run.pause': () => 'A comparison of accounts was paused',
  'link_run.resume': () => 'A comparison of accounts went on',
  'learning_site.shown': () => 'What the learning site needs for its sign-in was shown to an admin',
  'material.added': ({ title }) => more('Material was given to the coach to read', text(title)),
  'material.removed': ({ title }) => more('Material was taken from the coach', text(title)),
  'material.renamed': ({ title, from }) =>
    `Material of the coach has another title: ${text(title)}, before ${text(from)}`,
  'material.replaced': ({ title, file }) =>
    more(`Another file stands in place of the coach’s material ${text(title)}`, text(file)),
  'organization.configured': ({ fields }) => more('The company’s settings were changed', fieldNames('en', fields)),
  'passkey.added': () => 'This person added a passkey',
  'passkey.removed': () => 'This person removed a passkey',
  'passkeys.removed': ({ passkeys }) => `All ${text(passkeys)} passkeys of this person were removed`,
  'person.changed': ({ fields }) => more('This person’s entry was changed', fieldNames('en', fields)),
  'person.created': () => 'This person appeared in the directory',
  'person.doubted': () => 'This person has the directory id of somebody who left, and an admin was asked who they are',
  'person.erased': () => 'This person had everything of theirs erased',
  'person.exported': () => 'This person had their own data put into a file',
  'person.looked_up': () => 'This person was looked up in the directory',
  'person.joined': () => 'This person was given access',
  'person.left': ({ reason }) =>
    more(
      'This person lost access, and everything of theirs was signed out',
      told(
        {
          deactivated: 'deactivated in the directory',
          left_access_group: 'no longer in the access group',
          directory_removed: 'the directory was disconnected',
          removed: 'removed by ConsciousInsights’ operators',
          not_in_directory: 'signed in before there was a directory, and is not in it',
          replaced: 'somebody else has this directory id now'
        },
        reason
      )
    ),
  'person.merged': () => 'This person goes on as who they were before',
  'person.signed_in': ({ connectionType }) =>
    told(
      { mail_code: 'This person signed in by e-mailed code', passkey: 'This person signed in by passkey' },
      connectionType,
      'This person signed in through the company'
    ),
  'portal.opened': ({ intent }) => more('A link to the set-up portal was opened', text(intent).replaceAll('_', ' ')),
  'reach.changed': ({ level, mail, welcomeByMail }) =>
    `How people may be reached: Microsoft Graph level ${text(level)}, mail ${mail === true ? 'on' : 'off'}, first question by mail ${welcomeByMail === true ? 'on' : 'off'}`,
  'retention.applied': ({ kind, before }) => `What was older than ${day(before)} was erased (${text(kind)})`,
  'retention.changed': () => 'How long things are kept was changed',
  'returner.decided': ({ decision }) =>
    decision === 'same'
      ? 'An admin said that this person had been here before'
      : 'An admin said that this is somebody new',
  'role.given': ({ role, reason }) => more(`This person was given the role ${told(ROLE_NAMES.en, role)}`, text(reason)),
  'role.taken': ({ role, reason }) =>
    more(
      `The role ${told(ROLE_NAMES.en, role)} of this person was taken`,
      reason === 'left' ? 'they left' : text(reason)
    ),
  'safety.changed': ({ lines, routes }) =>
    `Lines for people in trouble: ${text(lines)}; routes for what is not for a coach: ${text(routes)}`,
  'session.ended': () => 'This person ended one of their sign-ins',
  'tenant.lost': ({ tenant }) =>
    more('Another company proved at Microsoft that this tenant is theirs, and has it now', text(tenant)),
  'tenant.parted': ({ accounts, tenant }) =>
    more(`Microsoft accounts of a tenant were disconnected: ${text(accounts)}`, text(tenant)),
  'tenant.proof_begun': ({ tenant }) => more('A proof of the Microsoft 365 tenant was begun', text(tenant)),
  'tenant.proof_refused': ({ reason }) =>
    more('A proof of the Microsoft 365 tenant was refused', told(PROOF_REFUSED.en, reason)),
  'tenant.proved': ({ tenant, roles, account }) =>
    more(
      'An administrator of the Microsoft 365 tenant proved that it is the company’s',
      [text(tenant), texts(roles).replaceAll('_', ' '), text(account)].filter(Boolean).join('; ')
    ),
  'webhook.added': ({ host }) => more('A webhook endpoint was added', text(host)),
  'webhook.changed': ({ host, state }) =>
    more('A webhook endpoint was changed', [text(host), text(state)].filter(Boolean).join(', ')),
  'webhook.disabled': () => 'A webhook endpoint was switched off: nothing had arrived there for days',
  'webhook.removed': ({ host }) => more('A webhook endpoint was removed', text(host)),
  'webhook.secret_replaced': () => 'The secret of a webhook endpoint was replaced',
  'sessions.ended': () => 'This person ended all of their sign-ins'
}

const es: Sentences = {
  'account.linked': ({ kind, because }) =>
    more(
      kind === 'sso'
        ? 'Se conectó una cuenta de acceso con esta persona'
        : 'Se conectó una cuenta de Microsoft con esta persona',
      told(
        {
          sign_in: 'inició sesión a través de la empresa',
          employee_number: 'mismo número de empleado en Microsoft y en el directorio',
          directory_attribute: 'el directorio nombra la cuenta'
        },
        because
      )
    ),
  'account.parted': ({ reason }) => more('Se desconectó la cuenta de Microsoft de esta persona', text(reason)),
  'account_matching.off': () => 'Se desactivó la unión de cuentas por número de empleado',
  'account_matching.on': () => 'Se activó la unión de cuentas por número de empleado',
  'agreement.declined': () => 'Esta persona decidió no tener coach',
  'agreement.given': () => 'Esta persona aceptó tener coach',
  'api_key.expired': ({ name }) => more('Caducó una clave de API', text(name)),
  'api_key.first_used': ({ name }) => more('Se usó por primera vez una clave de API', text(name)),
  'api_key.made': ({ name, scopes, expiresAt }) =>
    more('Se creó una clave de API', `${text(name)}: ${texts(scopes)}, hasta el ${day(expiresAt)}`),
  'api_key.revoked': ({ name }) => more('Se revocó una clave de API', text(name)),
  'api_key.rotated': ({ name, formerUntil }) =>
    more(
      'Se dio un secreto nuevo a una clave de API',
      [
        text(name),
        formerUntil ? `el anterior vale hasta el ${day(formerUntil)}` : 'el anterior dejó de valer al momento'
      ].join(', ')
    ),
  'app.added': ({ name }) => more('Se permitió a una aplicación iniciar la sesión de la gente', text(name)),
  'app.removed': ({ name }) => more('Una aplicación ya no puede iniciar la sesión de la gente', text(name)),
  'app.secret_replaced': ({ name }) => more('Se reemplazó el secreto de una aplicación', text(name)),
  'audit.exported': ({ format }) => more('El registro de auditoría se guardó como archivo', text(format)),
  'audit_forwarding.off': () => 'Se desactivó el envío del registro de auditoría a WorkOS',
  'audit_forwarding.on': () => 'Se activó el envío del registro de auditoría a WorkOS',
  'brake.decided': ({ decision, people, why }) =>
    more(
      decision === 'ended'
        ? `Se soltó el freno: ${text(people)} personas sí se fueron y sus cursos terminaron`
        : `Se respondió al freno como un error: los cursos de ${text(people)} personas siguen`,
      text(why)
    ),
  'brake.set': ({ left, before }) =>
    `Se fueron muchas personas a la vez (${text(left)} de ${text(before)}): el acceso terminó y lo difícil de deshacer espera a administración`,
  'branding.changed': ({ revision }) =>
    `Cambió el aspecto de la aplicación en el Teams de la empresa: revisión ${text(revision)} de su paquete`,
  'break_glass.approved': () =>
    'Una segunda persona de ConsciousInsights permitió mirar la conversación de esta persona',
  'break_glass.asked': ({ ticket }) =>
    more('Alguien de ConsciousInsights pidió mirar la conversación de esta persona', text(ticket)),
  'break_glass.ended': () => 'Se terminó o se negó mirar la conversación de esta persona',
  'break_glass.read': ({ messages }) => `Se miró la conversación de esta persona (${text(messages)} mensajes)`,
  'campaign.cancelled': ({ name }) => more('Se canceló una campaña', text(name)),
  'campaign.corrected': ({ name }) =>
    more('Se corrigió el texto de una campaña, también donde ya se había enviado', text(name)),
  'campaign.paused': ({ name }) => more('Se pausó una campaña', text(name)),
  'campaign.resumed': ({ name }) => more('Continuó una campaña', text(name)),
  'campaign.started': ({ name, from, until }) =>
    more(`Se inició una campaña del ${day(from)} al ${day(until)}`, text(name)),
  'campaign.taken_back': ({ name }) => more('Se retiró lo que una campaña había enviado', text(name)),
  'campaigns.released': () => 'Las campañas pueden continuar',
  'campaigns.stopped': ({ reason }) => more('Se detuvieron todas las campañas a la vez', text(reason)),
  'claim_case.deleted': () => 'Se quitó un caso guardado de la asignación de atributos',
  'claim_case.saved': () => 'Se guardó un caso de la asignación de atributos',
  'claim_mapping.changed': ({ version, reason }) =>
    more(`La asignación de atributos cambió a la versión ${text(version)}`, text(reason)),
  'coach_engine.changed': ({ provider, endpoint, model }) =>
    more(
      `Se eligió un modelo de lenguaje para el coach, que se usará cuando una prueba salga bien: ${text(model)}`,
      `${provider === 'azure' ? 'Azure OpenAI' : 'otro servicio'}, ${text(endpoint)}`
    ),
  'coach_engine.checked': ({ result, began }) =>
    result === 'well'
      ? `Se probó el modelo de lenguaje del coach y respondió${began === true ? '; desde ahora responde a las personas' : ''}`
      : more('Se probó el modelo de lenguaje del coach y no respondió', text(result).replaceAll('_', ' ')),
  'coach_engine.removed': ({ model }) =>
    more('Vuelve a responder el coach con guion; se quitaron el modelo de lenguaje y su clave', text(model)),
  'company_export.asked': () => 'Se pidió el archivo de la empresa',
  'company_export.dropped': () => 'Se quitó el archivo de la empresa',
  'company_export.fetched': () => 'Se descargó el archivo de la empresa, con un enlace de un solo uso',
  'company_export.linked': () => 'Se creó un enlace al archivo de la empresa',
  'company_export.made': ({ rows }) => `El archivo de la empresa está listo (${text(rows)} filas)`,
  'company.begun': () => 'Se dio de alta la empresa y se invitó a alguien a configurarla',
  'connection.activated': () => 'Se activó la conexión de inicio de sesión',
  'connection.certificate_expiring': ({ expiresAt }) =>
    `El certificado de la conexión de inicio de sesión vence el ${day(expiresAt)}`,
  'connection.certificate_renewed': ({ expiresAt }) =>
    `El certificado de la conexión de inicio de sesión se renovó hasta el ${day(expiresAt)}`,
  'connection.deactivated': () => 'Se desactivó la conexión de inicio de sesión',
  'connection.deleted': () => 'Se eliminó la conexión de inicio de sesión',
  'conversation.deleted': () => 'Esta persona borró una conversación con el coach',
  'conversation.erased': () => 'Esta persona borró su conversación y sus planes',
  'cutover.accepted': ({ items, reason }) =>
    more(`La forma de entrar: se aceptaron ${text(items)} puntos abiertos`, text(reason)),
  'cutover.checked': ({ open }) =>
    `Se comprobó quién no podría entrar al sitio de cursos a través de CI: ${text(open)} puntos abiertos`,
  'cutover.exported': () => 'Se guardó en un archivo la lista de quién no podría entrar al sitio de cursos',
  'cutover.withdrawn': ({ items }) => `La forma de entrar: ${text(items)} puntos aceptados vuelven a estar abiertos`,
  'directory.activated': () => 'Se conectó el directorio',
  'directory.deactivated': () => 'Se desactivó el directorio y sus personas perdieron el acceso',
  'directory.deleted': () => 'Se eliminó el directorio y sus personas perdieron el acceso',
  'directory.reconciled': ({ listed, missing, extra, differing }) =>
    `Se compararon las listas del directorio: ${text(listed)} personas; faltaban ${text(missing)}, sobraban ${text(extra)}, ${text(differing)} eran distintas; todo corregido`,
  'domain.verification_failed': ({ domain }) => more('No se pudo verificar un dominio', text(domain)),
  'domain.verified': ({ domain }) => more('Se verificó un dominio', text(domain)),
  'embed.changed': ({ added, removed }) =>
    more(
      'Se cambió qué plataformas de aprendizaje pueden mostrar el coach',
      [texts(added), texts(removed) && `ya no ${texts(removed)}`].filter(Boolean).join('; ')
    ),
  'enrollment.compared': ({ people, listed }) =>
    `El sitio de cursos se comparó con las reglas: ${text(people)} personas, ${text(listed)} inscripciones allí`,
  'enrollment.repaired': () => 'Se está reparando lo que era distinto en el sitio de cursos',
  'enrollment_import.cancelled': ({ file }) => more('Se canceló la importación de una hoja de cálculo', text(file)),
  'enrollment_import.imported': ({ file, assignments, rules }) =>
    more(
      `Se importó una hoja de cálculo: ${text(assignments)} asignaciones de cursos y ${text(rules)} reglas`,
      text(file)
    ),
  'enrollment_import.undone': ({ file }) => more('Se deshizo la importación de una hoja de cálculo', text(file)),
  'enrollment_import.uploaded': ({ file }) => more('Se subió una hoja de cálculo para revisarla', text(file)),
  'enrollment_rules.saved': ({ version, reason }) =>
    more(`Las reglas de inscripción cambiaron a la versión ${text(version)}`, text(reason)),
  'enrollment_run.cancel': () => 'Se canceló una serie de inscripciones',
  'enrollment_run.pause': () => 'Se pausó una serie de inscripciones',
  'enrollment_run.resume': () => 'Continuó una serie de inscripciones',
  'experiment.ended': () => 'Terminó el experimento sobre los mensajes: ahora todas las personas los reciben',
  'experiment.halted': ({ costPoints }) =>
    `El experimento sobre los mensajes se detuvo solo: los mensajes alejaron a más personas que los ${text(costPoints)} puntos registrados`,
  'experiment.started': ({ holdoutPercent, weeks }) =>
    `Empezó un experimento sobre los mensajes: ${text(holdoutPercent)} de cada 100 personas que aceptan no reciben ninguno sin pedirlo, durante ${text(weeks)} semanas`,
  'former_import.cancelled': ({ file }) => more('Se canceló la importación de un chatbot anterior', text(file)),
  'former_import.imported': ({ file, people, messages }) =>
    more(
      `Se importaron conversaciones de un chatbot anterior: ${text(messages)} mensajes de ${text(people)} personas`,
      text(file)
    ),
  'former_import.undone': ({ file }) => more('Se deshizo la importación de un chatbot anterior', text(file)),
  'former_import.uploaded': ({ file }) => more('Se subió un archivo de un chatbot anterior para revisarlo', text(file)),
  'former_texts.erased': () => 'Esta persona borró lo que se trajo de un chatbot anterior',
  'hr_channel.confirmed': () => 'Se confirmó un canal para los informes de Recursos Humanos',
  'hr_channel.problem': ({ problem }) =>
    `No se pueden publicar los informes de Recursos Humanos en un canal: ${text(problem)}`,
  'hr_channel.removed': () => 'Un canal ya no recibe los informes de Recursos Humanos',
  'hr_channel.timezone': ({ timezone }) =>
    `Los informes de Recursos Humanos llegan a un canal según la hora de ${text(timezone)}`,
  'hr_channel.locale': ({ locale }) =>
    `Los informes de Recursos Humanos llegan a un canal en el idioma ${text(locale)}`,
  'hr_channel.posted_again': () => 'Recursos Humanos volvió a publicar el último informe en un canal',
  'report_schedule.changed': ({ every, time, timezone }) =>
    `Los informes de Recursos Humanos llegan: ${text(every)}, ${text(time)} (${text(timezone)})`,
  'install_run.begin': () => 'Empezó la instalación de la aplicación mediante Microsoft Graph',
  'install_run.cancel': () => 'Se canceló la instalación de la aplicación',
  'install_run.pause': () => 'Se pausó la instalación de la aplicación',
  'install_run.resume': () => 'Continuó la instalación de la aplicación',
  'it_pack.downloaded': ({ version }) => more('Se descargó el paquete para TI', text(version)),
  'journey.published': ({ name, version }) =>
    more(`Se publicó la versión ${text(version)} de un recorrido`, text(name)),
  'journey.started': ({ name, cohort }) => more(`Se inició un recorrido para «${text(cohort)}»`, text(name)),
  'journey.stopped': ({ name, cohort }) => more(`Se terminó un recorrido para «${text(cohort)}»`, text(name)),
  'keys.rotated': () => 'Se reemplazaron las claves que firman nuestros tokens',
  'learner.decided': ({ decision }) =>
    decision === 'same'
      ? 'Una cuenta del sitio de cursos es de esta persona, según dijo un administrador'
      : 'Una cuenta del sitio de cursos no es de nadie conocido, según dijo un administrador',
  'learner.taken_in': () => 'Alguien se registró en el sitio de cursos y toma cursos allí',
  'learners.taken_in': ({ people }) =>
    `Las reglas valen ahora para ${text(people)} personas que ya estaban en el sitio de cursos`,
  'learning_site.opened': () => 'Esta persona entró en el sitio de cursos',
  'learning_site.refused': ({ because }) => more('Esta persona no pudo entrar en el sitio de cursos', text(because)),
  'learner.linked': ({ reason }) => more('Se vinculó una cuenta del sitio de cursos con esta persona', text(reason)),
  'learner.parted': ({ reason }) =>
    more('Se vio que una cuenta del sitio de cursos no era de esta persona y se desvinculó', text(reason)),
  'learners.postponed': ({ accounts }) => more('Cuentas del sitio de cursos se dejaron para más tarde', text(accounts)),
  'learners.refused': ({ accounts, reason }) =>
    more(
      `Se dijo de cuentas del sitio de cursos que no son de nadie de los encontrados: ${text(accounts)}`,
      text(reason)
    ),
  'learners.reopened': ({ accounts }) => more('Cuentas del sitio de cursos se deciden de nuevo', text(accounts)),
  'leaving.confirmed': () => 'Se confirmó que la empresa tiene su archivo; lo demás se borra',
  'leaving.handed_over': ({ until }) => `Llegó el último día de la empresa; su archivo espera hasta ${day(until)}`,
  'leaving.scheduled': ({ leavesAt, reason }) => more(`La empresa se va el ${day(leavesAt)}`, text(reason)),
  'leaving.undone': () => 'La empresa se queda: se canceló su salida',
  'link_run.begin': ({ mode }) =>
    mode === 'dry'
      ? 'Se comparan las cuentas del sitio de cursos con las personas de la empresa, sin vincular ninguna'
      : 'Se comparan las cuentas del sitio de cursos con las personas de la empresa y se vinculan las seguras',
  'link_run.cancel': () => 'Se canceló una comparación de cuentas',
  'link_run.pause': () => 'Se pausó una comparación de cuentas',
  'link_run.resume': () => 'Continuó una comparación de cuentas',
  'learning_site.shown': () =>
    'Se mostró a administración lo que la plataforma de aprendizaje necesita para su inicio de sesión',
  'material.added': ({ title }) => more('Se dio material al coach para leer', text(title)),
  'material.removed': ({ title }) => more('Se quitó material al coach', text(title)),
  'material.renamed': ({ title, from }) =>
    `El material del coach tiene otro título: ${text(title)}, antes ${text(from)}`,
  'material.replaced': ({ title, file }) =>
    more(`Otro archivo ocupa el lugar del material del coach ${text(title)}`, text(file)),
  'organization.configured': ({ fields }) => more('Cambió la configuración de la empresa', fieldNames('es', fields)),
  'passkey.added': () => 'Esta persona añadió una llave de acceso',
  'passkey.removed': () => 'Esta persona quitó una llave de acceso',
  'passkeys.removed': ({ passkeys }) => `Se quitaron las ${text(passkeys)} llaves de acceso de esta persona`,
  'person.changed': ({ fields }) => more('Cambió la ficha de esta persona', fieldNames('es', fields)),
  'person.created': () => 'Esta persona apareció en el directorio',
  'person.doubted': () =>
    'Esta persona tiene el identificador de alguien que se fue, y se preguntó a un administrador quién es',
  'person.erased': () => 'Esta persona hizo borrar todo lo suyo',
  'person.exported': () => 'Esta persona pidió un archivo con sus propios datos',
  'person.looked_up': () => 'Se consultó a esta persona en el directorio',
  'person.joined': () => 'Esta persona recibió acceso',
  'person.left': ({ reason }) =>
    more(
      'Esta persona perdió el acceso y se cerraron todas sus sesiones',
      told(
        {
          deactivated: 'baja en el directorio',
          left_access_group: 'ya no está en el grupo de acceso',
          directory_removed: 'se desconectó el directorio',
          removed: 'baja hecha por operaciones de ConsciousInsights',
          not_in_directory: 'entró antes de que hubiera directorio y no está en él',
          replaced: 'ahora otra persona tiene este identificador'
        },
        reason
      )
    ),
  'person.merged': () => 'Esta persona sigue como quien era antes',
  'person.signed_in': ({ connectionType }) =>
    told(
      {
        mail_code: 'Esta persona inició sesión con un código por correo',
        passkey: 'Esta persona inició sesión con una llave de acceso'
      },
      connectionType,
      'Esta persona inició sesión a través de la empresa'
    ),
  'portal.opened': ({ intent }) =>
    more('Se abrió un enlace al portal de configuración', text(intent).replaceAll('_', ' ')),
  'reach.changed': ({ level, mail, welcomeByMail }) =>
    `Cómo se puede llegar a las personas: nivel ${text(level)} de Microsoft Graph, correo ${mail === true ? 'activado' : 'desactivado'}, primera pregunta por correo ${welcomeByMail === true ? 'activada' : 'desactivada'}`,
  'retention.applied': ({ kind, before }) => `Se borró lo anterior al ${day(before)} (${text(kind)})`,
  'retention.changed': () => 'Se cambió cuánto tiempo se guardan las cosas',
  'returner.decided': ({ decision }) =>
    decision === 'same'
      ? 'Un administrador dijo que esta persona ya había estado aquí'
      : 'Un administrador dijo que esta persona es nueva',
  'role.given': ({ role, reason }) => more(`Esta persona recibió el rol ${told(ROLE_NAMES.es, role)}`, text(reason)),
  'role.taken': ({ role, reason }) =>
    more(`Se quitó a esta persona el rol ${told(ROLE_NAMES.es, role)}`, reason === 'left' ? 'se fue' : text(reason)),
  'safety.changed': ({ lines, routes }) =>
    `Líneas para quien lo pasa mal: ${text(lines)}; vías para lo que no le toca a un coach: ${text(routes)}`,
  'session.ended': () => 'Esta persona cerró una de sus sesiones',
  'tenant.lost': ({ tenant }) =>
    more('Otra empresa probó ante Microsoft que este inquilino es suyo, y ahora lo tiene', text(tenant)),
  'tenant.parted': ({ accounts, tenant }) =>
    more(`Se desconectaron cuentas de Microsoft de un inquilino: ${text(accounts)}`, text(tenant)),
  'tenant.proof_begun': ({ tenant }) => more('Se empezó a probar el inquilino de Microsoft 365', text(tenant)),
  'tenant.proof_refused': ({ reason }) =>
    more('Se rechazó una prueba del inquilino de Microsoft 365', told(PROOF_REFUSED.es, reason)),
  'tenant.proved': ({ tenant, roles, account }) =>
    more(
      'Quien administra el inquilino de Microsoft 365 probó que es de la empresa',
      [text(tenant), texts(roles).replaceAll('_', ' '), text(account)].filter(Boolean).join('; ')
    ),
  'webhook.added': ({ host }) => more('Se añadió un destino de webhooks', text(host)),
  'webhook.changed': ({ host, state }) =>
    more('Se cambió un destino de webhooks', [text(host), text(state)].filter(Boolean).join(', ')),
  'webhook.disabled': () => 'Se desactivó un destino de webhooks: desde hacía días no llegaba nada',
  'webhook.removed': ({ host }) => more('Se quitó un destino de webhooks', text(host)),
  'webhook.secret_replaced': () => 'Se reemplazó el secreto de un destino de webhooks',
  'sessions.ended': () => 'Esta persona cerró todas sus sesiones'
}

const sentences: Readonly<Record<Language, Sentences>> = { en, es }

/** Older events may carry an action that is no longer recorded: it is shown as it is. */
export function sentenceOf(language: Language, action: string, detail: Detail): string {
  const known = Object.entries(sentences[language]).find(([name]) => name === action)
  return known ? known[1](detail) : action
}

const ACTORS = {
  en: {
    directory: 'the directory',
    reconciliation: 'the nightly comparison',
    operator: 'ConsciousInsights’ operators',
    rule: 'a rule that the company switched on',
    tenant_proof: 'a proof at Microsoft',
    tenant_gone: 'a tenant that is the company’s no longer',
    sign_in: 'a sign-in',
    schedule: 'a schedule',
    workos: 'the connection’s own news',
    learning_site: 'the learning site'
  },
  es: {
    directory: 'el directorio',
    reconciliation: 'la comparación nocturna',
    operator: 'operaciones de ConsciousInsights',
    rule: 'una regla que activó la empresa',
    tenant_proof: 'una prueba ante Microsoft',
    tenant_gone: 'un inquilino que ya no es de la empresa',
    sign_in: 'un inicio de sesión',
    schedule: 'una programación',
    workos: 'el aviso de la propia conexión',
    learning_site: 'el sitio de cursos'
  }
} as const satisfies Record<Language, Record<string, string>>

/** Undefined for a person: their name is asked elsewhere. */
export const actorWords = (language: Language, actor: string): string | undefined =>
  Object.entries(ACTORS[language]).find(([name]) => name === actor)?.[1]
