/** The page where it is framed, which is in Teams most likely: that door comes with it, and Teams is greeted before anything else is there. */
import { start } from './start.ts'
import { endConsent, openTeams } from './teams.ts'

start(async () => ({ endConsent, openTeams }))
