import { describe, expect, it } from 'vitest'
import { mapClaims } from './claims.ts'

const ping = {
  idpId: 'mx-0042',
  connectionType: 'GenericOIDC',
  rawAttributes: { sub: 'mx-0042', uid: 'lmartinez', mail: 'lucia@demo.test', givenName: 'Lucía', sn: 'Martínez' }
}

describe('mapping claims', () => {
  it('reads PingFederate’s LDAP names where the standard ones are missing, and says which claim won', () => {
    expect(mapClaims(ping)).toEqual({
      subject: 'mx-0042',
      email: 'lucia@demo.test',
      firstName: 'Lucía',
      lastName: 'Martínez',
      groups: [],
      overage: false,
      provenance: { subject: 'profile.idpId', email: 'mail', firstName: 'givenName', lastName: 'sn' }
    })
  })

  it('takes Entra’s object id as the subject, because its sub differs per app', () => {
    const mapped = mapClaims({ idpId: 'pairwise', connectionType: 'EntraIdOIDC', rawAttributes: { oid: 'object-1' } })
    expect(mapped.subject).toBe('object-1')
    expect(mapped.provenance.subject).toBe('oid')
  })

  it('takes the first value of a SAML list and skips what is no e-mail', () => {
    const mapped = mapClaims({
      idpId: 's1',
      connectionType: 'ADFSSAML',
      email: 'broker@demo.test',
      rawAttributes: {
        'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/givenname': ['Ana', 'Anita'],
        email: 'not-an-address'
      }
    })
    expect(mapped.firstName).toBe('Ana')
    expect(mapped.provenance.email).toBe('profile.email')
  })

  const CLAIMS = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims'
  it.each([
    ['GenericOIDC', { mail: 'a@x.test', givenName: 'A', sn: 'B', memberOf: 'CI' }],
    ['PingFederateSAML', { mail: ['a@x.test'], givenName: ['A'], sn: ['B'], memberOf: ['CI'] }],
    ['OktaOIDC', { email: 'a@x.test', given_name: 'A', family_name: 'B', groups: ['CI'] }],
    ['OktaSAML', { email: 'a@x.test', firstName: 'A', lastName: 'B', groups: ['CI'] }],
    ['EntraIdOIDC', { email: 'a@x.test', given_name: 'A', family_name: 'B', groups: ['CI'] }],
    [
      'AzureSAML',
      {
        [`${CLAIMS}/emailaddress`]: 'a@x.test',
        [`${CLAIMS}/givenname`]: 'A',
        [`${CLAIMS}/surname`]: 'B',
        'http://schemas.microsoft.com/ws/2008/06/identity/claims/groups': 'CI'
      }
    ],
    [
      'ADFSSAML',
      {
        [`${CLAIMS}/emailaddress`]: 'a@x.test',
        [`${CLAIMS}/givenname`]: 'A',
        [`${CLAIMS}/surname`]: 'B',
        'http://schemas.xmlsoap.org/claims/Group': ['CI']
      }
    ],
    ['GenericSAML', { mail: 'a@x.test', givenName: 'A', sn: 'B', memberOf: ['CI'] }]
  ])('%s: e-mail, names and groups come without a mapping', (connectionType, rawAttributes) => {
    const mapped = mapClaims({ idpId: 'x', connectionType, rawAttributes })
    expect(mapped).toMatchObject({ email: 'a@x.test', firstName: 'A', lastName: 'B', groups: ['CI'] })
    expect(mapped.provenance.groups).toBe(Object.keys(rawAttributes).at(-1))
  })

  it('reads a full name as a group only where the company says so, and only its first part', () => {
    const groups = ['CN=CI-Access,OU=Groups,DC=demo', 'cn=Sales\\, East,OU=x', 'OU=CI-Access', 'plain']
    const profile = { idpId: 'x', connectionType: 'GenericOIDC', rawAttributes: { memberOf: groups } }
    expect(mapClaims(profile).groups).toEqual(groups)
    expect(mapClaims(profile, { groupsAs: 'common_name' }).groups).toEqual([
      'CI-Access',
      'Sales, East',
      'OU=CI-Access',
      'plain'
    ])
  })

  it('tells no groups, an empty list and too many to be sent apart', () => {
    const of = (rawAttributes: Readonly<Record<string, unknown>>) => {
      const { groups, overage, provenance } = mapClaims({ idpId: 'x', connectionType: 'EntraIdOIDC', rawAttributes })
      return [groups, overage, provenance.groups]
    }
    expect(of({})).toEqual([[], false, undefined])
    expect(of({ groups: [] })).toEqual([[], false, 'groups'])
    expect(of({ _claim_names: { groups: 'src1' }, _claim_sources: {} })).toEqual([[], true, undefined])
    expect(of({ hasgroups: true })).toEqual([[], true, undefined])
    expect(of({ groups: ['a'], _claim_names: { groups: 'src1' } })).toEqual([['a'], false, 'groups'])
    expect(of({ groups: { not: 'a list' } })).toEqual([[], false, undefined])
  })

  it('falls back to the broker’s own reading, and says so', () => {
    const mapped = mapClaims({ idpId: 'x', connectionType: 'OktaOIDC', groups: ['CI'], rawAttributes: {} })
    expect([mapped.groups, mapped.provenance.groups]).toEqual([['CI'], 'profile.groups'])
  })

  it('prefers a company’s own names, which are case-sensitive', () => {
    expect(mapClaims(ping, { subject: ['uid'] }).subject).toBe('lmartinez')
    expect(mapClaims(ping, { subject: ['UID'] }).subject).toBe('mx-0042')
  })
})
