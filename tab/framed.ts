/** The page where it is framed, which is in Teams most likely: that door comes with it, and Teams is greeted before anything else is there. */
import { start } from './start.ts'
import { endConsent, openTeams } from './teams.ts'

/** Nothing is drawn before the server answers: what draws runs while it is asked, or where Teams takes its time. */
const PATIENCE_MS = 200

start(async () => ({ endConsent, openTeams }), PATIENCE_MS)
