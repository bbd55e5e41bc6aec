/** The release check: nothing is asked of Microsoft, and nothing is held of people, that was not announced. */
import { describe, expect, test } from 'vitest'
import { createManifest } from '../appPackage/manifest.ts'
import { isHigher, unannounced } from './announced.ts'
import { manifestLines, registrationLines } from './permission-lines.ts'
import { readNow, readReleased } from './release.ts'

describe('what stands here', () => {
  test('asks Microsoft for nothing, and holds nothing of people, that the last release and the ledgers do not tell', async () => {
    const now = await readNow()
    const released = await readReleased()
    expect(released).toBeDefined()
    for (const kind of ['permissions', 'register'] as const)
      expect(
        released && unannounced({ ...now[kind], released: released[kind] }),
        `${kind}: docs/works-council.md and docs/it-pack.md say what to do`
      ).toEqual([])
  })

  test('the ledgers go upwards and tell each version once', async () => {
    const now = await readNow()
    for (const { ledger, version } of Object.values(now)) {
      const versions = ledger.map(entry => entry.version)
      expect(versions.slice(1).every((each, index) => isHigher(each, versions[index] ?? ''))).toBe(true)
      expect(isHigher(versions.at(-1) ?? '', version)).toBe(false)
    }
  })
})

describe('a permission that grew', () => {
  const settings = { domain: 'd', botId: 'b', tabId: 't', appId: 'a', websiteUrl: '', privacyUrl: '', termsUrl: '' }
  const before = manifestLines(createManifest({ ...settings, version: '1.0.0' }))
  const released = { version: '1.0.0', lines: before }
  const grown = manifestLines({
    ...createManifest({ ...settings, version: '1.0.0' }),
    authorization: { permissions: { resourceSpecific: [{ name: 'ChannelMessage.Read.Group', type: 'Application' }] } }
  })
  const added = [
    'manifest authorization.permissions.resourceSpecific.name ChannelMessage.Read.Group',
    'manifest authorization.permissions.resourceSpecific.type Application'
  ]

  test('is refused while the version stands and nobody told it', () => {
    const problems = unannounced({ version: '1.0.0', lines: grown, released, ledger: [] })
    expect(problems).toHaveLength(3)
    expect(problems[0]).toContain('raise it')
    expect(problems[1]).toContain('ChannelMessage.Read.Group')
  })

  test('is refused with a higher version alone, with the ledger alone, and when the ledger tells another one', () => {
    const told = (version: string, lines: readonly string[]) => [{ version, added: lines, removed: [] }]
    expect(unannounced({ version: '1.1.0', lines: grown, released, ledger: [] })).toHaveLength(2)
    expect(unannounced({ version: '1.0.0', lines: grown, released, ledger: told('1.0.0', added) })).toHaveLength(1)
    expect(
      unannounced({ version: '1.1.0', lines: grown, released, ledger: told('1.1.0', [...added, 'manifest x y']) })
    ).toEqual([expect.stringContaining('manifest x y')])
    expect(unannounced({ version: '0.9.0', lines: grown, released, ledger: told('0.9.0', added) })).toHaveLength(1)
  })

  test('passes once the version rose and the ledger names exactly it; words and looks are no permission', () => {
    const ledger = [{ version: '1.1.0', added, removed: [] }]
    expect(unannounced({ version: '1.1.0', lines: grown, released, ledger })).toEqual([])
    const brand = {
      shortName: 'Other',
      fullName: '',
      accent: '#000000',
      descriptions: { en: { short: '', full: '' }, es: { short: '', full: '' } }
    }
    expect(manifestLines(createManifest({ ...settings, version: '1.0.1', brand }))).toEqual(before)
  })

  test('a registration that starts to require something is a new line', () => {
    const registration = {
      signInAudience: 'AzureADMultipleOrgs',
      api: { oauth2PermissionScopes: [], preAuthorizedApplications: [] },
      web: { redirectUris: [] },
      requiredResourceAccess: [{ resourceAppId: 'graph', resourceAccess: [{ id: 'mail', type: 'Role' }] }]
    }
    expect(registrationLines(registration)).toContain('entra requires graph mail (Role)')
  })

  test('versions are compared by numbers', () => {
    expect(isHigher('0.10.0', '0.9.9')).toBe(true)
    expect(isHigher('1', '1')).toBe(false)
    expect(isHigher('2', '10')).toBe(false)
  })
})
