/** `/healthz`: the process lives. `/readyz`: it can reach its database and has not begun to stop. */
import { Router } from 'express'
import { sql } from 'kysely'
import type { Deps } from './deps.ts'

export function health(deps: Pick<Deps, 'db' | 'log'>): Router {
  const router = Router()
  router.get('/healthz', (_req, res) => void res.json({ status: 'ok' }))
  router.get('/readyz', async (_req, res) => {
    try {
      await deps.db.router(trx => sql`select 1`.execute(trx))
      res.json({ status: 'ready' })
    } catch (err) {
      deps.log.warn({ err }, 'not ready')
      res.status(503).set('retry-after', '2').json({ status: 'not ready' })
    }
  })
  return router
}
