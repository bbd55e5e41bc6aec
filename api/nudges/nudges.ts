/** The door of this slice: which nudge is due, to whom, when and why; the person's own budget; one-tap answers. */
export { answerNudge, loadNudge, nudgesOf, nudgesWithin, type Told } from './answering.ts'
export { doneWithNudges, focusChosen, inExperiment, pulseDone } from './done.ts'
export { listOrganizationsToCheck } from './experiment-check.ts'
export { HALT_LOOK, type Pair } from './experiment-result.ts'
export { experimentWords } from './experiment-words.ts'
export { settleCards, takeCards, type CardOutcome, type CardPage } from './correcting.ts'
export { correctCardsJob } from './correction-jobs.ts'
export { looksOf, WEEK, type Offer } from './experiment.ts'
export {
  decideExperiment,
  disclosedTo,
  endExperiment,
  experimentOffers,
  experimentsOf,
  startExperiment,
  type KnownExperiment
} from './experiments.ts'
export {
  changeBudget,
  changePreferences,
  noteClientZone,
  preferencesOf,
  readingOf,
  readingsWithin
} from './preferences.ts'
export { openIn, placeOf } from './hours.ts'
export { listOrganizationsToPlan } from './planning.ts'
export { firstSentOf } from './first-sent.ts'
export { pressPulse } from './pulse.ts'
export { receiptOf } from './receipt.ts'
export { profileOf } from './right-to-disconnect.ts'
export {
  listOrganizationsWithDueNudges,
  nudgeReturned,
  nudgeSettled,
  peopleByRung,
  sendDue,
  settleNudges
} from './sending.ts'
