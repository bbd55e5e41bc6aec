/** What is heard in the process, and a second opinion from outside: the more alarming of the two counts; late or broken, our own decides. */
import type { Deps } from '../../platform/deps.ts'
import type { Classifier, ClassifierVerdict } from '../../platform/classifier.ts'
import { assessHeard, type Assessment, type Heard } from './assess.ts'
import type { Spoken } from './spoken.ts'

/** Somebody is waiting: a second opinion that comes later than this is none. */
const PATIENCE_MS = 1500

type Asked = {
  readonly heard: Heard
  readonly earlier: readonly string[]
  readonly classifier: Classifier | undefined
  /** The language in which the person is spoken to. */
  readonly language: Spoken
}

export async function assessTogether(deps: Pick<Deps, 'log'>, asked: Asked): Promise<Assessment> {
  const verdict = opinion(deps, asked)
  const own = assessHeard(asked.heard, asked.earlier)
  // Nothing can be more alarming; nobody waits for a second voice then.
  return own.kind === 'acute' ? own : moreAlarming(own, await verdict, asked.language)
}

export function moreAlarming(own: Assessment, verdict: ClassifierVerdict | undefined, language: Spoken): Assessment {
  if (own.kind === 'acute') return own
  if (verdict?.kind === 'acute') return { kind: 'acute', languages: [language] }
  if (own.kind === 'other') return own
  return verdict?.kind === 'other' ? { kind: 'other', languages: [language] } : own
}

async function opinion(
  { log }: Pick<Deps, 'log'>,
  { classifier, heard: { text } }: Asked
): Promise<ClassifierVerdict | undefined> {
  if (!classifier) return undefined
  const signal = AbortSignal.timeout(PATIENCE_MS)
  const late = Promise.withResolvers<undefined>()
  signal.addEventListener('abort', () => late.resolve(undefined), { once: true })
  try {
    return await Promise.race([classifier.assess(text, signal), late.promise])
  } catch (error) {
    log.warn({ err: error }, 'classifier did not answer')
    return undefined
  }
}
