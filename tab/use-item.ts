import { useEffect } from 'react'

/** A page that asks first shows its items later; after so long the link is forgotten. */
const PATIENCE_MS = 10_000
/** What still comes above it would push it out of sight. */
const SETTLES_MS = 1500
/** The person has taken over. */
const TAKEN_OVER = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const

/**
 * Brings the one thing that a link is about into view, as soon as its page shows an element of that id.
 * @param visit another one looks for the same thing again.
 */
export function useItem(item: string | undefined, visit: number): void {
  useEffect(() => {
    if (!item) return undefined
    let letGo = (): void => undefined
    const look = (): void => {
      const found = document.getElementById(item)
      if (!found) return
      stop()
      if (!found.hasAttribute('tabindex')) found.tabIndex = -1
      found.classList.add('ci-linked')
      letGo = keepInView(found)
      found.focus({ preventScroll: true })
    }
    const watch = new MutationObserver(look)
    const timer = setTimeout(() => stop(), PATIENCE_MS)
    const stop = (): void => {
      watch.disconnect()
      clearTimeout(timer)
    }
    watch.observe(document.body, { childList: true, subtree: true })
    look()
    return () => {
      stop()
      letGo()
    }
  }, [item, visit])
}

/** Until the page has settled. @returns what ends it earlier. */
function keepInView(found: HTMLElement): () => void {
  const show = (): void => found.scrollIntoView({ block: found.offsetHeight > innerHeight ? 'start' : 'center' })
  const over = new AbortController()
  const moved = new ResizeObserver(show)
  const timer = setTimeout(() => over.abort(), SETTLES_MS)
  over.signal.addEventListener('abort', () => {
    moved.disconnect()
    clearTimeout(timer)
  })
  for (const kind of TAKEN_OVER)
    addEventListener(kind, () => over.abort(), { signal: over.signal, capture: true, passive: true })
  moved.observe(document.body)
  if (found.parentElement) moved.observe(found.parentElement)
  show()
  return () => over.abort()
}
