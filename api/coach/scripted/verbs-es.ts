/** First person of the common verbs, and its second: irregular ones are listed, regular ones follow from the infinitive. Pure. */

/** yo → tú, present and past, as people write them. */
const IRREGULAR =
  'soy eres, estoy estás, tengo tienes, hago haces, voy vas, digo dices, puedo puedes, quiero quieres, sé sabes, siento sientes, pienso piensas, prefiero prefieres, pierdo pierdes, vuelvo vuelves, duermo duermes, pido pides, sigo sigues, encuentro encuentras, cuento cuentas, muestro muestras, entiendo entiendes, empiezo empiezas, cierro cierras, creo crees, veo ves, doy das, pongo pones, salgo sales, vengo vienes, traigo traes, oigo oyes, conozco conoces, parezco pareces, corrijo corriges, elijo eliges, juego juegas, recuerdo recuerdas, acuerdo acuerdas, dirijo diriges, repito repites, confío confías, envío envías, continúo continúas, resuelvo resuelves, muevo mueves, devuelvo devuelves, defiendo defiendes, atiendo atiendes, sugiero sugieres, mido mides, despido despides, compito compites, caigo caes, he has, había habías, era eras, estaré estarás, hice hiciste, rehago rehaces, rehíce rehiciste, fui fuiste, tuve tuviste, pude pudiste, dije dijiste, puse pusiste, quise quisiste, supe supiste, vine viniste, di diste, vi viste, estuve estuviste, seré serás, haré harás, tendré tendrás, podré podrás, diré dirás, pondré pondrás, querré querrás, quisiera quisieras, debo debes, mantengo mantienes, consigo consigues, intervengo intervienes, supongo supones, propongo propones, expongo expones, mantuve mantuviste, obtengo obtienes, cojo coges, exijo exiges, agradezco agradeces, ofrezco ofreces, crezco creces, merezco mereces, pertenezco perteneces, reconozco reconoces, convenzo convences, convierto conviertes, suelo sueles, consumo consumes, vivo vives, me te, mi tu, mis tus, mí ti, conmigo contigo, mío tuyo, mía tuya, míos tuyos, mías tuyas, yo tú, ando andas, despierto despiertas, apruebo apruebas, comienzo comienzas, pruebo pruebas, niego niegas, ruego ruegas, confieso confiesas, reviento revientas, tiemblo tiemblas, muero mueres, invierto inviertes, actúo actúas, evalúo evalúas, reúno reúnes, prohíbo prohíbes'

const AR =
  'necesitar trabajar hablar llevar dejar pasar terminar acabar intentar lograr delegar evitar contestar revisar ayudar apoyar cargar quedar llegar ganar buscar esperar odiar amar preocupar agobiar bloquear estresar enojar enfadar frustrar callar disculpar explicar organizar planear planificar priorizar presentar preparar liderar supervisar manejar gestionar coordinar aceptar rechazar controlar participar preguntar escuchar dudar tomar estudiar cambiar aprovechar mandar gastar usar entregar enfocar concentrar distraer olvidar tratar notar gritar llamar mirar parar aplazar retrasar tardar sacar faltar llorar gustar empujar guardar crear formar enseñar aguantar soportar molestar cansar agotar saturar exagerar abandonar entrar contar bajar tapar anotar apuntar reservar bloquear apagar postergar procrastinar renunciar respirar saltar silenciar comentar plantear agendar cuidar desconectar descansar desear disfrutar dominar exagerar ignorar imaginar improvisar interesar justificar juntar levantar limitar mejorar montar negociar observar opinar pagar pelear quejar realizar reclamar regresar rellenar repasar representar respetar sentar señalar solicitar solucionar soltar tolerar valorar viajar visitar'
const ER =
  'deber temer responder comprender aprender vender depender meter correr beber leer ceder esconder ofender prometer proceder'
const IR =
  'escribir interrumpir decidir compartir discutir reescribir recibir subir abrir cumplir asistir dividir existir insistir permitir sufrir unir vivir definir reunir'

/** Regular in the future alone. */
const FUTURES =
  'pedir seguir contar encontrar empezar comenzar cerrar mostrar pensar sentir dormir volver mover medir elegir ver dar ir ser estar traer llamar proponer probar invitar buscar devolver resolver conseguir ofrecer reconocer agradecer defender entender perder sugerir repetir'

const stem = (infinitive: string): string => infinitive.slice(0, -2)

/** -car, -gar and -zar write the past of "yo" with other letters. */
const past = (infinitive: string): string =>
  stem(infinitive).replace(/c$/u, 'qu').replace(/g$/u, 'gu').replace(/z$/u, 'c')

const regular = (
  infinitives: string,
  [present, old, older]: readonly [string, string, string]
): readonly (readonly [string, string])[] =>
  infinitives.split(' ').flatMap(
    verb =>
      [
        [`${stem(verb)}o`, `${stem(verb)}${present}`],
        [`${verb.endsWith('ar') ? past(verb) : stem(verb)}${old}`, `${stem(verb)}${older}`],
        [`${verb}é`, `${verb}ás`]
      ] as const
  )

const YOU: ReadonlyMap<string, string> = new Map([
  ...regular(AR, ['as', 'é', 'aste']),
  ...regular(ER, ['es', 'í', 'iste']),
  ...regular(IR, ['es', 'í', 'iste']),
  ...FUTURES.split(' ').map(verb => [`${verb}é`, `${verb}ás`] as const),
  ...IRREGULAR.split(', ').map(pair => pair.split(' ') as [string, string])
])

/** @returns the form for "tú", undefined when the word is no known form of "yo". */
export const youForm = (word: string): string | undefined => YOU.get(word)

export const isInfinitive = (word: string): boolean =>
  /^\p{L}{1,}(?:ar|er|ir|ír)(?:me|te|se|le|les|lo|la|los|las|nos|selo|sela|melo|mela)?$/u.test(word)

const OWN: ReadonlyMap<string, string> = new Map([
  ...[AR, ER, IR].flatMap(verbs => verbs.split(' ').map(verb => [verb, `${stem(verb)}o`] as const)),
  ...'empezar empiezo, cerrar cierro, volver vuelvo, salir salgo, ver veo, tener tengo, hacer hago, ir voy, encender enciendo, despertar despierto, comenzar comienzo, sentar siento, poner pongo, sentir siento'
    .split(', ')
    .map(pair => pair.split(' ') as [string, string])
])

/** "abrir" → "abro", for the common verbs. */
export const iForm = (infinitive: string): string | undefined => OWN.get(infinitive)
