/** The door of this slice: what the coach may know of a person's work, each fact with its source and the person's own switch. */
import type { ContextFact, FactView } from '../contract/memory.ts'
import { pageOfColleagues, teamSizeOf } from '../directory/directory.ts'
import { coursesOf } from '../enrollment/enrollment.ts'
import { preferencesOf } from '../nudges/preferences.ts'
import type { Deps } from '../platform/deps.ts'
import { factsOf, type Ground } from './facts.ts'
import * as store from './store.ts'
import { wordsFor, type Language } from './words.ts'

type Key = { readonly organizationId: string; readonly personId: string }

const languageOf = (locale: string): Language => (locale.startsWith('es') ? 'es' : 'en')

/** Read when asked, kept nowhere: what the directory forgets is forgotten here. */
export async function contextOf(deps: Deps, { organizationId, personId }: Key): Promise<readonly FactView[]> {
  const key = { organizationId, personId }
  const { language, focus } = await preferencesOf(deps, key)
  const courses = await coursesOf(deps, organizationId, personId)
  const { colleague, teamSize, choices } = await deps.db.for(organizationId)(async trx => ({
    colleague: (await pageOfColleagues(trx, { organizationId, after: '', limit: 1, ids: [personId] }))[0],
    teamSize: await teamSizeOf(trx, organizationId, personId),
    choices: await store.choicesOf(trx, key)
  }))
  const locale = languageOf(language.locale)
  const ground: Ground = {
    title: colleague?.title,
    department: colleague?.department,
    country: colleague?.country,
    startedOn: colleague?.startedOn,
    titleSince: colleague?.titleSince,
    teamSize,
    language: { locale, source: language.source },
    courses: courses.filter(({ state }) => state === 'enrolled').map(({ name }) => name),
    focus
  }
  return factsOf(ground, { now: deps.now(), language: locale }).map(known => ({
    ...known,
    active: choices.get(known.fact) ?? true
  }))
}

export async function switchFact(
  deps: Deps,
  { organizationId, personId, ...choice }: Key & { readonly fact: ContextFact; readonly active: boolean }
): Promise<FactView> {
  const key = { organizationId, personId }
  await deps.db.for(organizationId)(trx => store.saveChoice(trx, { ...key, ...choice, at: deps.now() }))
  const found = (await contextOf(deps, key)).find(({ fact }) => fact === choice.fact)
  if (!found) throw new Error(`"${choice.fact}" is no fact`)
  return found
}

export type Told = { readonly key: string; readonly text: string; readonly source: string }

/** For an engine: only what says something and is switched on. */
export async function contextFor(deps: Deps, key: Key): Promise<readonly Told[]> {
  const facts = await contextOf(deps, key)
  return facts.flatMap(({ fact, text, source, active }) =>
    active && text !== null ? [{ key: fact, text, source: wordsFor('en').sources[source] }] : []
  )
}
