/** The door of this slice: where a person can be reached, what they agreed to, what was sent and what was heard. */
export {
  agreementOf,
  agreementWithin,
  coachedAmong,
  decideAgreement,
  agreementTold,
  namedServiceWithin,
  nameModelService,
  peopleWhoAgreed,
  peopleWhoDecidedSince,
  requireAgreement,
  standingsWithin,
  type Standing
} from './agreements.ts'
export { AGREEMENT_VERSION, agreementText, changesSince, type Read } from './agreement-texts.ts'
export { agreementsAmong, lastHeardAmong, reachableAmong, type Way } from './among.ts'
export { beginConnecting, finishConnecting } from './connect.ts'
export { chatStanding, coachedQuery, notReached } from './done.ts'
export {
  claimDeliveries,
  loadDeliveries,
  markBegun,
  outcomesOfNudges,
  recordOutcomes,
  unclearLimit,
  type Claim,
  type News,
  type Settled,
  type Waiting
} from './delivering.ts'
export { deliver, findAnswers, findSent, keepFeedback, loadDelivery, marksOf, type Delivery } from './deliveries.ts'
export { deliverJob, deliverManyJob, inboundJob } from './delivery-jobs.ts'
export { confirmHrChannel, hrChannelOf, listHrChannels, offerHrChannel, removeHrChannels } from './hr-channels.ts'
export {
  beginInbound,
  closeInbound,
  noteShown,
  takeInbound,
  type Inbound,
  type InboundActivity,
  type InboundKey
} from './inbound.ts'
export { cutInbound, deleteInbound, editInbound, restoreInbound, retryInbound } from './inbound-changes.ts'
export type { DeliveryReason, LostChat, Outcome } from './outcomes.ts'
export type { Agreement, Intent, Notice, Reference } from './intents.ts'
export {
  adoptChat,
  chatsOfCompany,
  chatStandings,
  dropReference,
  keepReference,
  lastReferenceOf,
  peopleWhoEndedChatSince,
  referenceOf,
  referencesWithin,
  resolveSender
} from './references.ts'
export { reportDue } from './report-schedule.ts'
export type { ChatStanding } from './standing.ts'
export { keepReachSettings, openRungs, reachSettingsOf, reachSettingsWithin } from './reach-settings.ts'
export { channelsSettled, followTeam, keepLook } from './channel-life.ts'
export { areOnTheirWay, cardsShown } from './shown.ts'
