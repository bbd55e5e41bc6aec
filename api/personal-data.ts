/** What each slice holds about one person, in the order in which it is told and erased. The only place that knows them all. */
import { auditPart } from './audit/personal.ts'
import { channelPart } from './channels/personal.ts'
import { coachPart } from './coach/personal.ts'
import { directoryPart } from './directory/personal.ts'
import { enrollmentPart } from './enrollment/personal.ts'
import { contextPart } from './hr/personal.ts'
import { identityPart } from './identity/personal.ts'
import { nudgePart } from './nudges/personal.ts'
import type { Part } from './platform/personal-data.ts'
import { privacyPart } from './privacy/personal.ts'
import { reachPart } from './reach/personal.ts'
import { reportPart } from './reports/personal.ts'

export const personalParts: readonly Part[] = [
  directoryPart,
  identityPart,
  coachPart,
  contextPart,
  nudgePart,
  channelPart,
  reachPart,
  enrollmentPart,
  reportPart,
  privacyPart,
  auditPart
]
