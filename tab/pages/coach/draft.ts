/** Words that were typed and not sent: gone with the browser's tab. A frame may be denied any storage; then they live as long as the page. */
const held = new Map<string, string>()

export function readDraft(key: string | undefined): string {
  if (!key) return ''
  try {
    return sessionStorage.getItem(key) ?? held.get(key) ?? ''
  } catch {
    return held.get(key) ?? ''
  }
}

export function keepDraft(key: string | undefined, value: string): void {
  if (!key) return
  held.set(key, value)
  try {
    if (value) sessionStorage.setItem(key, value)
    else sessionStorage.removeItem(key)
  } catch {
    // Nothing is lost while the page is open.
  }
}
