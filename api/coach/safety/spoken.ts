/** Languages in which danger is understood; cards are written in each. The product as a whole speaks the first two. */
export const SPOKEN = ['en', 'es', 'de', 'fr', 'pt', 'it'] as const
export type Spoken = (typeof SPOKEN)[number]
