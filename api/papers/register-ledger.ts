/** What changed in the register, version by version, newest last; part of the annex. docs/works-council.md has how to change it. */
import type { AnnexLanguage } from './annex-words.ts'

type Entry = {
  readonly version: string
  /** Lines as `npm run announce` tells them. */
  readonly added: readonly string[]
  readonly removed: readonly string[]
  readonly why: Readonly<Record<AnnexLanguage, string>>
}

export const REGISTER_LEDGER: readonly Entry[] = [
  {
    version: '1',
    added: [],
    removed: [],
    why: {
      de: 'Erste Fassung.',
      en: 'First version.',
      es: 'Primera versión.'
    }
  },
  {
    version: '2',
    added: ['table agreements agreement: erased; decided_at version model_service decision surface'],
    removed: ['table agreements agreement: erased; decided_at version decision surface'],
    why: {
      de: 'Eine Zustimmung hält fest, welchen Dienst eines Sprachmodells der zugestimmte Text nannte, falls einen.',
      en: 'A yes says which service of a language model the text named that it was given to, if any.',
      es: 'Un sí dice qué servicio de un modelo de lenguaje nombraba el texto al que se dio, si nombraba alguno.'
    }
  },
  {
    version: '3',
    added: [
      'named views open to admin = GET /v1/admin/enrollment/cutover, GET /v1/admin/enrollment/cutover/export, GET /v1/admin/enrollment/drift, GET /v1/admin/enrollment/imports/:importId/report, GET /v1/admin/enrollment/moving/learners, GET /v1/admin/enrollment/rules, GET /v1/admin/enrollment/sign-ups/learners, POST /v1/admin/enrollment/imports/:importId/dry-run, POST /v1/admin/enrollment/imports/:importId/undo, POST /v1/admin/enrollment/rules/dry-run, POST /v1/admin/enrollment/sign-ups/dry-run, PUT /v1/admin/enrollment/imports/:importId/columns',
      'named views open to it = GET /v1/admin/audit, GET /v1/admin/audit/export, GET /v1/admin/brake, GET /v1/admin/claim-mapping, GET /v1/admin/departures, GET /v1/admin/departures/:departureId/receipt, GET /v1/admin/directory/people, GET /v1/admin/directory/people/:personId, GET /v1/admin/directory/returners, GET /v1/admin/linked-accounts',
      'named views open to operator = GET /v1/operator/organizations/:organizationId/brake, GET /v1/operator/organizations/:organizationId/deliveries, GET /v1/operator/organizations/:organizationId/people, POST /v1/operator/companies/:externalId, POST /v1/operator/organizations/:organizationId/people',
      'named views open to owner = GET /v1/admin/former-coach/imports/:importId/report, GET /v1/admin/roles, GET /v1/admin/roles/people, POST /v1/admin/roles/give, POST /v1/admin/roles/take',
      'named views open to support = GET /v1/admin/enrollment/people'
    ],
    removed: [],
    why: {
      de: 'Für jede Stelle steht hier, welchen Rollen sie offen ist. Offen war sie ihnen schon vorher.',
      en: 'Says of each door which roles it is open to. It was open to them before.',
      es: 'Dice de cada puerta a qué roles está abierta. Ya lo estaba antes.'
    }
  },
  {
    version: '4',
    added: ['table answer_parts conversation: erased, retention conversations; ordinal sealed (sealed)'],
    removed: ['table answer_parts conversation: erased; ordinal sealed (sealed)'],
    why: {
      de: 'Teile einer Antwort, die abgebrochen ist, gehen mit der Frist der Gespräche, wie die Nachricht selbst.',
      en: 'Parts of an answer that was cut go with the period of conversations, as the message itself does.',
      es: 'Las partes de una respuesta que se cortó se van con el plazo de las conversaciones, como el propio mensaje.'
    }
  }
]
