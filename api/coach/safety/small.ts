/** Words that may stand inside a sign without changing it, and how a denial reaches it. Pure. */

const setOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u))

export const SMALL = setOf(`
  , i me my myself mine we a an the this that these those it its to of in on at by for from with about as and or be am is are was were been being have has had having do does did
  just only quite bloody literally literalmente serio verdad quiso damn really even still already also too so very much more most again always ever often sometimes constantly keep keeps keep kept getting get got go going gone start started
  feel feeling feels felt like would could will can may might should must need now then here there up out off away back all every day days night nights time lot lots bit some any own
  how why what which who if though think thinking thought thoughts know say mean guess he she they him her his their them you your because since but anymore longer not sure believe see find ever long much one single kind way idea used come came even left
  yo me mi mis se te le lo la los las el un una de del en al a por para con que y o ni ya muy tan tanto mas como esto eso asi es soy estoy ser estar era fue estuviera hubiera fuera estuviese hubiese haya seria ha he haber hay
  muchas mucho mucha veces veo encuentro hallo todo todos toda todas dia dias noche noches siempre tambien solo ahora aqui aca alli pues si su sus esta este ese esa cada vez va voy iba van tengo tiene tener
  quiero puedo pienso poder querer seguir sigo mismo misma propia propio nada algo otra otro hacer haciendo cuando donde porque pero ganas
`)

const NEGATIONS = setOf(
  'not never no nor neither nothing nobody without none nunca jamas sin tampoco ni nadie nada ninguna ningun'
)
/** Between a denial and what it denies. */
const REACHES = setOf(`
  i am is are was were be been being do does did have has had having would will could should can going to of about a an the any any ever really actually actively currently
  want wanted wanting wish thinking think thought thoughts plan plans planning planned intention intentions idea ideas desire urge urges feel feeling feelings considered considering consider
  trying try saying say said mean meaning talking at all in or and like as that it he she they we you who me my myself his her risk way wishing interested history crossed mind cause
  one someone anybody anyone ever even once laid hand suggesting need means occur occurs occurred dream dreamt dreamed jumping hurting
  quiero quiere queria quisiera voy va iba pienso piensa pensado pensando pensamientos pensamiento ideas idea intencion intenciones planes plan estoy esta soy es era ha he han haya hay tengo tiene
  me se te nos le de en que a la el lo un una con por mi mis su ganas digo dice diciendo hablo riesgo siquiera para planteo planteado planteo ocurre ocurrio ocurrido pasa pasado paso cabeza jamas nunca
  querido tenido quiera quisiese llegue llegado llego intentado intente ocurriria ocurrira pasaria sentido deseado buscado
  haria hare hago haciendo y ni o como corro peligro pegado pega dado puesto refiero pretendo acabar corro jamas
`)
const LETS_GO = setOf(`
  stop stops stopped stopping help only know knows sure joking kidding joke wait told tell telling anyone why see just care matter afraid escape sleep understand matters fight exaggerating survive
  dejar dejo deja parar paro solo sabe saben si bromeo broma miedo contado cuento conte espero veo entiendo aguanto evitar puedo dudo exagero cansado
`)

const ASKED = setOf(
  'why reason reasons razon razones motivo motivos por convenza convencer convenzan convince prometi prometido promised ayude ayuden help'
)

/** "no thoughts of", "I would never", "no pienso": a denial with nothing but its own words up to `at`. */
export function isDeniedAt(words: readonly string[], at: number): boolean {
  for (let back = at - 1; back >= Math.max(0, at - 9); back--) {
    const word = words[back] ?? ''
    if (LETS_GO.has(word)) return false
    if (NEGATIONS.has(word))
      return (
        !(word === 'no' && words[back + 1] === ',') &&
        !words.slice(Math.max(0, back - 4), back).some(one => ASKED.has(one))
      )
    if (!REACHES.has(word)) return false
  }
  return false
}
