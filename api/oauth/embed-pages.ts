/** What a learning system loads of the coach: the script that makes the frame, the frame, and the popup's last page. */
import { fileURLToPath } from 'node:url'
import { Router, type RequestHandler } from 'express'
import { languageOf } from '../identity/identity.ts'
import type { Deps } from '../platform/deps.ts'
import { securityHeaders } from '../platform/http.ts'
import { escapeHtml, renderPage } from '../platform/page.ts'
import { recentOrigins } from './embed.ts'
import { embedWordsIn } from './embed-words.ts'

const HAND_OVER = fileURLToPath(new URL('embed-hand-over.js', import.meta.url))
const SCRIPT = fileURLToPath(new URL('embed-script.js', import.meta.url))

export const scriptUrl = (publicUrl: string, organizationId: string): string =>
  `${publicUrl}/embed/${encodeURIComponent(organizationId)}.js`
export const frameUrl = (publicUrl: string, organizationId: string): string =>
  `${publicUrl}/embed/${encodeURIComponent(organizationId)}/coach`

/** @param page answers with the app's page. */
export function embedPages(deps: Deps, page: RequestHandler): Router {
  const router = Router()
  // The same for everybody: it reads its own address. Any learning system may load it; whether it may frame, the page says.
  router.get('/hand-over.js', securityHeaders([]), file(HAND_OVER))
  router.get('/:organizationId.js', securityHeaders([]), forAnyone, file(SCRIPT))
  router.get('/:organizationId/coach', async (req, res, next) => {
    const origins = await recentOrigins(deps, String(req.params['organizationId']))
    const headers = securityHeaders(origins)
    headers(req, res, error => {
      if (error) return next(error)
      if (origins.length > 0) return page(req, res, next)
      const language = languageOf(req.get('accept-language'))
      const { closedTitle: title, closedBody: body } = embedWordsIn[language]
      return void res.status(404).type('html').send(renderPage({ language, title, body }))
    })
  })
  router.get('/:organizationId/signed-in', securityHeaders([]), handOver)
  return router
}

const file =
  (path: string): RequestHandler =>
  (_req, res) =>
    res.type('js').set('cache-control', 'public, max-age=300').sendFile(path)

const forAnyone: RequestHandler = (_req, res, next) => {
  res.set('cross-origin-resource-policy', 'cross-origin')
  next()
}

/** Its script reads the code from the address and hands it to the frame that opened the window; the page names no one. */
const handOver: RequestHandler = (req, res) => {
  const language = languageOf(req.get('accept-language'))
  const words = embedWordsIn[language]
  // The frame is the opener: the header would cut it off.
  res.removeHeader('cross-origin-opener-policy')
  res.set({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
  res.type('html').send(
    renderPage({
      language,
      title: words.doneTitle,
      body: words.doneBody,
      head: '<script defer src="/embed/hand-over.js"></script>',
      rest: `<p id="alone" role="alert" hidden>${escapeHtml(words.alone)}</p>`
    })
  )
}
