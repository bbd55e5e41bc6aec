/** Where Microsoft sends an admin who consented, or did not: back to Teams. It changes nothing; the next question to Graph tells. */
import { Router } from 'express'
import { securityHeaders } from '../platform/http.ts'
import { renderPage } from '../platform/page.ts'
import { consentPages, languageOf } from './words.ts'

export const consentedUrl = (publicUrl: string): string => `${publicUrl}/consented`

export function consentedPage(): Router {
  const router = Router()
  router.get('/consented', securityHeaders([]), (req, res) => {
    const language = languageOf(req.acceptsLanguages('en', 'es') || undefined)
    const given = req.query['error'] === undefined && String(req.query['admin_consent']).toLowerCase() === 'true'
    const said = consentPages[language][given ? 'given' : 'missing']
    res
      .set('cache-control', 'no-store')
      .vary('accept-language')
      .send(renderPage({ language, ...said }))
  })
  return router
}
