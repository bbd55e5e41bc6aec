/** What Spanish turns are about, matched on folded text (no accents). In doubt a pattern stays silent. */
import type { Cues } from './hear.ts'

export const es: Cues = {
  greeting: /^(?:hola|buenas|buen(?:os|as)? ?(?:dias?|tardes|noches)|que tal|hey)(?: coach| de nuevo| otra vez)?\W*$/u,
  thanks: /^(?:ok,? |vale,? )?(?:muchas gracias|mil gracias|gracias|te lo agradezco)\b.{0,30}$/u,
  unsure:
    /^(?:(?:pues|m+|eh+|la verdad|uf+),? )?(?:(?:es que )?(?:la verdad )?(?:(?:yo )?no (?:lo )?se\b(?! si quiero)|ni idea|no tengo (?:ni )?(?:idea|claro)|no estoy segur[oa]|no sabria|no se me ocurre (?:nada|ningun\w*)|nada(?: en especial)?|quien sabe|dificil (?:de )?decir|supongo|m+))\b[^,.;:]{0,30}[.!?…\s]*$/u,
  words:
    /\b(?:como (?:se )?(?:lo |le |les |puedo |podria |deberia |debo |tengo que )*(?:digo|dig[oa]|decir\w*|planteo|plantear\w*|formulo|formular\w*|expreso|expresar\w*|pido|pedir\w*|respondo|responder\w*|contesto|contestar\w*|explico|explicar\w*|cuento|contar\w*|redacto|redactar\w*|escribo|escribir\w*)|que (?:le |les |se )?(?:digo|puedo decir\w*|podria decir\w*|deberia decir\w*|escribo|respondo|contesto)|(?:ayudame|me ayudas|puedes ayudarme) a (?:redactar|escribir|decir|formular|plantear)\w*|(?:dame|dime|propon\w*) (?:una |un |las |unas )?(?:frase|palabras|borrador|redaccion|ejemplo de frase)|redacta\w* (?:un|una|el|la)|encontrar las palabras)\b/u,
  advice:
    /(?:\bque (?:deberia|debo|puedo|podria|tengo que) hacer\b|\bque hago\W*$|\bque (?:me )?(?:sugieres|recomiendas|aconsejas|propones|opinas|harias)|\b(?:algun|alguna|algunos|dame|tienes|quiero|necesito) (?:un |una |algun |alguna |unos |algunos )?(?:consejos?|ideas?|sugerencias?|recomendacion(?:es)?|tips?)|\bdime que (?:hago|hacer)|\baconsejame)/u,
  howTo:
    /^(?:y |pero |entonces )?¿?como (?:puedo|podria|hago para|deberia) (?<wish>(?!decir|plantear|formular|expresar|pedir|responder|contestar|explicar|contar|redactar|escribir)\w.{4,120})$/u,
  asksHuman:
    /(?:\b(?:eres|estoy hablando con|hablo con) (?:un |una )?(?:\w+ )?(?:human[oa]|persona|bot|robot|maquina|ia|chatgpt|gpt|ordenador|programa|real)|\bquien eres|\bque eres|\bhay alguien ahi)/u,
  asksPrivacy:
    /(?:\bquien (?:mas )?(?:puede |va a )?(?:lee|leer|leerlo|leera|ve|ver|verlo|vera)\b|\b(?:es|sera) (?:esto )?(?:privado|confidencial|anonimo|secreto)|\b(?:mi )?(?:jef[ea]|rrhh|recursos humanos|la empresa|mi empresa) (?:lo )?(?:puede|va a|podra)? ?(?:ver|leer|saber|enterar|lee|ve|sabe|entera)|\bse entera(?:n|ra)?\b|\blo (?:cuentas|compartes|guardas|grabas)\b|\b(?:grabas|guardas) (?:esto|lo que))/u,
  asksMemory: /\b(?:te acuerdas|recuerdas (?:algo|lo|que|mi)|que sabes de mi|me recuerdas)\b/u,
  asksSkills:
    /(?:\bque (?:puedes|sabes) hacer|\bcomo funciona(?:s)?\b|\bpara que (?:sirve|sirves|es esto)|\bcomo me puedes ayudar|\bque haces\b|^ayuda\W*$|^¿?(?:me )?puedes ayudar(?:me)?\W*$)/u,
  asksWhy: /^¿?(?:y |pero )?(?:por que|para que) (?:me )?(?:lo )?(?:preguntas|quieres saber|necesitas)/u,
  weather: /(?:\b(?:que tiempo hace|va a llover|llovera|pronostico|clima (?:de|en|para)|tiempo hara)\b)/u,
  code: /\b(?:escribe(?:me)?|programa(?:me)?|haz(?:me)?|corrige|genera(?:me)?|arregla) (?:un |una |el |la |este |esta |mi )?(?:\w+ )?(?:codigo|script|funcion|consulta|sql|python|javascript|programa|formula|macro)\b/u,
  joke: /\b(?:cuenta(?:me)? (?:un |una )?(?:chiste|cuento|historia)|hazme reir|escribe(?:me)? un (?:poema|cuento|cancion)|canta)\b/u,
  trivia:
    /^(?:oye,? |y |por cierto,? )?¿?(?:quien (?:es|fue|gano|invento)|cual es (?:la|el) (?:capital|hora|fecha|precio|poblacion|mejor (?:restaurante|movil|celular))|que (?:hora|dia|fecha) es|cuando (?:es|fue) (?!mi|nuestr)|donde (?:esta|queda|puedo (?:comprar|comer))|cuant[oa]s? (?:es|son|cuesta|mide|hay|vale|habitantes)|traduce|traduceme)/u,
  task: /^(?:por favor,? )?¿?(?:me )?(?:puedes|podrias) (?:reserv|arregl|repar|instal|imprim|actualiz|cancel|traduc|envi|mand|llam|ped|agend|record|compr|abr|busc|revis)\w+/u,
  hostile:
    /\b(?:vete a la (?:mierda|porra)|que te (?:den|jodan)|callate|(?:eres|que) (?:\w+ )?(?:inutil|estupid[oa]|idiota|tont[oa]|pesad[oa]|patetic[oa]|un chiste|una broma|una mierda)|esto (?:es|no es mas que) (?:\w+ )?(?:inutil|estupid[oa]|una (?:mierda|tonteria|estupidez|perdida|chorrada|broma|pendejada)|absurdo|ridiculo|basura)|(?:esto )?no sirve(?:s)? (?:de |para )?nada|perdida de tiempo|pierdo el tiempo contigo|odio esto|te odio|dejame en paz|maquina (?:estupida|tonta)|pregunta (?:tonta|estupida))\b/u,
  repair:
    /\b(?:no (?:es|era) (?:eso )?lo que (?:dije|digo|queria|quise|pregunte)|no me (?:entiendes|entendiste|has entendido|escuchas|estas entendiendo)|(?:me )?entendiste mal|no dije eso|yo no he dicho eso|no,? (?:me referia|quise decir)|eso ya (?:me )?lo (?:preguntaste|has preguntado)|te repites)\b/u,
  refuse:
    /\b(?:prefiero no (?:decir|contar|hablar|responder|contestar)\w*|no quiero (?:decir|contar|hablar|responder|contestar)\w*|no es asunto tuyo|siguiente pregunta|saltemos)\b|^(?:paso|otra pregunta)\W*$/u,
  otherTopic:
    /^(?:.{0,25})\b(?:(?:de )?otra cosa|otro tema|(?:cambiar|cambiemos) de tema|empezar de nuevo|empecemos (?:de nuevo|otra vez))\W*$/u,
  practice:
    /\b(?:practicar|ensayar|practiquemos|ensayemos|simular|simulemos|juego de rol|role ?play|hacer un ensayo)\b|\b(?:haz(?:me)? de|haces de|actua como) (?:mi|una?) (?:jef[ea]|compañer[oa]|companer[oa]|client[ea]|colaborador\w*|manager)/u,
  oneToOne:
    /\b(?:prepar\w+|planear|planificar|agenda|lista|tengo|mañana|manana)\b.*\b(?:1 ?(?:a|:|-|on|vs) ?1|uno a uno|one[- ](?:to|on)[- ]one|1:1|reunion individual|reunion con mi (?:jef[ea]|manager|lider|equipo|colaborador\w*))|^(?:mi |una? )?(?:1 ?(?:a|:|on) ?1|uno a uno)\b/u,
  kept: /^¡?(?:si[,!.]? )?(?:lo hice|lo (?:logre|consegui|cumpli|intente)|ya (?:lo hice|esta|quedo)|hecho|(?:si )?funciono|me salio(?: bien)?|salio bien|(?:lo )?he (?:hecho|cumplido|logrado)(?:lo)?)\b.{0,80}$/u,
  missed:
    /^(?:no[,!.]? )?(?:no (?:lo (?:hice|logre|consegui|cumpli|intente|he hecho|pude hacer)|pude|me salio|funciono|me dio tiempo)|se me olvido|lo olvide|(?:esta vez|todavia|aun) no)\W*(?:esta vez|todavia|aun)?\W*$/u,
  insult:
    /\b(?:idiotas?|imbecil(?:es)?|estupid[oa]s?|mierda|cabron(?:es|a)?|gilipollas|pendej[oa]s?|put[oa]s?|tont[oa]s?|inutil(?:es)?|incompetentes?|payas[oa]s?|joder|odio a|asquerosos?|basura|psicopata)\b/u,
  self: /\b(?:soy (?:(?:un|una|muy|tan|demasiado|bastante) )*(?:inutil|tont[oa]|estupid[oa]|idiota|fracas\w+|fraude|impostor\w*|desastre|incompetente|mal[oa]|pesim[oa]|vag[oa]|floj[oa]|debil|torpe|lent[oa]|el problema|la culpable|el culpable)|no (?:soy (?:buen[oa]|capaz|suficiente)|valgo|sirvo)|siempre (?:fallo|la (?:cago|riego)|lo hago mal|fracaso)|me odio|(?:es )?(?:mi|la) culpa(?: es)? mia|es mi culpa|todo lo hago mal)\b/u,
  hedge:
    /\b(?:quiza|quizas|tal vez|a lo mejor|supongo|puede que|podria|deberia|probablemente|intentare|si (?:tengo|encuentro) tiempo|no estoy segur[oa])\b/u,
  feeling:
    /\b(?:siento|sentir\w*|miedo|nervios\w*|preocup\w+|ansios\w+|ansiedad|cansad\w+|agotad\w+|agobi\w+|abrumad\w+|frustr\w+|enojad\w+|enfadad\w+|molest\w+|triste|sol[oa]|bloquead\w+|atascad\w+|perdid\w+|estres\w+|culpa\w*|verguenza|orgullos\w+|content\w+|ilusion\w*|odio|evit\w+|agota|desgasta)\b/u,
  wish: /\b(?:quiero|necesito|quisiera|me gustaria|tengo que|debo|deseo|ojala|espero|mi (?:meta|objetivo))\b/u,
  vagueGoal:
    /^(?:(?:tengo|necesito|quiero|hay|es) )?(?:(?:un |una |algo |el |la |mi )?(?:problema|duda|pregunta|ayuda|algo|cosas?|trabajo|todo|vida|estres|complicado|hablar|charlar|coaching)(?: me da vueltas| en el trabajo| que me preocupa)?|algo me da vueltas|podemos hablar|hablemos|empecemos|empezar|vamos|list[oa]|(?:estoy )?(?:mal|bien|regular|asi asi|fatal)|mas o menos)\W*$/u,
  agrees:
    /^(?:.{0,15})\b(?:suena bien|me (?:gusta|sirve|parece bien|encanta)|perfecto|genial|esta bien|buenisimo|muy bien|bien|exacto|queda bien)\b.{0,20}$/u,
  first: /\b(?:primer[oa]?)\b|^(?:(?:el |la )?(?:uno|una|1|a)|(?:los|las) dos|amb[oa]s)\W*$/u,
  second: /\b(?:segund[oa])\b|^(?:(?:el |la )?(?:dos|otr[oa]|ultim[oa]|2|b))\W*$/u,
  leaves:
    /^(?:por favor,? )?(?:dejame en paz|no mas preguntas|me (?:tengo que|debo) ir|tengo que irme|no quiero (?:seguir|continuar)|adios|hasta (?:luego|pronto|manana)|chao|nos vemos)\b.{0,25}$/u,
  another:
    /\b(?:otr[oa] (?:frase|opcion|version|forma|manera|borrador)|(?:algo |mas |menos )(?:mas )?(?:cort[oa]|breve|suave|calid[oa]|direct[oa]|formal|fri[oa]|dur[oa])|(?:muy|demasiado) (?:fri[oa]|larg[oa]|formal|dur[oa]|direct[oa]|sec[oa]|suave)|no suena a mi)\b/u,
  figure:
    /\b(?:cuanto (?:deberia|debo|puedo|podria|tendria que|gana|ganan|cobra|cobran|pagan|se (?:gana|cobra|paga))\b.*|(?:que|cual es (?:el|un)) (?:sueldo|salario|aumento)\b)/u,
  vents:
    /\b(?:solo (?:quiero|queria|necesito|necesitaba) (?:desahogarme|soltarlo|que (?:me|alguien me) escuch\w+|contarlo|quejarme)|no (?:quiero|necesito|busco) (?:un |ningun |mas )?(?:plan(?:es)?|consejos?|soluciones|solucion)|quiero desahogarme|dejame desahogarme)\b/u,
  givesUp: /^(?:(?:me )?da igual|lo que sea|olvidalo|dejalo|no importa|que mas da)\W*$/u,
  turns:
    /^(?:.{0,20})\b(?:(?:mi|el) (?:verdadero |real )?problema (?:real |de verdad )?es otro|no es (?:ese|eso) (?:mi|el) problema|(?:mi|el) (?:verdadero|autentico) problema es(?: que)?|lo que (?:de verdad |mas )?me (?:preocupa|pesa|molesta)(?: mas)? es(?: que)?)(?=\W|$)[\s,.:;–-]*/u,
  judged:
    /\b(?:(?:me|nos) (?:dijo|dicen|dice|dijeron|llamo|llama)|piensan?|cree[n]?) (?:que )?.{0,20}\b(?:soy|no sirvo|no valgo)\b/u,
  enough:
    /^(?:(?:no,? )?(?:eso es todo|es todo|nada mas|ya esta|con eso (?:basta|es suficiente))|solo eso|eso|no hay mas|suficiente|listo)\W*$/u,
  moment:
    /^(?:(?:justo |nada mas )?(?:despues|antes|durante)|al|a las?|el|los|cada|en cuanto|en|esta|este|la proxima|manana|hoy|lunes|martes|miercoles|jueves|viernes|a primera hora|al final|por la|cuando|mientras|si|nada mas|apenas)\b/u
}
