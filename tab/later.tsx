/** Parts of a page that come after it. One that does not come, offline or in the middle of a new version, is tried again; the page stays. */
import { lazy, Suspense, type ComponentType, type ReactNode } from 'react'
import { Boundary } from './boundary.tsx'
import { afterFirstView } from './leisure.ts'

const TRIES = 5
const AGAIN_MS = 2000

/** As `lazy`, and patient: what could not be loaded is loaded once the browser is back. @throws after five tries while it says it is online. */
export const patient = <P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> =>
  lazy(() => tried(load))

/** As `patient`, for parts made of Fluent's components that the first view can do without. */
export const afterwards = <P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> =>
  lazy(async () => {
    await afterFirstView
    return tried(() => inFluent(load))
  })

async function tried<P extends object>(load: () => Promise<ComponentType<P>>): Promise<{ default: ComponentType<P> }> {
  for (let tries = 1; ;) {
    try {
      return { default: await load() }
    } catch (error) {
      if (navigator.onLine && tries >= TRIES) throw error
      if (navigator.onLine) tries += 1
      await networkOr(AGAIN_MS * tries)
    }
  }
}

/** A part that is made of Fluent's components, which come with it. */
export async function inFluent<P extends object>(load: () => Promise<ComponentType<P>>): Promise<ComponentType<P>> {
  const [Part, { Fluent }] = await Promise.all([load(), import('./fluent.tsx')])
  return props => (
    <Fluent>
      <Part {...props} />
    </Fluent>
  )
}

const networkOr = (ms: number): Promise<void> =>
  new Promise(resolve => {
    const timer = setTimeout(end, ms)
    function end(): void {
      clearTimeout(timer)
      window.removeEventListener('online', end)
      resolve()
    }
    window.addEventListener('online', end)
  })

/** Nothing until it has come, and nothing where it does not. */
export const Later = ({ children }: { readonly children: ReactNode }): ReactNode => (
  <Boundary fallback={null}>
    <Suspense>{children}</Suspense>
  </Boundary>
)
