/** Lint: what the compiler cannot refuse, and the import table of ARCHITECTURE.md. checks/boundaries.test.ts proves each rule. */
import type { OxlintConfig } from 'oxlint'

const TESTS = ['**/*.test.ts', '**/*.test.tsx', '**/testing.ts', '**/test-*.ts']
const OUTSIDE = ['sandbox/**', 'bench/**', 'e2e/**', ...TESTS]

const SLICES = [
  'organizations',
  'directory',
  'identity',
  'oauth',
  'enrollment',
  'channels',
  'coach',
  'nudges',
  'reach',
  'hr',
  'reports',
  'gate',
  'privacy',
  'papers',
  'leaving',
  'webhooks',
  'keys'
]
const BOT_SLICES = ['organizations', 'directory', 'channels', 'nudges', 'coach', 'reports', 'privacy', 'audit']

type Override = NonNullable<OxlintConfig['overrides']>[number]
type Rule = NonNullable<NonNullable<OxlintConfig['rules']>['no-restricted-imports']>

type Vendor = 'botbuilder' | 'workos' | 'msal' | 'models'
const VENDORS: Readonly<Record<Vendor, { readonly group: string[]; readonly message: string }>> = {
  botbuilder: {
    group: ['botbuilder', 'botbuilder-*', 'botframework-*'],
    message: 'Only bot/teams.ts imports botbuilder'
  },
  workos: { group: ['@workos-inc/**'], message: 'Only api/vendors/workos.ts imports the SDK of WorkOS' },
  models: { group: ['ai', 'ai/**', '@ai-sdk/**'], message: 'Only api/coach/model imports the SDKs of models' },
  msal: { group: ['@azure/**'], message: 'Only bot/connector-token.ts and api/vendors/graph*.ts import MSAL' }
}

type Door = { readonly allowed: readonly string[]; readonly message: string; readonly vendor?: Vendor }

/** Nothing above the own folder but what is listed. A later override replaces an earlier one for the same file. */
function mayImport(files: string[], { allowed, message, vendor }: Door): Override {
  const group = ['../**', './../**', '/**', ...allowed.map(path => `!${path}`)]
  return { files, rules: { 'no-restricted-imports': restricted([{ group, message }], vendor) } }
}

function restricted(patterns: { group: string[]; message: string }[], vendor?: Vendor): Rule {
  const closed = (Object.keys(VENDORS) as Vendor[]).filter(each => each !== vendor).map(each => VENDORS[each])
  const onlyTests = { group: ['**/testing.ts', '**/test-*.ts'], message: 'The product does not import tests' }
  const paths = [{ name: 'node:process', message: 'The environment comes through api/platform/config.ts' }]
  return ['error', { paths, patterns: [...patterns, ...closed, onlyTests] }]
}

const BASIS = ['../contract/*.ts', '../platform/*.ts']
const SLICE = {
  allowed: [...BASIS, '../vendors/*.ts', '../audit/audit.ts', ...SLICES.map(slice => `../${slice}/${slice}.ts`)],
  message: "A slice imports contract, platform, vendors, audit and another slice's <slice>.ts"
}
const VENDOR = { allowed: BASIS, message: 'A vendor imports contract and platform' }

const botDoor = (root: string): Door => ({
  allowed: [`${root}contract/*.ts`, `${root}platform/*.ts`, ...BOT_SLICES.map(slice => `${root}${slice}/${slice}.ts`)],
  message: `The bot imports contract, platform and the <slice>.ts of ${BOT_SLICES.join(', ')}`
})
const BOT = botDoor('../api/')
const BOT_CARDS = botDoor('../../api/')
const TAB = 'The tab imports contract only'

