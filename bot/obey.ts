/** A typed command, done at once: no engine, and the answer says what changed. */
import { retryInbound, type Inbound, type Intent } from '../api/channels/channels.ts'
import { changeBudget, changePreferences, nudgesOf, preferencesOf } from '../api/nudges/nudges.ts'
import { DAY } from '../api/platform/time.ts'
import type { Command } from './commands.ts'
import { endOfPause, type Pause } from './pause.ts'
import type { World } from './reader.ts'

type Author = Pick<Inbound, 'organizationId'> & { readonly personId: string }

const LONGEST_PAUSE = 366 * DAY

/** Undefined when the answer comes by itself. */
export async function obey(world: World, author: Author, command: Command): Promise<Intent | undefined> {
  const { deps } = world
  const key = { organizationId: author.organizationId, personId: author.personId }
  switch (command.kind) {
    case 'help':
    case 'privately':
    case 'pauseHow':
      return { kind: 'notice', words: command.kind }
    case 'stop':
      await changeBudget(deps, key, 'stop')
      return { kind: 'notice', words: 'stopped' }
    case 'resume':
      await changePreferences(deps, key, { stopped: false, pausedUntil: null, awayUntil: null })
      return { kind: 'notice', words: 'resumed' }
    case 'fewer': {
      const { perWeek } = await changeBudget(deps, key, 'fewer')
      return { kind: 'notice', words: 'fewer', perWeek }
    }
    case 'pause':
      return pause(world, key, command.pause)
    case 'again':
      return (await retryInbound(deps, key)) ? undefined : { kind: 'notice', words: 'nothingToRepeat' }
    case 'erase':
      return { kind: 'erase', erasureId: deps.newId('erasure') }
    case 'why':
      return why(world, key)
  }
}

async function pause({ deps }: World, key: Author, wanted: Pause): Promise<Intent> {
  if (wanted.kind === 'usual') {
    const { pausedUntil } = await changeBudget(deps, key, 'pause')
    return { kind: 'notice', words: 'paused', until: pausedUntil?.toISOString() }
  }
  const { zone } = await preferencesOf(deps, key)
  const until = endOfPause(wanted, deps.now(), zone.timezone)
  if (!until) return { kind: 'notice', words: 'pauseHow' }
  if (until.getTime() > deps.now().getTime() + LONGEST_PAUSE) return { kind: 'notice', words: 'pauseTooLong' }
  await changePreferences(deps, key, { pausedUntil: until.toISOString() })
  return { kind: 'notice', words: 'paused', until: until.toISOString() }
}

async function why({ deps }: World, key: Author): Promise<Intent> {
  const { nudges } = await nudgesOf(deps, key)
  const last = nudges.find(({ sentAt }) => sentAt !== null)
  return last ? { kind: 'notice', words: 'why', nudgeId: last.nudgeId } : { kind: 'notice', words: 'nothingToExplain' }
}
