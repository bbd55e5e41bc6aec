/** Everything the app asks for, why, and what is missing without it. docs/permissions.md says the same, and a test compares. */
import { LEVEL_PERMISSIONS, OWN_ENTRY_PERMISSION } from '../api/contract/graph-calls.ts'

type Row = readonly [where: string, value: string, why: string, without: string]

/** In the manifest. `{domain}` and `{tab id}` are the deployment's own. */
export const IN_PACKAGE: readonly Row[] = [
  [
    'permissions',
    'identity',
    'Teams tells the tab and the bot who the person is',
    'the tab cannot sign in silently; the person would meet a sign-in page'
  ],
  ['bots.scopes', 'personal', 'the coach talks with one person in a private chat', 'no coaching, no nudges'],
  [
    'bots.scopes',
    'team',
    'HR’s channel receives report cards with figures about groups; the bot sees only messages there that mention it',
    'reports stay in the tab and on the web'
  ],
  [
    'staticTabs.scopes',
    'personal',
    'the person’s conversation, plans and courses in one page',
    'the person uses the same page in a browser'
  ],
  [
    'webApplicationInfo',
    'api://{domain}/{tab id}',
    'Entra issues a token for our own interface (scope `access_as_user`), which is exchanged for ours',
    'the tab cannot sign in silently'
  ],
  ['validDomains', '{domain}', 'the one host whose pages Teams may show in the tab', 'the tab stays empty'],
  [
    'supportsChannelFeatures',
    'tier1',
    'the report channel may be a shared or private one',
    'the app cannot be added to such a channel'
  ]
]

/** In Entra. */
export const IN_ENTRA: readonly Row[] = [
  [
    'tab (several tenants)',
    '`access_as_user`, our own',
    'the tab’s token is for our interface and for nothing of Microsoft’s',
    'no silent sign-in'
  ],
  [
    'tab (several tenants)',
    'claims `wids` and `acct`',
    'tells which directory roles an account has and whether it is a guest: read once, when an administrator proves whose a tenant is, and nowhere else',
    'a company’s tenant could not be proved'
  ],
  ['bot (our tenant only)', 'none', 'a token for the Bot Connector needs no granted permission', '']
]

/** Off until the company's own admin allows it, one at a time. */
export const ON_TOP: readonly Row[] = [
  [
    OWN_ENTRY_PERMISSION,
    'delegated',
    'matching by employee number: the `employeeId` of the person who is signed in, read once, when no other rule knows the account',
    'people connect once by a code'
  ],
  [
    LEVEL_PERMISSIONS[1],
    'application, level 1',
    'a neutral line in the activity feed of people who have the app',
    'mail is next, or nothing'
  ],
  [
    LEVEL_PERMISSIONS[2],
    'application, level 2',
    'installing our own app for people, and finding the chat where it is installed already',
    'the setup policy installs it'
  ]
]