const api: Override[] = [
  mayImport(['api/*.ts'], { allowed: [], message: 'api imports neither bot nor tab nor what stands outside' }),
  mayImport(['api/*/**'], SLICE),
  // What a slice has in folders of its own leans on the slice.
  mayImport(['api/coach/*/**'], { ...SLICE, allowed: ['../*.ts', '../../contract/*.ts', '../../platform/*.ts'] }),
  mayImport(['api/coach/material/**'], {
    allowed: ['../port.ts', '../../contract/*.ts', '../../platform/*.ts', '../../audit/audit.ts'],
    message: 'Material knows files and passages, and of the coach only what a passage is to it'
  }),
  mayImport(['api/coach/safety/**'], {
    allowed: [
      '../../contract/*.ts',
      '../../platform/*.ts',
      '../../audit/audit.ts',
      '../../organizations/organizations.ts',
      '../scripted/listen.ts',
      '../words.ts'
    ],
    message: 'Safety decides before the coach: of it, it imports how short answers are read and what a locale is'
  }),
  mayImport(['api/coach/model/**'], {
    allowed: ['../port.ts', '../batches.ts', '../../contract/*.ts', '../../platform/*.ts', '../../audit/audit.ts'],
    message:
      'A model is reached through the port: it imports contract, platform and audit, and nothing that reads people',
    vendor: 'models'
  }),
  // Revocation commits in the transaction that takes in the event; oauth.ts itself would close a cycle.
  mayImport(['api/directory/{settle,closing,roles}.ts'], {
    ...SLICE,
    allowed: [...SLICE.allowed, '../oauth/revocation.ts']
  }),
  // Its own door would close a cycle: nudges asks the coach, and the coach this.
  mayImport(['api/hr/hr.ts'], { ...SLICE, allowed: [...SLICE.allowed, '../nudges/preferences.ts'] }),
  // The package itself is made where its command makes it.
  mayImport(['api/papers/package.ts'], { ...SLICE, allowed: [...SLICE.allowed, '../../appPackage/*.ts'] }),
  mayImport(['api/audit/**'], { allowed: BASIS, message: 'Audit only records: it imports contract and platform' }),
  mayImport(['api/vendors/**'], VENDOR),
  mayImport(['api/vendors/workos.ts', 'api/vendors/workos-audit.ts'], { ...VENDOR, vendor: 'workos' }),
  mayImport(['api/vendors/graph.ts', 'api/vendors/graph-app.ts'], { ...VENDOR, vendor: 'msal' }),
  mayImport(['api/platform/**'], { allowed: ['../contract/*.ts'], message: 'Platform imports contract only' }),
  {
    files: ['api/contract/**'],
    rules: {
      'no-restricted-imports': restricted([
        { group: ['**', '!./*.ts', '!zod'], message: 'The contract imports zod only' }
      ])
    }
  }
]

const bot: Override[] = [
  mayImport(['bot/*.ts'], BOT),
  mayImport(['bot/*/**'], { ...BOT_CARDS, allowed: ['../*.ts', ...BOT_CARDS.allowed] }),
  // A start file opens what it needs the way the api's does.
  mayImport(['bot/main.ts'], { ...BOT, allowed: [...BOT.allowed, '../api/start.ts', '../api/personal-data.ts'] }),
  mayImport(['bot/teams.ts'], { ...BOT, vendor: 'botbuilder' }),
  mayImport(['bot/connector-token.ts'], { ...BOT, vendor: 'msal' })
]

const tab: Override[] = [
  mayImport(['tab/*.{ts,tsx}'], { allowed: ['../api/contract/*.ts'], message: TAB }),
  mayImport(['tab/*/**'], { allowed: ['../*.ts', '../*.tsx', '../../api/contract/*.ts'], message: TAB }),
  mayImport(['tab/pages/*/**'], { allowed: ['../../*.ts', '../../*.tsx', '../../../api/contract/*.ts'], message: TAB }),
  // The console puts the admin's pages together.
  mayImport(['tab/pages/console/**'], {
    allowed: ['../*.ts', '../*.tsx', '../*/*.tsx', '../../*.ts', '../../*.tsx', '../../../api/contract/*.ts'],
    message: TAB
  })
]

const NO_MOCKS = 'Modules are not mocked: vendors are the stand-ins of sandbox/'

