/** What the first view can do without waits here until it is painted: neither its bytes nor its work keep anybody from typing. */
let begin: () => void = () => undefined

export const afterFirstView = new Promise<void>(resolve => {
  begin = resolve
})

/** Called by whatever turns out to be the first view, once it stands in the page. */
export const firstViewStands = (): void => void requestAnimationFrame(() => setTimeout(begin))
