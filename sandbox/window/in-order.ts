/** Answers that overtake each other: an older one counts only while no newer one has. */
import { useCallback, useRef } from 'react'

/** @returns called when something is asked, what says once its answer is there whether it counts. */
export function useInOrder(): () => () => boolean {
  const asked = useRef(0)
  const counted = useRef(0)
  return useCallback(() => {
    asked.current += 1
    const own = asked.current
    return () => {
      if (own < counted.current) return false
      counted.current = own
      return true
    }
  }, [])
}
