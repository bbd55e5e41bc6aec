/** What a person does in the tab, by the names that a screen reader says. The tab stands on the window's own origin. */
export type Hands = {
  /** The tab's frame once it has told Teams that it is ready; nothing when it is closed. */
  readonly take: (frame: HTMLIFrameElement | undefined) => void
  readonly isOpen: () => boolean
  /** @throws when there is no such button within the patience of a visitor. */
  readonly press: (name: string) => Promise<void>
  readonly write: (label: string, text: string) => Promise<void>
  /** All that stands in the part of the page that this heading names. */
  readonly read: (headingId: string) => string
}

/** What a visitor would look for in vain. */
export class NotThereError extends Error {
  override readonly name = 'NotThereError'
  readonly code = 'not_there'
}

const PATIENCE_MS = 15_000
const LOOK_EVERY_MS = 100

export function createHands(): Hands {
  let frame: HTMLIFrameElement | undefined
  const page = (): Document | undefined => frame?.contentDocument ?? undefined
  const named = (name: string) => (element: Element) =>
    (element.getAttribute('aria-label') ?? element.textContent).trim() === name
  const button = (name: string): HTMLButtonElement | undefined =>
    [...(page()?.querySelectorAll('button') ?? [])].find(each => named(name)(each) && !each.disabled)
  const field = (label: string): HTMLTextAreaElement | undefined =>
    [...(page()?.querySelectorAll('textarea') ?? [])].find(named(label))
  return {
    take: next => {
      frame = next
    },
    isOpen: () => frame !== undefined,
    press: async name => (await until(() => button(name), `“${name}” in the tab`)).click(),
    write: async (label, text) => type(await until(() => field(label), `“${label}” in the tab`), text),
    read: headingId => page()?.querySelector(`[aria-labelledby="${headingId}"]`)?.textContent ?? ''
  }
}

/** React hears of a value that was set past its own setter, as typing does. */
function type(field: HTMLTextAreaElement, text: string): void {
  // Of the frame's own kind, which is another one than the window's.
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, text)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

/** @throws what was waited for in vain. */
async function until<T>(look: () => T | undefined, what: string): Promise<T> {
  const end = performance.now() + PATIENCE_MS
  for (;;) {
    const found = look()
    if (found !== undefined) return found
    if (performance.now() > end) throw new NotThereError(`There is no ${what}`)
    await new Promise(resolve => setTimeout(resolve, LOOK_EVERY_MS))
  }
}
