/** An endpoint as a value: server and client read the same method, path and schemas. */
import type { z } from 'zod'
import type { KeyScope } from './key-scopes.ts'

/**
 * Who may call: nobody in particular, a signed-in person, HR, who writes journeys (authors and HR), who keeps the company's material, who
 * runs courses (admin), who owns the company's set-up, its IT, who helps people, CI's own staff, or CI's operators.
 */
export type Access =
  | 'public'
  | 'person'
  | 'hr'
  | 'author'
  | 'material'
  | 'admin'
  | 'owner'
  | 'it'
  | 'support'
  | 'staff'
  | 'operator'

export type Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
  Who extends Access = Access,
  Keys extends KeyScope = KeyScope
> = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Express style: `/v1/nudges/:nudgeId`. */
  readonly path: string
  readonly access: Who
  /** With which scope a key of the company's own system may call too. */
  readonly scope?: Keys
  readonly params: Params
  readonly query: Query
  readonly body: Body
  readonly answer: Answer
}

export const endpoint = <
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  A extends z.ZodType,
  Who extends Access,
  Keys extends KeyScope = never
>(
  value: Endpoint<P, Q, B, A, Who, Keys>
): Endpoint<P, Q, B, A, Who, Keys> => value

/** The body of every refusal. `reference` finds the log lines; `message` is for people. */
export type Problem = { readonly code: string; readonly message: string; readonly reference: string }
