/** Discovery: Entra's own issuers, with every endpoint at the stand-in's address. */
import type { Request, Response, Router } from 'express'
import type { Standin } from '../harness/standin.ts'
import type { Directory } from './directory.ts'
import { issuerOf } from './model.ts'
import type { PublishedKeys } from './published.ts'
import { metadataTid } from './tenants.ts'

const LOGIN_HOSTS = ['login.microsoftonline.com', 'login.windows.net', 'login.microsoft.com', 'sts.windows.net']

export function metadataRoutes(router: Router, standin: Standin, directory: Directory, keys: PublishedKeys): void {
  const document = (version: 1 | 2) => (req: Request, res: Response) => {
    const segment = String(req.params['tenant'])
    res.json(configuration(`${standin.url()}/${segment}`, metadataTid(directory, segment), version))
  }
  const jwks = async (req: Request, res: Response): Promise<void> => {
    res.json(await keys.jwks(metadataTid(directory, String(req.params['tenant']))))
  }
  router.get('/:tenant/v2.0/.well-known/openid-configuration', document(2))
  router.get('/:tenant/.well-known/openid-configuration', document(1))
  router.get('/:tenant/discovery/v2.0/keys', jwks)
  router.get('/:tenant/discovery/keys', jwks)
  router.get('/common/discovery/instance', (_req, res) => {
    res.json(instance(`${standin.url()}/common/v2.0/.well-known/openid-configuration`))
  })
}

function configuration(base: string, tid: string | undefined, version: 1 | 2): object {
  const oauth = version === 2 ? `${base}/oauth2/v2.0` : `${base}/oauth2`
  return {
    token_endpoint: `${oauth}/token`,
    token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt', 'client_secret_basic'],
    jwks_uri: version === 2 ? `${base}/discovery/v2.0/keys` : `${base}/discovery/keys`,
    response_modes_supported: ['query', 'fragment', 'form_post'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    issuer: issuerOf(tid ?? '{tenantid}', version),
    request_uri_parameter_supported: false,
    authorization_endpoint: `${oauth}/authorize`,
    end_session_endpoint: `${oauth}/logout`,
    claims_supported: [
      'sub',
      'iss',
      'aud',
      'exp',
      'iat',
      'name',
      'oid',
      'preferred_username',
      'tid',
      'ver',
      'nonce',
      'email'
    ],
    tenant_region_scope: null,
    cloud_instance_name: 'microsoftonline.com',
    cloud_graph_host_name: 'graph.windows.net',
    msgraph_host: 'graph.microsoft.com'
  }
}

const instance = (endpoint: string): object => ({
  tenant_discovery_endpoint: endpoint,
  'api-version': '1.1',
  metadata: [{ preferred_network: LOGIN_HOSTS[0], preferred_cache: LOGIN_HOSTS[1], aliases: LOGIN_HOSTS }]
})
