/** Whatever a company has not allowed never leaves the process, for every call of the table and every level. */
import { expect, test } from 'vitest'
import { GRAPH_CALLS } from '../contract/graph-calls.ts'
import type { Level } from '../contract/reach.ts'
import { createTestWorld } from '../testing.ts'
import { AboveLevelError } from './above-level.ts'
import { createGraph } from './graph.ts'
import { createGraphApp, type GraphApp } from './graph-app.ts'

const account = { tid: '22222222-aaaa-4bbb-8ccc-000000000009', oid: 'aaaaaaaa-0000-4000-8000-000000000001' }
const CALLS: Readonly<Record<Exclude<keyof typeof GRAPH_CALLS, 'me'>, (graph: GraphApp) => Promise<unknown>>> = {
  notify: graph => graph.notify(account, {}),
  install: graph => graph.install(account, 'catalog'),
  installed: graph => graph.installed(account, 'manifest'),
  chat: graph => graph.chat(account, 'installation')
}

test('each level makes its own calls and none above it; one’s own entry is read only where it is switched on', async () => {
  await using world = await createTestWorld({ config: { TAB_CLIENT_SECRET: 'tab-secret-for-tests' } })
  const asked: string[] = []
  // Nothing answers: what counts is whether anything leaves.
  const silent: typeof fetch = async input => {
    asked.push(input instanceof Request ? input.url : String(input))
    throw new Error('no network')
  }
  const deps = { ...world.deps, fetch: silent }
  for (const level of [0, 1, 2] as const satisfies readonly Level[])
    for (const name of ['notify', 'install', 'installed', 'chat'] as const) {
      const graph = createGraphApp({ ...deps, config: { ...deps.config } }, level)
      if (!graph) throw new Error('there is no Graph')
      asked.length = 0
      const error = await CALLS[name](graph).catch((thrown: unknown) => thrown)
      const above = GRAPH_CALLS[name].level > level
      expect(error instanceof AboveLevelError, `${name} at level ${level}`).toBe(above)
      expect(asked.length > 0, `${name} at level ${level}`).toBe(!above)
    }
  const read = (allowed: boolean) =>
    createGraph(deps)
      ?.readMe({ tid: account.tid, assertion: 'token', allowed })
      .catch((thrown: unknown) => thrown)
  asked.length = 0
  expect(await read(false)).toBeInstanceOf(AboveLevelError)
  expect(asked).toEqual([])
  expect(await read(true)).not.toBeInstanceOf(AboveLevelError)
  expect(asked.length).toBeGreaterThan(0)
})
