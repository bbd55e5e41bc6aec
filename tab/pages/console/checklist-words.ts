/** The steps from nothing to the first nudge, each with what to do now. */
import type { ChecklistStep, OWNERS, StepState } from '../../../api/contract/checklist.ts'

type StepWords = { readonly title: string; readonly todo: string; readonly outside?: string }

const en = {
  checklist: {
    title: 'From here to the first nudge',
    intro: 'Each step shows its state by itself. Nothing has to be ticked off.',
    progress: (done: number, all: number) => `${done} of ${all} steps are done.`,
    allDone: 'Everything is in place.',
    next: 'Next',
    notLive: 'WorkOS does not answer now. Sign-in, domains and directory show what was heard last.',
    refresh: 'Look again',
    showDone: 'Show what is done',
    hideDone: 'Hide what is done',
    optional: 'Not needed for the first nudge',
    blocked: (steps: string) => `First: ${steps}.`,
    owner: (who: string) => `Usually done by ${who}`,
    states: { done: 'Done', open: 'To do', waiting: 'Waiting', blocked: 'Later' } satisfies Record<StepState, string>,
    owners: {
      program: 'whoever runs the program',
      identity: 'the identity team',
      dns: 'IT, who keep the domain’s DNS',
      teams: 'the Teams admins',
      learning: 'whoever runs the learning site',
      hr: 'HR',
      nobody: 'nobody: it comes by itself'
    } satisfies Record<(typeof OWNERS)[number], string>,
    wait: (from: number, to: number) =>
      from === 0 ? `up to ${to === 1 ? 'one working day' : `${to} working days`}` : `${from} to ${to} working days`,
    estimate: (time: string, what: string) => `Outside wait: ${what}, usually ${time}. This is our estimate.`,
    known: (time: string, what: string) => `Outside wait: ${what}, ${time}.`,
    goOn: 'Go on to the portal',
    open: 'Open',
    take: 'Take over proven domains',
    taken: (domains: string) => `Taken over: ${domains}.`,
    elsewhere: 'Open at Microsoft',
    steps: {
      company: {
        title: 'Your company',
        todo: 'Say who stands behind the program, in which language and time zone it speaks.'
      },
      sign_in: {
        title: 'Single sign-on',
        todo: 'Open the portal and connect your provider. It shows each click for PingFederate, Okta, Entra ID and others.',
        outside: 'the identity team’s change'
      },
      domains: {
        title: 'E-mail domains',
        todo: 'Enter your domains in the portal and add the DNS record that it shows. Then take the proven ones over.',
        outside: 'the DNS record'
      },
      directory: {
        title: 'Directory',
        todo: 'Open the portal and connect your directory, by SCIM or from Workday. Map externalId to the object id if it is Entra ID.',
        outside: 'the identity team’s change and the first sync'
      },
      groups: {
        title: 'Access and roles by group',
        todo: 'Choose which group may use ConsciousInsights, and which ones are its admins and HR.',
        outside: 'new groups in your directory'
      },
      claims: {
        title: 'What your sign-in sends',
        todo: 'Paste a sample token into the claim lab. It says who would come in and what is missing.'
      },
      own_sign_in: {
        title: 'First sign-in of your own',
        todo: 'An admin signs in with your company’s sign-in. From then on mailed codes open nothing.'
      },
      microsoft: {
        title: 'Microsoft 365 tenant',
        todo: 'A Microsoft administrator proves the tenant by signing in; then say which attribute of the directory holds the object id.'
      },
      consent: {
        title: 'Consent for the Teams tab',
        todo: 'A Microsoft admin opens the link once and accepts, so that nobody is asked. Done once the first person is recognized in Teams.',
        outside: 'a Microsoft admin’s consent'
      },
      teams_app: {
        title: 'Teams app',
        todo: 'A Teams admin uploads the package and lets a setup policy install it for the pilot.',
        outside: 'the app review and Teams’ own policy rollout'
      },
      learning_site: {
        title: 'Learning site',
        todo: 'Enter the site and its key. The key is tried before it is kept.',
        outside: 'a key from whoever runs the site'
      },
      rules: { title: 'Who gets which course', todo: 'Write the first rule, try it, and save it.' },
      pilot: { title: 'Pilot cohort', todo: 'Name a cohort and the group that it is made of.' },
      hr_channel: {
        title: 'HR’s channel',
        todo: 'HR adds the app to a channel of its own and says yes to its card there.',
        outside: 'HR’s team'
      },
      launch: {
        title: 'Launch day',
        todo: 'Choose the first day, and send the launch pack before it.',
        outside: 'announcements, and the works council where there is one'
      },
      first_nudge: {
        title: 'First nudge',
        todo: 'From the launch day on people are asked in their working hours. Who says yes gets a first nudge.',
        outside: 'people’s own working hours'
      }
    } satisfies Record<ChecklistStep, StepWords> as Record<ChecklistStep, StepWords>,
    found: {
      domains: (value: string) => `Domains: ${value}`,
      proven: (value: string) => `Proven and not taken over: ${value}`,
      people: (value: string) => `People: ${value}`,
      withAccess: (value: string) => `With access: ${value}`,
      admins: (value: string) => `Admins: ${value}`,
      tenants: (value: string) => `Tenants: ${value}`,
      linked: (value: string) => `Recognized in Teams: ${value}`,
      courses: (value: string) => `Courses in rules: ${value}`,
      cohorts: (value: string) => `Cohorts: ${value}`,
      site: (value: string) => value
    } as Readonly<Record<string, (value: string) => string>>
  }
}

