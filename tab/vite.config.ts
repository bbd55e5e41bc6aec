/** Builds the tab only; servers run their TypeScript as it is. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin, type Rolldown } from 'vite'
import { writeThemes } from './write-themes.ts'

/** Few files, each whole: what asks who is there, the door of Teams, what draws the first view, and what Fluent's parts share. */
const GROUPS = [
  { name: 'opening', test: /\/tab\/main\.ts$/u, priority: 4 },
  { name: 'teams', test: /\/tab\/teams\.ts$/u, priority: 3 },
  { name: 'app', test: /\/tab\/app\.tsx$/u, priority: 2 },
  {
    name: 'fluent',
    test: /\/node_modules\/(?:@fluentui|@griffel|@floating-ui|tabster|keyborg)\//u,
    minShareCount: 2,
    priority: 1
  }
]

export default defineConfig({
  root: import.meta.dirname,
  base: '/tab/',
  plugins: [react(), writeThemes(), eraseFirstSchemas(), hurryTeams(), preload(), compileAtOnce(), compress()],
  build: {
    modulePreload: { polyfill: false },
    outDir: '../dist/tab',
    emptyOutDir: true,
    sourcemap: false,
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      output: { codeSplitting: { groups: GROUPS } }
    }
  }
})

/** What the first page calls. None of these may lend a schema to another, which would parse by nothing: the build then stops. */
const FIRST = ['coach', 'coach-stream', 'access-log', 'directory', 'identity', 'accounts', 'endpoint']

function eraseFirstSchemas(): Plugin {
  const nameOf = (path = ''): string | undefined =>
    /\/api\/contract\/(?<name>[\w-]+)\.ts$/u.exec(path)?.groups?.['name']
  return {
    name: 'erase-first-schemas',
    enforce: 'pre',
    resolveId: (source, importer) => {
      const from = nameOf(importer)
      if (!from) return undefined
      if (source === 'zod') return FIRST.includes(from) ? ERASED : undefined
      return undefined
    },
    transform: (code, id) => {
      const name = nameOf(id)
      if (!name || FIRST.includes(name)) return undefined
      const lent = [...code.matchAll(/import (?!type )\{(?<names>[^}]+)\} from '\.\/(?<from>[\w-]+)\.ts'/gu)].filter(
        ({ groups }) =>
          FIRST.includes(groups?.['from'] ?? '') &&
          (groups?.['names'] ?? '')
            .split(',')
            .some(each => each.trim().endsWith('Schema') && !each.trim().startsWith('type '))
      )
      if (lent.length > 0)
        throw new Error(`${name}.ts takes a schema of the first page: ${lent.map(([line]) => line).join(', ')}`)
      return undefined
    }
  }
}

const ERASED = fileURLToPath(new URL('erased-zod.ts', import.meta.url))

/**
 * What teams-js does as it loads, and nobody waits for or reads: its log, for which it words a date in the person's language, and the
 * newest list of Microsoft's hosts, for when its own list, which comes first, does not have the one that speaks: it then asks at once.
 */
const UNHURRIED = [
  { file: '/public/app/app.js', from: '(new Date).toLocaleString()', to: '""' },
  { file: '/internal/validOrigins.js', from: '}g();export{', to: '}setTimeout(g,2000);export{' }
]

function hurryTeams(): Plugin {
  return {
    name: 'hurry-teams',
    enforce: 'pre',
    resolveId: (source, importer = '') =>
      importer.endsWith('/teams-js/src/internal/telemetry.js') && source.includes('/debug/') ? QUIET : undefined,
    transform: (code, id) => {
      const found = UNHURRIED.find(({ file }) => id.endsWith(`/teams-js/src${file}`))
      if (!found) return undefined
      if (!code.includes(found.from)) throw new Error(`teams-js has no ${found.from} any more: see hurryTeams`)
      return code.replace(found.from, found.to)
    }
  }
}

const QUIET = fileURLToPath(new URL('quiet-log.ts', import.meta.url))

/**
 * Nearly all of what the first view loads runs before it stands. Chromium, told so by the first line of a file, compiles it beside the page's
 * own thread while it arrives, and not function by function at the first call: https://v8.dev/blog/explicit-compile-hints.
 */
function compileAtOnce(): Plugin {
  const told = ['opening', 'teams', 'app']
  return {
    name: 'compile-at-once',
    generateBundle: {
      // After Vite, which puts lines of its own before the first.
      order: 'post',
      handler: (_options, bundle) => {
        for (const file of Object.values(bundle))
          if (file.type === 'chunk' && told.includes(file.name))
            file.code = `//# allFunctionsCalledOnLoad\n${file.code}`
      }
    }
  }
}

/** Beside each file its Brotli form, made once here and not at each request. */
function compress(): Plugin {
  return {
    name: 'compress',
    writeBundle: ({ dir = '' }, bundle) => {
      for (const file of Object.values(bundle)) {
        if (!/\.(?:js|css)$/u.test(file.fileName)) continue
        const content = file.type === 'chunk' ? file.code : file.source
        writeFileSync(join(dir, `${file.fileName}.br`), brotliCompressSync(content))
      }
    }
  }
}

/**
 * The browser fetches what draws while the entry asks who is there; by itself it would learn of it one round trip later. A page that is
 * framed, in Teams most likely, has that door fetched too: framed.html, which api/app.ts sends where the browser says so.
 */
function preload(): Plugin {
  const linked = (html: string, bundle: Rolldown.OutputBundle, name: string, before: string): string => {
    const links = filesOf(bundle, name)
      .filter(file => !html.includes(file))
      .map(file => `<link rel="modulepreload" crossorigin href="/tab/${file}">`)
    return html.replace(before, `${links.join('')}${before}`)
  }
  return {
    name: 'preload',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle = {} }) => linked(html, bundle, 'app.tsx', '</head>')
    },
    writeBundle: ({ dir = '' }, bundle) => {
      const page = bundle['index.html']
      if (page?.type !== 'asset') throw new Error('There is no page')
      // First: it is small, and asks who is there.
      const framed = linked(String(page.source), bundle, 'teams.ts', '<link rel="modulepreload"')
      writeFileSync(join(dir, 'framed.html'), framed)
    }
  }
}

/** What the file that a module of the tab stands in cannot run without, and that file. */
function filesOf(bundle: Rolldown.OutputBundle, name: string): readonly string[] {
  const found = Object.values(bundle).find(
    file => file.type === 'chunk' && file.moduleIds.some(id => id.endsWith(`/tab/${name}`))
  )
  if (found?.type !== 'chunk') throw new Error(`There is no ${name} in what was built`)
  return [...found.imports, found.fileName]
}
