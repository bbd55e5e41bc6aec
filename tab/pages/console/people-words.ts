/** The directory browser. */
import type { ACCESS_REASONS, PEOPLE_FILTERS } from '../../../api/contract/people-browser.ts'

const en = {
  directoryPeople: {
    title: 'People and groups',
    body: 'The directory as ConsciousInsights has it. It shows who has access and why; what people do here is shown to nobody. Opening a person is recorded in the audit log.',
    search: 'Name or e-mail',
    find: 'Find',
    filter: 'Show',
    filters: {
      all: 'Everybody',
      access: 'With access',
      no_access: 'Active, without access',
      gone: 'No longer active'
    } satisfies Record<(typeof PEOPLE_FILTERS)[number], string>,
    group: 'Group',
    cohort: 'Cohort',
    any: 'Any',
    none: 'Nobody fits. Change the search, or wait for the directory if it was connected just now.',
    more: 'Show more',
    shown: (count: number) => (count === 1 ? '1 person is shown.' : `${count} people are shown.`),
    open: 'Open',
    look: (name: string) => `Open ${name}`,
    back: 'Back to the list',
    noName: 'Without a name',
    access: 'Access',
    noAccess: 'No access',
    because: {
      in_group: (group: string) => `In the access group “${group}”.`,
      everybody: () => 'Everybody of the directory has access.',
      by_sign_in: () => 'Came by sign-in; no directory has named them yet.',
      invited: () => 'Was invited to set the company up, until your own sign-in works.',
      not_in_group: (group: string) => `Not in the access group “${group}”. Add them to it in your directory.`,
      inactive: () => 'Inactive or removed in the directory.',
      replaced: () => 'Somebody else has this id now.',
      learning_site_only: () => 'Known by the learning site only; the directory does not name them.'
    } satisfies Record<(typeof ACCESS_REASONS)[number], (group: string) => string>,
    fields: {
      email: 'E-mail',
      title: 'Title',
      department: 'Department',
      manager: 'Manager',
      reports: 'Reports',
      country: 'Country',
      timezone: 'Time zone',
      locale: 'Language',
      providerId: 'Id at your provider',
      groups: 'Groups',
      cohorts: 'Cohorts',
      roles: 'Roles',
      since: 'Known since',
      goneSince: 'Gone since'
    },
    rule: (name: string, rule: string) => `${name} (by ${rule})`,
    noRule: (name: string) => `${name} (no rule says so any more)`,
    roles: {
      owner: 'Owner',
      admin: 'Admin',
      it: 'IT',
      hr: 'HR',
      author: 'Author',
      support: 'Support',
      manager: 'Manager'
    },
    empty: '—',
    groupsTitle: 'Groups and cohorts',
    groupsBody: (people: number) => `Active people in the directory: ${people}. Of each group, how many are active.`,
    name: 'Name',
    count: 'People',
    groups: 'Groups of the directory',
    cohorts: 'Cohorts',
    noGroups: 'No groups have come yet.',
    noCohorts: 'No cohort has anybody yet.'
  }
}

const es: typeof en = {
  directoryPeople: {
    title: 'Personas y grupos',
    body: 'El directorio tal como lo tiene ConsciousInsights. Muestra quién tiene acceso y por qué; lo que la gente hace aquí no se muestra a nadie. Abrir a una persona queda en el registro de auditoría.',
    search: 'Nombre o correo',
    find: 'Buscar',
    filter: 'Mostrar',
    filters: {
      all: 'Todas',
      access: 'Con acceso',
      no_access: 'Activas, sin acceso',
      gone: 'Ya no activas'
    },
    group: 'Grupo',
    cohort: 'Cohorte',
    any: 'Cualquiera',
    none: 'Nadie encaja. Cambia la búsqueda, o espera al directorio si se acaba de conectar.',
    more: 'Mostrar más',
    shown: count => (count === 1 ? 'Se muestra 1 persona.' : `Se muestran ${count} personas.`),
    open: 'Abrir',
    look: name => `Abrir a ${name}`,
    back: 'Volver a la lista',
    noName: 'Sin nombre',
    access: 'Acceso',
    noAccess: 'Sin acceso',
    because: {
      in_group: group => `Está en el grupo de acceso «${group}».`,
      everybody: () => 'Todo el directorio tiene acceso.',
      by_sign_in: () => 'Vino por inicio de sesión; ningún directorio la ha nombrado aún.',
      invited: () => 'Se le invitó a configurar la empresa, hasta que funcione el inicio de sesión propio.',
      not_in_group: group => `No está en el grupo de acceso «${group}». Añádela en tu directorio.`,
      inactive: () => 'Inactiva o eliminada en el directorio.',
      replaced: () => 'Otra persona tiene ahora este id.',
      learning_site_only: () => 'Solo la conoce la plataforma de aprendizaje; el directorio no la nombra.'
    },
    fields: {
      email: 'Correo',
      title: 'Puesto',
      department: 'Departamento',
      manager: 'Responsable',
      reports: 'Equipo directo',
      country: 'País',
      timezone: 'Zona horaria',
      locale: 'Idioma',
      providerId: 'Id en tu proveedor',
      groups: 'Grupos',
      cohorts: 'Cohortes',
      roles: 'Roles',
      since: 'Conocida desde',
      goneSince: 'Fuera desde'
    },
    rule: (name, rule) => `${name} (por ${rule})`,
    noRule: name => `${name} (ya ninguna regla lo dice)`,
    roles: {
      owner: 'Titular',
      admin: 'Administración',
      it: 'TI',
      hr: 'Recursos Humanos',
      author: 'Autoría',
      support: 'Soporte',
      manager: 'Jefatura'
    },
    empty: '—',
    groupsTitle: 'Grupos',
    groupsBody: people => `Personas activas en el directorio: ${people}. De cada grupo, cuántas están activas.`,
    name: 'Nombre',
    count: 'Personas',
    groups: 'Grupos del directorio',
    cohorts: 'Cohortes',
    noGroups: 'Aún no ha llegado ningún grupo.',
    noCohorts: 'Aún no hay nadie en ninguna cohorte.'
  }
}

export const peopleWords = { en, es }
