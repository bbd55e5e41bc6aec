/** Settings → what Teams installs. Pure. Every permission here is explained in docs/permissions.md, and a test compares. */
import type { Brand } from '../api/contract/branding.ts'
import {
  DEFAULT_LANGUAGE,
  PACKAGE_WORDS,
  type PackageCommand,
  type PackageLanguage,
  type PackageWords
} from './words.ts'

/**
 * The first schema whose commands may be prompts in each language, shown as starters of a conversation. Later ones add what
 * is not used here, and tenants and portals learn a version months after it is published.
 */
export const SCHEMA_VERSION = '1.28'

export const OUR_ACCENT = '#0b6a6f'
export const OUR_NAME = { short: 'ConsciousInsights', full: 'ConsciousInsights for Microsoft Teams' } as const

export type PackageSettings = {
  /** Host of PUBLIC_URL, with the port if it is not 443. */
  readonly domain: string
  readonly botId: string
  readonly tabId: string
  readonly appId: string
  readonly version: string
  readonly websiteUrl: string
  readonly privacyUrl: string
  readonly termsUrl: string
  /** A company's own looks; what is empty there is ours. */
  readonly brand?: Brand
}

export type Manifest = ReturnType<typeof createManifest>

export function createManifest(settings: PackageSettings) {
  const words = PACKAGE_WORDS[DEFAULT_LANGUAGE]
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${SCHEMA_VERSION}/MicrosoftTeams.schema.json`,
    manifestVersion: SCHEMA_VERSION,
    version: settings.version,
    id: settings.appId,
    localizationInfo: {
      defaultLanguageTag: DEFAULT_LANGUAGE,
      additionalLanguages: translations().map(language => ({ languageTag: language, file: `${language}.json` }))
    },
    developer: {
      name: 'ConsciousInsights',
      websiteUrl: settings.websiteUrl,
      privacyUrl: settings.privacyUrl,
      termsOfUseUrl: settings.termsUrl
    },
    name: namesOf(settings.brand),
    description: descriptionOf(DEFAULT_LANGUAGE, settings.brand),
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: settings.brand?.accent || OUR_ACCENT,
    staticTabs: staticTabs(settings, words),
    bots: [
      {
        botId: settings.botId,
        scopes: ['personal', 'team'],
        isNotificationOnly: false,
        supportsFiles: false,
        commandLists: [{ scopes: ['personal'], commands: words.commands.map(asPrompt) }]
      }
    ],
    permissions: ['identity'],
    validDomains: [settings.domain],
    webApplicationInfo: { id: settings.tabId, resource: `api://${settings.domain}/${settings.tabId}` },
    defaultInstallScope: 'personal',
    supportsChannelFeatures: 'tier1'
  }
}

/** The developer stays who it is; only how the app is called is the company's. */
const namesOf = (brand: Brand | undefined) => ({
  short: brand?.shortName || OUR_NAME.short,
  full: brand?.fullName || brand?.shortName || OUR_NAME.full
})

const descriptionOf = (language: PackageLanguage, brand: Brand | undefined) => {
  const [own, words] = [brand?.descriptions[language], PACKAGE_WORDS[language]]
  return { short: own?.short || words.short, full: own?.full || words.full }
}

/** What is shown and what is sent differ: a starter reads as a sentence, a command is one word. */
const asPrompt = ({ title, description, prompt }: PackageCommand) => ({ title, description, type: 'prompt', prompt })

/** Teams itself fills "about"; the conversation's own tab comes with a bot in personal scope. */
const staticTabs = ({ domain }: PackageSettings, words: PackageWords) => [
  {
    entityId: 'coach',
    name: words.coachTab,
    contentUrl: `https://${domain}/tab/`,
    websiteUrl: `https://${domain}/tab/`,
    scopes: ['personal']
  },
  { entityId: 'about', scopes: ['personal'] }
]

export const translations = (): readonly PackageLanguage[] =>
  (Object.keys(PACKAGE_WORDS) as PackageLanguage[]).filter(language => language !== DEFAULT_LANGUAGE)

/** One language's file: paths into the manifest and what stands there instead. */
export function createTranslation(language: PackageLanguage, brand?: Brand): Readonly<Record<string, string>> {
  const name = namesOf(brand)
  const description = descriptionOf(language, brand)
  const words: PackageWords = PACKAGE_WORDS[language]
  const commands = words.commands.flatMap(({ title, description, prompt }, index): readonly [string, string][] => {
    const path = `bots[0].commandLists[0].commands[${index}]`
    return [
      [`${path}.title`, title],
      [`${path}.description`, description],
      [`${path}.prompt`, prompt]
    ]
  })
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${SCHEMA_VERSION}/MicrosoftTeams.Localization.schema.json`,
    'name.short': name.short,
    'name.full': name.full,
    'description.short': description.short,
    'description.full': description.full,
    'staticTabs[0].name': words.coachTab,
    ...Object.fromEntries<string>(commands)
  }
}
