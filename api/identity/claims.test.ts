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

  it('prefers a company’s own names, which are case-sensitive', () => {
    expect(mapClaims(ping, { subject: ['uid'] }).subject).toBe('lmartinez')
    expect(mapClaims(ping, { subject: ['UID'] }).subject).toBe('mx-0042')
  })
})
