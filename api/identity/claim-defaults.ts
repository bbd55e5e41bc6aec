/** Which claim names are tried for each kind of connection where a company says nothing else. Data. */
import type { Candidates } from './claims.ts'

const CLAIMS = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims'
const MICROSOFT = 'http://schemas.microsoft.com'
export const OBJECT_ID = `${MICROSOFT}/identity/claims/objectidentifier`

const LDAP_NAMES: Candidates = {
  email: ['email', 'mail', 'emailAddress'],
  firstName: ['given_name', 'givenName', 'firstName'],
  lastName: ['family_name', 'sn', 'surname', 'lastName'],
  department: ['department', 'departmentNumber'],
  country: ['country', 'c'],
  locale: ['locale', 'preferredLanguage', 'preferred_language'],
  employeeNumber: ['employee_number', 'employeeNumber', 'employeeID'],
  groups: ['groups', 'memberOf']
}
const SAML_NAMES: Candidates = {
  email: [`${CLAIMS}/emailaddress`, 'email', 'mail'],
  firstName: [`${CLAIMS}/givenname`, 'givenName', 'firstName'],
  lastName: [`${CLAIMS}/surname`, 'sn', 'lastName'],
  department: ['department'],
  country: [`${CLAIMS}/country`, 'country', 'c'],
  locale: ['preferredLanguage', 'locale'],
  employeeNumber: ['employeeNumber', 'employeeID', 'employee_number'],
  groups: ['http://schemas.xmlsoap.org/claims/Group', 'groups', 'memberOf']
}

/** PingFederate by OpenID Connect arrives as GenericOIDC and names claims as its LDAP does; Entra's stable id is the object id, its `sub` is per app. */
const DEFAULTS: Readonly<Record<string, Candidates>> = {
  GenericOIDC: LDAP_NAMES,
  OktaOIDC: LDAP_NAMES,
  EntraIdOIDC: { ...LDAP_NAMES, subject: ['oid'], country: ['ctry', 'country'], locale: ['xms_pl', 'locale'] },
  AzureSAML: {
    ...SAML_NAMES,
    subject: [OBJECT_ID],
    groups: [`${MICROSOFT}/ws/2008/06/identity/claims/groups`, 'groups']
  },
  // Both send what an admin named, most often the LDAP names.
  PingFederateSAML: { ...LDAP_NAMES, groups: ['memberOf', 'groups'] },
  OktaSAML: { ...LDAP_NAMES, email: ['email', 'mail', `${CLAIMS}/emailaddress`] },
  ADFSSAML: SAML_NAMES
}

export const defaultsFor = (connectionType: string): Candidates =>
  DEFAULTS[connectionType] ?? (connectionType.endsWith('SAML') ? SAML_NAMES : LDAP_NAMES)
