/** Answers to what security questionnaires and Microsoft's attestation ask. Data. What is not there says so. */
import { csvRow, BYTE_ORDER_MARK } from '../platform/csv.ts'
import { KEY_DAYS } from '../contract/api-keys.ts'
import { SCOPE_NAMES } from '../contract/key-scopes.ts'
import { REGISTER } from '../contract/register.ts'
import { heading, table, text, type Paper } from './document.ts'
import type { Facts } from './facts.ts'

const STANDS = ['yes', 'no', 'partly'] as const
type Standing = (typeof STANDS)[number]
type Answer = {
  readonly question: string
  readonly standing: Standing
  readonly answer: string
}
type Topic = { readonly topic: string; readonly answers: readonly Answer[] }

const yes = (question: string, answer: string): Answer => ({ question, standing: 'yes', answer })
const no = (question: string, answer: string): Answer => ({ question, standing: 'no', answer })
const partly = (question: string, answer: string): Answer => ({ question, standing: 'partly', answer })

export const ANSWERS: readonly Topic[] = [
  {
    topic: 'Certificates and audits',
    answers: [
      no('SOC 2 report (type 1 or 2)?', 'There is none.'),
      no('ISO 27001, 27701 or 42001 certificate?', 'There is none.'),
      no(
        'Independent penetration test, with a letter?',
        'None has been made. The product ships with its own tests of more than a hundred attacks, which you can run.'
      ),
      no('Microsoft 365 certification?', 'No. Publisher attestation can be filled in from this paper.'),
      no('Bug bounty?', 'There is no program. SECURITY.md says how to report, and sets no limit to telling us.'),
      no('Cyber insurance?', 'Not a matter of the product; ask your contact for the contract side.')
    ]
  },
  {
    topic: 'Identity and access',
    answers: [
      yes('Single sign-on without a higher plan?', 'OpenID Connect and SAML through WorkOS; PKCE, signed state.'),
      yes(
        'Provisioning and deprovisioning (SCIM)?',
        'Directory sync. Access ends in the transaction that takes in the event; every process refuses older tokens within a second and fails closed after three.'
      ),
      no('Passwords stored?', 'None. People without a company provider use a passkey or an e-mailed code.'),
      yes(
        'Roles?',
        'employee, manager (nothing more), hr, author, support, it, owner, admin; from groups of your directory, or given by an owner with a reason.'
      ),
      yes(
        'API keys, and what limits them?',
        `Each opens what its scopes name (${SCOPE_NAMES.join(', ')}), as the role passes it; never what people write, nor how much one person uses it. ${KEY_DAYS.atFirst} days unless chosen, ${KEY_DAYS.most} at most; rotated with an overlap; revoked from the next call on in every process. Shown once, kept as a digest; begins with cik_ for secret scanning; calls are limited per key. Made, first used, rotated, revoked and expired stand in the audit log.`
      ),
      yes('Multi-factor?', 'Your provider decides; what it says (amr) is kept in the session.'),
      yes('Session length?', 'Access tokens five minutes; sessions twelve hours at most.'),
      yes(
        'Administrative access by the vendor’s staff?',
        `Conversations only with two people’s word, for ${REGISTER.staffReading.leastMinutes} to ${REGISTER.staffReading.mostMinutes} minutes, seen by the person. Operations use a separate token without access to content.`
      )
    ]
  },
  {
    topic: 'Data',
    answers: [
      yes('Encryption in transit?', 'TLS for every connection from outside; HSTS on every page.'),
      yes(
        'Encryption at rest?',
        'Azure’s own, and AES-256-GCM with a key per person for words, wrapped by a key in Azure Key Vault.'
      ),
      no('Customer-managed key?', 'Not offered: the wrapping key is the deployment’s.'),
      yes('Residency?', 'European Union only; the template refuses other regions. Backups stay in the region.'),
      partly(
        'Transfers outside of the EU?',
        'WorkOS (United States) for sign-in and directory; Thinkific (Canada, United States) for courses. A language model of your own answers wherever you deployed it. See sub-processors. The hosting company’s parent is American: the CLOUD Act is not excluded by a region.'
      ),
      yes(
        'Tenant isolation?',
        'Row-level security of PostgreSQL, forced, with a role that is not the owner; tested with queries that have no condition.'
      ),
      yes(
        'Retention and deletion?',
        `Set by you: ${REGISTER.retention.conversations.least} to ${REGISTER.retention.conversations.most} days; what is older goes each night. A person can erase at any time.`
      ),
      partly(
        'Export on exit?',
        'Each person’s data as JSON by the person; audit log and training records as CSV by your admin.'
      ),
      yes('Backups?', '30 days, point in time, in the region. Erasures are replayed from a journal after a restore.'),
      no(
        'Restore tested in the production environment?',
        'Not yet: the templates have not been deployed to a subscription of ours. The drill in the repository restarts and kills processes and the database.'
      ),
      yes('Logs without personal content?', 'Ids only: no message, e-mail or token.')
    ]
  },
  {
    topic: 'Artificial intelligence',
    answers: [
      yes('Is it disclosed?', 'The coach says that it is software; what a model wrote carries the label.'),
      no(
        'Is customer data used for training?',
        'ConsciousInsights trains no model. Where you choose a language model of your own, its contract is yours; the list of sub-processors names it.'
      ),
      yes('Human oversight?', 'Words of danger meet a text written by people, before and after any model.'),
      no('Does it decide about people?', 'Nothing is scored, ranked or passed to anyone who decides about a person.'),
      partly(
        'EU AI Act?',
        'Built so that it is not used for evaluation or emotion recognition in employment (Annex III, Art. 5); the classification is yours to confirm as the deployer.'
      )
    ]
  },
  {
    topic: 'Application security',
    answers: [
      yes(
        'Software bill of materials?',
        'CycloneDX 1.6 in this pack, for the shipped packages. The operating system of the image (node:24-slim) is not in it.'
      ),
      partly(
        'Signed releases?',
        'Checksums (SHA-256) of the pack and of every file in it. The pack carries no signature.'
      ),
      yes(
        'Secure development?',
        'Types, lint with an import table, tests through HTTP and a browser, fuzzing of every endpoint from its own schema, release checks of permissions and of the register.'
      ),
      no(
        'Automated scan of dependencies on a schedule?',
        'Not set up by the repository. Versions are pinned and the lock holds hashes.'
      ),
      no('Published time to patch?', 'There is no promise in writing.'),
      yes(
        'Content security policy?',
        'On every page; see endpoints. Frames only by Microsoft’s hosts, and by learning systems that you allow.'
      ),
      no('Third-party scripts or trackers?', 'There are none.')
    ]
  },
  {
    topic: 'Microsoft 365',
    answers: [
      yes(
        'Least privilege?',
        'Level 0 asks for nothing of Microsoft Graph. Each step adds one permission, is allowed by your admin and enforced by our server. See permissions.'
      ),
      no('Resource-specific consent?', 'None is asked for.'),
      no(
        'Does it read mail, files, calendars, chats or the directory?',
        'It cannot: no such permission is asked for at any level.'
      ),
      no('Publisher verification?', 'Not stated here: check the badge of the app registration in your tenant.')
    ]
  },
  {
    topic: 'Running it',
    answers: [
      yes('Audit log?', 'Append-only, read as sentences, exported as CSV or JSON lines, forwarded to your log stream.'),
      no('Uptime promise?', 'There is none in the product; see your contract.'),
      partly(
        'Disaster recovery?',
        'Any process may die at any time without loss; a standby in another zone can be switched on. No second region.'
      ),
      no('Status page?', 'There is none.'),
      yes('Incident contact?', 'SECURITY.md; your contact at ConsciousInsights.')
    ]
  }
]

export const answersPaper = ({ company }: Facts): Paper => ({
  language: 'en',
  title: 'Security questionnaire and attestation answers',
  about: company.name,
  blocks: [
    text(
      'Each answer is “yes”, “no” or “partly”, and what stands beside it. What is not there says so. Nothing here was run against a live tenant of Microsoft, WorkOS or Thinkific by the product’s makers.'
    ),
    ...ANSWERS.flatMap(({ topic, answers }) => [
      heading(topic),
      table(
        ['Question', 'Stands', 'Answer'],
        answers.map(({ question, standing, answer }) => [question, standing, answer])
      )
    ])
  ]
})

export const answersCsv = (): string =>
  BYTE_ORDER_MARK +
  csvRow(['topic', 'question', 'stands', 'answer']) +
  ANSWERS.flatMap(({ topic, answers }) =>
    answers.map(({ question, standing, answer }) => csvRow([topic, question, standing, answer]))
  ).join('')
