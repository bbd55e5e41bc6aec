/** What the report's page says around the figures, English and Spanish, each written. The figures bring their own words. */
import type { Breakdown, FigureArea, ReportKind } from '../../../api/contract/reports.ts'
import { useApp } from '../../context.ts'

const en = {
  which: 'Report',
  newest: 'Newest',
  kinds: { weekly: 'Week', monthly: 'Month' } satisfies Record<ReportKind, string>,
  period: (kind: string, from: string, to: string) => `${kind}: ${from} – ${to}`,
  earlier: 'You are reading an earlier report, as it was made then.',
  toNewest: 'Open the newest one',
  empty: 'No report yet',
  emptyBody:
    'A report tells in one sentence what the last week or month shows, such as “12 of 40 people made a plan”, with the figures behind it and never a name. The first one comes by the schedule below, or make it now.',
  make: { weekly: 'Make the report of last week', monthly: 'Make the report of last month' } satisfies Record<
    ReportKind,
    string
  >,
  made: (period: string) => `Here is the report: ${period}.`,
  csv: 'Save as CSV',
  xlsx: 'Save as Excel',
  print: 'Print',
  saved: (name: string) => `Saved: ${name}`,
  fileNote: 'The file holds what this page shows and nothing else.',
  behind: (people: number) => `${people} people stand behind these figures.`,
  madeAt: (when: string) => `Made ${when}.`,
  findings: 'What the figures say',
  overview: 'All figures',
  overviewBody: 'Each figure has one definition: open it with the sign beside the name.',
  areas: {
    activation: 'Getting started',
    activity: 'Talking with the coach',
    nudges: 'Nudges',
    plans: 'Plans',
    courses: 'Courses',
    reach: 'Reach and cost',
    pulse: 'Did it help? What people answered',
    focus: 'What people want to grow in'
  } satisfies Record<FigureArea, string>,
  figure: 'Figure',
  people: 'People',
  picture: 'Picture',
  definitionOf: (name: string) => `What counts as “${name}”`,
  of: (name: string) => `Of those counted under “${name}”`,
  definitions: 'Definitions',
  blank: 'blank',
  whyBlank: (name: string) => `Why is “${name}” blank?`,
  blanks: 'What is blank, and why',
  trend: 'How it moves',
  trendFigure: 'Figure over time',
  noTrend: 'Not enough reports yet: a line needs two of the same kind with this figure.',
  trendTable: 'The same as a table',
  when: 'Period',
  share: 'Share',
  notDrawn: (count: number) =>
    count === 1
      ? 'One period is not drawn: it is blank or only a bound.'
      : `${count} periods are not drawn: they are blank or only a bound.`,
  breakdown: 'By group',
  dimensions: { cohort: 'Cohorts', country: 'Countries', department: 'Departments' } satisfies Record<
    Breakdown['dimension'],
    string
  >,
  oneAtATime:
    'One way of grouping at a time: two at once, such as a cohort within a country, would point at single people. So there is no such filter.',
  notHere: (name: string) =>
    `${name}: not in this report, because groups by it would be too small or nothing is known to group by.`,
  groupFigure: 'Figure by group',
  group: 'Group',
  groupPeople: 'People counted',
  tooFewToTell: 'too few to tell',
  groupsBlank: (blank: number, all: number) =>
    `${blank} of ${all} groups are blank or only a bound for this figure, so no bar claims a number.`,
  allShown: 'Every group has a number for this figure.',
  noBars: 'No group has a number for this figure, so there is nothing to draw. The table says why.',
  programs: 'Journeys and campaigns',
  journeys: 'Journeys',
  noJourneys: 'No journey is running with a cohort. Authors start one on the page “Journeys”.',
  journeyOf: (journey: string, cohort: string) => `${journey} · ${cohort}`,
  journeyWhy: 'The figures are those of the cohort that is on the journey, from this report.',
  noCohortFigures: 'The cohort is not among the groups of this report.',
  campaigns: 'Campaigns',
  noCampaigns: 'No campaign has started yet. HR starts one on the page “Campaigns”.',
  campaignWhy:
    'As campaigns stand now, told once a day and rounded by chance. They are not part of the saved report or of its files.',
  campaign: 'Campaign',
  days: 'Days',
  sent: 'Sent',
  answeredDone: 'Said “done”',
  notRelevant: 'Said “not relevant”',
  more: (count: number) => `Show ${count} more`,
  lift: 'Do the nudges help?',
  detect: 'What a comparison could find out here',
  outcome: 'What would count',
  design: 'Design',
  finds: 'Smallest effect it finds',
  firstAt: 'Earliest around',
  points: (points: string) => `${points} points`,
  cannot: 'nothing, with the people there are',
  notInAYear: 'not within its time',
  designOf: (weeks: number, percent: number) => `${weeks} weeks, ${percent} in 100 without nudges`,
  turnOn: 'HR turns a comparison on, with the people’s yes, on the page “Experiments”.',
  chartFailed: 'The picture could not be drawn. The table says the same.'
}

