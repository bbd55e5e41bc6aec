/** Answers that stay open longer than a look at the token: each is ended when its person's access ends, or nobody can tell. */

type Judge = (subject: string, began: number) => 'live' | 'revoked' | 'unknown'
type Held = { readonly subject: string; readonly began: number; readonly end: () => void }

export type Holds = {
  /** @param held `end` is called once at most, and never after the disposal. */
  hold(held: Held): Disposable
  /** Ends what does not live any more. */
  sweep(): void
  endAll(): void
}

export function createHolds(judge: Judge): Holds {
  const open = new Set<Held>()
  const endThose = (dead: (held: Held) => boolean): void => {
    for (const held of [...open].filter(dead)) {
      open.delete(held)
      held.end()
    }
  }
  return {
    hold: held => {
      open.add(held)
      return { [Symbol.dispose]: () => void open.delete(held) }
    },
    sweep: () => endThose(({ subject, began }) => judge(subject, began) !== 'live'),
    endAll: () => endThose(() => true)
  }
}
