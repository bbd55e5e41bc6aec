/** The door of this slice: where a person can be reached, what they agreed to, what was sent and what was heard. */
export { agreementOf, decideAgreement, peopleWhoAgreed } from './agreements.ts'
export { beginConnecting, finishConnecting } from './connect.ts'
export {
  claimDelivery,
  deliver,
  findSent,
  keepFeedback,
  loadDelivery,
  markDelivered,
  markFailed,
  retryDelivery,
  type Delivery
} from './deliveries.ts'
export { deliverJob, inboundJob } from './delivery-jobs.ts'
export { confirmHrChannel, hrChannelOf, offerHrChannel, removeHrChannels } from './hr-channels.ts'
export { closeInbound, loadInbound, takeInbound, type Inbound } from './inbound.ts'
export type { Intent, Notice, Reference } from './intents.ts'
export {
  dropReference,
  keepReference,
  lastReferenceOf,
  peopleReached,
  referenceOf,
  resolveSender
} from './references.ts'
