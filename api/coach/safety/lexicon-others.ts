/** Plain words of acute danger in further languages: few, direct, alarming by themselves. */
import type { Spoken } from './spoken.ts'

/** Matched on words without accents; `ß` stays. */
export const OTHERS: Readonly<Record<Exclude<Spoken, 'en' | 'es'>, readonly string[]>> = {
  de: [
    '(?:mich|mir) (?:selbst )?(?:\\w+ ){0,3}(?:umbringen|umzubringen|toten|zu toten|erhangen|erschießen|erschiessen|aufhangen|vergiften|verletzen|ritzen|etwas antun|was antun|das leben nehmen|das leben zu nehmen|die pulsadern)',
    'ich bringe? mich um|ich ritze mich|(?:mich|mir) (?:vor (?:den|einen) zug|von (?:der|einer) brucke)',
    'selbstmord|suizid\\w*|selbstverletz\\w*|freitod',
    '(?:will|mochte|mag|wollte|wunsche mir|wunschte)(?: \\w+){0,5} (?:nicht mehr leben|nicht mehr da sein|sterben|tot sein|tot|nicht mehr aufwachen|nie mehr aufwachen|nicht mehr existieren)',
    'nicht mehr (?:leben|aufwachen|da sein|weiterleben)(?: \\w+){0,2} (?:will|mochte|wollen)?',
    'ware (?:ich )?(?:lieber |besser )?tot|besser (?:dran )?ohne mich|lebensmude|keinen (?:sinn|grund)(?: \\w+){0,3} (?:leben|weiterzuleben)|(?:meinem|dem) leben ein ende|alles beenden|schluss machen mit (?:allem|dem leben)|(?:er|mein (?:mann|freund|partner|vater)) (?:schlagt|schlug|wurgt|bedroht) mich'
  ],
  fr: [
    "(?:me|m') ?(?:suicider|tuer|pendre|jeter (?:sous|du|par|d)|ouvrir les veines|faire du mal|mutiler|scarifier|foutre en l'air)|je (?:me tue|me scarifie|me mutile|vais me tuer)",
    'suicid\\w*',
    "(?:envie|veux|voudrais|prefere\\w*|aimerais|souhaite|j'aimerais)(?: \\w+){0,2} (?:de |d')?(?:mourir|crever|en finir|disparaitre|etre mort\\w*|ne plus (?:vivre|exister|me reveiller|etre la))",
    '(?:plus|pas) (?:envie de |la force de |vouloir )?vivre|(?:veux|peux) plus vivre|mettre fin a (?:mes jours|ma vie)|en finir avec (?:la|ma) vie|aucune raison de (?:vivre|continuer)|mieux (?:mort\\w*|sans moi)|ne (?:plus|pas|jamais) me reveiller|(?:mon (?:mari|copain|compagnon|conjoint|pere)|il) me (?:frappe|bat|tape|viole|etrangle|menace)'
  ],
  pt: [
    '(?:me|se) (?:matar|suicidar|enforcar|cortar|machucar|ferir|jogar (?:da|do|de|na))|(?:matar|suicidar|enforcar|cortar|machucar|magoar)-me',
    'suicid\\w*|automutil\\w*',
    '(?:quero|queria|vontade de|prefiro|preferia|quis|gostaria de|gostava de|penso em)(?: \\w+){0,2} (?:morrer|desaparecer|sumir (?:para sempre|do mundo)|estar mort[oa]|nao acordar|acabar com (?:tudo|a minha vida|minha vida))',
    '(?:nao|sem) (?:quero|aguento|vontade de|consigo)(?: mais)? (?:viver|existir|acordar)|tirar (?:a )?(?:minha )?(?:propria )?vida|acabar com a (?:minha )?vida|(?:razao|sentido|motivo) (?:para|em) (?:viver|continuar vivendo)|melhor(?:es)? sem mim|cansad[oa] de viver|(?:meu marido|meu namorado|meu companheiro|ele|meu pai) me (?:bate|bateu|espanca|ameaca|estrangul\\w+)'
  ],
  it: [
    '(?:uccidermi|ammazzarmi|suicidarmi|impiccarmi|buttarmi (?:sotto|giu|dalla|dal)|tagliarmi|farmi del male|togliermi la vita|farla finita|mi (?:uccido|ammazzo|taglio|voglio (?:uccidere|ammazzare)))',
    'suicid\\w*|autolesion\\w*',
    '(?:voglio|vorrei|preferirei|desidero|penso di|voglia di)(?: \\w+){0,2} (?:morire|sparire per sempre|scomparire per sempre|essere mort[oa]|non svegliarmi|non esistere)',
    '(?:non|senza) (?:voglio|ho|riesco|ho piu voglia di)(?: \\w+){0,3} (?:vivere|esistere|svegliarmi)|(?:motivo|senso|ragione) (?:per|di|a) (?:vivere|continuare a vivere)|meglio senza di me|stanc[oa] di vivere|(?:mio marito|il mio ragazzo|mio padre|lui|il mio compagno) mi (?:picchia|mena|strangola|minaccia)'
  ]
}

/** Words that tell a language from its neighbours, where a phrase is the same in several. */
export const TELLTALES: Readonly<Record<Spoken, RegExp>> = {
  en: /\b(?:the|i|my|me|and|to|want|is|am|about|it|of|have|not)\b/gu,
  es: /\b(?:el|la|que|mi|me|yo|y|quiero|es|estoy|en|no|un|una|con|por|para|he|pensado|al)\b/gu,
  de: /\b(?:ich|und|nicht|mich|mir|das|der|die|ist|mein|meine|will|an|den|habe|uber|denke)\b/gu,
  fr: /\b(?:je|et|le|les|mon|ma|pas|plus|de|suis|veux|ai|au|du|pense|pensees)\b|\b[jdlm]'/gu,
  pt: /\b(?:eu|nao|minha|meu|estou|quero|uma|um|com|em|mais|penso|tenho|no|pensamentos|pensando)\b/gu,
  it: /\b(?:io|non|il|mio|mia|sono|voglio|di|che|piu|ho|al|penso|pensato|sto)\b/gu
}
