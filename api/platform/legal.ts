/** The two pages that Teams' app details link to: what is done with personal data, and what people agree to by using CI. */
import { Router } from 'express'
import { securityHeaders } from './http.ts'
import { legal, type LegalPage } from './legal-words.ts'
import { escapeHtml, renderPage } from './page.ts'

export function legalPages(): Router {
  const router = Router()
  router.use(['/privacy', '/terms'], securityHeaders([]))
  for (const name of ['privacy', 'terms'] as const)
    router.get(`/${name}`, (req, res) => {
      const language = req.acceptsLanguages('en', 'es') === 'es' ? 'es' : 'en'
      res
        .set('cache-control', 'public, max-age=3600')
        .vary('accept-language')
        .send(render(language, legal[language][name]))
    })
  return router
}

const render = (language: string, { title, body, sections }: LegalPage): string =>
  renderPage({
    language,
    title,
    body,
    rest: sections.map(([heading, text]) => `<h2>${escapeHtml(heading)}</h2><p>${escapeHtml(text)}</p>`).join('')
  })