const config: OxlintConfig = {
  plugins: ['typescript', 'unicorn', 'oxc', 'import', 'node', 'vitest', 'react', 'promise', 'jsx-a11y'],
  categories: { correctness: 'error' },
  ignorePatterns: ['dist', 'build', '.data', 'sandbox/snapshot'],
  rules: {
    eqeqeq: 'error',
    'import/no-cycle': 'error',
    'import/no-default-export': 'error',
    'no-console': 'error',
    'no-restricted-imports': restricted([
      { group: ['**/sandbox/**', '**/bench/**', '**/e2e/**'], message: 'Nothing imports sandbox, bench or e2e' }
    ]),
    'no-restricted-properties': [
      'error',
      { object: 'Date', property: 'now', message: 'Take now() from the deps' },
      { object: 'Temporal', property: 'Now', message: 'Take now() from the deps' },
      { object: 'Math', property: 'random', message: 'Take newId() from the deps' }
    ],
    'no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    'no-var': 'error',
    'node/no-process-env': 'error',
    'prefer-const': 'error',
    'typescript/ban-ts-comment': 'error',
    'typescript/consistent-type-imports': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/no-misused-spread': ['error', { allow: ['string'] }],
    'typescript/no-non-null-assertion': 'error',
    'typescript/no-unsafe-argument': 'error',
    'typescript/no-unsafe-assignment': 'error',
    'typescript/no-unsafe-call': 'error',
    'typescript/no-unsafe-member-access': 'error',
    'typescript/no-unsafe-return': 'error',
    'typescript/only-throw-error': 'error',
    'typescript/return-await': 'error',
    'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    'unicorn/no-process-exit': 'error',
    'vitest/expect-expect': ['error', { assertFunctionNames: ['expect*', 'fc.assert', 'lockFolder'] }],
    'vitest/no-restricted-vi-methods': ['error', { mock: NO_MOCKS, doMock: NO_MOCKS, hoisted: NO_MOCKS }],
    'vitest/valid-expect': ['error', { maxArgs: 2 }],
    // They refuse what is right here: methods of plain objects, text from Express, tooltips on words, property tests.
    'jsx-a11y/no-noninteractive-tabindex': 'off',
    'promise/no-callback-in-promise': 'off',
    'react-hooks/exhaustive-deps': 'off',
    'react/set-state-in-effect': 'off',
    'typescript/no-base-to-string': 'off',
    'typescript/unbound-method': 'off',
    'vitest/no-conditional-expect': 'off',
    'vitest/require-to-throw-message': 'off'
  },
  overrides: [
    ...api,
    ...bot,
    ...tab,
    {
      files: [
        '**/main.ts',
        '*.config.ts',
        'api/platform/config.ts',
        'api/rotate-keys.ts',
        'api/clients.ts',
        'api/replay-erasures.ts',
        'appPackage/package.ts',
        'appPackage/icons/draw.ts',
        'checks/announce.ts',
        ...OUTSIDE
      ],
      rules: { 'node/no-process-env': 'off', 'no-console': 'off' }
    },
    {
      // Stand-ins are other people's systems: they keep their own clock.
      files: ['**/main.ts', 'api/platform/**', ...OUTSIDE],
      rules: { 'no-restricted-properties': 'off' }
    },
    {
      files: OUTSIDE,
      rules: {
        'no-restricted-imports': 'off',
        'typescript/no-misused-spread': 'off',
        'typescript/no-unsafe-argument': 'off',
        'typescript/no-unsafe-assignment': 'off',
        'typescript/no-unsafe-call': 'off',
        'typescript/no-unsafe-member-access': 'off',
        'typescript/no-unsafe-return': 'off',
        'typescript/require-array-sort-compare': 'off'
      }
    },
    { files: ['**/*.config.ts'], rules: { 'import/no-default-export': 'off' } },
    // routes.ts and playground.ts import each other.
    { files: ['sandbox/control/**'], rules: { 'import/no-cycle': 'off' } }
  ]
}

export default config
