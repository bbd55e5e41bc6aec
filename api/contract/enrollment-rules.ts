/** Who gets which course, in a company's own words: rules in order of precedence and exceptions for one person. */
import { z } from 'zod'

const text = z.string().trim().min(1).max(200)

/** What a rule gives: a course, a bundle of courses, or membership in a group of the learning site. */
export const targetSchema = z.object({
  kind: z.enum(['course', 'bundle', 'group']),
  /** The site's id; a group is known by its name. */
  id: text,
  name: text
})
export type Target = z.output<typeof targetSchema>

export const targetKey = ({ kind, id }: Pick<Target, 'kind' | 'id'>): string => `${kind}/${id}`

export const conditionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('everyone') }),
  /** Of the company's directory. */
  z.object({ kind: z.literal('group'), name: text }),
  z.object({ kind: z.literal('cohort'), name: text }),
  /** Of the directory: `department`, `title`, `country`, `locale`, or one of the company's own. Case does not matter. */
  z.object({ kind: z.literal('attribute'), name: text, value: text }),
  /** Sent by the company's provider at the last sign-in. */
  z.object({ kind: z.literal('claim'), name: text, value: text }),
  /** Of the learner's profile on the site: `email_domain`, `company`, `external_source`, or the label of a custom field. */
  z.object({ kind: z.literal('site'), name: text, value: text })
])
export type Condition = z.output<typeof conditionSchema>

const days = z.int().min(0).max(3650)
const startSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('joining'), days }),
  z.object({ kind: z.literal('fixed'), at: z.iso.datetime() })
])
const endSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('never') }),
  z.object({ kind: z.literal('joining'), days: z.int().min(1).max(3650) }),
  z.object({ kind: z.literal('fixed'), at: z.iso.datetime() })
])

export const ruleSchema = z.object({
  ruleId: text,
  name: text,
  when: conditionSchema,
  /** The first rule that speaks of a course decides; `withhold` keeps it from those whom a later rule would give it. */
  effect: z.enum(['give', 'withhold']).default('give'),
  targets: z.array(targetSchema).min(1).max(50),
  starts: startSchema.default({ kind: 'joining', days: 0 }),
  ends: endSchema.default({ kind: 'never' })
})
export type Rule = z.output<typeof ruleSchema>

/** Comes before every rule. */
export const exceptionSchema = z.object({
  personId: text,
  target: targetSchema,
  effect: z.enum(['give', 'withhold']),
  until: z.iso.datetime().nullable().default(null),
  reason: text
})

export const ruleSetSchema = z.object({
  rules: z.array(ruleSchema).max(200),
  exceptions: z.array(exceptionSchema).max(2000).default([]),
  /** The admin vouches that e-mails on the learning site are given out by the company: an account found by it is linked. */
  linkByEmail: z.boolean().default(false)
})
export type RuleSet = z.output<typeof ruleSetSchema>
