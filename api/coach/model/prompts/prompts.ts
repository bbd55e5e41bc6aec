/** What a model is told to be. The version is part of an engine's id, so that each turn says under which words it was made. */
import { en1 } from './en-1.ts'
import { es1 } from './es-1.ts'

export const PROMPT_VERSION = 1

export const PROMPTS = { en: en1, es: es1 } as const
