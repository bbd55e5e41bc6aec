/** How many sends are out at once in this process; whoever waits waits in line. */
export type Slots = {
  /** Resolves when all of them are free; they are then taken. */
  take(count: number): Promise<void>
  give(count: number): void
}

export function createSlots(size: number): Slots {
  let free = size
  const line: { readonly count: number; readonly go: () => void }[] = []
  const admit = (): void => {
    for (let [next] = line; next && next.count <= free; [next] = line) {
      line.shift()
      free -= next.count
      next.go()
    }
  }
  return {
    take: count => {
      const { promise, resolve } = Promise.withResolvers<void>()
      line.push({ count: Math.min(count, size), go: resolve })
      admit()
      return promise
    },
    give: count => {
      free += count
      admit()
    }
  }
}
