/** The door of this slice: where a person can be reached, what they agreed to, what was sent and what was heard. */
export { AGREEMENT_VERSION, agreementOf, decideAgreement, peopleWhoAgreed } from './agreements.ts'
export {
  claimDelivery,
  deliver,
  findSentTurn,
  keepFeedback,
  loadDelivery,
  markDelivered,
  markFailed,
  retryDelivery,
  type Claim,
  type Delivery,
  type NewDelivery
} from './deliveries.ts'
export { deliverJob, inboundJob } from './delivery-jobs.ts'
export { announceReport, confirmHrChannel, hrChannelOf, offerHrChannel, removeHrChannels, type HrChannel } from './hr-channels.ts'
export { closeInbound, loadInbound, takeInbound, type Inbound, type InboundActivity } from './inbound.ts'
export { intentSchema, type Agreement, type ChannelReference, type Intent, type Notice, type Reference } from './intents.ts'
export {
  claimReferences,
  dropReference,
  endReferences,
  keepReference,
  peopleReached,
  referenceOf,
  resolveSender,
  type Sender
} from './references.ts'
