/** Why a number of people is blank: the same words on every page and card, in every file and answer. */
import type { Why } from './parts.ts'

type WhyBlank = Readonly<Record<Why, (smallest: number) => string>>

const en: WhyBlank = {
  small: smallest => `Fewer than ${smallest} people are counted here: blank, so that nobody can be told apart`,
  few_did: smallest => `Blank, because it may be about fewer than ${smallest} people`,
  close: () => 'Blank, because in too many of the groups behind it nearly nobody or nearly everybody did',
  deduced: smallest => `Blank, because beside the total it would tell what fewer than ${smallest} people did`,
  near: smallest =>
    `Blank, because another campaign goes to the same people but for fewer than ${smallest}: side by side, the two would tell about those few`,
  later: () => 'Blank until all of it is done: then it is told once, so that no two looks tell about one person',
  no_report: () => 'Told by the first report, which is still to come'
}

const es: WhyBlank = {
  small: smallest => `Aquí se cuentan menos de ${smallest} personas: en blanco, para que nadie pueda ser reconocido`,
  few_did: smallest => `En blanco, porque puede tratarse de menos de ${smallest} personas`,
  close: () => 'En blanco, porque en demasiados de los grupos que hay detrás lo hizo casi nadie o casi todo el mundo',
  deduced: smallest => `En blanco, porque junto al total diría qué hicieron menos de ${smallest} personas`,
  near: smallest =>
    `En blanco, porque otra campaña va a las mismas personas salvo menos de ${smallest}: juntas, las dos hablarían de esas pocas`,
  later: () =>
    'En blanco hasta que todo termine: entonces se dice una vez, para que dos miradas no cuenten nada de nadie',
  no_report: () => 'Lo dirá el primer informe, que aún no existe'
}

export const WHY_BLANK = { en, es }
