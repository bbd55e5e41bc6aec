/** What the app asks Microsoft for, where this company stands on the ladder, and what changed since the first release. Pure. */
import { GRAPH_CALLS } from '../contract/graph-calls.ts'
import { code, heading, table, text, type Paper } from './document.ts'
import type { Facts } from './facts.ts'
import { IN_ENTRA, IN_PACKAGE, ON_TOP, PERMISSION_LEDGER } from './package.ts'

export function permissionsPaper({ company, product, reach, ownEntry }: Facts): Paper {
  const filled = (value: string): string =>
    value.replace('{domain}', product.domain).replace('{tab id}', product.clientId)
  const allowed = [ownEntry, reach.level >= 1, reach.level >= 2]
  return {
    language: 'en',
    title: 'What the Teams app asks for',
    about: `${company.name} · version ${product.version}`,
    blocks: [
      text(
        'The package asks for no Microsoft Graph permission and no resource-specific consent: level 0 works with none. Each step above adds exactly one, is allowed by your admin in the console, and our server makes no call above it, whatever was granted in Entra.'
      ),
      heading('In the app package'),
      table(
        ['Where', 'Value', 'Why', 'Without it'],
        IN_PACKAGE.map(([where, value, why, without]) => [where, `\`${filled(value)}\``, why, without])
      ),
      heading('In Entra'),
      table(['App', 'Scope', 'Why', 'Without it'], IN_ENTRA),
      heading('The ladder'),
      table(
        ['Permission', 'Kind', 'Buys', 'Without it', 'Allowed now'],
        ON_TOP.map((row, index) => [`\`${row[0]}\``, row[1], row[2], row[3], allowed[index] ? 'yes' : 'no'])
      ),
      heading('Every call that can be made to Microsoft Graph'),
      code(
        Object.values(GRAPH_CALLS)
          .map(({ method, path, needs }) => `${method} ${path}\n    by ${needs}`)
          .join('\n')
      ),
      heading('What changed, release by release'),
      text('A release whose permissions changed without a higher version and an entry here does not pass its tests.'),
      table(
        ['Version', 'Why', 'New', 'Gone'],
        PERMISSION_LEDGER.map(({ version, why, added, removed }) => [
          version,
          why,
          added.join('; ') || '–',
          removed.join('; ') || '–'
        ])
      )
    ]
  }
}
