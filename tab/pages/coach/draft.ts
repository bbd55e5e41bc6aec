/** Words that were typed and not sent: gone with the browser's tab. A frame may be denied any storage; then they live as long as the page. */
export function readDraft(key: string | undefined): string {
  try {
    return (key && sessionStorage.getItem(key)) ?? ''
  } catch {
    return ''
  }
}

export function keepDraft(key: string | undefined, value: string): void {
  if (!key) return
  try {
    if (value) sessionStorage.setItem(key, value)
    else sessionStorage.removeItem(key)
  } catch {
    // Nothing is lost while the page is open.
  }
}
