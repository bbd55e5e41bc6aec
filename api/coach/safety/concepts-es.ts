/** Spanish words by what they mean, of Spain and of America, without accents; written for Spanish, not translated. */
import { FIGURES_ES } from './idioms-es.ts'
import type { Lexicon } from './tag.ts'

export const CONCEPTS_ES: Lexicon = {
  ...FIGURES_ES,
  task: `
    reunion, reuniones, correo, correos, mail, mails, excel, excels, informe, informes, llamada, llamadas, zoom, zooms, impresora, ticket,
    tickets, powerpoint, diapositiva, diapositivas, lamina, laminas, formulario, formularios, videollamada, videollamadas, reporte,
    reportes, junta, juntas, factura, facturas, jira, build, deploy, sprint, sprints, daily, retro, deadline, bug, bugs, lunes,
    contrasena, actualizacion, planilla, planillas, hoja de calculo, sinergia, adjunto, minuta, minutas, encuesta, capacitacion, webinar,
    tabla dinamica, dashboard, tablero, sistema, slides, presentacion, presentaciones, power point, herramienta, macro, migracion, cierre,
    auditoria, crm, sap, trafico, comite, cafetera, plantilla, boletin, kpi, kpis, okr, papeleo, burocracia, proyecto, entrega, plazo,
    pdf, fila, karaoke, alarma
  `,
  work: `
    trabajo, trabajar, trabajando, proyecto, proyectos, oficina, empresa, puesto, equipo, cliente, clientes, jefe, jefa, carrera,
    companero, companera, companeros, companeras, colega, colegas, ascenso, sueldo, presupuesto, lanzamiento, producto, ventas, trimestre,
    auditoria, contrato, proveedor, plazo, plazos, entrega, entregas, feedback, evaluacion, presentacion, informe, informes, tarea,
    tareas, turno, turnos, guardias, guardia, curso, examen, entrevista, estrategia, servidor, sistema, codigo, proceso, politica, fusion,
    objetivos, meta, metas, precios, vacaciones, descanso, permiso, baja, feriado, retro, certificacion, sucursal, curro, chamba, laburo,
    pendientes, reorg, reestructura, suplente, migracion, negocio, rrhh, banca, area, comite
  `,
  laugh: `
    jaja*, jeje*, jiji*, haha*, lol, xd, ajaja*, jsjs*, broma, es broma
  `,
  cond: `
    si, otra, otro, una mas, uno mas, cada vez, antes que, antes de, como haya, como siga, como me
  `,
  than: `
    que volver, antes que, que seguir usando, que usar, que trabajar, que hacer
  `,
  cant: `
    no puedo, no podia, no podria, no se como, no se si puedo, no se si, no tengo fuerzas, no quedan fuerzas, no me quedan fuerzas,
    sin fuerzas, no soy capaz, no logro, no consigo, no creo que pueda, no voy a poder, no tengo energia, no me veo, no se como voy,
    no me imagino
  `,
  not: `
    no, nunca, jamas, sin, tampoco, ni, nadie, nada, ningun, ninguna, ninguno, dejado, deje, perdi, perdido, poco, pocas, cero, poca
  `,
  want: `
    quiero, quisiera, queria, quiere, quieren, querria, quise, quiera, queriendo, querer, deseo, desearia, deseaba, desea, deseando,
    prefiero, preferiria, prefiere, preferia, necesito, necesita, anhelo, espero, esperando, ganas, gustaria, encantaria, apetece, voy a,
    va a, iba a, vamos a, ir a, planeo, planea, planeando, intento, intente, intentar, intentado, intenta, trato de, trate de, decidi,
    decidio, decidido, decidida, a punto de, merezco, merece, merecia, rezo, ruego, pido, pidiendo, pidiera, idea de, ideas de, impulso,
    impulsos, tentacion, deberia, debo, debi, tendria que, tengo que, tenia que, sueno con, fantaseo, ojala, dispuesto, dispuesta,
    listo para, lista para, preparado para, lo mejor es, lo mejor seria, mas facil, voy, da por, cerca de, capaz de, para que,
    me gusta la idea
  `,
  desire: `
    quiero, quisiera, queria, quiere, quieren, querria, quise, quiera, queriendo, querer, deseo, desearia, deseaba, desea, deseando,
    prefiero, preferiria, prefiere, preferia, necesito, necesita, anhelo, espero, esperando, ganas, gustaria, encantaria, apetece, voy a,
    va a, iba a, ir a, planeo, planea, planeando, pienso, pienso en, piensa, piensa en, pensando, pensando en, pensar en, pensado en,
    pense en, pense, pensado, intento, intente, intentar, intentado, trato de, trate de, decidi, decidio, decidido, decidida, a punto de,
    merezco, merece, merecia, rezo, ruego, rogando, pido, pidiendo, idea de, ideas de, impulso de, impulsos de, tentacion de, deberia,
    debo, debi, tendria que, tenia que, sueno con, fantaseo con, ojala, dispuesto a, dispuesta a, listo para, lista para, preparado para,
    lo mejor es, lo mejor seria, mas facil, da por, capaz de, considero, considerando, imagino, planteo, planteando, planteado,
    hablado de, cabeza, amenaza con, bromea con, hablando de, habla de, obsesion con, miedo de, temo, hago como, meta, mi meta, objetivo,
    el plan es, igual daria, bien podria, es hora de, mejor me
  `,
  muse: `
    pienso, pensar, pensando, piensa, pensado, pense, penso, pensamiento, pensamientos, idea, ideas, imagino, imaginando, imaginar,
    fantaseo, fantasia, fantasias, considero, considerando, planeo, planeando, plan, planes, obsesion, obsesionado, obsesionada, busque,
    buscando, busco, googlee, lei, leyendo, investigue, investigando, averigue, cabeza, mente, sueno, sueno con, dando vueltas, rondando,
    ronda, hablo de, habla de, habla mucho de
  `,
  die: `
    morir, morirme, morirse, morirnos, muera, muriera, muriese, muero, muerto, muerta, fallecer, muerte, la muerte, estar muerto,
    estar muerta, palmarla, petatearme, no despertar, que me muera, muriendome, moribundo, moribunda, la palmo, palmar, haberme muerto,
    haber muerto
  `,
  unalive: `
    suicid*, matarme, matarse, ahorcarme, ahorcarse, colgarme, colgarse, desvivirme, desvivirse, dispararme, dispararse, envenenarme,
    asfixiarme, desangrarme, electrocutarme, autoeliminarme, eliminarme, inmolarme,
    pegarme/pegarse/darme/meterme/meterse/pego/pegue/doy/meto un tiro/balazo/plomazo, volarme/volarse la/los cabeza/sesos/tapa,
    quitarme/quitarse/quitarte/quito/quitar la vida,
    acabar/terminar/acabo/termino/acabe/acabando/terminando con mi/su/la propia? vida/vidas/existencia,
    voy/quiero/pienso a? acabar/terminar conmigo, poner/ponerle/pongo/pondre fin a mi/su/la vida, poner fin a todo, cortarme las venas,
    me/se corto/corte/cortare las venas, abrirme las venas, atentar/atento/atente contra mi/su vida, intento de suicidio,
    un intento previo, mi ultimo intento, lo intente de nuevo, me mato, me matare,
    me voy/quiero/queria/quisiera/iba/pienso/puedo/podria/intente/intento/trate/quise a/de? matar/ahorcar/colgar/suicidar/disparar/envenenar/ahogar/desvivir,
    se va/quiere/queria/iba/piensa/puede/intento/quiso a/de? matar/ahorcar/colgar/suicidar/disparar/envenenar/ahogar/desvivir,
    dan/daban/dieron/entran ganas de matarme/tirarme/ahorcarme/morirme, me mataria, se mata, me cuelgo, se cuelga, me ahorco, me ahorque,
    se ahorca, me colgue, hacerme/hacerse algo malo?, me/se haga/hago/haria algo, me suicide, la voy a palmar, me quito la vida,
    me quiero ahorcar/colgar/suicidar, me voy a ahorcar/colgar/suicidar, que mi vida termine/acabe, mi vida termine, mi vida se acabe,
    tirarme/tirarse/aventarme/aventarse/lanzarme/lanzarse/arrojarme/arrojarse al/del/de/por/desde/delante/bajo/a tren/metro/puente/balcon/ventana/la/las/el/un/una/vacio/camion/azotea/bondi/subte/techo/piso,
    dejarme morir, tome una sobredosis, tomado una sobredosis, tomarme una sobredosis, se tomo una sobredosis, tomar una sobredosis,
    otra sobredosis
  `,
  kill: `
    matar, mato, mate, suicidar, ahorcar, colgar, ahogar, desvivir, envenenar, dispararme
  `,
  self: `
    mismo, misma
  `,
  end: `
    acabar, acabe, acabara, acabo, acaba, terminar, termine, terminara, termino, termina, parar, pare, parara, cesar, cese, finalizar,
    poner fin, ponerle fin, pongo fin, que se acabe, apague, apaga
  `,
  itall: `
    todo, todo esto, con todo, con todo esto, el dolor, mi dolor, este dolor, el sufrimiento, mi sufrimiento, este sufrimiento,
    este infierno, esta pesadilla, esta agonia
  `,
  forever: `
    para siempre, por siempre, de una vez, de una vez por todas, definitivamente, del todo, de raiz, eternamente, por completo,
    y no volver, y no despertar, jamas, nunca mas
  `,
  now: `
    esta noche, hoy, manana, pronto, este fin de semana, esta semana, esta vez, ahora mismo, ahorita, mismo, el @dia, la proxima semana,
    el mes que viene, el proximo mes, hoy mismo, a la noche, esta tarde, de madrugada, esta madrugada, una manana de estas,
    un dia de estos, en cualquier momento, falta poco, falta poquito
  `,
  dia: `
    lunes, martes, miercoles, jueves, viernes, sabado, domingo
  `,
  alive: `
    vivir, vivo, viva, existir, existiendo, existo, existencia, viviendo, seguir vivo, seguir viva, seguir viviendo, seguir aqui en,
    despertar, despertarme, despertarse, despertara, despierte, despertase, amanecer, amanezco, amanezca, amaneciera, respirar,
    respirando, estar vivo, estar viva, la vida, esta vida, mi vida, haber nacido, nacer, nacido, en este mundo, este mundo, ver otro dia,
    ver el ano que viene, ver manana, estar aqui en, levantarme nunca, seguir existiendo, seguir respirando, la existencia, llegar viva,
    llegar vivo, pasar de este ano, abrir los ojos, volver a levantarme, levantarme otra vez, levantarme manana, seguir levantandome
  `,
  here: `
    estar !_, estar aqui !a/hasta/el/los/cuando/despues/antes/en/por/con/sentado/sentada/todo/trabajando,
    estar aca !a/hasta/el/los/cuando/despues/antes/en/por/con, estar mas !tiempo/en/con/presente/cerca/aqui/atento, existir !en,
    estaria aqui !a/hasta/el/los/cuando/si/trabajando
  `,
  goon: `
    seguir asi, seguir adelante, seguir mas, seguir luchando, seguir peleando, seguir aqui, seguir fingiendo, continuar asi, doy para mas,
    lucho, luchando, cargar con, empezar de nuevo, empezar de cero,
    seguir !con/en/haciendo/trabajando/las/los/la/el/al/de/un/una/por/hasta/tus/mi/usando/esperando/aprendiendo/creciendo,
    continuar !con/en/haciendo/la/el/las/los/al/de
  `,
  anymore: `
    mas, asi, con la vida, con mi vida, con nada, con todo, otro dia, un dia mas, este dolor, esto, nunca mas, mucho mas, ni un dia,
    esta vida, con esto, una hora mas, un minuto mas, una noche mas, otro, otra noche, otra hora
  `,
  life: `
    vida, mi vida, la vida, vivir, existencia
  `,
  bad: `
    demasiado, insoportable, un infierno, infierno, tortura, castigo, suplicio, inutil, absurdo, condena, vacia, vacio, agonia,
    una mierda, calvario, martirio, carcel, cansa, duele, pesa, me cansa, me duele, me pesa, me sobra, terminada, acabada, sin sentido,
    no es para mi, maldicion
  `,
  them: `
    la, lo, le, les, los, se la, se lo
  `,
  giveall: `
    casi todas, casi todo, todas mis, todo lo que, todas, todo
  `,
  reason: `
    razon, razones, motivo, motivos, sentido, proposito, para que, por que, chiste, objeto, aliciente, por quien, ganas, caso, objetivo
  `,
  careless: `
    ni miro al cruzar/antes, cruzo sin mirar, no miro al cruzar, no miro antes de cruzar, sin mirar la calle, cruzar sin mirar,
    deje de ponerme el cinturon/casco/arnes, no me pongo el cinturon/casco/arnes, manejo sin cinturon, manejo sin casco,
    a ver si hay suerte, a ver si me mato, si pasa pasa, que pase lo que tenga que pasar
  `,
  comeback: `
    bajo, bajar, baje, vuelvo, volver, vuelva, volvere, regreso, regresar, regrese, despierto, levantarme, salir, salgo, no haya regreso,
    volver a la orilla, suba, subirme, me suba
  `,
  future: `
    futuro para mi, futuro en el que, futuro conmigo, esperanza, me queda esperanza, motivo para seguir, motivos para seguir,
    razones para quedarme, razon para quedarme, razon para seguir, razones para seguir, salida para mi, por quien quedarme,
    por quien vivir, por quien seguir, por que vivir, por que quedarme, por que seguir, para que vivir, futuro ni, manana para mi,
    ano que viene para mi, salir de esta, salir de aqui esta vez, salir esta vez, lugar para mi, que me retenga, que me ate,
    que me detenga, lo que vivir, lo que seguir, quien vivir
  `,
  clarify: `
    no hablo de la/del/de mi empresa/trabajo/oficina/chamba/plata/curro, no hablo del trabajo/curro/laburo, no del trabajo/curro,
    no en la empresa, no es broma, no estoy bromeando, no es una forma de hablar, no es por decir, no exagero, hablo de estar/vivir/la/mi,
    en el mundo digo, de la vida digo, de vivir, no el trabajo, no solo el trabajo
  `,
  spare: `
    para que nadie, para que no tengan, para que no tenga, para que no sufra, para que no sufran, para que mi, para que mis,
    para no arruinarle, para no arruinarselo, para no dejarle, para no molestar, para no ser, para que no se, sin deberle,
    sin dejar deudas, que nadie tenga
  `,
  payout: `
    seguro paga/cubre/pague/cubra, seguro de vida, la poliza paga/cubre, cobren/cobran/cobra/cobrar el seguro
  `,
  absolute: `
    ni nada, ni ninguna, ni ninguno, ni nunca, nunca mas, ni nadie, ni hoy ni, ni esa ni
  `,
  place: `
    mano, cajon, guantera, mesita, mesilla, buro, velador, taquilla, locker, boca, mochila, bolsa, bolso, cartera, garaje, cochera, coche,
    carro, auto, armario, ropero, closet, cajuela, maletero, cama, almohada, teclado, escritorio, mesa, bano, botiquin, sotano, bodega,
    bolsillo, camioneta, alacena
  `,
  harmless: `
    campamento, acampar, viaje, jardin, cocina, cocinar, receta, escalar, escalada, barco, velero, presion, alergia, alergias,
    dolor de cabeza, vitamina, vitaminas, recuerdas, mudanza, manualidades, senderismo, museo, gimnasio, pan, queso, teatro, escenario,
    red, ethernet, capacitacion, farmacia, hospital, paciente, pacientes, clinica, enfermera, despeja, vista, inspeccion, perro, tiroides,
    receta de, farmaceutic*, veterinari*, laboratorio, antibiotico, antibioticos, gripe, fiebre, medico me dio, quimico
  `,
  rehearse: `
    practicando, practique, practicado, ensayando, ensaye, probando, probe, probado, aprendi a hacer, aprendiendo a hacer, midiendo, medi
  `,
  gas: `
    motor prendido, motor encendido, cochera cerrada, garaje cerrado, gas abierto, llave del gas, abri el gas, abierto el gas,
    abrir el gas, abri la llave, monoxido, manguera al escape, prendi el carbon, carbon en el cuarto
  `,
  ultimatum: `
    si lo dejo, si la dejo, si le dejo, si me voy, si termino con, si corto con, si rompo con, si me separo, si me divorcio, si acepto
  `,
  handed: `
    mando/dio/dejo/regalo/entrego/paso todas? sus? contrasenas/claves/llaves/plantas/herramientas,
    me/nos mando/dio/dejo/ha/regalo/entrego dado/dejado/mandado? todas? las/sus/su/la/el contrasenas/claves/llaves/llave/perro/gato/herramientas/moto/bici/plantas/reloj,
    anda/empezo/esta/lleva regalando/a regalar? sus/su/todo/regalar ropa/cosas/todo?,
    regalo/regala/regalando su/sus ropa/cosas/herramientas/moto/bici/perro, abrazo a todos, se despidio/despide de todos/todo,
    salio de todos los grupos, borro sus/todas fotos/cuentas
  `,
  what: `
    que, cual, cual es el, que tiene, le veo, veo, hallo, encuentro, le encuentro, le hallo, tiene, hay, queda, quedan, tengo, para que
  `,
  tired: `
    cansado, cansada, cansa, canse, harto, harta, agotado, agotada, aburrido, aburrida, podrido, podrida, hasta la madre de,
    hasta las narices de, cansancio, pesa, duele, me cuesta, tuve suficiente de, tuve bastante de, suficiente de, estuvo de
  `,
  hate: `
    odio, odia, detesto, maldigo, arrepiento, lamento, coraje, rabia, bronca, enoja, molesta, pena, decepciona, decepcion, decepcionado,
    decepcionada, tristeza, duele, asco, frustra, lastima, mierda, carajo, que asco, por que sigo, maldita sea
  `,
  woke: `
    haber despertado, haberme despertado, despertarme, despertar, desperte, despierto, seguir vivo, seguir viva, sigo vivo, sigo viva,
    seguir aqui, estar vivo, estar viva, haber nacido, salio bien, salieron bien, salio limpio, no funciono, haber sobrevivido, sobrevivi,
    amanecer, amaneci, abrir los ojos, sigo aqui, sigo respirando, otra vez despierto, otra vez despierta, abro los ojos, haya despertado,
    me haya despertado, despertado, podido despertarme
  `,
  sleep: `
    dormir, dormirme, duermo, durmiera, duerma, durmiendo, dormido, dormida, acostarme, acuesto, cama, noche, ojos, sueno, siesta
  `,
  notwake: `
    no despertar, no despertarme, no despertara, no despierte, no despertase, no volver a despertar, no volver a abrir, nunca despertar,
    sin despertar, jamas despertar, no amanecer, no amanezca, no amaneciera, no amanezco, no tener que despertar, durara para siempre,
    no abrir los ojos, no abrirlos, dormirme y, no despierto, no vuelva a despertar, no volviera a despertar, no me despierte
  `,
  disappear: `
    desaparecer, desaparezco, desapareciera, desaparecerme, esfumarme, borrarme, desvanecerme, evaporarme, apagarme, apagarse,
    dejar de existir, dejar de ser, no existir, no ser, no estar, volatilizarme, que la tierra me trague, me apague, que me apaguen,
    borrarme del mapa
  `,
  world: `
    de la faz de la tierra, de este mundo, del mundo, del mapa, de la tierra, de la vida, sin dejar rastro
  `,
  leaveworld: `
    irme/ir/marcharme/partir/largarme/irse/salir/salirme/bajarme/dejar/abandonar/voy de? este/esta/el/la mundo/vida/tierra/planeta,
    dejar/deje/dejara/dejo de existir/vivir/respirar, no haber nacido, nunca hubiera/haber/hubiese nacido, no hubiera nacido,
    no estar en este mundo, irme/ir/voy al otro lado/barrio, irme/ir con dios/diosito, pasar a mejor vida, al otro barrio,
    reunirme con mi/dios/el/ella, irme/ir/estar con mi/ella/el mama/papa/madre/padre/hijo/hija/hermano/abuela/viejo/esposa? al cielo,
    descansar para siempre/en paz/eternamente, descanso eterno, sueno eterno
  `,
  takeme: `
    me lleve, me llevara, me recoja, me mate, me matara, me maten, me atropelle, me atropellara, me atropella, me arrolle, me caiga,
    me parta, me de un infarto, me diera un infarto, me de algo, me diera algo, me de una, me diera una, me pase algo, me pasara algo,
    me quite la vida, me pase por encima, llevame, recogeme, me hubiera tocado a mi, me toque a mi
  `,
  failing: `
    se caiga, se cae, se cayera, se estrelle, se estrella, se rompa, se rompe, se pare, se detenga, maligno, sea malo, es malo, fallen,
    falle, explote, se hunda, cancer, terminal, se saliera del camino, se saliera de la carretera, se sale del camino, se volcara,
    se fuera al barranco, se desbarrancara, no aterrizara, se estrellara, se me pare, se me pare el corazon, deje de latir, se me detenga,
    se apague
  `,
  fate: `
    avion, coche, carro, auto, camion, autobus, bus, bondi, tren, metro, colectivo, corazon, rayo, cancer, accidente, tumor, enfermedad,
    algo, cable, ascensor, elevador, dios, diosito, senor, virgen, infarto, derrame, frenos, virus, bala, techo, puente, terremoto,
    temblor, tormenta, vuelo, resultado, resultados, biopsia, turbulencia, todo
  `,
  hope: `
    ojala, espero, esperando, esperaba, deseo, deseando, deseaba, quiero, quisiera, queria, rezo, rezando, ruego, rogando, pido, pidiendo,
    pidiendole, le pido, sueno con, fantaseo, imagino, alivio, alegraria, da igual, no me importaria, no me importa, gustaria, encantaria,
    me vendria bien, que suerte, agradeceria, mejor, decepcione, decepcion, lastima, me descubro, pienso en que, por mi que,
    que lindo seria, que bueno seria
  `,
  fatal: `
    terminal, mortal, maligno, cancer, tumor, infarto, derrame, incurable, enfermedad terminal, enfermedad
  `,
  relief: `
    alivio, aliviado, aliviada, feliz, contento, contenta, tranquilo, tranquila, suerte, igual, mejor, paz, descanso, facil, envidia,
    decepcion, rapido, gracias a dios, importaria, importa, molestaria, alegraria, lo mismo, solucion, salida, unica salida, opcion,
    liberacion, consuelo, problema, quito, que mas da, encantaria, tentador, tentadora, atractivo, daria las gracias, daria gracias,
    agradeceria, agradecido, agradecida
  `,
  dead: `
    muerto, muerta, muertos, los muertos, la muerte, muerte, morir, morirme, difuntos, esquelas, obituarios, no despertar, no existir,
    cementerio, tumba, estar muerto, estar muerta, no estar vivo, tanatorio, panteon
  `,
  gone: `
    muerto, muerta, muero, muriera, muriese, muera, no estoy, no este, no estuviera, no estuviese, falte, falto, faltara, faltase,
    desaparezco, desapareciera, desaparezca, no existiera, no existo, me vaya, me fuera, no despertara, no despierto, quite de en medio,
    quitarme de en medio, quite del camino, quitarme del camino, no hubiera nacido, no amanezco, no amaneciera, me mato, me mate,
    me matara, dejara de existir, no vuelva, no volviera, no haber nacido, no estar, me haya ido
  `,
  ifi: `
    si el, si ella, si, si yo, cuando, cuando yo, una vez que, el dia que, en cuanto, despues de que, que, que yo, quien, yo
  `,
  people: `
    todos, todo el mundo, ellos, ellas, familia, hijos, hijo, hija, hijas, ninos, nenes, mujer, marido, esposa, esposo, mundo, pareja,
    madre, mama, padre, papa, padres, viejos, viejo, vieja, amigos, hermano, hermana, hermanos, ella, el, los demas, novia, novio, gente,
    ustedes, vosotros, equipo, los mios, nietos, jefes, perro, a todos, papas, mamas, hermanas, familiares, nietas, sobrinos, chicos,
    chamacos, nenas, hermanitos, hijitos, suegros
  `,
  betteroff: `
    mejor, mejores, felices, feliz, tranquilos, tranquila, tranquilas, tranquilo, aliviados, alivio, descansarian, descansaria, descansar,
    descansan, en paz, libre, libres, facil, saldria adelante, saldrian adelante, se las arreglaria, bien, contentos, salen ganando,
    ganarian, ganaria, se arregla, se les arregla, respirarian, respiraria, agradecerian, mas facil, mas sencillo, sin problemas, a gusto,
    lo superarian, me olvidarian, se les pasaria, se le pasaria, me olvidaria, lo superan, tendrian paz, tendria paz, vivirian mejor,
    vivirian tranquilos, estarian mejor
  `,
  withoutme: `
    sin mi, sin el, sin ella, librarse de mi, ella sola, ellos solos
  `,
  burden: `
    una carga, carga para, estorbo, lastre, peso muerto, un peso para, desperdicio, parasito, ocupo espacio, gasto aire, quitando el aire,
    sobro, estorbando, de mas en, un cero a la izquierda, no le sirvo, no sirvo para nada, no valgo nada, no valgo, arrastro a todos,
    arruino todo, les arruino la vida, arruino la vida, hundo a todos, solo doy problemas, doy problemas, doy lata, molestia para todos,
    no me necesita, no me necesitan, nadie me necesita, basura, escoria, peso colgado, un peso en, un peso encima, peso en la espalda de
  `,
  deserve: `
    merece, merecen, merecia, se merece, se merecen
  `,
  nobody: `
    nadie, ni siquiera, quien, a quien, a nadie, alguien, ni un alma, ni mi, ninguno, ni mis
  `,
  miss: `
    notaria, notarian, nota, notara, extranaria, extranarian, extranara, extrana, echaria, echarian, echara, de menos, importaria,
    importa, importara, lloraria, lloraran, llora, enteraria, enterarian, enterara, acordaria, acuerda, vendria, viene, iria, preguntaria,
    pregunta, cuenta, falta, necesita, necesitaria
  `,
  funeral: `
    mi funeral, mi entierro, mi velorio, mi velatorio, mi tumba, mi lapida, mi ataud, mi cajon, mis cenizas, mi esquela, mi epitafio,
    mi sepelio, mi nicho, nicho del cementerio, al velorio, al entierro, mi propio funeral, mi propio entierro, mi cremacion, mis misas
  `,
  insured: `
    seguro, seguro de vida, poliza, pension, indemnizacion, valgo, vale, valdria, serviria
  `,
  pays: `
    muerto, muerta, cobran, cobraran, cobre, cobra, cobrarian, paga, pagan, pagaria, hijos, familia, mujer, esposa, dos anos, hipoteca,
    deudas, deuda, algo les queda, les queda, cubre
  `,
  pills: `
    pastilla, pastillas, medicamento, medicamentos, medicacion, somniferos, somnifero, tranquilizantes, ansioliticos, antidepresivos,
    pildoras, paracetamol, paracetamoles, clonazepam, lorazepam, diazepam, ibuprofeno, insulina, comprimidos, farmacos, medicinas,
    rivotril, orfidal, trankimazin, valium, morfina, fentanilo, blister, frasco, blisters, ampolla, ampollas, ampula, potasio, propofol,
    sobredosis, dosis letal, tramadol, quetiapina, zolpidem, litio, amitriptilina, oxicodona, ketamina, alprazolam, fenobarbital, jeringa,
    viales, capsulas, blisteres, tafil, gotas, calmantes, analgesicos, sedantes, relajantes, antidepresivo, barbituricos
  `,
  rope: `
    soga, cuerda, cinturon, cinto, lazo, reata, mecate, nudo, viga, sabana, horca, motor prendido, motor encendido, cochera cerrada,
    garaje cerrado, gas abierto, llave del gas, carbon, helio, manguera, bolsa de plastico, abri el gas, abierto el gas, abrir el gas,
    gancho, alambre, cordon, extension electrica
  `,
  gun: `
    pistola, arma, escopeta, revolver, rifle, fierro, fusca, balas, bala, cuete, arma de servicio, carabina, ensene a disparar,
    aprender a disparar, aprendi a disparar, campo de tiro
  `,
  blade: `
    cuchilla, cuchillas, navaja, cuchillo, cuter, cutter, bisturi, gillette, tijeras, hoja de afeitar, maquinilla, compas, exacto,
    trincheta, aguja, alfiler, vidrio roto, pedazo de vidrio, chinche, imperdible
  `,
  height: `
    puente, azotea, balcon, ventana, edificio, tejado, terraza, acantilado, barranco, viaducto, techo, torre, vacio, altura, cornisa,
    baranda, barandilla, barandal, borde, pretil, helipuerto, grua, andamio, estacionamiento, ultimo piso, piso doce, piso diez, mirador,
    presa, arnes, paso elevado, peatonal, risco, penasco, segundo piso
  `,
  vehicle: `
    tren, trenes, metro, camion, camiones, autobus, bondi, via, vias, anden, colectivo, bus, subte, tranvia, autopista, carretera,
    trafico, cercanias, trailer, traileres, rieles, metrobus, estacion, paso a nivel
  `,
  crash: `
    muro, arbol, pared, camion, barranco, poste, pilar, contra, contencion, guardarrail, contramano, sentido contrario, tunel, rio,
    quebrada, trailer
  `,
  water: `
    rio, mar, lago, presa, laguna, canal, agua, muelle, puerto, represa, malecon
  `,
  poison: `
    veneno, matarratas, raticida, lejia, cloro, insecticida, anticongelante, cianuro, pesticida, herbicida, gramoxone, lavandina
  `,
  jump: `
    tirarme, tirarse, tiro, tire, tirar, lanzarme, lanzarse, lanzo, lanzar, arrojarme, arrojarse, saltar, salto, saltara, aventarme,
    aventarse, aviento, avento, dejarme caer, caer, precipitarme, brincar, brinco, poner delante, ponerme delante, ponerme enfrente,
    meterme debajo, meterme delante, me pongo delante, cruzarme, plantarme, tumbarme, acostarme en, asomado, asomada, asomarme,
    desenganche, solte el arnes, no bajo, no bajar, no creo que baje, paso al frente, un paso, tirarme al, doy un paso, di un paso,
    dar un paso, dar el paso, casi me tiro, casi salto
  `,
  drive: `
    estrellar, estrellarme, estrello, estrellarse, estampar, estamparme, estampo, chocar, choco, volcar, volantazo, solte el volante,
    soltar el volante, suelto el volante, solte el manubrio, soltar el manubrio, suelto el manubrio, salirme, salirse, empotrar,
    empotrarme, acelerar, acelero, meto el coche, meto el carro, meter el coche, meto la moto, irme contra, girar el volante,
    cerrar los ojos manejando, cierro los ojos, quitarme el cinturon, el volante, manejando, conduciendo, meto el auto
  `,
  at: `
    en, a, al, del, de, por, desde, ante, contra, junto, bajo, delante, frente, sobre, hasta
  `,
  stand: `
    parado, parada, sentado, sentada, subido, subida, subi, subo, me subi, subirme, asomado, asomada, me asomo, estoy en, estoy,
    estaba en, de pie, mirando, miro, me quedo, quedado, me quede, cruzo, paso por, fui, voy, borde, orilla, acerco, acercarme, pare en,
    me bajo
  `,
  have: `
    tengo, tenia, tiene, compre, comprado, consegui, conseguido, guardo, guardado, guarde, guarda, escondi, escondido, escondida, escondo,
    junto, junte, juntando, juntado, acumulo, acumulando, acumulado, acumule, ahorro, ahorrado, colecciono, conte, cuento, contado,
    contando, alineadas, alineado, preparado, preparada, prepare, listas, lista, listo, cargada, cargue, pedi, encargue, llevo, traigo,
    trae, se donde, donde esta, practicando, practique, practicado, ate, atando, probe, probado, bote, frasco, caja, cajas, blister,
    bolsa, sostuve, en la mano, mirando, miro, saco, saque, tome, tomar, tomarme, tomo, tomado, se tomo, trague, tragado, tragar, afile,
    hay, esconde, dejo de mirar, voy a ver, fui por, puse, me puse, tire de
  `,
  stash: `
    junto, junte, juntando, juntado, guardando, guardado, acumulo, acumulando, acumulado, acumule, ahorrando, ahorrado, coleccionando,
    alineadas, alineado, conte, cuento, contado, contando, suficientes, todas, todas las, un monton de, un bote, bote de, bote entero,
    frasco, el frasco, un punado, punado de, caja de, cajas de, blister de, demasiadas, de golpe, de una sola vez, juntas, de un tiron,
    sobra, sobran, sobraron, escondidas, escondido, escondida, por si acaso, para cuando, la caja entera, de una vez, cuando me decida,
    10, 12, 15, 20, 24, 25, 30, 40, 50, 60, 80, 90, 100, 200, veinte, treinta, cuarenta, cincuenta, sesenta, cien, muchas, muchisimas,
    entera, entero, la caja, guarde los, guarde las, guarde mis, guardo las, guardo los, bastantes, un chorro de, un chingo de, un monton,
    las suficientes, alcanzan
  `,
  ready: `
    lista, listo, listas, listos, preparada, preparado, esta noche, en/bajo/detras la/el/mi/una/un @place, debajo de/del la/mi/el? @place,
    al lado de la cama, en la mano, en el cajon, en mi cajon, en la guantera, en la mesita, en la mesilla, en el buro, en el velador,
    en la taquilla, en el locker, en la boca, en la mochila, en la bolsa, en el bolso, en la cartera, en el garaje, en la cochera,
    en el coche, en el carro, en el armario, en el ropero, en el closet, en la cajuela, en el maletero, escondida, escondido, escondidas,
    cargada, al lado, a mano, delante de mi, esperandome, esperando, debajo de la almohada, bajo la almohada, debajo del, dias malos,
    dia malo, por si hoy, por si acaso, para cuando, me llama, me llaman, en la cabeza, en la sien, al cuello, en el cuello, en casa,
    a cada rato, dos veces, cada noche, para hacerlo, una botella de
  `,
  took: `
    tomar, tomarme, tomo, tome, tomado, tomando, tomarse, trague, tragar, tragarme, tragado, ingerir, ingeri, beber, beberme, bebi,
    comerme, inyectarme, inyectar, mezclar, mezclo, hacen falta, se necesitan, usaria
  `,
  lethal: `
    letal, mortal, fatal, paran el corazon, para el corazon, sin dolor, indolora, indoloro, menos dolorosa, sin sufrir, duele menos,
    si duele
  `,
  lookedup: `
    googlee, busque, buscando, busco, lei, leyendo, leo, investigue, investigando, averigue, averiguando, se cuantas, se cuanto, pregunte,
    calcule, mire, vi
  `,
  doit: `
    hacerlo, lo hago, lo voy a hacer, lo hare, lo haga, haciendolo, hacer algo, una tonteria, una locura, una estupidez, una barbaridad,
    lo hiciera, me decida, se acabo para mi, lo haria, hacerlo bien, algo de lo que no se vuelve, algo permanente, algo irreversible,
    algo definitivo, dar el paso, lo habria hecho, terminar lo que empece, y ahi lo, ahi mismo, es mi momento, mi oportunidad, rematar
  `,
  unseen: `
    todos duerman, todos duermen, duerman, esten dormidos, se duerman, se vayan, se hayan ido, salgan, no haya nadie, este solo,
    este sola, casa vacia, la casa sola, quede solo, quede sola, me quede solo, me quede sola, cuando todos, cuando no este, cuando nadie,
    nadie en casa, este vacio, este vacia, esta vacio, esta vacia, de viaje mi, no hay nadie, sin gente, a solas en casa, se van,
    se fueron, me quedo solo, me quedo sola, estare solo, estare sola, tengo la casa para mi, para mi sola, para mi solo
  `,
  courage: `
    el valor, valor para, agarrar valor, coraje para, huevos para, agallas, me animo, me atrevo, los cojones, cojones para,
    me falta valor, tuviera huevos, tuviera valor, tuviera el valor, valentia, cobarde, valiente, cojones
  `,
  dateset: `
    elegi/escogi/tengo/puse/fije/marque/tiene/decidi/elegido/escogido el/la/un/una fecha/dia/lugar/sitio/metodo !de/del/para/en/a/libre/que/la,
    la fecha puesta, tengo/tiene fecha !de/del/para/en/limite/a, se que puente, se que dia, se que tren, se como hacerlo, se como lo,
    pense como hacerlo, pensado como hacerlo, tengo pensado como, lo tengo planeado, lo tengo todo planeado, tengo todo planeado,
    tengo todo preparado, tengo todo listo, todo listo para, todo lo que necesito para, lo que necesitaba, se donde lo, lo tengo decidido,
    tengo un plan !de/para/con, se donde esta la, se donde guarda, se donde esconde, tengo el metodo, se como lo voy a hacer,
    se como y cuando, se cuando y como, se como quiero hacerlo, se donde y como, como lo voy a hacer y, se como me voy a,
    decidi por una/un fecha/dia !para/de/del
  `,
  accident: `
    parezca accidente, parezca un accidente, parecer un accidente, crean que fue un accidente, dije que fue accidente, fue accidente
  `,
  lastday: `
    ultimo dia, mi ultima noche, ultima noche, mi ultimo cumpleanos, mi ultima navidad, ultima semana, ultima vez, por ultima vez,
    era la ultima, es la ultima, la ultima, ultimo adios, mi ultimo mensaje, ultimo mensaje, ultimas palabras, ultima cena, ultimo abrazo,
    ultima conversacion, ultima sesion, ultima carta, sea la ultima, sea mi ultima, fuera la ultima
  `,
  unplanned: `
    no voy a estar, no estare, no pienso estar, no creo que este, no voy a llegar, no llego, no llegare, no voy a necesitar,
    no necesitare, no necesito, no hara falta, no va a hacer falta, no hace falta, no me busquen, no me esperen, no nos vemos,
    no me veran, no me van a ver, no me vas a ver, no vuelvo, no volver, no volvere, no vuelva, no voy a volver, no hay ano,
    no hay un ano, no hay manana, no paso de, no pasar de, no pasa de, no amanezco, no bajo, no regreso, no voy a regresar, no contemos,
    no cuenten conmigo, no contar conmigo, no lo busquemos, no le busquemos, no voy a ser, no voy a molestar, no molesto, no molestare,
    no dar problemas, no pienso llegar, no estar para, no voy a vivir, no pienso volver, no he comprado vuelta, sin vuelta,
    no pienso cumplir, no creo llegar, no creo que llegue, no me veo
  `,
  later: `
    ano que viene, proximo ano, semana que viene, proxima semana, mes que viene, lunes, martes, miercoles, jueves, viernes, sabado,
    domingo, navidad, verano, invierno, cumpleanos, boda, graduacion, manana, mas, nunca, vivo, viva, despues, entonces, para, cuando,
    ninguna, nadie, treinta, cuarenta, cincuenta, fin de mes, este mes, el mes, comer, vuelta, viejo, vieja, los treinta, nada
  `,
  afterme: `
    cuando yo no este, cuando no este, cuando yo falte, cuando falte, el dia que no este, despues de mi muerte, cuando muera,
    cuando me muera, si falto, si yo falto, cuando me haya ido, cuando me vaya, cuando yo no, no voy a estar, no estar para,
    no estare para, despues de que me vaya, antes de irme, donde voy, adonde voy, si me pasa algo, si algo me pasa, por si me pasa algo,
    por si me pasa, para cuando no, no sufra despues, me habre ido, habre muerto, estare muerto, estare muerta, me fui, no me busques
  `,
  readthis: `
    lea esto, leas esto, lean esto, leais esto, lees esto, leer esto, encuentren, me encuentren, vean esto, reciban esto, reciba esto,
    veas esto, me encuentre, recibas esto, te llegue esto, escuches esto, abras esto
  `,
  care: `
    cuida, cuiden, cuidad, cuide, cuides, cuidar, cuidara, encargate, hazte cargo, diganle, dile, dime, diles, decile, decirle, prometeme,
    que se quede, se quede con, se queden, dar de comer, a cargo de, haganse cargo, ocupate de, asegurate, encarguense
  `,
  kin: `
    hijos, hijo, hija, hijas, ninos, nino, nina, familia, mujer, marido, esposa, esposo, padres, madre, padre, mama, papa, hermano,
    hermana, hermanos, perro, perra, perros, gato, gata, gatos, pareja, novia, novio, amigos, amiga, amigo, viejos, vieja, viejo, abuela,
    abuelo, abuelos, jefa, jefecita, nenes, nene, nena, sobrino, sobrina, chamacos, gordos, mascotas, ellos, cada uno, todos,
    gente que quiero, los quiero, la quiero, lo quiero, nietos, papas, mamas, hermanas, familiares, nietas, sobrinos, chicos, nenas,
    hermanitos, hijitos, suegros
  `,
  love: `
    quiero, quise, queria, amo, ame, perdon, perdone, perdonen, perdonenme, perdonarme, culpa, orgulloso, orgullosa, adoro, los quise
  `,
  note: `
    carta, cartas, nota, notas, video, videos, mensaje, mensajes, audio, audios, despedida, adios, contrasenas, claves, instrucciones,
    testamento, epitafio, ultimas palabras
  `,
  write: `
    escribi, escribo, escribiendo, escrito, escrita, escritas, deje, dejo, dejado, dejando, grabe, grabado, grabando, programe, redacte,
    firme, apunte, apuntado, anote, actualice, prepare, preparado, guarde, termine, hice, lista, listas
  `,
  giveaway: `
    regale/regalo/regalando/regalado/regalar/regala/regalaba/doy/di/dando/dado/dio/repartiendo/reparti/repartido/entregue casi? todas? mis/mi/sus/su/la/el/los/las/todo/todas/todos @cosas,
    regale/regalado/regalando/regalar/regala/reparti todo/casi,
    les? encontre/busque/busco/buscando casa/hogar/dueno a/para mi/mis/los/el/la, encontre/busque/conseguí casa para mi/mis/los/el/la,
    deshaciendome/deshice/desprendiendome de todo/mis/casi, le/les deje/di/regale a mi @kin mi/mis/la/el
  `,
  cosas: `
    cosas, perro, perra, perros, gato, gata, gatos, guitarra, ropa, libros, herramientas, bici, bicicleta, moto, reloj, discos, plantas,
    pertenencias, todo, coche, carro, anillo, joyas, coleccion, mascotas, llaves, muebles
  `,
  belongings: `
    cosas, ropa, libros, perro, gato, gatos, guitarra, herramientas, bici, moto, reloj, discos, plantas, pertenencias
  `,
  affairs: `
    todo en orden, mis asuntos en orden, papeles en orden, hice testamento, hice mi testamento, firme el testamento, mi testamento,
    cancele las, cancele mis, cancele todas, cerre mis cuentas, vacie mi, vacie el, limpie mi casa, limpie la casa,
    limpie el departamento, ordene mi casa, pague mis deudas, pague todas mis, pague la ultima, pagado el alquiler, pagada la renta,
    deje pagado, deje pagada, deje pagadas, deje todo, dejar todo, saldé mis, salde mis, borre mis, borre todo, apunte las claves,
    apunte las contrasenas, le apunte las, anote las claves, deje las claves, deje las contrasenas, puse la casa a, puse el piso a,
    vendi el coche, sin deberle nada, no le debo, no deber nada, cerre todos, todo arreglado, me confese con el padre, deje listo,
    deje todo listo, todo pagado, donde esta todo, donde estan los papeles, plantas regadas, renta pagada, alquiler pagado, gato con,
    perro con, todo esta pagado, el escritorio limpio, donde esta la llave, donde estan mis papeles, y mis papeles,
    donde esta el testamento
  `,
  calm: `
    en calma, calma, tranquilo, tranquila, en paz, paz, ligero, ligera, aliviado, aliviada, alivio, serena, sereno, no me asusta,
    no me da miedo, dormi como un bebe, feliz por fin, perdone a todos, por fin, mas liviana, mas liviano, liviana, liviano,
    me siento libre, se me quito un peso, sin miedo
  `,
  secret: `
    nadie lo sabe, nadie sabe, no lo sabe, no lo saben, no sabian, no sabia, no saben, no le conte, no conte, sin decirle, sin decir,
    sin avisar, sin contar, creen que, cree que, piensan que, piensa que voy, le dije que era, les dije que era, les sigo el juego,
    como si nada, a escondidas, finjo, sospecha, sospechan, no sospecha, disimulo
  `,
  bye: `
    adios, adios a todos, despedida, despidiendome, despedirme, despedirse, despidiendose, despedi, despidio, hasta siempre, chau a todos,
    adios mundo, me despido, se despide
  `,
  sayto: `
    decir, digo, dije, diciendo, dijo
  `,
  finality: `
    es/sera la ultima vez que te/les/los/me, esta es mi despedida, es mi despedida, adios mundo, adios a todos, adios para siempre,
    adios vida, despedirme para siempre, nota suicida, hasta siempre, del otro lado, en el otro lado, en la otra vida, en otra vida,
    descansar de mi, descansen de mi, no voy a ser un problema, no ser una carga, no sere una carga, no ser un problema,
    no sere un problema, no molesto mas, no molestar mas, no molestar a nadie, no voy a molestar, pronto se acaba, pronto se acabara,
    pronto todo, pronto terminara, es tarde para mi, es tarde pero gracias, no fue culpa de nadie, no es culpa de nadie, perdonenme todos,
    perdonadme todos, perdonenme, diganle a mi, dile a mi, diles a mis, decile a mi, digan a mis, que la quiero y que, que los quiero y,
    que me perdone, que me perdonen, se quede con mi, me toca irme, me toca partir, me voy y no vuelvo, me voy para siempre,
    irme para siempre, es para siempre, no habra manana, cuida a mis, cuiden a mis, cuiden de mis, cuiden a mi, cuida de mis,
    no pasa nada si no vuelvo, gracias por haber existido, gracias por todo coach, para mi no hay ano, para mi no hay manana,
    para mi no hay un, no hay manana para mi, diganles a mis, decidles a mis, que los amo, que la amo, que lo amo, no voy a estar mucho,
    no estare mucho, no me queda mucho tiempo aqui, perdonen todo, perdon a todos
  `,
  hurt: `
    cortarme, cortarse, cortando, cortandome, corto, corte, corta, cortes, quemarme, quemarse, quemo, queme, quema, lastimarme,
    lastimarse, lastimo, lastima, herirme, herirse, danarme, danarse, autolesion*, castigarme, castigo, golpearme, golpearse, golpeo,
    aranarme, arano, rasguno, rasgunarme, rasguna, tallo, clavo, clavarme, muerdo, morderme, pincho, pincharme, rajo, rajarme, hiero,
    pego, arranco, arrancarme, pellizco, hago dano, hice dano, hacerme dano, hacerse dano, hacerme, aplasto, aprieto, me pincho, hinco,
    me azoto, me abofeteo, me golpee, pellizcarme, me doy golpes, me raspo, me rayo, apago, doy punetazos, doy cachetadas, doy golpes,
    paso
  `,
  limb: `
    brazo, brazos, pierna, piernas, muneca, munecas, muslo, muslos, piel, estomago, antebrazo, antebrazos, tobillos, cuerpo, barriga,
    vientre, venas, unas, mechones, pelo, cara, cabeza, mano, manos, labio, cadera, hombro, pantorrilla, frente, rodilla, palma, garganta,
    cuello
  `,
  selfharm: `
    autolesion*, autolesiones, cortarme, cortarse, me corto, me corte, me estoy cortando, me he cortado, volvi a cortarme, volvi a cortar,
    se corta, se esta cortando, se este cortando, se corto los, cortandose, cortandome, hacerme dano, me hago dano, me hice dano,
    hacerse dano, se hace dano, lastimarme, me lastimo, me lastime a, lastimarse, se lastima, quemarme, me quemo los, me quemo las,
    me quemo con, me quemo la, herirme, danarme, me golpeo, me rasguno, me arano, me muerdo, me arranco mechones, me castigo con,
    cortes en los, cortes en el, cortes del brazo, cortes de los
  `,
  bleed: `
    sangre, sangrar, sangro, sangra, sangran, sangrando, marcas, moretones, cicatrices, cicatriz, desmayarme, no pensar, no sentir,
    me duela, dolor, infecto, costras, hincha, hinche, hinchada, morado, morada, se me hincha
  `,
  until: `
    hasta, hasta que, para sentir, para no, en el bano, a escondidas, cada noche, para que, hondo
  `,
  onpurpose: `
    a proposito, adrede, aposta, queriendo, a posta, para castigarme, castigarme, como castigo, mi castigo, es mi castigo, me lo merezco,
    no la merezco, no lo merezco, no me lo merezco, no me la merezco, no merezco, porque merezco, me merezco, para que duela,
    dije que fue accidente, penitencia, como penitencia, para pagar, para aprender, de castigo
  `,
  deny: `
    dejo de comer, deje de comer, no como, no he comido, sin comer, dejar de comer, hambre, deje de tomar, deje de ponerme,
    no me pongo la, no tomo la, insulina, vomito, provoco el vomito, provocarme el vomito, la mano en, el aceite, plancha, estufa,
    hornalla, encendedor, cigarro, desenganche, sin arnes, agua hirviendo, agua con, ayuno, no me dejo comer, no me permito comer,
    me prohibo comer, no me dejo dormir
  `,
  relieves: `
    calma, calman, alivia, unico que, unica forma, unica manera, siento algo, sentir algo, ayuda, desahoga, tranquiliza, no puedo parar,
    no siento, necesito que me duela, funciona, lo unico que, unica manera de, me baja, me relaja, me ordena, me despeja,
    necesito el dolor, necesito sentir, duele menos, me calma, me alivia
  `,
  headbang: `
    cabezazos contra, doy cabezazos, me doy cabezazos, me pego en la cabeza, me golpeo la cabeza, me golpeo la cara, me golpeo contra,
    golpear/golpeo/golpee/pego/punetazos la/a pared hasta/para, clavo las unas, me clavo las unas, me arranco el pelo, me arranco la piel,
    me arranco mechones, apago cigarros en, me apago cigarros
  `,
  sleeves: `
    manga larga, mangas largas, brazos vendados, vendas, pulseras para, tapar los cortes, tapar las marcas, esconder los brazos
  `,
  partner: `
    marido, esposo, esposa, mujer, pareja, novio, novia, ex, exnovio, exmarido, expareja, padre, papa, madre, mama, padrastro, madrastra,
    hermano, hijo, tio, jefe, jefa, companero, companera, vecino, cliente, hombre, tipo, suegro, cunado, supervisor, conviviente, viejo,
    el, ella, patron, paciente, alguien, encargado, abuelo, chico, pibe, concubino, primo, ellos, gerente, quien, capataz
  `,
  home: `
    marido, esposo, esposa, mujer, pareja, novio, novia, ex, exnovio, exmarido, expareja, padre, papa, madre, mama, padrastro, hermano,
    suegro, cunado, conviviente, viejo, el, ella, concubino
  `,
  me: `
    me, nos, a mi, conmigo, a nuestro hijo, a nuestra hija, a mi hijo, a mi hija, a mis hijos, a los ninos, a mi mama, a mi madre,
    a mi hermanito, a mi hermana
  `,
  strike: `
    pegarme, pegarnos, golpearme, golpearnos, maltratarme, maltratarnos, empujarme, patearme, abofetearme, agredirme, zarandearme, escupirme,
    pega, pego, pegaba, pegado, pegar, pegue, pegando, pegan, golpea, golpeo, golpeaba, golpeado, golpear, golpeando, maltrata, maltrato,
    maltratado, ahorca, ahorco, ahorcar, estrangula, estrangulo, empuja, empujo, patea, pateo, abofetea, cachetea, agrede, agredio, viola,
    violo, violado, abusa, abuso, quema, zarandea, zarandeo, lastima, lastimo, jala, jalo, arrastro, arrastra, avienta, tira, tiro,
    encerro, encierra, encerrada, encerrado, manosea, manoseo, casca, muele, surra, aporrea, muerde, escupe, escupio, levanta la mano,
    levanto la mano, cintarea, azota, madrea, madreo, faja, caga a palos, cago a palos, agarraron, golpearon, violaron
  `,
  strong: `
    pegarme, pegarnos, golpearme, golpearnos, maltratarme, maltratarnos, empujarme, patearme, abofetearme, agredirme, zarandearme, escupirme,
    pega, pego, pegaba, pegado, pegar, pegando, golpea, golpeo, golpeaba, golpeado, golpear, golpeando, maltrata, maltrato, maltrataba,
    ahorca, ahorco, ahorcar, estrangula, estrangulo, patea, pateo, abofetea, cachetea, cacheteo, agredio, violo, violado, viola, violaron,
    zarandea, zarandeo, golpearon, madrea, madreo, casca, cintarea, aporrea, azota, levanta la mano, levanto la mano
  `,
  assaulted: `
    me violo/violaron/viola/pega/golpea/maltrata/golpeo/violan !el/la/los/las, me volvio a pegar/golpear,
    me ha pegado/golpeado/violado/maltratado,
    me pego/dio/da/meto un/una/unas/varios/varias punetazo/punetazos/golpe/bofetada/cachetada/patada/golpiza/paliza/trompada/bofeton,
    me pego anoche/ayer, abuso/abusa/abusaron/abusaba de mi, abuso sexual,
    agarro/agarra/agarraba/cogio/coge/cogido/tomo/apreto del/por/el cuello/pelo/brazo/cabello/la, manos/mano en/al/por el/mi cuello,
    manos alrededor, me tira/tiro/jala/jalo del pelo, me tira/avienta/avento/tiro/lanza cosas/platos/un/una,
    me encierra/encerro/encerrada/encerrado, me dejo/tiene/dejaron/tienen encerrada/encerrado,
    entra/entraba/mete/metia a/en mi cuarto/cama/habitacion, me toca por/en la/las noche/noches, me cago/caga a palos/golpes/trompadas,
    llueven los golpes, a golpes, a palos conmigo, da/dio/doy una? paliza/palizas/golpiza, me da con el/la/un,
    me da/dio/daba/ha una/un/de cachetada/bofetada/paliza/golpiza/punetazo/patadas/patada/golpes/golpe/cachetadas/bofetadas/trompada,
    ojo morado, el puno de, su puno, moretones/moratones/morados me? los/que/de/por,
    amenaza/amenazas/amenazo/amenazaron/amenazado/amenazada/amenazan de/con muerte/matarme, me tiene amenazada/amenazado,
    me obliga a acostarme/tener/dormir/arrodillarme, me obligo a tener/acostarme, me forzo, me drogo/drogaron,
    me quito el movil/celular/pasaporte/telefono/las, me guarda el pasaporte, me tiene el pasaporte,
    me quita el/la/las/los pasaporte/tarjeta/llaves/sueldo/celular/movil/telefono, no me deja salir/ver/trabajar/hablar/tener/ir,
    violencia en mi/casa, victima de violencia/maltrato/abuso, me maltrata, nos maltrata, me pone/puso la mano encima,
    me ha puesto la mano, me levanta/levanto la mano,
    mi marido/novio/pareja/esposo/ex/padre/papa/padrastro/mujer/novia/esposa/hermano me/nos pega/pego/golpea/golpeo/da/dio,
    le esta pegando a, le pega a mi/mis/nuestro/los, me viola, me quemo con un/el, me quema con,
    saco/sacado un/una cuchillo/navaja/pistola/arma, me saco un/una cuchillo/navaja/pistola/arma, me apunto/apunta con,
    me puso/pone un/una/el cuchillo/navaja/pistola, cara hinchada, labio partido,
    difundio/difundir/publico/amenaza con? mis? fotos intimas,
    me empujo/empuja/tiro/avento/aventaba/empujaba por/contra/al/de la/las/el/un? escalera/escaleras/pared/suelo/piso/muro/puerta/cama,
    me manda/mando/hace a? matar, donde no se ve, donde nadie ve, donde no se note, me saco/saca a golpes, me punetea, me cachetea,
    me cacheteo, me la/lo/las rompio/estrello/avento/tiro en/contra/a el/la brazo/cabeza/cara/espalda,
    manos bajo/debajo/por la/de/mi la? ropa/falda/blusa, me hace/hacia cosas por/en/de noche/la?, me hizo tocarlo, me obliga a,
    buena derecha, me agarra/agarro a golpes/trompadas/patadas/cachetadas, me remata, echar acido, acido en la cara,
    lo pago en/por la/noche,
    me/nos estrangulo/estrangula/ahorco/ahorca/golpea/golpeo/patea/pateo/maltrata/agrede/agredio/cachetea/cacheteo/abofetea/abofeteo/apunalo/madrea/madreo !el/la/los/las,
    tapo la cara, almohada en la cara, me tapo la boca, me tapo la nariz, me metio la cabeza, quiso asfixiarme, trato de asfixiarme,
    me rompio/quebro/fracturo la/el/una/un/dos/tres mano/brazo/nariz/costilla/costillas/dedos/muneca/labio/diente/dientes, me fracturo,
    me avento/tiro/echo/arrojo agua/aceite/cafe hirviendo/caliente
  `,
  weapon: `
    pistola, cuchillo, arma, machete, navaja, bate, fierro, escopeta, martillo, acido, hacha, cuchilla
  `,
  pull: `
    saco, saca, apunta, apunto, puso, pone, amenazo, amenaza, tiene, traia, trae, con, persiguio, vino, llego, enseno, ensena, mostro,
    agarro
  `,
  threat: `
    amenaza, amenazas, amenazo, amenazaron, amenazado, amenazada, amenazando, amenazan, amenazar, dice que, dijo que, dicen que,
    dijeron que, jura, juro, mensaje, mensajes, diciendo que, prometio
  `,
  will: `
    va, van, iba, iban, quiere, quieren
  `,
  slay: `
    matar, matarme, mata, matarnos, mato, mate, matara, maten, matare, quemar, quema, quemarme, apunalar, disparar, enterrar, hacer dano,
    hacer algo, golpear, violar, acido, encontrar, encuentra, pegar un tiro, desaparecer, amanezco muerta, romper la cara, partir la cara,
    terminar el trabajo, aparezco en una bolsa
  `,
  fear: `
    miedo, temo, terror, panico, asustada, asustado, pavor, no me siento segura, no me siento seguro, a salvo, segura,
    no puede llegar a mi, no puede alcanzarme, no me encuentra, no puede encontrarme, escondida de, escondido de, escondiendome de,
    huyendo de, unico sitio seguro, unico lugar seguro
  `,
  gohome: `
    volver a casa, volver a mi casa, ir a casa, ir a mi casa, regresar a casa, regresar a mi casa, llegar a casa, llegar a mi casa,
    estar en casa, de mi marido, de mi esposo, de mi novio, de mi pareja, de mi ex, de mi padre, de mi papa, a mi marido, a mi esposo,
    a mi novio, a mi pareja, a mi padre, a mi papa, a mi ex, con mi marido, con mi esposo, con mi pareja, con mi padre, con mi novio,
    volver hoy, cuando toma, cuando bebe, cuando llega, cuando llegue, en mi propia casa, en mi casa, de lo que me haga, que me haga algo,
    que me mate, me mate, nos mate, de el, me encuentre, me pegue, volver a su casa
  `,
  knowswhere: `
    sabe/saben donde/a vivo/vive/trabajo/que, saben a que escuela, sabe a que escuela, foto/fotos de mi casa/hija/hijo/hijos/puerta,
    me sigue/siguio/persigue/acecha/esta hasta/a/en/desde/por/esperando, me espera/esperando/esperandome/espero afuera/fuera/en/a la?,
    esperandome/esperando/espera afuera/fuera/a/en de/la/mi la? oficina/salida/puerta/casa/esquina, me iba a esperar, rastrea el/mi,
    me controla el/todo/lo, vienen por mi, van a venir por mi, va a venir por mi, me quiere matar, quiere matarme, me mata si,
    si lo dejo me, si la dejo me, si me voy me, me encuentra y, aparezco en una bolsa, terminar el trabajo
  `,
  control: `
    revisa/controla/quita/quito/guarda/guardo/tiene/retiene/maneja/lee el/la/las/mi/los/mis celular/movil/telefono/sueldo/pasaporte/llaves/tarjeta/dinero/mensajes/papeles/documentos/quincena/salario/plata,
    no me deja, pedirle permiso, me tiene controlada, me prohibe, me aisla
  `,
  bruise: `
    moretones, moraton, moratones, morados, ojo morado, labio partido, cara hinchada, hinchada, marcas en el cuello, bufanda,
    lentes oscuros, gafas de sol, maquillaje para, no prendo la camara, no enciendo la camara, choque con una puerta, me cai, se cayo,
    por el ojo, mi ojo, el ojo hinchado
  `,
  excuse: `
    tapar, taparme, esconder, dije, dije que, no me cai, no, fue el, fue ella, fue su, el puno, otra vez, tercera vez, este mes, este ano,
    me los hace, me los hizo, trabajar, dice que
  `,
  victim: `
    jefe, jefa, supervisor, supervisora, mujer, esposa, esposo, marido, hijos, bebe, hijo, hija, companeros, companero, companera, gente,
    ellos, ex, vecino, novia, novio, madre, padre, hermano, todos, director, familia, alguien, clientes, alumnos, pacientes
  `,
  attack: `
    matar, mato, mate, disparar, disparo, dispararle, apunalar, apunalo, acuchillar, golpear, hacer dano, hacerle dano, hacerles dano,
    estrangular, ahorcar, envenenar, quemar, atropellar, volar, matarlo, matarla, matarlos, matarle, partirle, pegarle, asfixiar, ahogar,
    balear, lastimar, lastimarla, lastimarlo, lastimarlos, pegarles, acuchillarlo, apunalarlo
  `,
  serious: `
    pistola, cuchillo, arma, rifle, machete, escopeta, esta noche, en serio, no es broma, no bromeo, me da miedo, me asusto, me asusta,
    en la mochila, en el bolso, impulso, impulsos, voces, planeado, compre, traigo, lista, el lunes, sangre, me las van a pagar,
    me las va a pagar, me la van a pagar, capaz de, ganas de, fantaseo, su calle, su casa, donde vive, lo segui, la segui, lo espero,
    la espero, lo estoy esperando, en el estacionamiento, mientras duerme, cuando duerma
  `,
  dark: `
    sin esperanza, desesperanza, desesperado, desesperada, desesperacion, vacio, vacia, insoportable, negro, oscuro, oscuridad, pozo,
    hundido, hundida, hundiendo, destrozado, destrozada, rota, roto, atrapado, atrapada, sin futuro, sin salida, no hay salida,
    toque fondo, tocado fondo, sin fuerzas, lo perdi todo, nada importa, arruinado, arruinada, agonia, infierno, ahogando, derrotado,
    derrotada, me rindo, inutil, fracaso, fracasado, fracasada, no siento nada, nada me ilusiona, quebrado, quebrada, solo, sola,
    completamente solo, completamente sola, no me queda nadie, nadie mas, no tengo a nadie
  `,
  strongdark: `
    por que vivir, para que vivir, por quien vivir, por quien quedarme, nada por que, motivo para vivir, razon para vivir,
    no confio en mi, no me fio de mi, no me siento seguro conmigo, no me siento segura conmigo, no me siento a salvo conmigo,
    miedo de mi mismo, miedo de mi misma, miedo de lo que pueda, miedo de lo que puedo, miedo a lo que pueda, miedo de lo que haga,
    de lo que soy capaz, voces me dicen, cabeza me dice, voz me dice, la cabeza me dice que lo haga, estoy muerto en vida, muerto en vida,
    muerta en vida, muerto por dentro, muerta por dentro, siento que estoy muerta, siento que estoy muerto, estoy muerta solo,
    no hay salida para mi, no veo salida, no le veo salida, no encuentro salida, no hay manera de salir, no queda esperanza,
    no me queda esperanza, no tengo esperanza, esperanza ninguna, un futuro en el que, no veo futuro para mi ni, no hay futuro para mi,
    se acabo para mi, se acabaron las razones, no salir esta vez, no salgo de esta, no voy a salir de esta, no saldre de esta,
    nada que perder, no quiero empezar de nuevo, no quiero empezar de cero, no ser feliz, no volver a ser feliz, unica salida,
    unica solucion, unica forma de descansar, unica forma de que pare, que pare para siempre, quiero que pare, sentido tiene todo,
    sentido tiene nada, sentido la vida, sentido a la vida, sentido a mi vida, sentido vivir, sentido a vivir, sentido a seguir,
    sentido a nada, sentido nada, sentido en seguir, sentido de vivir, chiste a estar, chiste a la vida, vale la pena vivir,
    vale la pena seguir, merece la pena vivir, merece la pena seguir, da igual vivir, da lo mismo vivir, da igual si, da igual morir,
    da lo mismo si, da lo mismo morir, vivir o morir, si vivo o muero, vale si amanece, si amanece o no, si amanezco o no, no deseo ver,
    ningun deseo de ver, no tendria que estar vivo, no tendria que estar viva, no deberia estar vivo, no deberia estar viva,
    no deberia existir, no pertenezco a este mundo, no encajo en este mundo, este mundo no me, este mundo no es para mi, sin mi el mundo,
    mejor sin mi, mas muerto que vivo, mas muerta que viva, mas muerto, mas muerta, vivo por inercia, que sea lo que dios quiera pero,
    no lucho mas, no sirvo ni para vivir, ni para vivir, no tengo fuerzas para, no me quedan fuerzas, no quedan fuerzas,
    no me quedan ganas, sin ganas de vivir, sin ganas de seguir, sin ganas de nada, me quiero dormir y, vivi lo que tenia, vivi bastante,
    vivi suficiente, vivi, por mi que se acabe, me toca a mi irme, no puedo mas con la vida, no puedo con la vida,
    no puedo mas con mi vida, no doy mas, no aguanto mi vida, no soporto mi vida, no quiero mi vida, odio mi vida, odio vivir,
    si se apaga se apaga, si pasa pasa, no estar en este mundo,
    agotado/agotada/cansado/cansada/harto/harta de luchar/pelear por seguir/vivir, se me acabaron las razones, acabaron las razones,
    nada me va a arreglar, nadie me puede ayudar, nada me puede ayudar, no tengo arreglo, no tengo remedio, no me veo vivo, no se ve vivo,
    no se ve viva, se como termina esto, deseo no llegar, desear no llegar, muerto viviente, esperando el final, esperando a que acabe,
    esperando morir, no quiero ser yo, no quiero ser una persona, no quiero estar despierto, no quiero estar despierta, no merezco vivir,
    no merezco estar, merezco morir, deberia haber muerto, tendria que haberme muerto, tendria que estar muerto, tendria que estar muerta,
    debi morir, error que yo naciera, un error haber nacido, unica salida que queda, ninguna parte de mi quiere, vivir mas con esto,
    vivir con esto mas, no puedo vivir con esto, la vida no el, la vida no la, hablo de la vida, digo la vida, de la vida digo,
    lo que fuera para que pare, lo que sea para que pare, hacer que pare, anos son suficientes, espero a que se termine,
    espero a que termine, esperando a que termine, espero el final, no estar para entonces, no quede nada de mi, mejor muerto,
    mejor muerta, mejor morir, mejor morirme, mejor estar muerto, mejor estar muerta, mejor no despertar, rindo con la vida,
    rindo ante la vida, no se ve vivo en, no se ve viva en, no me veo vivo en, no me veo viva en, mi vida no vale, la vida no vale,
    mi vida no sirve, vida no vale nada, mi vida no tiene, una manera de que pare, una forma de que pare, manera de que pare,
    que me voy a hacer, que me haria, no quiero intentarlo, no quiero seguir intentandolo, nadie me alcanza
  `,
  worry: `
    preocupa, preocupado, preocupada, preocupan, me da miedo que, temo que, no duermo, como ayudo, como lo ayudo, como la ayudo,
    como le ayudo, como apoyo, que le digo, que hago, que puedo hacer, que debo hacer, le digo a, se lo digo, se lo cuento, como hablo,
    como le hablo, como le pregunto, como hablar, a quien llamo, a quien acudo, a quien le marco, a quien aviso, llamo a, no se que hacer,
    no creo que bromee, no bromea, no era broma, en serio, mala espina, mal presentimiento, algo trama
  `,
  oddsign: `
    sonrisa rara, callado, callada, anda mal, esta mal, no contesta, no responde, apago el celular, apago el movil, apago el telefono,
    colgo, borro, publico, toma mucho, escopeta, pistola, rifle, morfina, pastillas, soga, por si acaso, no contemos con, claves,
    contrasenas, adios, cuida a, carga, nota, carta, se encierra, ojo morado, moretones, cicatrices, cortes, vendados, controla el,
    amenaza, se despide, despidiendo, regalando, regalo, sin arnes, no se presento, no ha venido, no vino, vivio bastante, navaja,
    cuchilla, en la azotea, en el puente, cutter, bebe mucho, bebe desde, bebe demasiado, no estar aqui, no seguir aqui,
    habla de la muerte, hablando de la muerte, habla de morir, habla de no estar, habla de irse
  `,
  howmuch: `
    cuantos, cuantas, cuanto, cuanta altura, que dosis, que pastillas, que medicinas, metodos, formas de, forma mas rapida,
    manera mas rapida, desde que altura
  `,
  endit: `
    acabar con esto !antes/hoy/para, terminar con esto !antes/para, que se acabe, que se termine, que esto termine, que esto acabe,
    que esto pare, ponerle fin
  `,
  bearing: `
    puedo mas, poder mas, aguanto, aguanto mas, aguantar, aguantar mas, soporto, soporto mas, doy mas, doy para mas, lucho mas,
    resisto mas, con esto, hacer esto
  `,
  edge: `
    baranda, barandilla, barandal, cornisa, pretil, borde de la azotea, borde del anden, borde del puente, orilla del anden
  `,
  change: `
    cambiar, cambie, mejorar, mejore, cambiara
  `,
  revenge: `
    me las van a pagar, me las va a pagar, me la va a pagar, me la van a pagar, van a ver lo que es, va a ver lo que es,
    se van a arrepentir, se va a arrepentir, les voy a dar lo que, venganza, vengarme
  `,
  offroad: `
    salirse de la carretera, salirme de la carretera, salirse de la ruta, salirme de la ruta, irme al barranco, estrellar el coche,
    estrellar el carro, estrellar el auto, chocar el coche, chocar el carro, estrellarme
  `,
  farewell: `
    carta de despedida, cartas de despedida, nota de despedida, video de despedida, mensaje de despedida, carta de adios, nota de adios
  `,
  seeing: `
    abrace, visite, visitando, he ido a ver, fui a ver, llame, llamando, vi, ver, cene con, comi con, cene, bese, agradeci,
    gente que quiero, sitios que quise, lugares que quise
  `,
  getthrough: `
    pasar la noche, pasar esta noche, pasar el fin de semana, pasar otro dia, llegar a manana, llegar al viernes, llegar al lunes,
    aguantar hasta manana, aguantar la noche, sobrevivir a esta, sobrevivir la noche, amanecer manana, llegando al final, llegar al final,
    pasando la noche, saliendo de esta, llegando a, llegando al
  `,
  reach: `
    llegar, llegar a, llego, llego a, llegue, pasar, pasar de, paso, ver, aguantar hasta, amanecer, cumplir, cumplo, vivir, estar
  `,
  season: `
    invierno, verano, primavera, otono, navidad, ano nuevo, el proximo ano, ano que viene, este ano, mi cumpleanos, cumpleanos,
    los treinta, los cuarenta, los cincuenta, manana, amanecer, mes que viene, la noche, el finde, la semana, reyes
  `,
  insteadof: `
    tendria que haber sido yo, deberia haber sido yo, debi ser yo, debia ser yo, ojala hubiera sido yo, ojala fuera yo, por que no fui yo,
    por que no yo, me hubiera tocado a mi, tendria que haberme tocado, cambiaria mi lugar, cambiaria de lugar, me cambiaria por,
    me cambio por, cambiaria el lugar
  `,
  accidents: `
    accidente, choque, murio, morir, muerto, muerta, moribundo, moribunda, cancer, incendio, no el, no ella, mataron, cajon, funeral,
    enfermo, enferma, explosion
  `,
  noshow: `
    si no aparezco, si no llego, si no vuelvo, si no contesto, si no despierto, si no me presento, si no estoy, si no me ven,
    si desaparezco, si no sabes de mi, si dejo de contestar, si no amanezco, si no respondo, si no me encuentran
  `,
  selfcause: `
    me las hice yo, me los hice yo, me la hice yo, me lo hice yo, me lo hago, me lo hago yo, me las hago, me los hago, yo misma, yo mismo,
    me hice, las hice con, los hice con, me las hice, me los hice, yo sola, yo solito
  `,
  injury: `
    quemaduras, quemadura, cortes, corte, marcas, cicatrices, heridas, herida, moretones, rasgunos, costras, tajos, tajo, rayas,
    marquitas, tajitos, rayones
  `,
  hiding: `
    no puede llegar a mi, no puede alcanzarme, no puede encontrarme, escondida/escondido/escondiendome de mi/el/ella,
    huyendo de mi/el/ella, huir de mi/el/ella
  `,
  futureword: `
    futuro, manana, porvenir, el ano que viene, un manana
  `,
  planning: `
    hago planes, hacer planes, planeo nada, planear nada, planes mas alla, hago proyectos
  `,
  bedead: `
    estar muerto, estar muerta, no estar vivo, no estar viva, estar bajo tierra
  `,
  howto: `
    como, maneras de, formas de, forma de, manera de, la mejor forma de, metodos para,
    forma/manera/modo mas facil/rapida/segura/rapido/facil de
  `,
  eyesclosed: `
    cierro los ojos, cerrando los ojos, cerrar los ojos, cerre los ojos, suelto el volante, soltar el volante, solte el volante,
    suelto el manubrio, solte el manubrio
  `,
  road: `
    autopista, carretera, ruta, manejando, manejo, conduciendo, conduzco, volante, moto, curva, camino
  `,
  worst: `
    lo peor, malas noticias, mal resultado, algo malo, algo grave, maligno
  `,
  notmove: `
    no me muevo, no me moveria, no me aparto, no me apartaria, no me quito, no correria, no pediria ayuda, no freno, no frenaria,
    no lucharia, no me defenderia
  `,
  access: `
    llave de la azotea, acceso a la azotea, puerta de la azotea, llave del tejado, llave de la terraza, clave de la caja fuerte
  `,
  phoneoff: `
    apague el celular, apague el movil, apague el telefono, celular apagado, movil apagado, telefono apagado, deje el celular,
    deje el movil
  `,
  cango: `
    me puedo ir, puedo irme, me voy tranquilo, me voy tranquila, me puedo ir en paz, no me queda nada por hacer
  `,
  ifhappens: `
    si me pasa/pasara/llegara algo/a?, si algo me pasa/pasara, si me llegara a pasar algo, si llegara a pasarme algo, por si me pasa algo,
    si llego a faltar
  `,
  inherit: `
    hereda, heredan, heredaria, beneficiario, beneficiaria, a quien le queda, queda para, le toca a mi, testamento
  `,
  pet: `
    perro, gato, perra, gata, mascotas, perros, gatos, perrita, perrito, loro, conejo
  `,
  hot: `
    agua hirviendo, agua caliente, plancha, estufa, hornalla, encendedor, mechero, vela, cigarro, cigarrillo, llama, aceite caliente
  `,
  habit: `
    costumbre, cada vez, una por cada, uno por cada, cada noche, todos los dias, cada dia, una y otra vez
  `,
  cameraoff: `
    camara apagada, apago la camara, apague la camara, sin camara, no prendo la camara, no enciendo la camara, lentes oscuros,
    gafas de sol, bufanda, maquillaje
  `,
  linger: `
    veinte minutos, media hora, una hora, dos horas, horas, un rato, mucho rato, mirando, mirar pasar, viendo pasar, mas de la cuenta,
    largo rato, bajo la velocidad, la caida, freno para mirar, me quedo viendo, me quedo mirando
  `,
  standing: `
    parado/parada en/al/a/sobre/junto, sentado/sentada en/al/sobre, de pie en/sobre, estoy en/sobre, subido/subida a/al/en, me subi a/al,
    subi a/al, trepado/trepada en/a/al, voy a estar en, estare en
  `,
  brink: `
    puente, azotea, cornisa, vias, borde, barandal, baranda, barandilla, acantilado, viaducto, pretil, tejado, techo
  `,
  thanks: `
    gracias por todo, gracias por haber, gracias por ser, gracias por intentar, fuiste bueno, fuiste buena, fueron buenos
  `,
  trapped: `
    no hay salida, sin salida, no veo salida, no hay escapatoria, sin escapatoria, no hay esperanza, sin esperanza, no hay luz,
    no hay manera de salir
  `,
  hopeless: `
    sin esperanza, desesperanza, desesperanzado, desesperanzada, vacio por dentro, vacia por dentro, muerto por dentro, muerta por dentro,
    roto por dentro, rota por dentro, completamente solo, completamente sola, no valgo nada, no sirvo para nada
  `,
  keepsafe: `
    mantenerme a salvo, mantenerme segura, mantenerme seguro, estar a salvo, confio en mi, fio de mi, a salvo conmigo, segura conmigo,
    seguro conmigo
  `,
  neck: `
    al cuello, en el cuello, mi cuello, del cuello, en la garganta
  `,
  enough: `
    no puedo mas !con/de/trabajar/comer/y, no aguanto mas !el/la/los/las/a/este/esta, no doy mas !con/de, no resisto mas,
    no lo soporto mas, no soporto mas !el/la/este/esta, no puedo seguir asi, no puedo con esto, no quiero seguir asi, no lo aguanto mas
  `,
  mass: `
    balear/disparar/matar/acribillar/apunalar/rafaguear a todos/todo/la/cada,
    volar/quemar/incendiar la/esta/esa oficina/empresa/edificio/fabrica, llevar una/la/mi pistola/arma/escopeta a la, poner una bomba,
    matarlos a todos, balearlos
  `,
  remember: `
    me recuerden, recuerdenme, acuerdense de mi, recuerdame, se acuerden de mi
  `,
  irreversible: `
    algo de lo que no se vuelve, algo permanente, algo irreversible, algo definitivo, una locura, una tonteria, una barbaridad,
    algo drastico, no hay vuelta atras
  `,
  apply: `
    echo, eche, pongo, puse, aprieto, apoyo, apago, apague, dejo, vierto, meto, meti, acerco, paso
  `,
  news: `
    decirle, decirles, contarle, contarles, confesarle, explicarle
  `,
  figurative: `
    no lo decia literal, no literalmente, es un decir, figura de estilo, en sentido figurado
  `,
  packetall: `
    la caja entera, toda la caja, el frasco entero, todo el frasco, el bote entero, todo el bote, el blister entero, todas de golpe,
    todas juntas, todo lo del botiquin, la tira entera
  `,
  ifiwent: `
    si yo me fuera, si me fuera, si me voy, si yo me voy, cuando me vaya
  `,
  free: `
    libre, libres, en paz, descansar, descansarian, descansaria, respirar, aliviados
  `,
  deservebetter: `
    merece/merecen una/un mama/papa/madre/padre/marido/mujer/esposa/esposo/mejor/pareja, merece/merecen alguien/algo
  `,
  swimout: `
    nadar mar adentro, nado mar adentro, mar adentro, meterme al mar, meterme al rio, caminar hacia el mar, meterme en el mar,
    dejar que me lleve el mar
  `,
  keepsake: `
    algo que guardar, un recuerdo mio, algo mio, algo de mi, con que recordarme, para que me recuerden
  `,
  needsoon: `
    los va a necesitar, las va a necesitar, lo va a necesitar, los van a necesitar, lo van a necesitar, le van a hacer falta
  `,
  acton: `
    hacerles caso, hacerle caso, les haga caso, ceder, ceda, dejarme llevar, cumplirlo, obedecer
  `,
  alonewith: `
    a solas con mis pensamientos, sola con mis pensamientos, solo con mis pensamientos, a solas conmigo, quedarme sola, quedarme solo,
    quedarme a solas
  `,
  readygo: `
    lista para irse, listo para irse, vivio, quiere irse, le toca, no quiere
  `,
  stopper: `
    lo unico que me frena, lo unico que me detiene, lo unico que me ata, lo unico que me mantiene, lo unico que me sostiene,
    unica razon por la que no, unica razon por la que sigo, lo unico que me impide, lo que me frena
  `,
  unstoppable: `
    nadie me va a detener/parar/frenar/salvar, nadie me puede detener/parar/salvar, nadie me detiene, no intentes detenerme,
    no me van a parar
  `,
  misery: `
    me pegara un tiro, me pegue un tiro, me sacara de este sufrimiento, me libere de esto, acabe con mi sufrimiento
  `,
  thisday: `
    hoy es el dia, esta noche es la noche, es la hora, es hora de, llego la hora, llego el momento, es hora
  `,
  ghost: `
    un fantasma, un cascaron, un zombie, un cadaver, un mueble, un muerto en vida, hueca, hueco
  `,
  acquire: `
    compre, comprado, consegui, conseguido, encargue, pedi, robe, me lleve, me hice de
  `,
  amount: `
    cajas, frascos, blisters, tiras, tres, cuatro, cinco, varias, bastantes
  `,
  foundme: `
    me van a encontrar, me encontraran, me encuentren muerto, me encuentren muerta, mi cuerpo, mi cadaver, quien me encuentre
  `,
  battle: `
    perdiendo la batalla/pelea/lucha, perdi la batalla/pelea, pierdo la batalla
  `,
  painless: `
    sin dolor, sin sufrir, sin sufrimiento, indolora, indoloro, no duela, que no duela, menos doloroso
  `,
  whyhave: `
    por que tengo que, para que sigo, por que sigo, para que tengo que, por que tuve que, por que me toca
  `,
  obsess: `
    no dejo de pensar, no dejo de mirar, no paro de pensar, no puedo dejar de pensar, no puedo dejar de mirar, la voy a ver, lo voy a ver,
    me llama, me llaman, no me lo quito de la cabeza
  `,
  absolve: `
    no fue culpa, no es culpa, nada de esto fue por, nadie tiene la culpa, no se culpen, no te culpes, no fue por, no podian hacer nada,
    no podias hacer nada
  `,
  aftertonight: `
    despues de esta noche, despues de hoy, despues de manana, a partir de manana, pasado manana
  `
}