const es: typeof en = {
  which: 'Informe',
  newest: 'El más reciente',
  kinds: { weekly: 'Semana', monthly: 'Mes' },
  period: (kind, from, to) => `${kind}: ${from} – ${to}`,
  earlier: 'Estás leyendo un informe anterior, tal como se hizo entonces.',
  toNewest: 'Abrir el más reciente',
  empty: 'Todavía no hay informe',
  emptyBody:
    'Un informe dice en una frase lo que muestra la última semana o el último mes, por ejemplo «12 de 40 personas hicieron un plan», con las cifras que hay detrás y nunca un nombre. El primero llega según el calendario de abajo, o prepáralo ahora.',
  make: { weekly: 'Preparar el informe de la semana pasada', monthly: 'Preparar el informe del mes pasado' },
  made: period => `Aquí está el informe: ${period}.`,
  csv: 'Guardar como CSV',
  xlsx: 'Guardar como Excel',
  print: 'Imprimir',
  saved: name => `Guardado: ${name}`,
  fileNote: 'El archivo contiene lo que muestra esta página y nada más.',
  behind: people => `${people} personas están detrás de estas cifras.`,
  madeAt: when => `Preparado el ${when}.`,
  findings: 'Lo que dicen las cifras',
  overview: 'Todas las cifras',
  overviewBody: 'Cada cifra tiene una sola definición: ábrela con el signo junto al nombre.',
  areas: {
    activation: 'Primeros pasos',
    activity: 'Conversar con el coach',
    nudges: 'Mensajes',
    plans: 'Planes',
    courses: 'Cursos',
    reach: 'Alcance y coste',
    pulse: '¿Ha servido? Lo que respondió la gente',
    focus: 'En qué quiere crecer la gente'
  },
  figure: 'Cifra',
  people: 'Personas',
  picture: 'Gráfico',
  definitionOf: name => `Qué cuenta como «${name}»`,
  of: name => `De quienes cuentan en «${name}»`,
  definitions: 'Definiciones',
  blank: 'en blanco',
  whyBlank: name => `¿Por qué «${name}» está en blanco?`,
  blanks: 'Qué está en blanco y por qué',
  trend: 'Cómo evoluciona',
  trendFigure: 'Cifra en el tiempo',
  noTrend: 'Aún no hay suficientes informes: una línea necesita dos del mismo tipo con esta cifra.',
  trendTable: 'Lo mismo en una tabla',
  when: 'Periodo',
  share: 'Proporción',
  notDrawn: count =>
    count === 1
      ? 'Un periodo no se dibuja: está en blanco o es solo un límite.'
      : `${count} periodos no se dibujan: están en blanco o son solo un límite.`,
  breakdown: 'Por grupo',
  dimensions: { cohort: 'Cohortes', country: 'Países', department: 'Departamentos' },
  oneAtATime:
    'Una sola forma de agrupar cada vez: dos a la vez, como una cohorte dentro de un país, señalarían a personas concretas. Por eso no existe ese filtro.',
  notHere: name =>
    `${name}: no está en este informe, porque los grupos serían demasiado pequeños o no se sabe nada por lo que agrupar.`,
  groupFigure: 'Cifra por grupo',
  group: 'Grupo',
  groupPeople: 'Personas contadas',
  tooFewToTell: 'muy pocas para decirlo',
  groupsBlank: (blank, all) =>
    `${blank} de ${all} grupos están en blanco o son solo un límite en esta cifra, así que ninguna barra da un número.`,
  allShown: 'Todos los grupos tienen un número en esta cifra.',
  noBars: 'Ningún grupo tiene un número en esta cifra, así que no hay nada que dibujar. La tabla dice por qué.',
  programs: 'Recorridos y campañas',
  journeys: 'Recorridos',
  noJourneys: 'Ningún recorrido está en marcha con una cohorte. Se inicia en la página «Recorridos».',
  journeyOf: (journey, cohort) => `${journey} · ${cohort}`,
  journeyWhy: 'Las cifras son las de la cohorte que hace el recorrido, de este informe.',
  noCohortFigures: 'La cohorte no está entre los grupos de este informe.',
  campaigns: 'Campañas',
  noCampaigns: 'Todavía no ha empezado ninguna campaña. Se inicia en la página «Campañas».',
  campaignWhy:
    'Como están ahora las campañas, dichas una vez al día y redondeadas al azar. No forman parte del informe guardado ni de sus archivos.',
  campaign: 'Campaña',
  days: 'Días',
  sent: 'Enviado',
  answeredDone: 'Dijeron «hecho»',
  notRelevant: 'Dijeron «no me sirve»',
  more: count => `Mostrar ${count} más`,
  lift: '¿Sirven los mensajes?',
  detect: 'Qué podría averiguar aquí una comparación',
  outcome: 'Qué contaría',
  design: 'Diseño',
  finds: 'Menor efecto que detecta',
  firstAt: 'Como pronto hacia',
  points: points => `${points} puntos`,
  cannot: 'nada, con las personas que hay',
  notInAYear: 'no dentro de su plazo',
  designOf: (weeks, percent) => `${weeks} semanas, ${percent} de cada 100 sin mensajes`,
  turnOn: 'Se activa, con el sí de las personas, en la página «Experimentos».',
  chartFailed: 'El gráfico no se pudo dibujar. La tabla dice lo mismo.'
}

export type ReportPageWords = typeof en

const reportPageWords = (locale: string): ReportPageWords => (locale.startsWith('es') ? es : en)

export const useReportWords = (): ReportPageWords => reportPageWords(useApp().locale)
