import { useEffect } from 'react'

/** A page that asks first shows its items later; after so long the link is forgotten. */
const PATIENCE_MS = 10_000

/**
 * Brings the one thing that a link is about into view, as soon as its page shows an element of that id.
 * @param visit another one looks for the same thing again.
 */
export function useItem(item: string | undefined, visit: number): void {
  useEffect(() => {
    if (!item) return undefined
    const look = (): void => {
      const found = document.getElementById(item)
      if (!found) return
      stop()
      if (!found.hasAttribute('tabindex')) found.tabIndex = -1
      found.classList.add('ci-linked')
      found.scrollIntoView({ block: found.offsetHeight > innerHeight ? 'start' : 'center' })
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
    return stop
  }, [item, visit])
}
