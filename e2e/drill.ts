/** `npm run drill -- NAME [SEED]`: runs one failure drill; the last line it prints is one JSON object. Without a name it lists them. */
import { runNamed, type Named } from '../bench/named.ts'
import { drillEnrollment } from './drills/enrollment.ts'
import { drillLeaver } from './drills/leaver.ts'
import { drillNudges, nudgesHeld } from './drills/nudges.ts'
import { drillOnboarding, onboardingHeld } from './drills/onboarding.ts'
import { drillWalk } from './drills/walk.ts'

const DRILLS: readonly Named[] = [
  {
    name: 'walk',
    says: 'kill -9 at a random moment inside each of the nine steps, five rounds; nothing is lost',
    run: drillWalk
  },
  {
    name: 'leaver',
    says: '600 people leave while tokens are minted: webhooks on, webhooks dropped, a process killed',
    run: drillLeaver
  },
  {
    name: 'enrollment',
    says: 'kill -9 at 20 random points while the learning site fails, loses answers and shuffles webhooks; nothing is missing or twice',
    run: drillEnrollment
  },
  {
    name: 'nudges',
    says: '10,000 nudges while processes are killed, the connector fails in every way and PostgreSQL restarts; every state is true',
    run: drillNudges,
    passes: nudgesHeld
  },
  {
    name: 'onboarding',
    says: 'a new company from nothing to its first answered nudge, from the console alone: steps of people, steps of ours, outside waits',
    run: drillOnboarding,
    passes: onboardingHeld
  }
]

process.exitCode = await runNamed('drill', DRILLS, process.argv.slice(2))
