/** A person's account on the learning site: found by CI's subject, created with it, or linked where an admin vouched for e-mails. */
import { subjectOf } from '../contract/subject.ts'
import { refusal, type Refusal } from './problems.ts'
import { keyOf, tell, type Outcome, type Work } from './work.ts'
import { askForLearner, saveLearner, type LearnerRow } from './store.ts'
import { isInReview, isSaidOtherwise } from './store-learners.ts'
import { saveFound } from './found.ts'

export async function ensureAccount(work: Work, learner: LearnerRow | undefined): Promise<Outcome> {
  const subject = subjectOf(work.organizationId, work.personId)
  // An earlier attempt may have created the account and died before the answer came.
  const before = learner?.asked_at ? await work.system.findLearner(subject) : undefined
  if (before) return link(work, before.userId, 'found by its subject')
  if (await work.deps.db.for(work.organizationId)(trx => isInReview(trx, work.organizationId, work.personId)))
    return refuse(work, refusal('account_in_review', 'An account from before may be this person’s'))
  const { email, firstName, lastName } = work.person
  if (!email) return refuse(work, refusal('no_email', 'The directory has no e-mail for this person'))
  if (!(await save(work, { userId: null, asked: true }))) return { kind: 'replan' }
  const made = await work.system.createLearner({
    subject,
    email,
    firstName: firstName || email,
    lastName: lastName || '-'
  })
  switch (made.kind) {
    case 'created':
      return link(work, made.userId, 'created')
    case 'there': {
      const found = await work.system.findLearner(subject)
      return found
        ? link(work, found.userId, 'found by its subject')
        : refuse(work, refusal('refused', 'The site says the account exists and does not show it'))
    }
    case 'refused':
      return made.problem === 'email_taken' ? adopt(work, { email, subject, refused: made }) : refuse(work, made)
  }
}

type Adoption = { readonly email: string; readonly subject: string; readonly refused: Refusal }

/** An e-mail alone joins nobody: only where the admin vouched that the company gives out the site's e-mails. */
async function adopt(work: Work, { email, subject, refused }: Adoption): Promise<Outcome> {
  if (!work.linkByEmail) return refuse(work, refused)
  const found = await work.system.findLearnerByEmail(email)
  if (!found || (found.linkedTo !== undefined && found.linkedTo !== subject)) return refuse(work, refused)
  const pair = { userId: found.userId, personId: work.personId }
  if (await work.deps.db.for(work.organizationId)(trx => isSaidOtherwise(trx, work.organizationId, pair)))
    return refuse(work, refused)
  await link(work, found.userId, 'linked by e-mail, as the company’s admin allowed')
  // It may be enrolled already, from the time of the spreadsheet.
  await saveFound(work, await work.look(found.userId))
  return { kind: 'replan' }
}

async function link(work: Work, userId: string, how: string): Promise<Outcome> {
  await work.deps.db.for(work.organizationId)(async trx => {
    await saveLearner(trx, rowOf(work, { userId, asked: false }))
    await tell(trx, work, {
      kind: 'learner.linked',
      title: 'Account on the learning site ready',
      detail: { site: work.site, userId, answer: how }
    })
  })
  return { kind: 'account', userId }
}

async function refuse(work: Work, refused: Refusal): Promise<Refusal> {
  await work.deps.db.for(work.organizationId)(async trx => {
    await askForLearner(trx, rowOf(work, { userId: null, asked: false }))
    await tell(trx, work, {
      kind: 'learner.refused',
      title: 'The learning site has no account for this person',
      detail: { site: work.site, problem: refused.problem, answer: refused.said }
    })
  })
  return refused
}

type Known = { readonly userId: string | null; readonly asked: boolean }

/** @returns false when an account was linked meanwhile. */
const save = (work: Work, known: Known): Promise<boolean> =>
  work.deps.db.for(work.organizationId)(trx => askForLearner(trx, rowOf(work, known)))

const rowOf = (work: Work, { userId, asked }: Known): LearnerRow => ({
  organization_id: keyOf(work).organizationId,
  person_id: work.personId,
  site: work.site,
  external_user_id: userId,
  linked_at: work.deps.now(),
  asked_at: asked ? work.deps.realNow() : null,
  courses_unread: null
})
