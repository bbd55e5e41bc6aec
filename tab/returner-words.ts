/** What an admin reads of people who may have been here before. */
const en = {
  returners: {
    title: 'Back, or somebody new?',
    body: 'These people have the directory id of somebody who left. Ids are given to new people, so each of them began anew; what the former did is kept.',
    who: (name: string, formerName: string) => (name === formerName ? name : `${name}, in the place of ${formerName}`),
    gone: (at: string) => `Gone since ${at}`,
    notLoaded: 'Whether somebody may have come back could not be loaded.',
    because: {
      away_too_long: 'They were away for more than thirty days',
      attribute_differs: 'The attribute that never changes hands is another one',
      attribute_missing: 'The directory has nothing else to know them by'
    },
    decided: {
      same: (name: string) => `Decided: ${name} is the same person.`,
      different: (name: string) => `Decided: ${name} is somebody new.`,
      already: (name: string) => `Somebody else has decided about ${name} already.`
    },
    same: 'The same person',
    different: 'Two people',
    sameOf: (name: string) => `${name}: the same person`,
    differentOf: (name: string) => `${name}: two people`,
    sameHint:
      'The same person: they go on with their courses, plans and accounts, and sign in once more. Two people: both stay as they are.'
  }
}

const es: typeof en = {
  returners: {
    title: '¿Ha vuelto o es otra persona?',
    body: 'Estas personas tienen el identificador de alguien que se fue. Los identificadores se dan a personas nuevas, por eso cada una empezó de cero; lo que hizo la anterior se conserva.',
    who: (name, formerName) => (name === formerName ? name : `${name}, en el lugar de ${formerName}`),
    gone: at => `No estaba desde ${at}`,
    notLoaded: 'No se pudo cargar si alguien pudo haber vuelto.',
    because: {
      away_too_long: 'Faltó más de treinta días',
      attribute_differs: 'El atributo que nunca cambia de manos es otro',
      attribute_missing: 'El directorio no tiene nada más para reconocerla'
    },
    decided: {
      same: name => `Decidido: ${name} es la misma persona.`,
      different: name => `Decidido: ${name} es otra persona.`,
      already: name => `Otra persona ya decidió sobre ${name}.`
    },
    same: 'La misma persona',
    different: 'Dos personas',
    sameOf: name => `${name}: la misma persona`,
    differentOf: name => `${name}: dos personas`,
    sameHint:
      'La misma persona: sigue con sus cursos, planes y cuentas, y entra una vez más. Dos personas: ambas quedan como están.'
  }
}

export const returnerWords = { en, es }
