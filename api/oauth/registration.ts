/** What an app has to say of itself to sign people in through CI. Pure. */
import { z } from 'zod'
import type { AuthMethod } from './store.ts'

export type Registration = {
  readonly clientId: string
  readonly name: string
  /** Undefined: people of any company. */
  readonly organizationId: string | undefined
  readonly redirectUris: readonly string[]
  readonly postLogoutRedirectUris: readonly string[]
  readonly backchannelLogoutUri: string | undefined
  readonly authMethod: AuthMethod
  readonly pkce: boolean
}

const AUTH_METHODS: Readonly<Record<string, AuthMethod>> = { basic: 'client_secret_basic', post: 'client_secret_post' }
const OURS = /^(?:ci|thinkific)-/u
const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]']

/** @param publicUrl our own address: where that is loopback, apps may be there too, without TLS. */
export function registrationSchema(publicUrl: string) {
  const onLoopback = isLoopback(new URL(publicUrl))
  const address = z.string().superRefine((text, { addIssue }) => {
    const wrong = whatIsWrong(text, onLoopback)
    if (wrong) addIssue(`"${text}" ${wrong}`)
  })
  return z
    .object({
      name: z
        .string('say how people know the app: --name "Demo LMS"')
        .trim()
        .regex(/^[^\p{C}]{1,80}$/u, 'has 1 to 80 characters, none of them invisible'),
      id: z
        .string()
        .regex(/^[a-z0-9][a-z0-9-]{1,62}$/u, 'is made of small letters, digits and hyphens: --id demo-lms')
        .refine(id => !OURS.test(id), '"ci-" and "thinkific-" begin the ids of CI’s own')
        .optional(),
      company: z.string('say whose people may use it: --company org_… or --company any'),
      redirect: z.array(address, 'say where the answer of a sign-in goes: --redirect https://…').min(1),
      'post-logout': z.array(address).default([]),
      'backchannel-logout': address.optional(),
      auth: z.enum(['basic', 'post'], 'is "basic" or "post": how the app sends its secret').default('basic'),
      pkce: z.enum(['yes', 'no'], 'is "yes", or "no" for an app that cannot').default('yes')
    })
    .transform(({ id, name, company, auth, pkce, ...addresses }): Registration => ({
      clientId: id ?? slugOf(name),
      name,
      organizationId: company === 'any' ? undefined : company,
      redirectUris: [...new Set(addresses.redirect)],
      postLogoutRedirectUris: [...new Set(addresses['post-logout'])],
      backchannelLogoutUri: addresses['backchannel-logout'],
      authMethod: AUTH_METHODS[auth] ?? 'client_secret_basic',
      pkce: pkce === 'yes'
    }))
    .refine(
      ({ clientId }) => clientId.length > 1 && !OURS.test(clientId),
      'no id can be made of this name. Give one: --id demo-lms'
    )
}

/** RFC 6749 section 3.1.2 and RFC 8252: addresses are compared letter by letter, and a code travels to them. */
function whatIsWrong(text: string, onLoopback: boolean): string | undefined {
  if (!URL.canParse(text)) return 'is no address. Give the whole of it: https://lms.example.com/callback'
  const url = new URL(text)
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && onLoopback && isLoopback(url)))
    return `has no TLS. Use https${onLoopback ? ', or http on 127.0.0.1' : ''}`
  if (text.includes('#')) return 'has a fragment, which never reaches a server. Leave "#" and what follows out'
  if (url.username || url.password) return 'has a user name or password in it. Leave them out'
  if (text.includes('*')) return 'has a wildcard. Name each address'
  return undefined
}

const isLoopback = ({ hostname }: URL): boolean => LOOPBACK.includes(hostname)

const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '')
    .slice(0, 63)
