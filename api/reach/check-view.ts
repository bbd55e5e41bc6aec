import { checkReach, type ReachCheck } from '../contract/reach.ts'

/** A stored answer as it was given. */
export const checkSchemaOf = (stored: unknown): ReachCheck => checkReach.answer.shape.checks.element.parse(stored)
