/** What a mail's links open. Asking for a page changes nothing, because programs that look for harm open links too; pressing does. */
import { Router, type Request, type Response } from 'express'
import { closePlan } from '../coach/coach.ts'
import { findActivePerson } from '../identity/identity.ts'
import { answerNudge } from '../nudges/nudges.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import { securityHeaders } from '../platform/http.ts'
import { escapeHtml, renderPage } from '../platform/page.ts'
import { readLink, type MailLink } from './mail-links.ts'
import { wantMail } from './mail-standing.ts'
import { languageOf, wordsIn, type Words } from './words.ts'

export function mailPages(deps: Deps): Router {
  const router = Router()
  const on = (work: (link: MailLink, words: Words) => Promise<Shown>) => async (req: Request, res: Response) => {
    const locale = req.acceptsLanguages('en', 'es') || 'en'
    const link = readLink(deps, String(req.params['link']))
    const known = link && (await localeOf(deps, link))
    const language = languageOf(known ?? locale)
    const shown = link && known !== undefined ? await work(link, wordsIn(language)) : ended(wordsIn(language))
    res.status(shown.status).set({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
    res.type('html').send(renderPage({ language, ...shown }))
  }
  router
    .route('/mail/:link')
    .all(securityHeaders([]))
    .get(on(async (link, words) => ask(link, words)))
    .post(on((link, words) => act(deps, link, words)))
  return router
}

type Shown = { readonly status: number; readonly title: string; readonly body: string; readonly rest?: string }

const ended = ({ pages }: Words): Shown => ({ status: 410, ...pages.ended })

/** Undefined for somebody who may not use CI any more; who stops mail may always. */
async function localeOf(deps: Deps, { o: organizationId, p: personId, kind }: MailLink): Promise<string | undefined> {
  const person = await findActivePerson(deps, { organizationId, personId })
  return person ? (person.locale ?? '') : kind === 'stop' ? '' : undefined
}

function ask(link: MailLink, { mail, pages }: Words): Shown {
  const said = link.kind === 'stop' ? pages.stopAsk : pages.ask(mail.answers[link.answer])
  const confirm = link.kind === 'stop' ? pages.stopConfirm : pages.confirm
  const rest = `<form method="post"><div class="actions"><button class="first">${escapeHtml(confirm)}</button></div></form>`
  return { status: 200, ...said, rest }
}

/** Twice is once. */
async function act(deps: Deps, link: MailLink, words: Words): Promise<Shown> {
  const key = { organizationId: link.o, personId: link.p }
  try {
    switch (link.kind) {
      case 'stop':
        await wantMail(deps, key, false)
        return { status: 200, ...words.pages.stopped }
      case 'nudge':
        await answerNudge(deps, { ...key, nudgeId: link.nudgeId, answer: link.answer })
        return { status: 200, ...words.pages.answered }
      case 'plan':
        await closePlan(deps, { ...key, planId: link.planId, outcome: link.answer })
        return { status: 200, ...words.pages.answered }
    }
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'not_found') return ended(words)
    throw error
  }
}
