/** What an admin reads when many people left at once. */
type Counts = { readonly left: number; readonly before: number; readonly at: string }

const en = {
  brake: {
    title: 'Many people left at once',
    notice: (held: number) =>
      `Many people left at once. The courses of ${people(held)} wait until you say whether that was meant.`,
    open: 'Look at it',
    what: ({ left, before, at }: Counts) =>
      `On ${at}, when ${left} of ${before} people had lost their access within minutes, we stopped ending courses. Access itself has ended and stays so: they are signed out and hear nothing more.`,
    waits: (held: number) =>
      `What ${people(held)} still ${held === 1 ? 'has' : 'have'} at the learning site waits for you. Nothing of it ends by itself.`,
    kept: (by: string, at: string, why: string) => `${by} kept the courses on ${at}: “${why}”`,
    operator: 'ConsciousInsights',
    still: (gone: number, held: number) =>
      `Still waiting: ${[
        ...(gone > 0 ? [`${people(gone)} not back`] : []),
        ...(held > gone ? [`${people(held - gone)} back without the group that gives a course`] : [])
      ].join(', ')}. Who comes back as before keeps everything.`,
    none: 'All of them are back and have what they had. Say that it was a mistake to close this.',
    reasons: {
      deactivated: (count: number) => `${count} deactivated in the directory`,
      left_access_group: (count: number) => `${count} no longer in the access group`,
      directory_removed: (count: number) => `${count} because the directory was disconnected`,
      removed: (count: number) => `${count} taken out by ConsciousInsights`,
      changed_groups: (count: number) => `${count} still here, no longer in a group that gives a course`
    } as Readonly<Record<string, (count: number) => string>>,
    who: 'Some of them',
    noName: 'Somebody whose name is not known',
    back: (name: string) => `${name} (is here)`,
    more: (count: number) => `and ${count} more`,
    end: 'They did leave: end their courses',
    keep: 'It was a mistake: keep their courses',
    endTitle: (held: number) => `End the courses of ${people(held)}?`,
    endBody:
      'Their access to every course at the learning site ends. If they come back, it opens again with their progress, but dates may be lost.',
    keepTitle: 'Keep their courses?',
    keepBody:
      'Nothing changes at the learning site. Correct your directory: who comes back finds all as before. Who stays away waits here until you decide again.',
    number: (held: number) => `Type ${held} to confirm`,
    why: 'Why? It is kept in the audit log.',
    confirmEnd: 'End their courses',
    confirmKeep: 'Keep their courses',
    cancel: 'Not now',
    ended: (count: number) => `Decided. The courses of ${people(count)} are ending now.`,
    wasKept: 'Decided. Their courses stay as they are.'
  }
}

function people(count: number): string {
  return count === 1 ? '1 person' : `${count} people`
}

const es: typeof en = {
  brake: {
    title: 'Se fueron muchas personas a la vez',
    notice: held =>
      `Se fueron muchas personas a la vez. Los cursos de ${personas(held)} esperan a que digas si fue a propósito.`,
    open: 'Verlo',
    what: ({ left, before, at }) =>
      `El ${at}, cuando ${left} de ${before} personas habían perdido el acceso en pocos minutos, dejamos de terminar cursos. El acceso sí terminó y eso no cambia: su sesión está cerrada y no reciben nada más.`,
    waits: held =>
      `Lo que ${personas(held)} todavía ${held === 1 ? 'tiene' : 'tienen'} en el sitio de cursos espera tu decisión. Nada de ello termina por sí solo.`,
    kept: (by, at, why) => `${by} conservó los cursos el ${at}: «${why}»`,
    operator: 'ConsciousInsights',
    still: (gone, held) =>
      `Todavía en espera: ${[
        ...(gone > 0 ? [`${personas(gone)} sin volver`] : []),
        ...(held > gone ? [`${personas(held - gone)} de vuelta sin el grupo que da un curso`] : [])
      ].join(', ')}. Quien vuelve como antes lo conserva todo.`,
    none: 'Todas están de vuelta y tienen lo que tenían. Di que fue un error para cerrar esto.',
    reasons: {
      deactivated: count => `${count} con baja en el directorio`,
      left_access_group: count => `${count} ya no están en el grupo de acceso`,
      directory_removed: count => `${count} porque se desconectó el directorio`,
      removed: count => `${count} a quienes ConsciousInsights quitó el acceso`,
      changed_groups: count => `${count} siguen aquí, pero no en un grupo que da un curso`
    },
    who: 'Algunas de ellas',
    noName: 'Alguien de quien no se sabe el nombre',
    back: name => `${name} (está aquí)`,
    more: count => `y ${count} más`,
    end: 'Sí se fueron: terminar sus cursos',
    keep: 'Fue un error: conservar sus cursos',
    endTitle: held => `¿Terminar los cursos de ${personas(held)}?`,
    endBody:
      'Termina su acceso a todos los cursos del sitio. Si vuelven, se abre otra vez con su avance, pero pueden perderse fechas.',
    keepTitle: '¿Conservar sus cursos?',
    keepBody:
      'En el sitio de cursos no cambia nada. Corrige tu directorio: quien vuelva lo encuentra todo igual. Quien no vuelva espera aquí hasta que decidas de nuevo.',
    number: held => `Escribe ${held} para confirmar`,
    why: '¿Por qué? Queda en el registro de auditoría.',
    confirmEnd: 'Terminar sus cursos',
    confirmKeep: 'Conservar sus cursos',
    cancel: 'Ahora no',
    ended: count => `Decidido. Los cursos de ${personas(count)} están terminando.`,
    wasKept: 'Decidido. Sus cursos siguen como están.'
  }
}

function personas(count: number): string {
  return count === 1 ? '1 persona' : `${count} personas`
}

export const brakeWords = { en, es }
