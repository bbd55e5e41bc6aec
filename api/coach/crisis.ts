/** High-recall words of acute danger, before any engine. Idioms of ordinary stress are taken out first. Pure. */
const HARMLESS: readonly RegExp[] = [
  /\b(?:this|the|that|my) (?:deadline|meeting|commute|project|job|workload|schedule|traffic|suspense) (?:is|was|are|were) (?:really |just |slowly )?killing me\b/giu,
  /\bkill(?:ing|ed)? (?:it|the (?:project|meeting|feature|process|server|idea)|two birds|time)\b/giu,
  /\bdying to (?:know|see|hear|try|meet)\b/giu,
  /\bdead(?:line|lock| tired| end)\b/giu,
  /\bmuert[oa] de (?:risa|hambre|cansancio|sueno|frio|calor|verguenza|ganas)\b/giu,
  /\bme muero (?:de|por) (?!morir)\w+/giu,
  /\b(?:est[ea]|el|la) (?:plazo|proyecto|reunion|trabajo|jefe|trafico) me (?:esta )?mata(?:ndo)?\b/giu,
  /\bmatar (?:el tiempo|el proyecto|dos pajaros)\b/giu
]

const ALARMING: readonly RegExp[] = [
  /\bsuicid/iu,
  /\bkill(?:ing)? myself\b/iu,
  /\b(?:end(?:ing)?|take|taking) (?:my (?:own )?life|it all)\b/iu,
  /\b(?:want|wanted|wish|going|like) (?:to )?(?:die|be dead|not (?:be|wake)|disappear forever)\b/iu,
  /\bi(?:'d| would| wish i was| wish i were)? (?:be )?better off dead\b/iu,
  /\b(?:everyone|everybody|they|you|the world)(?:'d| would) be better (?:off )?without me\b/iu,
  /\b(?:hurt|harm|cut|cutting|hurting|harming) myself\b/iu,
  /\bno (?:reason|point) (?:to|in) (?:live|living|go on|going on)\b/iu,
  /\b(?:don't|do not|dont|can't|cannot) (?:want to )?(?:live|be alive|be here|go on living) any ?more\b/iu,
  /\b(?:don't|do not|dont) want to (?:live|be alive|exist|wake up)\b/iu,
  /\bself[- ]harm/iu,
  /\b(?:hit|hits|beats|hitting|beating|threatens to kill) me\b/iu,
  /\bquitarme la vida\b/iu,
  /\b(?:matarme|me (?:voy a|quiero) matar)\b/iu,
  /\b(?:quiero|quisiera|prefiero|preferiria|ganas de) (?:morir(?:me)?|estar muert[oa]|desaparecer|no despertar)/iu,
  /\bno (?:quiero|puedo) (?:seguir )?(?:viv(?:ir|iendo)|existir|despertar)/iu,
  /\b(?:hacerme dano|lastimarme|cortarme|autolesion)/iu,
  /\bno (?:tiene|hay|encuentro|le veo) (?:sentido|razon|motivo)s? (?:para |de |a |en )?(?:vivir|seguir viviendo|la vida|seguir aqui)/iu,
  /\b(?:todos|el mundo|mi familia) (?:estaria|estarian) mejor sin mi\b/iu,
  /\bme (?:pega|golpea|amenaza con matar)/iu
]

export function soundsLikeCrisis(text: string): boolean {
  // Accents go, because people leave them out and `\b` knows ASCII letters only.
  const plain = text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[’‘`´]/gu, "'")
  const serious = HARMLESS.reduce((rest, idiom) => rest.replaceAll(idiom, ' '), plain)
  return ALARMING.some(pattern => pattern.test(serious))
}
