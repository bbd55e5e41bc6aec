/** Rules and a classifier side by side: the more alarming of the two counts; late or broken, the rules decide. */
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
  const byRules = assessHeard(asked.heard, asked.earlier)
  // Nothing can be more alarming; nobody waits for a second voice then.
  return byRules.kind === 'acute' ? byRules : moreAlarming(byRules, await verdict, asked.language)
}

export function moreAlarming(
  byRules: Assessment,
  verdict: ClassifierVerdict | undefined,
  language: Spoken
): Assessment {
  if (byRules.kind === 'acute') return byRules
  if (verdict?.kind === 'acute') return { kind: 'acute', languages: [language] }
  if (byRules.kind === 'other') return byRules
  return verdict?.kind === 'other' ? { kind: 'other', languages: [language] } : byRules
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
