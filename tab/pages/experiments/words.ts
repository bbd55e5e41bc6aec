/** What HR, and a person about themselves, reads of experiments on nudges. */
const en = {
  experiments: {
    title: 'Do the nudges help?',
    intro:
      'The honest way to know is to leave some people without unasked nudges, by chance, and compare. It is off until you turn it on, everybody who takes part is told, and what a person asks for is never held back.',
    noneYet: 'No experiment is on.',
    agreedSay: (count: string) => `Agreed to be coached: ${count}.`,
    tooSmall: (points: string) =>
      `With the people you have now, the best design here could only find an effect of ${points} points. Nudges rarely move more than 1 or 2. An experiment that cannot find 5 points within a year is not offered, because it would cost people nudges and tell you nothing. It is offered as soon as enough people have agreed.`,
    tooFew: 'Too few people have agreed for any comparison. It is offered as soon as enough have.',
    outcomesLegend: 'What counts as help? It is registered now and cannot be changed later',
    outcomes: {
      plan: 'A plan that happened, within 7 days of a nudge',
      course: 'A step in a course, within 3 days of a nudge',
      session: 'A talk with the coach, within a day of a nudge'
    },
    outcomeShort: { plan: 'A plan that happened', course: 'A step in a course', session: 'A talk with the coach' },
    weeksLegend: 'How long',
    weeks: (weeks: number) => `${weeks} weeks`,
    shareLegend: 'How many get no unasked nudges',
    share: (percent: number) => `${percent} in 100`,
    sendLegend: 'Nudges for everybody else',
    sendAll: 'All of them',
    sendMost: 'Nine in ten, one left out by chance: it shows what a single nudge does',
    finds: (points: string) => `Finds effects of ${points} points or more`,
    findsAt: (when: string) => `, the first time around ${when}`,
    findsNothing: 'Finds nothing with the people you have now',
    notOffered: 'This design cannot find 5 points. Choose a longer one, or more people without nudges.',
    assumes:
      'Reckoned for 80 in 100 chances to find it, 5 in 100 to be misled, and half of those who agreed before saying yes.',
    disclosureTitle: 'What people will read, in their language',
    start: 'Turn it on',
    startTitle: 'Turn this experiment on?',
    startBody: (percent: number, weeks: number) =>
      `Whoever agrees from now on reads the sentence above and takes part. Whoever agreed before gets one question within a week, and takes part only with a yes. ${percent} in 100 of them get no unasked nudges for ${weeks} weeks. You can end it at any time.`,
    keepOff: 'Keep it off',
    started: 'It is on. People are being told.',
    states: { running: 'Running', halted: 'Halted', ended: 'Ended' },
    design: (percent: number, weeks: number) => `${percent} in 100 without unasked nudges, for ${weeks} weeks`,
    since: (when: string) => `Since ${when}`,
    from: (from: string, to: string) => `From ${from} to ${to}`,
    takePart: (count: string) => `Take part: ${count}`,
    counted: (count: string) => `Counted, of those who take part: ${count}`,
    nextLook: (when: string) =>
      `The next figures come on ${when}. They are made at four fixed dates: looking again and again would find effects that are not there, and would show who changed between two looks.`,
    lastLook: 'The last figures are made.',
    noLook: 'Not enough evidence yet: the first figures are still to come.',
    end: 'End it',
    endTitle: 'End this experiment?',
    endBody:
      'From then on everybody gets every nudge. The figures so far stay; more cannot be learned from it. A new one starts from nothing.',
    keepOn: 'Let it run',
    ended: 'Ended. Everybody gets every nudge.',
    haltedBody:
      'Nudges drove away more people than was registered, so it stopped by itself. Who got none still gets none: sending everybody what drove people away would be the wrong way to stop. Change the nudges, then end it.',
    figures: (when: string) => `Figures of ${when}`,
    verdicts: {
      helps: (outcome: string, points: string) => `Nudges help. ${outcome}: ${points} points more than without them.`,
      harms: (outcome: string, points: string) =>
        `Nudges do harm. ${outcome}: ${points} points less than without them.`,
      not_enough: 'Not enough evidence yet.',
      blocked:
        'No result: the two groups are not as they were drawn, so something went wrong in drawing or counting, and any difference could come from that. ConsciousInsights has to look at it; the figures stay hidden until then.',
      halted: 'Halted because of what nudges cost.'
    },
    interval: (low: string, high: string, sure: string) =>
      `The true difference lies between ${low} and ${high} points (${sure}% sure, counting every look).`,
    notShown: 'not shown',
    notYetFor: (outcome: string) =>
      `${outcome}: a difference may be there or not. What there is can be explained by chance.`,
    primary: 'registered',
    secondary: 'a hint only',
    table: 'What people did',
    what: 'What',
    with: 'With nudges',
    without: 'Without',
    difference: 'Difference in points',
    between: (points: string, low: string, high: string) => `${points} (${low} to ${high})`,
    chart: 'Share of people, by week since they joined',
    week: 'Week',
    decay: 'Nudges often work at first and fade. Each week stands alone here and is a hint only.',
    costTitle: 'What it cost',
    costBody:
      'People who did this since the start. Nudges are worth it only while this stays small beside what they bring.',
    costs: {
      stopped: 'Stopped all nudges',
      fewer: 'Asked for fewer',
      paused: 'Paused them',
      not_relevant: 'Said “not relevant”',
      blocked: 'Blocked the bot',
      uninstalled: 'Removed the bot',
      declined: 'Took back the agreement',
      left_experiment: 'Left the experiment'
    },
    costRule: (points: number) =>
      `It halts by itself when nudges drive away ${points} points more people than go anyway.`,
    single: (lift: string) => `One nudge sent, against one left out by chance: ${lift} points.`,
    past: 'Earlier experiments',
    how: 'The formulas with their sources, for works councils and statisticians: ask ConsciousInsights for “Experiments: do the nudges help?”.',
    own: {
      title: 'You and the experiment',
      in: 'You take part.',
      out: 'You do not take part: you get every message.',
      open: 'Would you take part? Your coach stays the same either way.',
      join: 'Take part',
      stay: 'Leave me out',
      leave: 'Leave it'
    }
  }
}

