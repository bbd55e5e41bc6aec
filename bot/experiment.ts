/** The experiment of a person's company as it is disclosed to them. */
import { disclosedTo, experimentWords } from '../api/nudges/nudges.ts'
import type { Addressee, World } from './reader.ts'

/** In the person's language; undefined while there is none. */
export async function experimentFor({ deps }: World, { person, reader }: Addressee) {
  const found = await disclosedTo(deps, person)
  return found && { ...found, disclosure: experimentWords(reader.locale).disclosure(String(found.holdoutPercent)) }
}

/** As part of the agreement: who said no to it keeps their no. */
export async function experimentToAgree(world: World, addressee: Addressee) {
  const found = await experimentFor(world, addressee)
  return found?.choice === 'open' ? found : undefined
}