const es: typeof en = {
  checklist: {
    title: 'De aquí al primer mensaje',
    intro: 'Cada paso muestra solo su estado. No hay nada que marcar a mano.',
    progress: (done, all) => `${done} de ${all} pasos están hechos.`,
    allDone: 'Todo está en su sitio.',
    next: 'Siguiente',
    notLive: 'WorkOS no responde ahora. Inicio de sesión, dominios y directorio muestran lo último que se supo.',
    refresh: 'Volver a mirar',
    showDone: 'Mostrar lo hecho',
    hideDone: 'Ocultar lo hecho',
    optional: 'No hace falta para el primer mensaje',
    blocked: steps => `Antes: ${steps}.`,
    owner: who => `Suele hacerlo ${who}`,
    states: { done: 'Hecho', open: 'Por hacer', waiting: 'En espera', blocked: 'Después' },
    owners: {
      program: 'quien dirige el programa',
      identity: 'el equipo de identidad',
      dns: 'TI, que lleva el DNS del dominio',
      teams: 'la administración de Teams',
      learning: 'quien lleva la plataforma de aprendizaje',
      hr: 'Recursos Humanos',
      nobody: 'nadie: llega solo'
    },
    wait: (from, to) =>
      from === 0 ? (to === 1 ? 'hasta un día hábil' : `hasta ${to} días hábiles`) : `de ${from} a ${to} días hábiles`,
    estimate: (time, what) => `Espera externa: ${what}, normalmente ${time}. Es una estimación nuestra.`,
    known: (time, what) => `Espera externa: ${what}, ${time}.`,
    goOn: 'Ir al portal',
    open: 'Abrir',
    take: 'Incorporar los dominios probados',
    taken: domains => `Incorporados: ${domains}.`,
    elsewhere: 'Abrir en Microsoft',
    steps: {
      company: { title: 'Tu empresa', todo: 'Di quién respalda el programa, y en qué idioma y zona horaria habla.' },
      sign_in: {
        title: 'Inicio de sesión único',
        todo: 'Abre el portal y conecta tu proveedor. Muestra cada paso para PingFederate, Okta, Entra ID y otros.',
        outside: 'el cambio del equipo de identidad'
      },
      domains: {
        title: 'Dominios de correo',
        todo: 'Escribe tus dominios en el portal y añade el registro DNS que muestra. Después incorpora los probados.',
        outside: 'el registro DNS'
      },
      directory: {
        title: 'Directorio',
        todo: 'Abre el portal y conecta tu directorio, por SCIM o desde Workday. Si es Entra ID, asigna externalId al id de objeto.',
        outside: 'el cambio del equipo de identidad y la primera sincronización'
      },
      groups: {
        title: 'Acceso y roles por grupo',
        todo: 'Elige qué grupo puede usar ConsciousInsights y cuáles son administración y Recursos Humanos.',
        outside: 'grupos nuevos en tu directorio'
      },
      claims: {
        title: 'Lo que envía tu inicio de sesión',
        todo: 'Pega un token de muestra en el laboratorio. Dice quién entraría y qué falta.'
      },
      own_sign_in: {
        title: 'Primer inicio de sesión propio',
        todo: 'Alguien de administración entra con el inicio de sesión de tu empresa. Desde entonces los códigos por correo no abren nada.'
      },
      microsoft: {
        title: 'Inquilino de Microsoft 365',
        todo: 'Quien administra Microsoft prueba el inquilino al iniciar sesión; después di qué atributo del directorio tiene el id de objeto.'
      },
      consent: {
        title: 'Consentimiento para la pestaña de Teams',
        todo: 'Alguien de administración de Microsoft abre el enlace una vez y acepta, para que no se pregunte a nadie. Queda hecho cuando se reconoce a la primera persona en Teams.',
        outside: 'el consentimiento de Microsoft'
      },
      teams_app: {
        title: 'Aplicación de Teams',
        todo: 'La administración de Teams sube el paquete y deja que una directiva de configuración lo instale para el piloto.',
        outside: 'la revisión de la aplicación y el reparto de la directiva en Teams'
      },
      learning_site: {
        title: 'Plataforma de aprendizaje',
        todo: 'Escribe la plataforma y su clave. La clave se prueba antes de guardarla.',
        outside: 'la clave de quien lleva la plataforma'
      },
      rules: { title: 'Quién recibe qué curso', todo: 'Escribe la primera regla, pruébala y guárdala.' },
      pilot: {
        title: 'Grupo piloto',
        todo: 'Ponle nombre a una cohorte y di qué grupo del directorio la forma.'
      },
      hr_channel: {
        title: 'Canal de Recursos Humanos',
        todo: 'Recursos Humanos añade la aplicación a un canal suyo y acepta la tarjeta que aparece allí.',
        outside: 'el equipo de Recursos Humanos'
      },
      launch: {
        title: 'Día de inicio',
        todo: 'Elige el primer día y envía antes los textos de lanzamiento.',
        outside: 'los anuncios, y la representación de la plantilla donde exista'
      },
      first_nudge: {
        title: 'Primer mensaje',
        todo: 'Desde el día de inicio se pregunta a la gente en su horario laboral. Quien dice que sí recibe un primer mensaje.',
        outside: 'el horario laboral de cada persona'
      }
    },
    found: {
      domains: value => `Dominios: ${value}`,
      proven: value => `Probados y sin incorporar: ${value}`,
      people: value => `Personas: ${value}`,
      withAccess: value => `Con acceso: ${value}`,
      admins: value => `Administración: ${value}`,
      tenants: value => `Inquilinos: ${value}`,
      linked: value => `Reconocidas en Teams: ${value}`,
      courses: value => `Cursos en las reglas: ${value}`,
      cohorts: value => `Cohortes: ${value}`,
      site: value => value
    }
  }
}

export const checklistWords = { en, es }
