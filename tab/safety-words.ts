/** What an admin reads about lines and routes. English and Spanish, each written for its readers. */
import type { RouteKind, RouteTopic } from '../api/contract/safety.ts'

const en = {
  safety: {
    title: 'Lines and routes for people in need',
    intro:
      'When somebody writes about danger, a card written by people shows these lines, then those of their country. What is not for a coach gets these routes, and the person chooses.',
    nobody: 'Nobody is notified of what anybody writes, not even in danger. There is no setting for it.',
    lines: 'Lines',
    noLines: 'None of your own yet. For example your employee assistance, with its number, for everywhere.',
    routes: 'Routes',
    noRoutes: 'None yet. For example your ethics line for harassment and discrimination.',
    country: 'Country',
    countryHelp: 'Two letters such as MX, or * for everywhere',
    name: 'Name',
    nameIn: { en: 'Name in English', es: 'Name in Spanish' },
    contact: 'Number or address',
    kind: 'Whose task it is',
    topics: 'For what',
    addLine: 'Add a line',
    addRoute: 'Add a route',
    remove: (name: string) => `Remove ${name}`,
    unnamed: 'this entry',
    save: 'Save lines and routes',
    saved: 'Saved. It holds from the next card on.',
    kinds: {
      works_council: 'Works council',
      ethics_line: 'Ethics line',
      hr: 'Human Resources',
      doctor: 'Company doctor',
      ombuds: 'Ombudsperson',
      union: 'Union',
      assistance: 'Employee assistance'
    } satisfies Readonly<Record<RouteKind, string>>,
    topic: {
      harassment: 'Harassment',
      discrimination: 'Discrimination',
      dismissal: 'Dismissal',
      medical: 'Health',
      legal: 'Legal questions'
    } satisfies Readonly<Record<RouteTopic, string>>
  }
}

const es: typeof en = {
  safety: {
    title: 'Líneas y vías para quien lo necesita',
    intro:
      'Cuando alguien escribe sobre un peligro, una tarjeta escrita por personas muestra estas líneas y después las de su país. Lo que no le toca a un coach recibe estas vías, y la persona elige.',
    nobody: 'No se avisa a nadie de lo que alguien escribe, ni siquiera en peligro. No hay ningún ajuste para ello.',
    lines: 'Líneas',
    noLines: 'Todavía ninguna propia. Por ejemplo, tu programa de ayuda al empleado, con su número, para todas partes.',
    routes: 'Vías',
    noRoutes: 'Todavía ninguna. Por ejemplo, tu línea ética para acoso y discriminación.',
    country: 'País',
    countryHelp: 'Dos letras, como MX, o * para todas partes',
    name: 'Nombre',
    nameIn: { en: 'Nombre en inglés', es: 'Nombre en español' },
    contact: 'Número o dirección',
    kind: 'A quién le toca',
    topics: 'Para qué',
    addLine: 'Añadir una línea',
    addRoute: 'Añadir una vía',
    remove: name => `Quitar ${name}`,
    unnamed: 'esta entrada',
    save: 'Guardar líneas y vías',
    saved: 'Guardado. Vale desde la próxima tarjeta.',
    kinds: {
      works_council: 'Comité de empresa',
      ethics_line: 'Línea ética',
      hr: 'Recursos Humanos',
      doctor: 'Servicio médico',
      ombuds: 'Defensoría interna',
      union: 'Sindicato',
      assistance: 'Ayuda al empleado'
    },
    topic: {
      harassment: 'Acoso',
      discrimination: 'Discriminación',
      dismissal: 'Despido',
      medical: 'Salud',
      legal: 'Cuestiones legales'
    }
  }
}

export const safetyWords = { en, es }
