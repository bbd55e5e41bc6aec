/** Where demo people live and how they are called there: plausible, invented, labeled as demo wherever shown. */
export type Place = {
  readonly country: string
  readonly timezone: string
  readonly locale: string
  readonly first: readonly string[]
  readonly last: readonly string[]
}

export const PLACES: readonly Place[] = [
  {
    country: 'MX',
    timezone: 'America/Mexico_City',
    locale: 'es-MX',
    first: [
      'Ana',
      'Luis',
      'Sofía',
      'Diego',
      'Mariana',
      'Jorge',
      'Ximena',
      'Raúl',
      'Valeria',
      'Emilio',
      'Lucía',
      'Iván'
    ],
    last: [
      'Torres',
      'Ramírez',
      'Castillo',
      'Mendoza',
      'Aguilar',
      'Ríos',
      'Navarro',
      'Salinas',
      'Cordero',
      'Luna',
      'Vega',
      'Ibarra'
    ]
  },
  {
    country: 'BR',
    timezone: 'America/Sao_Paulo',
    locale: 'pt-BR',
    first: ['Beatriz', 'Caio', 'Larissa', 'Thiago', 'Camila', 'Rafael', 'Júlia', 'Bruno', 'Marina', 'Felipe'],
    last: ['Almeida', 'Barros', 'Cardoso', 'Duarte', 'Freitas', 'Moraes', 'Nogueira', 'Pires', 'Teixeira', 'Vieira']
  },
  {
    country: 'DE',
    timezone: 'Europe/Berlin',
    locale: 'de-DE',
    first: ['Lena', 'Jonas', 'Katrin', 'Felix', 'Miriam', 'Sven', 'Clara', 'Tobias', 'Ines', 'Moritz'],
    last: ['Brandt', 'Vogel', 'Lindner', 'Kessler', 'Hartwig', 'Seidel', 'Ebert', 'Kramer', 'Lorenz', 'Winter']
  },
  {
    country: 'US',
    timezone: 'America/New_York',
    locale: 'en-US',
    first: ['Maya', 'Owen', 'Grace', 'Ethan', 'Nora', 'Caleb', 'Ruth', 'Jonah', 'Ivy', 'Marcus'],
    last: ['Ellison', 'Hayward', 'Prescott', 'Whitaker', 'Langley', 'Monroe', 'Sutton', 'Ashby', 'Calloway', 'Thorne']
  },
  {
    country: 'IN',
    timezone: 'Asia/Kolkata',
    locale: 'en-IN',
    first: ['Anika', 'Rohan', 'Priya', 'Vikram', 'Meera', 'Arjun', 'Kavya', 'Nikhil', 'Isha', 'Dev'],
    last: ['Kulkarni', 'Banerjee', 'Chaudhary', 'Deshmukh', 'Iyer', 'Joshi', 'Malhotra', 'Nambiar', 'Pillai', 'Saxena']
  }
]

export const DEPARTMENTS = ['Sales', 'Operations', 'Engineering', 'Customer Care', 'Finance', 'Supply Chain'] as const
export const TITLES = ['Specialist', 'Analyst', 'Coordinator', 'Engineer', 'Advisor', 'Planner'] as const