const es: typeof en = {
  experiments: {
    title: '¿Sirven los mensajes?',
    intro:
      'La forma honesta de saberlo es dejar a algunas personas sin mensajes no pedidos, al azar, y comparar. Está apagado hasta que tú lo enciendas, quien participa lo sabe, y lo que una persona pide nunca se retiene.',
    noneYet: 'No hay ningún experimento en marcha.',
    agreedSay: count => `Aceptaron tener coach: ${count}.`,
    tooSmall: points =>
      `Con las personas que hay ahora, el mejor diseño solo podría descubrir un efecto de ${points} puntos. Los mensajes rara vez mueven más de 1 o 2. No se ofrece un experimento que no pueda descubrir 5 puntos en un año: quitaría mensajes a la gente y no te diría nada. Se ofrecerá en cuanto haya aceptado gente suficiente.`,
    tooFew: 'Han aceptado muy pocas personas para comparar nada. Se ofrecerá en cuanto haya suficientes.',
    outcomesLegend: '¿Qué cuenta como ayuda? Se registra ahora y después no se puede cambiar',
    outcomes: {
      plan: 'Un plan cumplido, en los 7 días tras un mensaje',
      course: 'Un paso en un curso, en los 3 días tras un mensaje',
      session: 'Una charla con el coach, en el día tras un mensaje'
    },
    outcomeShort: { plan: 'Un plan cumplido', course: 'Un paso en un curso', session: 'Una charla con el coach' },
    weeksLegend: 'Cuánto tiempo',
    weeks: weeks => `${weeks} semanas`,
    shareLegend: 'Cuántas personas no reciben mensajes no pedidos',
    share: percent => `${percent} de cada 100`,
    sendLegend: 'Mensajes para las demás',
    sendAll: 'Todos',
    sendMost: 'Nueve de cada diez, y uno se omite al azar: así se ve qué hace un solo mensaje',
    finds: points => `Descubre efectos de ${points} puntos o más`,
    findsAt: when => `, por primera vez hacia el ${when}`,
    findsNothing: 'No descubre nada con las personas que hay ahora',
    notOffered: 'Este diseño no puede descubrir 5 puntos. Elige uno más largo, o más personas sin mensajes.',
    assumes:
      'Calculado para 80 de 100 oportunidades de descubrirlo, 5 de 100 de equivocarse, y que diga que sí la mitad de quienes ya habían aceptado.',
    disclosureTitle: 'Lo que leerá la gente, en su idioma',
    start: 'Encender',
    startTitle: '¿Encender este experimento?',
    startBody: (percent, weeks) =>
      `Quien acepte desde ahora lee la frase de arriba y participa. Quien ya había aceptado recibe una pregunta en una semana, y participa solo si dice que sí. ${percent} de cada 100 no reciben mensajes no pedidos durante ${weeks} semanas. Puedes terminarlo cuando quieras.`,
    keepOff: 'Dejarlo apagado',
    started: 'Está encendido. Se está avisando a la gente.',
    states: { running: 'En marcha', halted: 'Detenido', ended: 'Terminado' },
    design: (percent, weeks) => `${percent} de cada 100 sin mensajes no pedidos, durante ${weeks} semanas`,
    since: when => `Desde el ${when}`,
    from: (from, to) => `Del ${from} al ${to}`,
    takePart: count => `Participan: ${count}`,
    counted: count => `Contadas, de quienes participan: ${count}`,
    nextLook: when =>
      `Las próximas cifras llegan el ${when}. Se hacen en cuatro fechas fijas: mirar una y otra vez encontraría efectos que no existen, y mostraría quién cambió entre dos miradas.`,
    lastLook: 'Las últimas cifras ya están.',
    noLook: 'Aún no hay pruebas suficientes: faltan las primeras cifras.',
    end: 'Terminar',
    endTitle: '¿Terminar este experimento?',
    endBody:
      'Desde ese momento todas las personas reciben todos los mensajes. Las cifras de hasta ahora se quedan; no se puede aprender más de él. Uno nuevo empieza de cero.',
    keepOn: 'Dejar que siga',
    ended: 'Terminado. Todas las personas reciben todos los mensajes.',
    haltedBody:
      'Los mensajes alejaron a más personas de lo registrado, por eso se detuvo solo. Quien no los recibía sigue sin recibirlos: mandar a todas lo que alejó a algunas sería mala forma de parar. Cambia los mensajes y después termínalo.',
    figures: when => `Cifras del ${when}`,
    verdicts: {
      helps: (outcome, points) => `Los mensajes ayudan. ${outcome}: ${points} puntos más que sin ellos.`,
      harms: (outcome, points) => `Los mensajes perjudican. ${outcome}: ${points} puntos menos que sin ellos.`,
      not_enough: 'Aún no hay pruebas suficientes.',
      blocked:
        'No hay resultado: los dos grupos no son como se sortearon. Algo falló al sortear o al contar, y cualquier diferencia podría venir de ahí. ConsciousInsights tiene que revisarlo; mientras tanto las cifras no se muestran.',
      halted: 'Detenido por lo que cuestan los mensajes.'
    },
    interval: (low, high, sure) =>
      `La diferencia real está entre ${low} y ${high} puntos (con ${sure} % de seguridad, contando todas las miradas).`,
    notShown: 'no se muestra',
    notYetFor: outcome => `${outcome}: puede haber diferencia o no. Lo que se ve lo explica también el azar.`,
    primary: 'registrado',
    secondary: 'solo un indicio',
    table: 'Lo que hizo la gente',
    what: 'Qué',
    with: 'Con mensajes',
    without: 'Sin mensajes',
    difference: 'Diferencia en puntos',
    between: (points, low, high) => `${points} (${low} a ${high})`,
    chart: 'Parte de las personas, por semana desde que empezaron',
    week: 'Semana',
    decay:
      'Los mensajes suelen servir al principio y luego menos. Aquí cada semana va por su cuenta y es solo un indicio.',
    costTitle: 'Lo que costó',
    costBody:
      'Personas que hicieron esto desde el inicio. Los mensajes valen la pena solo mientras esto sea poco al lado de lo que aportan.',
    costs: {
      stopped: 'Pararon todos los mensajes',
      fewer: 'Pidieron menos',
      paused: 'Los pausaron',
      not_relevant: 'Dijeron «no me sirve»',
      blocked: 'Bloquearon el bot',
      uninstalled: 'Quitaron el bot',
      declined: 'Retiraron su acuerdo',
      left_experiment: 'Salieron del experimento'
    },
    costRule: points =>
      `Se detiene solo cuando los mensajes alejan a ${points} puntos más de personas de las que se irían igual.`,
    single: lift => `Un mensaje enviado, frente a uno omitido al azar: ${lift} puntos.`,
    past: 'Experimentos anteriores',
    how: 'Las fórmulas con sus fuentes, para comités de empresa y especialistas en estadística: pide a ConsciousInsights «Experiments: do the nudges help?».',
    own: {
      title: 'Tú y el experimento',
      in: 'Participas.',
      out: 'No participas: recibes todos los mensajes.',
      open: '¿Quieres participar? Tu coach sigue igual en los dos casos.',
      join: 'Participar',
      stay: 'Prefiero que no',
      leave: 'Salir'
    }
  }
}

export const experimentPageWords = { en, es }
