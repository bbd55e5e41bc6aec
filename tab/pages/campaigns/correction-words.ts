/** What an owner reads of correcting or taking back what was sent. English and Spanish, each written for its readers. */
const en = {
  title: 'Correct or take back what was sent',
  body: 'This changes the cards that lie in people’s chats, without a sound. Whoever has answered keeps what they see.',
  how: 'What to do',
  kinds: {
    correct: 'Correct the words',
    take_back: 'Take it back: a neutral line stands in its place',
    delete: 'Delete it from the chats'
  },
  ends: 'Taking it back also cancels the campaign: whoever has not got it does not get it.',
  look: 'Look how many',
  parts: {
    cards: 'Cards that would change',
    answered: 'Answered: left alone',
    otherWay: 'Came by mail or in the activity feed: cannot be changed there'
  },
  missing: (languages: string) => `There are no complete words in ${languages} yet.`,
  act: { correct: 'Correct the cards', take_back: 'Take the cards back', delete: 'Delete the cards' },
  ask: {
    correct: (name: string) => `Correct what “${name}” has sent?`,
    take_back: (name: string) => `Take back what “${name}” has sent?`,
    delete: (name: string) => `Delete what “${name}” has sent?`
  },
  askBody: (cards: string) =>
    `Cards that change: ${cards}. Whatever still goes out follows it too. It goes on by itself; you can leave this page.`,
  keep: 'Leave it',
  done: 'What was corrected or taken back',
  line: (kind: string, who: string, when: string) => `${kind}, by ${who || 'somebody'}, ${when}`,
  underWay: 'Under way. Large campaigns take a minute for about three thousand cards.',
  ended: 'Done.',
  progress: {
    changed: 'Changed',
    waiting: 'Waits its turn',
    answered: 'Answered meanwhile: left alone',
    gone: 'Was deleted before',
    notReached: 'The chat is closed to the coach',
    failed: 'Teams refused'
  },
  refused: {
    under_way: 'Another correction is under way. Wait until it is done.',
    newer_draft: 'The campaign has changed meanwhile. Look again, then decide.',
    incomplete: 'Something is still missing. It is listed above.',
    not_yours: 'ConsciousInsights wrote this one: only they can correct its words. You can take it back.',
    draft: 'It was not started, so nothing was sent.'
  } as Readonly<Record<string, string>>
}

const es: typeof en = {
  title: 'Corregir o retirar lo enviado',
  body: 'Cambia las tarjetas que ya están en los chats, sin avisar. Quien ya respondió conserva lo que ve.',
  how: 'Qué hacer',
  kinds: {
    correct: 'Corregir el texto',
    take_back: 'Retirarlo: queda una línea neutral en su lugar',
    delete: 'Borrarlo de los chats'
  },
  ends: 'Retirarlo también cancela la campaña: quien no la recibió no la recibirá.',
  look: 'Mirar cuántas',
  parts: {
    cards: 'Tarjetas que cambiarían',
    answered: 'Respondidas: no se tocan',
    otherWay: 'Llegaron por correo o en la actividad: ahí no se pueden cambiar'
  },
  missing: languages => `Todavía faltan palabras completas en ${languages}.`,
  act: { correct: 'Corregir las tarjetas', take_back: 'Retirar las tarjetas', delete: 'Borrar las tarjetas' },
  ask: {
    correct: name => `¿Corregir lo que envió «${name}»?`,
    take_back: name => `¿Retirar lo que envió «${name}»?`,
    delete: name => `¿Borrar lo que envió «${name}»?`
  },
  askBody: cards =>
    `Tarjetas que cambian: ${cards}. Lo que todavía salga también sigue el cambio. Avanza por sí solo; puedes salir de esta página.`,
  keep: 'Dejarlo así',
  done: 'Lo que se corrigió o se retiró',
  line: (kind, who, when) => `${kind}, por ${who || 'alguien'}, ${when}`,
  underWay: 'En curso. En una campaña grande, un minuto alcanza para unas tres mil tarjetas.',
  ended: 'Terminado.',
  progress: {
    changed: 'Cambiadas',
    waiting: 'Esperan su turno',
    answered: 'Respondidas mientras tanto: no se tocan',
    gone: 'Ya estaban borradas',
    notReached: 'El chat está cerrado para el coach',
    failed: 'Teams las rechazó'
  },
  refused: {
    under_way: 'Hay otra corrección en curso. Espera a que termine.',
    newer_draft: 'La campaña cambió mientras tanto. Mira otra vez y decide.',
    incomplete: 'Todavía falta algo. Está en la lista de arriba.',
    not_yours: 'Esta la escribió ConsciousInsights: solo ellos pueden corregir el texto. Puedes retirarla.',
    draft: 'No se inició, así que no se envió nada.'
  }
}

export const correctionWords = { en, es }
