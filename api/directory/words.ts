/** What people read about their own access. */
export const words = {
  en: { accessEnded: 'Access to ConsciousInsights ended' },
  es: { accessEnded: 'Terminó el acceso a ConsciousInsights' }
} as const
